/** Mentions and direct messages, answered as a reply, once; also over a dropped connection. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { sentence } from "../../src/reply.ts";
import { createStage, type Stage } from "./double.ts";
import { BOT, EDITORS, GOVERNORS, MANAGERS, message, OWN, PERSON, SILENT } from "./server/people.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(async () => {
  expect(stage.server.refused).toEqual([]);
  await stage.end();
});

const mention = (words: string, more: Partial<Parameters<typeof message>[0]> = {}) =>
  message({ content: `<@${BOT.id}> ${words}`, ...more });
const posted = (count: number) =>
  stage.server.until(() => stage.server.posts.length >= count, `${count} answers are there`);

describe("a mention", () => {
  it("is answered as a reply to it, with nobody pinged and nothing to share", async () => {
    const said = mention("上海精神");
    stage.say(said);
    await posted(1);
    const [post] = stage.server.posts;
    expect(post?.channel).toBe(said.channel_id);
    expect(post?.body).toMatchObject({
      message_reference: { message_id: said.id, fail_if_not_exists: false },
      allowed_mentions: { parse: [] },
    });
    expect(stage.bot.requests[0]).toMatchObject({
      said: "上海精神",
      caller: { locale: "zh", alone: true, direct: false },
    });
  });

  it("is answered in direct messages where others may not read it, and says so in the channel", async () => {
    const own = await createStage({
      answer: () => ({ ...sentence("the secret is k9x7v"), confidential: true }),
    });
    const said = mention("following");
    own.say(said);
    await own.server.until(() => own.server.posts.length >= 2, "both are there");
    const { posts, refused } = own.server;
    expect(
      posts.map(({ channel, body }) => [channel === said.channel_id, JSON.stringify(body).includes("k9x7v")]),
    ).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(refused).toEqual([]);
    await own.end();
  });

  it("is answered in the language of its words, else in the one the person or the server uses", async () => {
    stage.say(mention("сводка"));
    await posted(1);
    stage.say(mention("digest"));
    await posted(2);
    const told = stage.slash("help", {}, { locale: "ru" });
    await stage.server.until(() => told.messages.length === 1, "the slash command is answered");
    stage.say(mention("digest"));
    await posted(3);
    expect(stage.bot.requests.map(({ caller }) => caller.locale)).toEqual(["ru", "en", "ru", "ru"]);
  });

  it("may be an answer to a message of its own that calls it, as people go on with a conversation", async () => {
    stage.say({ ...message({ content: "и что дальше?", type: 19 }), mentions: [BOT] } as ReturnType<
      typeof message
    >);
    await posted(1);
    stage.say(message({ content: "an answer to somebody else", type: 19 }));
    stage.say(mention("last"));
    await posted(2);
    expect(stage.bot.requests).toMatchObject([{ said: "и что дальше?" }, { said: "last" }]);
  });

  it("may be such an answer without the call, where Discord gives its text and its writer has not turned that off", async () => {
    const below = (content: string, author: object, more = {}) => {
      const said = message({ content, type: 19, author: more });
      stage.say({
        ...said,
        referenced_message: { ...message({ content: "x" }), author },
      } as unknown as typeof said);
    };
    below("", BOT, PERSON);
    below("to somebody else", PERSON, PERSON);
    below("who turned it off", BOT, { ...PERSON, id: "quiet" });
    below("and in Russian?", BOT, PERSON);
    await posted(1);
    expect(stage.bot.requests).toMatchObject([{ said: "and in Russian?" }]);
  });

  it("of the bot's role gets a pointer to the bot; another role is none of its business", async () => {
    stage.say({ ...message({ content: `<@&${EDITORS}> news?` }), mention_roles: [EDITORS] } as never);
    stage.say({ ...message({ content: `<@&${OWN}> 新闻` }), mention_roles: [OWN] } as never);
    await posted(1);
    stage.say({ ...mention("both"), mention_roles: [OWN] } as never);
    await posted(2);
    expect(JSON.stringify(stage.server.posts[0]?.body)).toContain("Mention me by my name");
    expect(stage.bot.requests).toMatchObject([{ said: "both" }]);
  });

  it.each([
    ["news of <t:1748217600:D> please", "news of 2025-05-26 please"],
    ["<:flag:600000000000000001> summit <a:wave:1>", "summit"],
    ["<#600000000000000001> <@&5> <@1234> energy", "energy"],
    ["2 < 3 and <b>", "2 < 3 and <b>"],
  ])("is read as people see it: %s", async (content, said) => {
    stage.say(mention(content));
    await posted(1);
    expect(stage.bot.requests[0]).toMatchObject({ said });
  });

  it("with the old form and no words still asks the bot", async () => {
    stage.say(message({ content: `<@!${BOT.id}>` }));
    await posted(1);
    expect(stage.bot.requests[0]).toMatchObject({ said: "" });
  });

  it("manages with the roles that the channel gives Manage Channels", async () => {
    stage.say(mention("a", { roles: [MANAGERS] }));
    await posted(1);
    stage.say(mention("b", { roles: [EDITORS] }));
    await posted(2);
    expect(stage.bot.requests.map(({ caller }) => caller.manages)).toEqual([true, false]);
  });

  it("manages the server with the roles that give Manage Server, not Manage Channels", async () => {
    for (const [nth, roles] of [[GOVERNORS], [MANAGERS], [EDITORS]].entries()) {
      stage.say(mention("a", { roles }));
      await posted(nth + 1);
    }
    expect(stage.bot.requests.map(({ caller }) => caller.managesWorkspace)).toEqual([true, false, false]);
  });

  it("in a channel where the bot may not write is noted and harms nothing", async () => {
    stage.say(mention("a", { channel: SILENT }));
    await stage.server.until(
      () => stage.written.some((line) => line.includes("Missing Permissions")),
      "a note",
    );
    stage.say(mention("b"));
    await posted(1);
  });

  it("whose answer was received though the reply to it was lost is answered once", async () => {
    stage.server.fault(/POST \/channels/, "lost reply");
    stage.say(mention("lost"));
    await stage.server.until(
      () => stage.server.requests.filter((request) => request.startsWith("POST /channels")).length === 2,
      "it was sent again",
    );
    stage.say(mention("next"));
    await posted(2);
    expect(stage.server.posts).toHaveLength(2);
  });
});

describe("a direct message", () => {
  it("needs no mention, and its writer manages there", async () => {
    stage.say(message({ content: "today", direct: true, channel: "400000000000000001" }));
    await posted(1);
    expect(stage.bot.requests[0]).toMatchObject({ said: "today", caller: { manages: true, workspace: "" } });
  });
});

describe("a message that writes the command out", () => {
  it.each([
    ["/sco search health", "search health"],
    ["/sco", ""],
    ["/scout", "/scout"],
  ])("means what stands behind it: %s", async (content, said) => {
    stage.say(message({ content, direct: true, channel: "400000000000000001" }));
    await posted(1);
    expect(stage.bot.requests[0]).toMatchObject({ said });
  });
});

describe("left alone", () => {
  it("are other bots, itself, webhooks, system messages, everyone's mentions and plain talk", async () => {
    stage.say(mention("bot", { author: { ...PERSON, bot: true } }));
    stage.say(mention("self", { author: BOT }));
    stage.say({ ...mention("webhook"), webhook_id: "1" } as ReturnType<typeof message>);
    stage.say(mention("pinned", { type: 6 }));
    stage.say(message({ content: "@everyone look" }));
    stage.say(message({ content: "no mention at all" }));
    stage.say(mention("mine"));
    await posted(1);
    expect(stage.bot.requests).toHaveLength(1);
  });
});

describe("a dropped connection", () => {
  it("is resumed; a mention made meanwhile is answered, once", async () => {
    stage.say(mention("before"));
    await posted(1);
    stage.server.gateway.drop();
    stage.say(mention("meanwhile"));
    await posted(2);
    expect(stage.server.gateway.resumed).toBe(1);
    stage.server.gateway.repeat("MESSAGE_CREATE");
    stage.say(mention("after"));
    await posted(3);
    expect(stage.bot.requests.map((request) => "said" in request && request.said)).toEqual([
      "before",
      "meanwhile",
      "after",
    ]);
  });

  it("does not make a slash command that is replayed run twice", async () => {
    const told = stage.slash("search", { query: "x" });
    await stage.server.until(() => told.messages.length === 1, "it is answered");
    stage.server.gateway.repeat("INTERACTION_CREATE");
    stage.say(mention("after"));
    await posted(1);
    expect(stage.bot.requests).toHaveLength(2);
    expect(told.messages).toHaveLength(1);
  });

  it("with two processes on one store, each mention is answered by one of them", async () => {
    const second = await createStage({ store: stage.store });
    const said = mention("both");
    stage.say(said);
    second.say(said);
    await stage.server.until(() => stage.server.posts.length + second.server.posts.length > 0, "an answer");
    const other = mention("next");
    stage.say(other);
    second.say(other);
    const sum = () => stage.bot.requests.length + second.bot.requests.length;
    await stage.server.until(() => sum() === 2, "both are asked");
    await second.end();
    expect(stage.server.posts.length + second.server.posts.length).toBe(2);
  });
});
