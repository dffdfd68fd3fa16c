import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { LIMITS } from "../../adapters/slack/limits.ts";
import { sentence } from "../../src/reply.ts";
import { type Running, run } from "./double.ts";
import { buttonOf, click, clickOn, directly, event, mentioning, shortcut, slash, until } from "./person.ts";
import { type Slack, startSlack } from "./server.ts";
import { visibleText } from "./visible.ts";

describe.each(["socket", "http"] as const)("over %s", (mode) => {
  let slack: Slack;
  let running: Running;
  beforeEach(async () => {
    slack = await startSlack();
    running = await run(slack, mode);
  });
  afterEach(async () => {
    await running.adapter.stop();
    await slack.close();
    expect(slack.refusals).toEqual([]);
    expect(running.logged.filter((line) => !/expected/.test(line))).toEqual([]);
  });
  const last = () => slack.messages.at(-1);
  const arrived = (n = 1) =>
    until(
      () => slack.messages.length >= n && last(),
      () => [slack.calls, running.logged],
    );

  test("a command is acknowledged empty and answered once, to its caller, in their language and zone", async () => {
    const { status, body, ms } = await slash(slack, "search 上海精神", { user: "U2" });
    expect(status).toBe(200);
    expect(body ?? {}).toEqual(mode === "socket" ? {} : "");
    expect(ms).toBeLessThan(LIMITS.acknowledgeMs.max);
    const message = await arrived();
    expect(message.to).toBe("U2");
    expect(visibleText(message.blocks)).toContain("2025年5月26日 06:13");
    expect(running.bot.requests).toMatchObject([
      {
        line: "search 上海精神",
        caller: {
          platform: "slack",
          workspace: "T1",
          channel: "C1",
          user: "U2",
          locale: "zh",
          zone: "Asia/Shanghai",
          manages: true,
        },
      },
    ]);
    expect(slack.messages).toHaveLength(1);
  });

  test("a title is a link, facts stand small below it, matches are bold inside Chinese too", async () => {
    await slash(slack, "search x");
    const { blocks } = await arrived();
    expect(JSON.stringify(blocks)).toContain("*<https://example.org/1?a=1&amp;b=2|search x result 1>*");
    expect(blocks.find(({ type }) => type === "context")).toBeDefined();
    expect(JSON.stringify(blocks)).toContain("深化\u200b*睦邻*\u200b友好");
    expect(visibleText(blocks)).toContain("深化睦邻友好");
  });

  test("a reply for the channel goes to the channel, and an empty command asks for help", async () => {
    await slash(slack, "digest");
    expect((await arrived()).to).toBeUndefined();
    await slash(slack, "");
    await arrived(2);
    expect(running.bot.requests.at(-1)).toMatchObject({ line: "help" });
  });

  test("Next and Previous turn the page in place; a double click turns it once", async () => {
    await slash(slack, "search x");
    const message = await arrived();
    const next = clickOn(slack, message, buttonOf(message.blocks, "Next"));
    await Promise.all([slack.deliver("interactive", next), slack.deliver("interactive", next)]);
    await until(() => message.edits === 1);
    expect(message.text).toMatch(/^Page 2\n/);
    await click(slack, message, "Next");
    await until(() => message.text.startsWith("Page 3\n"));
    await click(slack, message, "Previous");
    await until(() => message.text.startsWith("Page 2\n"));
    expect(message.edits).toBe(3);
    expect(slack.messages).toHaveLength(1);
  });

  test("Share posts once for everybody, however often it is clicked", async () => {
    await slash(slack, "search x");
    const message = await arrived();
    await Promise.all([1, 2, 3].map(() => click(slack, message, "Share")));
    await arrived(2);
    await click(slack, message, "Read");
    await arrived(3);
    const shared = slack.messages.filter(({ to }) => to === undefined);
    expect(shared).toHaveLength(1);
    expect(visibleText(shared[0]?.blocks ?? [])).toContain("Shared by Aigerim");
    expect(slack.messages.at(-1)).toMatchObject({ to: "U1", text: "you said read k1" });
  });

  test("of two people who press one button at once each gets an answer; a share is posted once, and the second told", async () => {
    running.bot.answers.set("latest", () => ({
      ...{ ...sentence("The newest"), audience: "channel" },
      blocks: [
        {
          kind: "actions",
          actions: [
            { label: "Save", run: "saved add k1", place: "new" },
            { label: "Share", run: "search --public 1", place: "channel" },
          ],
        },
      ],
    }));
    await slash(slack, "latest");
    const message = await arrived();
    await Promise.all([click(slack, message, "Save", "U1"), click(slack, message, "Save", "U2")]);
    await arrived(3);
    expect(slack.messages.slice(1).map(({ to }) => to)).toEqual(expect.arrayContaining(["U1", "U2"]));
    // Whoever may not share keeps nobody else from it.
    const here = slack.channels.get("C1");
    if (!here) throw new Error("no channel");
    here.without = ["U2"];
    await click(slack, message, "Share", "U2");
    expect(await arrived(4)).toMatchObject({ to: "U2", text: expect.stringContaining("那个频道里") });
    here.without = [];
    await click(slack, message, "Share", "U1");
    expect((await arrived(5)).to).toBeUndefined();
    await click(slack, message, "Share", "U3");
    expect(await arrived(6)).toMatchObject({ to: "U3", text: "Этим уже поделились." });
  });

  test("Share posts nothing for who is not in the channel, or may not write there, and says so", async () => {
    await slash(slack, "search x");
    const message = await arrived();
    const here = slack.channels.get("C1");
    if (!here) throw new Error("no channel");
    here.without = ["U1"];
    await click(slack, message, "Share");
    expect(await arrived(2)).toMatchObject({ to: "U1", text: expect.stringContaining("that you are in") });
    here.without = [];
    here.restricted = { type: ["admin"], user: ["U2"] };
    await new Promise((done) => setTimeout(done, 20));
    await click(slack, { ...message, ts: slack.stamp() }, "Share");
    expect(await arrived(3)).toMatchObject({ to: "U1", text: expect.stringContaining("Not everybody") });
  });

  test("a message's shortcut shows nothing to others for who may not write there", async () => {
    running.bot.answers.set("search", () => ({ ...sentence("found"), audience: "channel" }));
    const on = { text: "gas", channel: "C1" };
    await shortcut(slack, "search_message", on, "U1");
    expect((await arrived()).to).toBeUndefined();
    const here = slack.channels.get("C1");
    if (here) here.restricted = { type: ["admin"] };
    await shortcut(slack, "search_message", on, "U1");
    expect((await arrived(2)).to).toBe("U1");
  });

  test("two other people's conversation is nobody's own", async () => {
    slack.channels.set("D9", { id: "D9", member: false });
    await slash(slack, "search x", { channel: "D9" });
    await slash(slack, "search x", { channel: "D1" });
    await arrived(2);
    const seen = running.bot.requests.map(({ caller: { channel, manages, direct } }) => [
      channel,
      manages,
      direct,
    ]);
    expect(seen.sort()).toEqual([
      ["D1", true, true],
      ["D9", false, false],
    ]);
  });

  test("a page that cannot be turned leaves the results alone and says so beside them", async () => {
    running.bot.answers.set("page", () => sentence("that page is gone", "bad-input"));
    await slash(slack, "search x");
    const message = await arrived();
    await click(slack, message, "Next");
    expect(await arrived(2)).toMatchObject({ to: "U1", text: "that page is gone" });
    expect(message.edits).toBeUndefined();
  });

  test("a button whose line is too long for it works through the store, also after a restart", async () => {
    const long = `search ${"上海精神 OR ".repeat(400)}x`;
    running.bot.answers.set("long", () => ({
      ...sentence("long"),
      blocks: [{ kind: "actions", actions: [{ label: "Again", run: long, place: "new" }] }],
    }));
    await slash(slack, "long");
    const message = await arrived();
    await running.adapter.stop();
    running = await run(slack, mode, { store: running.store });
    await click(slack, message, "Again");
    await arrived(2);
    expect(running.bot.requests.at(-1)).toMatchObject({ line: long });
  });

  test("a button whose state is gone says so and offers the search again", async () => {
    const long = `search ${"word ".repeat(600)}`;
    running.bot.answers.set("long", () => ({
      ...sentence("long"),
      blocks: [{ kind: "actions", actions: [{ label: "Again", run: long, place: "here" }] }],
    }));
    await slash(slack, "long");
    const message = await arrived();
    await running.adapter.stop();
    running = await run(slack, mode);
    await click(slack, message, "Again");
    const gone = await arrived(2);
    expect(gone.text).toContain("too old");
    await click(slack, gone, "Search again");
    await arrived(3);
    expect(running.bot.requests.at(-1)).toMatchObject({ line: expect.stringMatching(/^search word word/) });
  });

  test("a mention is answered in its thread, once, whatever is said", async () => {
    const asked = mentioning(slack, "what did the ministers agree on &lt;health&gt;?");
    await event(slack, asked);
    const answer = await arrived();
    expect(answer).toMatchObject({
      channel: "C1",
      thread_ts: asked.ts,
      text: "you said what did the ministers agree on &lt;health&gt;?",
    });
    expect(running.bot.requests).toMatchObject([
      { said: "what did the ministers agree on <health>?", caller: { thread: asked.ts } },
    ]);
    const inside = mentioning(slack, "and then?", {}, { thread_ts: asked.ts });
    await event(slack, inside);
    expect((await arrived(2)).thread_ts).toBe(asked.ts);
    await event(slack, mentioning(slack, ""));
    await arrived(3);
    expect(running.bot.requests.at(-1)).toMatchObject({ line: "help" });
  });

  test("a file comes into the thread of a mention, and to one person's direct messages where only they asked", async () => {
    const bytes = Buffer.from("# Briefing 简报");
    const file = {
      name: "brief.md",
      mediaType: "text/markdown",
      bytes,
      instead: sentence("all of it").blocks,
    };
    running.bot.answers.set("brief", () => ({ ...sentence("The brief"), file }));
    await slash(slack, "brief", { channel: "C1" });
    await arrived();
    expect(slack.files).toEqual([{ name: "brief.md", bytes, channel: "D1", thread: undefined }]);
    expect(visibleText(last()?.blocks ?? [])).toMatch(/The brief[\s\S]*in your direct messages/);
    const said = mentioning(slack, "brief");
    await event(slack, said);
    await arrived(2);
    expect(slack.files[1]).toMatchObject({ channel: "C1", thread: last()?.thread_ts });
    expect(visibleText(last()?.blocks ?? [])).toMatch(/in this thread/);
  });

  test("without the scope for files, and when the upload breaks, the text comes with a sentence", async () => {
    const file = {
      ...{ name: "brief.md", mediaType: "text/markdown", bytes: Buffer.from("x") },
      instead: sentence("all of the brief").blocks,
    };
    running.bot.answers.set("brief", () => ({ ...sentence("The brief"), file }));
    slack.scopes.delete("files:write");
    await slash(slack, "brief");
    await arrived();
    expect(visibleText(last()?.blocks ?? [])).toMatch(/lacks the scope files:write[\s\S]*all of the brief/);
    slack.refusals.length = 0;
    slack.scopes.add("files:write");
    slack.faults = (what) => (what === "upload" ? "drop" : undefined);
    await slash(slack, "brief");
    await arrived(2);
    expect(visibleText(last()?.blocks ?? [])).toMatch(/could not be sent just now[\s\S]*all of the brief/);
    expect(slack.files).toEqual([]);
    running.logged.length = 0;
  });

  test("what others may not read goes to the person's direct messages, and the thread says so", async () => {
    running.bot.answers.set("following", () => ({ ...sentence("the secret is k9x7v"), confidential: true }));
    await event(slack, mentioning(slack, "following --webhook=https://hooks.example/x"));
    await arrived(2);
    expect(slack.messages.map(({ channel, text }) => [channel, text.includes("k9x7v")])).toEqual([
      [expect.stringMatching(/^D/), true],
      ["C1", false],
    ]);
    expect(slack.messages[1]?.thread_ts).toBeDefined();
  });

  test("a press that tells a secret leaves the message that everybody sees, and answers beside it", async () => {
    running.bot.answers.set("digest", () => ({
      ...{ ...sentence("Shall I?"), audience: "channel" },
      blocks: [
        {
          kind: "actions",
          actions: [
            { label: "Yes", run: "following --feed=on", place: "here" },
            { label: "Share", run: "following --feed=on", place: "channel" },
          ],
        },
      ],
    }));
    running.bot.answers.set("following", () => ({ ...sentence("the secret is k9x7v"), confidential: true }));
    await slash(slack, "digest");
    const message = await arrived();
    for (const [nth, label] of ["Yes", "Share"].entries()) {
      await click(slack, message, label);
      expect(await arrived(nth + 2)).toMatchObject({ to: "U1", text: "the secret is k9x7v" });
    }
    expect(message.edits).toBeUndefined();
  });

  test("a press that shows one's own list leaves the message that everybody sees; one's own message it replaces", async () => {
    const turn = [
      { kind: "actions" as const, actions: [{ label: "More", run: "mine 2", place: "here" as const }] },
    ];
    running.bot.answers.set("saved", (request) => ({
      ...{ ...sentence("A list"), own: true, blocks: turn },
      audience: "line" in request && request.line.includes("open") ? "channel" : "caller",
    }));
    running.bot.answers.set("mine", ({ caller }) => ({
      ...sentence(`the list of ${caller.user}`),
      own: true,
    }));
    await slash(slack, "saved open");
    const open = await arrived();
    await click(slack, open, "More", "U2");
    expect(await arrived(2)).toMatchObject({ to: "U2", text: "the list of U2" });
    expect(open.edits).toBeUndefined();
    await slash(slack, "saved");
    const alone = await arrived(3);
    await click(slack, alone, "More");
    await until(() => alone.edits === 1);
    expect(alone.text).toBe("the list of U1");
  });

  test("verdicts on an answer are Slack's own thumbs, and plain buttons where Slack refuses those", async () => {
    const verdict = (label: string, said: "good" | "bad") => ({
      ...{ label, run: `feedback ${said} a1 q`, place: "new" as const, verdict: said },
    });
    const answer = {
      ...sentence("an answer"),
      blocks: [{ kind: "actions" as const, actions: [verdict("👍", "good"), verdict("👎", "bad")] }],
    };
    running.bot.answers.set("what", () => answer);
    await event(slack, mentioning(slack, "what now?"));
    const shown = await arrived();
    expect(shown.blocks.map(({ type }) => type)).toEqual(["context_actions"]);
    await click(slack, shown, "👎");
    await until(() => running.bot.requests.length === 2);
    expect(running.bot.requests[1]).toMatchObject({ line: "feedback bad a1 q" });

    const refused = { status: 200, body: { ok: false, error: "invalid_blocks" } };
    slack.faults = (method, args) =>
      method === "chat.postMessage" && JSON.stringify(args).includes("context_actions") ? refused : undefined;
    await event(slack, mentioning(slack, "what then?"));
    const simpler = await until(() => slack.messages.find(({ blocks }) => blocks[0]?.type === "actions"));
    await click(slack, simpler, "👍");
    await until(() => running.bot.requests.some((one) => "line" in one && one.line === "feedback good a1 q"));
  });

  test("a direct message needs no mention and is answered there, where nobody else would read what is shared", async () => {
    const asked = directly(slack, "search x");
    await event(slack, asked);
    const answer = await arrived();
    expect(answer.channel).toBe("D1");
    // Where Slack shows an agent's messages each question is a thread; what was shown is remembered for all of them.
    expect(answer.thread_ts).toBe(asked.ts);
    expect(running.bot.requests).toMatchObject([{ caller: { alone: true, direct: true } }]);
    expect(running.bot.requests[0]?.caller.thread).toBeUndefined();
  });

  test("bots, the bot itself, edits, joins and channel talk are not answered", async () => {
    await event(slack, mentioning(slack, "hello", { user: slack.botUser }));
    await event(slack, mentioning(slack, "hello", {}, { bot_id: "B9" }));
    await event(slack, directly(slack, "hi", {}, { subtype: "message_changed" }));
    await event(slack, directly(slack, "hi", {}, { subtype: "bot_message", bot_id: "B1" }));
    await event(slack, directly(slack, "hi", { user: slack.botUser }));
    await event(slack, directly(slack, "hi", {}, { channel_type: "channel", channel: "C1" }));
    const asked = mentioning(slack, "once");
    await event(slack, asked);
    await arrived();
    await event(slack, { ...asked, text: `${asked.text} edited`, edited: { user: "U1", ts: "1.2" } });
    await event(slack, directly(slack, "last"));
    await until(() => running.bot.requests.some((request) => "said" in request && request.said === "last"));
    expect(running.bot.requests).toHaveLength(2);
  });

  test("where the bot may not post, the answer comes directly and says why", async () => {
    await event(slack, mentioning(slack, "hello", { channel: "C3" }));
    const answer = await arrived();
    expect(answer.channel).toBe("D1");
    expect(visibleText(answer.blocks)).toMatch(/may not post[\s\S]*you said hello/);
    running.logged.length = 0;
  });

  test("somebody of another company in a shared channel changes nothing, by command, mention or button", async () => {
    const foreign = { user: "U4" };
    await slash(slack, "daily 09:00", foreign);
    await arrived();
    await event(slack, mentioning(slack, "daily off", foreign));
    await arrived(2);
    expect(running.bot.requests).toHaveLength(2);
    for (const { caller } of running.bot.requests)
      expect(caller).toMatchObject({
        manages: false,
        barred: { en: expect.stringContaining("another organization") },
      });
  });

  test("a guest does not manage a channel", async () => {
    await slash(slack, "daily 09:00", { user: "U3" });
    await arrived();
    expect(running.bot.requests).toMatchObject([
      { caller: { manages: false, locale: "ru", zone: "Europe/Moscow" } },
    ]);
  });
});
