/** Slash commands, completion and buttons over a real gateway and REST connection. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { sentence } from "../../src/reply.ts";
import { createStage, type Stage, slashData } from "./double.ts";
import { FORUM_POST, interaction, message, PERMISSIONS } from "./server/people.ts";
import type { Told } from "./server/rest.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(async () => {
  expect(stage.server.refused).toEqual([]);
  await stage.end();
});

const answered = async (told: Told) => {
  const done = () => told.messages.length > 0 && told.messages.every(({ thinking }) => !thinking);
  await stage.server.until(done, "the answer is there");
  const [message] = told.messages;
  if (!message) throw new Error("no message");
  return message;
};
const embedsOf = (message: { body: Record<string, unknown> }) => message.body.embeds as { title: string }[];
interface Part {
  readonly label: string;
  readonly custom_id: string;
}
const buttonsOf = (message: { body: Record<string, unknown> }) =>
  (message.body.components as { components: Part[] }[]).flatMap(({ components }) => components);
const idOf = (message: { body: Record<string, unknown> }, label: string) =>
  buttonsOf(message).find((button) => button.label === label)?.custom_id ?? "";

describe("a slash command", () => {
  it("is answered once, at once, and only for the caller", async () => {
    const told = stage.slash("search", { query: "summit" });
    const message = await answered(told);
    expect(told.acknowledged?.type).toBe(4);
    expect(message.ephemeral).toBe(true);
    expect(embedsOf(message)).toHaveLength(3);
    expect(told.messages).toHaveLength(1);
  });

  it("reaches the bot with its typed values and the caller's language", async () => {
    const values = { query: "x", page: 2, "by-title": true };
    await answered(stage.slash("search", values, { locale: "zh-CN" }));
    const [request] = stage.bot.requests;
    expect(request).toMatchObject({ command: "search", values: { query: "x", page: 2, byTitle: true } });
    expect(request?.caller).toMatchObject({ platform: "discord", locale: "zh", zone: "UTC", manages: false });
  });

  it("is shown to everybody with public: true", async () => {
    const message = await answered(stage.slash("search", { query: "x", public: true }));
    expect(message.ephemeral).toBe(false);
  });

  it("shows nothing to others for who may not write there", async () => {
    const muted = { permissions: PERMISSIONS.viewChannel };
    for (const told of [
      stage.slash("search", { query: "x", public: true }, muted),
      stage.slash("digest", {}, muted),
    ])
      expect((await answered(told)).ephemeral).toBe(true);
  });

  it("is deferred while the answer takes long, and answered in the deferral's place", async () => {
    const open = stage.bot.hold();
    const told = stage.slash("search", { query: "slow" });
    await stage.server.until(() => told.acknowledged?.type === 5, "it is deferred");
    expect(told.messages[0]).toMatchObject({ thinking: true, ephemeral: true });
    open();
    expect((await answered(told)).edits).toBe(1);
    expect(told.messages).toHaveLength(1);
  });

  it("defers a digest for everybody", async () => {
    const open = stage.bot.hold();
    const told = stage.slash("digest");
    await stage.server.until(() => told.acknowledged !== undefined, "it is deferred");
    open();
    expect((await answered(told)).ephemeral).toBe(false);
  });

  it("takes a deferral back whose audience turns out wrong", async () => {
    await stage.end();
    stage = await createStage({
      answer: () => ({ summary: "s", blocks: [], audience: "channel", outcome: "answered" }),
    });
    const open = stage.bot.hold();
    const told = stage.slash("search", { query: "x" });
    await stage.server.until(() => told.acknowledged !== undefined, "it is deferred");
    open();
    await stage.server.until(() => told.messages[0]?.ephemeral === false, "the public answer is there");
    expect(told.messages).toHaveLength(1);
  });

  it("is answered in the deferral's place when that cannot be taken back", async () => {
    await stage.end();
    stage = await createStage({
      answer: () => ({ summary: "s", blocks: [], audience: "channel", outcome: "answered" }),
    });
    stage.server.fault(/DELETE/, { status: 404, body: { code: 10008, message: "Unknown Message" } });
    const open = stage.bot.hold();
    const told = stage.slash("search", { query: "x" });
    await stage.server.until(() => told.acknowledged !== undefined, "it is deferred");
    open();
    expect((await answered(told)).edits).toBe(1);
    expect(told.messages).toHaveLength(1);
  });

  it("that this version has no longer is answered all the same", async () => {
    await answered(stage.slash("nothing"));
    expect(stage.bot.requests[0]).toMatchObject({ line: "nothing" });
  });

  it("that stands in a group is the command that it is", async () => {
    const inside = (more: object) => ({
      name: "sco",
      options: [{ type: 2, name: "stories", options: [{ type: 1, name: "search", options: [more] }] }],
    });
    await answered(stage.slash("search", {}, { data: inside({ name: "query", type: 3, value: "forum" }) }));
    expect(stage.bot.requests).toMatchObject([{ command: "search", values: { query: "forum" } }]);
  });

  it("whose options are no list, or no values, is answered without them", async () => {
    const odd = (options: unknown) => answered(stage.slash("help", {}, { data: { name: "sco", options } }));
    await odd([{ type: 1, name: "help", options: 1 }]);
    await odd([{ type: 1, name: "search", options: [{ name: "query", type: 3, value: { a: 1 } }] }]);
    await odd(5);
    expect(stage.bot.requests).toMatchObject([
      { command: "help", values: {} },
      { command: "search", values: {} },
      { command: "help" },
    ]);
  });

  it("that cannot be read is noted and harms nothing", async () => {
    stage.slash("help", {}, { data: { name: "sco", options: [{ type: 1, name: "help", options: [null] }] } });
    await stage.server.until(
      () => stage.written.some((line) => line.includes("could not be read")),
      "a note",
    );
    await answered(stage.slash("help"));
  });

  it("whose answer comes after three seconds is refused by Discord, noted, and harms nothing", async () => {
    const told = stage.slash("search", { query: "late" });
    told.sentAt -= 3_100;
    await stage.server.until(() => stage.written.some((line) => line.includes("too late")), "it is noted");
    expect(told.messages).toEqual([]);
    await answered(stage.slash("search", { query: "next" }));
  });

  it("whose acknowledgement was received though its reply was lost is answered once", async () => {
    stage.server.fault(/callback/, "lost reply");
    const told = stage.slash("search", { query: "lost" });
    await stage.server.until(() => told.messages[0]?.edits === 1, "the second try edits");
    expect(told.messages).toHaveLength(1);
  });

  it("whose deferral was received though its reply was lost is answered once", async () => {
    stage.server.fault(/callback/, "lost reply");
    const open = stage.bot.hold();
    const told = stage.slash("search", { query: "lost" });
    await stage.server.until(() => told.acknowledged?.type === 5, "it is deferred");
    open();
    await answered(told);
    expect(told.messages).toHaveLength(1);
  });

  it("gets at least its sentence when Discord refuses the rich answer", async () => {
    const invalid = { status: 400, body: { code: 50035, message: "Invalid Form Body" } };
    stage.server.fault(/callback/, invalid);
    const message = await answered(stage.slash("search", { query: "x" }));
    expect(message.body).toMatchObject({ content: "3 articles for x", embeds: [] });
  });

  it("waits out a limit on the route and one on everything", async () => {
    const body = { message: "You are being rate limited.", retry_after: 0.2, global: true };
    const headers = { "retry-after": "0.2", "x-ratelimit-global": "true", "x-ratelimit-scope": "global" };
    stage.server.fault(/callback/, { status: 429, body, headers });
    await answered(stage.slash("search", { query: "global" }));
    const route = { status: 429, body: { ...body, global: false }, headers: { "retry-after": "0.2" } };
    stage.server.fault(/callback/, route);
    await answered(stage.slash("search", { query: "route" }));
  });

  it("manages a channel with Manage Channels there, as an administrator, with the owner's role, and in direct messages", async () => {
    await stage.end();
    stage = await createStage({
      settings: { managerRole: "Editors", operators: ["discord:800000000000000001"] },
    });
    const managesWith = async (more: Parameters<Stage["slash"]>[2]) => {
      await answered(stage.slash("help", {}, more));
      return stage.bot.requests.at(-1)?.caller;
    };
    expect(await managesWith({})).toMatchObject({ manages: false, operates: true });
    expect(await managesWith({ permissions: 1n << 4n })).toMatchObject({ manages: true });
    expect(await managesWith({ permissions: 1n << 3n })).toMatchObject({ manages: true });
    expect(await managesWith({ roles: ["500000000000000001"] })).toMatchObject({ manages: true });
    // The server as a whole is no matter of one channel, nor of the role for channels.
    for (const [more, managesWorkspace] of [
      [{ permissions: 1n << 4n }, false],
      [{ roles: ["500000000000000001"] }, false],
      [{ permissions: 1n << 5n }, true],
      [{ permissions: 1n << 3n }, true],
    ] as const)
      expect(await managesWith(more)).toMatchObject({ managesWorkspace });
    expect(await managesWith({ direct: true })).toMatchObject({ manages: true, workspace: "", direct: true });
    // In other people's conversations an app that somebody installed for themselves can never post.
    for (const elsewhere of [
      { context: 2 },
      { context: 2, group: true },
      { context: undefined, group: true },
    ]) {
      const caller = await managesWith({ direct: true, ...elsewhere });
      expect([elsewhere, caller]).toMatchObject([elsewhere, { manages: false }]);
      expect(caller?.barred?.en).toContain("I cannot post in this conversation");
    }
  });
});

describe("completion", () => {
  it("offers at most 25 short texts, none twice", async () => {
    const event = interaction({ type: 4, data: slashData("search", { query: "上" }, "query") });
    const told = stage.server.tell(event);
    stage.server.gateway.dispatch("INTERACTION_CREATE", event);
    await stage.server.until(() => told.choices !== undefined, "there are choices");
    expect(told.choices?.map(({ value }) => value)).toEqual(["query:上", "x".repeat(100), "上海精神"]);
  });
});

describe("completion of what this version does not have", () => {
  it.each([
    ["a command", slashData("gone", { query: "x" }, "query")],
    ["an option that is being typed", slashData("search", { query: "x" })],
  ])("offers nothing: %s", async (_, data) => {
    stage.bot.suggest = async (request, option) => ("command" in request && option ? ["x"] : []);
    const event = interaction({ type: 4, data });
    const told = stage.server.tell(event);
    stage.server.gateway.dispatch("INTERACTION_CREATE", event);
    await stage.server.until(() => told.choices !== undefined, "there are choices");
    expect(told.choices).toEqual([]);
  });
});

describe("a button", () => {
  it("turns the page in place", async () => {
    const first = await answered(stage.slash("search", { query: "summit" }));
    const told = stage.press(idOf(first, "Next"), first);
    await stage.server.until(() => first.edits === 1, "the page is turned");
    expect(told.acknowledged?.type).toBe(7);
    expect(embedsOf(first)[0]?.title).toContain("第1篇");
    expect(buttonsOf(first).find(({ label }) => label === "Next")?.custom_id).toBe(
      "h:search --page=3 summit",
    );
  });

  it("turns the page in place also when that takes long", async () => {
    const first = await answered(stage.slash("search", { query: "summit" }));
    const open = stage.bot.hold();
    const told = stage.press(idOf(first, "Next"), first);
    await stage.server.until(() => told.acknowledged?.type === 6, "it is deferred");
    open();
    await stage.server.until(() => first.edits === 1, "the page is turned");
  });

  it("of one article answers beside, only for who pressed it", async () => {
    const first = await answered(stage.slash("search", { query: "summit" }));
    const message = await answered(stage.press("menu0", first, "n:read id2"));
    expect(message).toMatchObject({ ephemeral: true, body: { content: "ran read id2" } });
    expect(first.edits).toBe(0);
  });

  it("shares into the channel once, however often it is pressed", async () => {
    const first = await answered(stage.slash("search", { query: "summit" }));
    const [one, two] = [stage.press(idOf(first, "Share"), first), stage.press(idOf(first, "Share"), first)];
    const messages = [await answered(one), await answered(two)];
    expect(messages.filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
    expect(messages.find(({ ephemeral }) => ephemeral)?.body.content).toBe("This has been shared already.");
  });

  it("shares nothing for who may not write there, and says so", async () => {
    const first = await answered(stage.slash("search", { query: "summit" }));
    const muted = { permissions: PERMISSIONS.viewChannel };
    const message = await answered(stage.press(idOf(first, "Share"), first, undefined, muted));
    expect(message).toMatchObject({ ephemeral: true, body: { content: /may not write/ } });
    // In a thread another right counts.
    const thread = { ...interaction({ type: 3, data: {} }), channel: { id: FORUM_POST, type: 11 } };
    const press = (permissions: bigint) => {
      const data = { custom_id: idOf(first, "Share"), component_type: 2 };
      return stage.send({
        ...interaction({ type: 3, data, permissions, message: first }),
        channel: thread.channel,
      });
    };
    expect(await answered(press(PERMISSIONS.sendMessages))).toMatchObject({ ephemeral: true });
    expect(await answered(press(1n << 38n))).toMatchObject({ ephemeral: false });
  });

  it("whose line fails leaves its message as it is", async () => {
    const first = await answered(stage.slash("search", { query: "summit" }));
    const message = await answered(stage.press("h:fail now", { ...first, id: "2" }));
    expect(message).toMatchObject({ ephemeral: true, body: { content: "That did not work" } });
  });

  it("that tells a secret answers its caller alone, beside the message", async () => {
    const own = await createStage({ answer: () => ({ ...sentence("k9x7v"), confidential: true }) });
    const told = own.press("h:following --feed=on", undefined);
    await own.server.until(() => told.messages.length === 1, "it is there");
    expect(told.messages[0]).toMatchObject({ ephemeral: true, body: { content: "k9x7v" } });
    await own.end();
  });

  it("that shows one's own list leaves the message that others read; one's own message it replaces", async () => {
    const own = await createStage({
      answer: (request) => ({
        ...{ ...sentence("my list"), own: true },
        audience: "command" in request && request.values.public === true ? "channel" : "caller",
      }),
    });
    const open = await answered(own.slash("search", { query: "x", public: true }));
    expect(open.ephemeral).toBe(false);
    const told = own.press("h:saved --page=2", open);
    await own.server.until(() => told.messages.length === 1, "it is there");
    expect(told.messages[0]).toMatchObject({ ephemeral: true, body: { content: "my list" } });
    expect([told.acknowledged?.type, open.edits]).toEqual([4, 0]);
    const alone = await answered(own.slash("search", { query: "x" }));
    own.press("h:saved --page=2", alone);
    await own.server.until(() => alone.edits === 1, "it is replaced");
    await own.end();
  });

  it("is not used up by somebody who may not share", async () => {
    let may = false;
    const own = await createStage({
      answer: (request) =>
        "line" in request && !may
          ? sentence("You may not", "bad-input")
          : { ...sentence("a day"), audience: "channel" },
    });
    const first = await answered(own.slash("digest"));
    expect((await answered(own.press("c:digest", first))).ephemeral).toBe(true);
    may = true;
    expect(await answered(own.press("c:digest", first))).toMatchObject({ ephemeral: false });
    await own.end();
  });

  it("whose line fails late leaves its message as it is", async () => {
    const first = await answered(stage.slash("search", { query: "summit" }));
    const open = stage.bot.hold();
    const told = stage.press("h:fail now", first);
    await stage.server.until(() => told.acknowledged?.type === 6, "it is deferred");
    open();
    await stage.server.until(() => told.messages.length === 2, "the refusal is there");
    expect(told.messages[1]).toMatchObject({ ephemeral: true, body: { content: "That did not work" } });
    expect(first.edits).toBe(0);
  });

  it("with a line longer than a custom_id works, also after a restart", async () => {
    const query = "long ".repeat(30).trim();
    const first = await answered(stage.slash("search", { query }));
    const id = idOf(first, "Next");
    expect(id.length).toBeLessThan(50);
    const { store } = stage;
    await stage.end();
    stage = await createStage({ store });
    const again = stage.press(id, first);
    await stage.server.until(() => again.acknowledged?.type === 7, "it is answered");
    expect(stage.bot.requests[0]).toMatchObject({ line: `search --page=2 ${query}` });
  });

  it("whose line is gone says so; one whose line cannot be fetched now asks to try again", async () => {
    const gone = await answered(stage.press("n#nothere", undefined));
    expect(gone.body.content).toMatch(/too old/);
    stage.store.state = "down";
    const later = await answered(stage.press("n#nothere2", undefined));
    expect(later.body.content).toMatch(/try again/);
  });

  it("of a menu runs the chosen line", async () => {
    const message = await answered(stage.press("menu0", undefined, "n:read id7"));
    expect(message.body.content).toBe("ran read id7");
  });

  it("that no version offers now, a menu without a choice and a form say that they are too old", async () => {
    const form = interaction({ type: 5, data: { custom_id: "form", components: [] } });
    const told = [
      stage.press("strange", undefined),
      stage.press("menu0", undefined, ""),
      stage.server.tell(form),
    ];
    stage.server.gateway.dispatch("INTERACTION_CREATE", form);
    for (const one of told) {
      expect(await answered(one)).toMatchObject({
        ephemeral: true,
        body: { content: expect.stringMatching(/too old/) },
      });
    }
  });
});

describe("the message command", () => {
  const on = (content: string, more = {}) => {
    const target = { ...message({ content }), ...more };
    const data = {
      ...{ id: "2", name: "Search SCO news for this", type: 3, target_id: target.id },
      resolved: { messages: { [target.id]: target } },
    };
    const told = stage.send(interaction({ type: 2, data }));
    return stage.server.until(() => told.messages.length === 1, "it is answered").then(() => told);
  };

  it("searches for what the message says, for the person alone", async () => {
    const { messages } = await on("Health ministers <:flag:600000000000000001> met **today**");
    expect(messages[0]?.ephemeral).toBe(true);
    expect(stage.bot.requests).toMatchObject([
      { command: "search", values: { query: "Health ministers met **today**" } },
    ]);
  });

  it("reads what it links to, also where there is nothing but a preview; of an empty one it asks for words", async () => {
    await on("look: https://x.org/a?b=1&c=2 !");
    await on("", { embeds: [{ url: "https://y.org/z", title: "Forum" }] });
    await on("");
    expect(stage.bot.requests).toMatchObject([
      { command: "read", values: { id: "https://x.org/a?b=1&c=2", query: "look: !" } },
      { command: "read", values: { id: "https://y.org/z", query: "Forum" } },
      { line: "help search" },
    ]);
  });
});
