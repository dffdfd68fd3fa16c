/** Deliveries: at most once, and an honest word about what became of each; and what is missing to post. */
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { sentence } from "../../src/reply.ts";
import { createStage, type Stage } from "./double.ts";
import {
  CHANNEL,
  FORUM,
  FORUM_POST,
  FORUM_TAGS,
  GUILD,
  HIDDEN,
  nextId,
  PERSON,
  SILENT,
} from "./server/people.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(async () => {
  expect(stage.server.refused).toEqual([]);
  await stage.end();
});

const there = { workspace: GUILD, channel: CHANNEL };
const post = (key = "k", attempt = 1, target: Parameters<Stage["adapter"]["post"]>[0] = there) =>
  stage.adapter.post(target, sentence(`Digest ${key}`), key, attempt);

describe("a delivery", () => {
  it("is posted with a nonce that Discord enforces, and tells its link", async () => {
    const posted = await post();
    const [message] = stage.server.posts;
    expect(posted).toEqual({
      state: "sent",
      link: `https://discord.com/channels/${GUILD}/${CHANNEL}/${message?.id}`,
      thread: message?.id,
    });
    expect(message?.body).toMatchObject({
      content: "Digest k",
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
    expect(String(message?.body.nonce).length).toBeLessThanOrEqual(25);
  });

  it("below an earlier one goes into that one's thread, which is begun once, also when an answer is lost", async () => {
    const posted = await post();
    const thread = "thread" in posted ? (posted.thread ?? "") : "";
    const below = { ...there, thread };
    expect(await post("b1", 1, below)).toMatchObject({ state: "sent" });
    stage.server.fault(/POST \/channels\/\d+\/messages$/, "lost reply");
    expect(await post("b2", 1, below)).toMatchObject({ state: "unknown" });
    expect(await post("b2", 2, below)).toMatchObject({ state: "sent" });
    expect([...stage.server.threads]).toEqual([[thread, "Digest b1"]]);
    expect(stage.server.posts.map(({ channel, body }) => [channel, body.content])).toEqual([
      [CHANNEL, "Digest k"],
      [thread, "Digest b1"],
      [thread, "Digest b2"],
    ]);
  });

  it("of a watch in a forum is a post of its own with the tags that fit; what follows goes into it, and an answer that is lost begins no second one", async () => {
    const there = { workspace: GUILD, channel: FORUM_POST };
    const reply = (text: string, title: string, tags: readonly string[]) => ({
      ...sentence(text),
      post: { title, tags },
    });
    const first = reply("New for railway", "Tunnel of the railway is through", [
      "railway",
      "中文",
      "Chinese",
    ]);
    stage.server.fault(/POST \/channels\/\d+\/threads$/, "lost reply");
    expect(await stage.adapter.post(there, first, "w1", 1)).toMatchObject({ state: "unknown" });
    const posted = await stage.adapter.post(there, first, "w1", 2);
    const [begun] = stage.server.forumPosts;
    expect(stage.server.forumPosts).toEqual([
      expect.objectContaining({
        parent_id: FORUM,
        name: "Tunnel of the railway is through",
        applied_tags: [FORUM_TAGS[1].id, FORUM_TAGS[2].id],
      }),
    ]);
    expect(posted).toMatchObject({ state: "sent", thread: begun?.id });
    const below = { ...there, thread: String(begun?.id) };
    expect(await stage.adapter.post(below, sentence("More on it"), "w2", 1)).toMatchObject({ state: "sent" });
    expect(stage.server.posts.map(({ channel, body }) => [channel, body.content])).toEqual([
      [begun?.id, "New for railway"],
      [begun?.id, "More on it"],
    ]);
    // A forum that takes no post without a tag has its first; what is no watch's stays where it was asked for.
    await stage.adapter.post(there, reply("New for glaciers", "Glaciers melt", ["glaciers"]), "w3", 1);
    expect(stage.server.forumPosts[1]).toMatchObject({ applied_tags: [FORUM_TAGS[0].id] });
    await stage.adapter.post(there, sentence("Digest"), "d1", 1);
    expect(stage.server.posts.at(-1)).toMatchObject({ channel: FORUM_POST });
    // In a text channel a watch's message is one as ever.
    await stage.adapter.post({ workspace: GUILD, channel: CHANNEL }, first, "w4", 1);
    expect(stage.server.posts.at(-1)).toMatchObject({ channel: CHANNEL });
  });

  it("below an earlier one is an answer to it where no thread can be begun, and is refused where that one is gone", async () => {
    const posted = await post();
    const thread = "thread" in posted ? (posted.thread ?? "") : "";
    stage.server.noThreads = true;
    expect(await post("b1", 1, { ...there, thread })).toMatchObject({ state: "sent" });
    expect(stage.server.posts[1]).toMatchObject({
      channel: CHANNEL,
      body: { message_reference: { message_id: thread } },
    });
    stage.server.noThreads = false;
    expect(await post("b2", 1, { ...there, thread: nextId() })).toMatchObject({ state: "refused" });
  });

  it("to a person goes into their direct messages", async () => {
    const posted = await post("k", 1, { workspace: "", user: PERSON.id });
    expect(posted).toMatchObject({ state: "sent", link: expect.stringContaining("/channels/@me/4") });
  });

  it("whose reply is lost is unknown, is not sent again unasked, and is found by the next attempt", async () => {
    stage.server.fault(/POST \/channels/, "lost reply");
    expect(await post()).toMatchObject({ state: "unknown" });
    expect(stage.server.posts).toHaveLength(1);
    expect(await post("k", 2)).toMatchObject({ state: "sent" });
    expect(stage.server.posts).toHaveLength(1);
  });

  it("is found by its words when Discord has forgotten the nonce, also behind hundreds of newer messages", async () => {
    stage.server.fault(/POST \/channels/, "lost reply");
    expect(await post()).toMatchObject({ state: "unknown" });
    stage.server.forgetNonces();
    const someone = {
      author: { ...PERSON, bot: false },
      ephemeral: false,
      thinking: false,
      edits: 0,
      at: Date.now(),
    };
    for (let n = 0; n < 350; n++)
      stage.server.posts.push({
        id: nextId(),
        channel: CHANNEL,
        body: { content: "Digest k", embeds: [] },
        ...someone,
      });
    expect(await post("k", 2)).toMatchObject({ state: "sent" });
    expect(stage.server.posts).toHaveLength(351);
  });

  it("of the same words as an older one, or as another bot's, is not taken for it", async () => {
    await post();
    stage.server.forgetNonces();
    const later = Date.now() + 10 * 60_000;
    expect(
      await stage.adapter.post(there, sentence("Digest k"), "another", 2, undefined, later),
    ).toMatchObject({
      state: "sent",
    });
    expect(stage.server.posts).toHaveLength(2);
  });

  it("is not posted again where too much was written since to look through it all", async () => {
    const many = {
      body: { content: "x", embeds: [] },
      ephemeral: false,
      thinking: false,
      edits: 0,
      at: Date.now(),
    };
    for (let n = 0; n < 1_001; n++) stage.server.posts.push({ id: nextId(), channel: CHANNEL, ...many });
    expect(await post("k", 2)).toMatchObject({ state: "later" });
    expect(stage.server.posts).toHaveLength(1_001);
  });

  it("that never arrived is sent by the next attempt", async () => {
    stage.server.fault(/POST \/channels/, "lost request");
    expect(await post()).toMatchObject({ state: "unknown" });
    expect(await post("k", 2)).toMatchObject({ state: "sent" });
    expect(stage.server.posts).toHaveLength(1);
  });

  it("with the same key is one message even when nobody looks", async () => {
    await Promise.all([post("same"), post("same")]);
    expect(stage.server.posts).toHaveLength(1);
  });

  it("waits when Discord says so, without holding the caller", async () => {
    const body = { message: "You are being rate limited.", retry_after: 7, global: false };
    stage.server.fault(/POST \/channels/, { status: 429, body, headers: { "retry-after": "7" } });
    const posted = await post();
    expect(posted).toMatchObject({ state: "later" });
    expect(posted.state === "later" && posted.afterMs).toBeGreaterThan(5_000);
  });

  it("is refused for good where the bot may not write or the channel is gone", async () => {
    expect(await post("a", 1, { workspace: GUILD, channel: SILENT })).toMatchObject({ state: "refused" });
    expect(await post("b", 1, { workspace: GUILD, channel: "1" })).toMatchObject({ state: "refused" });
  });

  it("that Discord could not take is unknown when it failed while posting, later when before", async () => {
    stage.server.fault(/POST \/channels/, { status: 502, body: {} });
    expect(await post("a")).toMatchObject({ state: "unknown" });
    stage.server.fault(/POST \/users/, { status: 502, body: {} });
    expect(await post("b", 1, { workspace: "", user: PERSON.id })).toMatchObject({ state: "later" });
    stage.server.fault(/POST \/channels/, { status: 401, body: { message: "401", code: 0 } });
    expect(await post("c")).toMatchObject({ state: "later" });
    stage.server.fault(/POST \/channels/, { status: 403, body: { message: "blocked by a wall" } });
    expect(await post("c")).toMatchObject({ state: "later" });
    expect(await post("c")).toMatchObject({ state: "sent" });
  });

  it("whose turn is over is left to whoever has it now", async () => {
    expect(await stage.adapter.post(there, sentence("x"), "k", 1, Date.now() - 1)).toEqual({
      state: "later",
      afterMs: 0,
    });
    expect(stage.server.posts).toEqual([]);
  });
});

it("knows a server that it has left by Discord's word", async () => {
  expect(await stage.adapter.left?.(GUILD)).toBe(false);
  expect(await stage.adapter.left?.("999999999999999999")).toBe(true);
});

describe("what is missing", () => {
  const missing = (channel: string, locale: "en" | "zh" | "ru" = "en") =>
    stage.adapter.missing({ workspace: GUILD, channel }, locale);

  it("is nothing where the bot may write, and for a person", async () => {
    expect(await missing(CHANNEL)).toBeNull();
    expect(await stage.adapter.missing({ workspace: "", user: "1" }, "en")).toBeNull();
  });

  it("is named as Discord's settings call it, in the reader's language", async () => {
    expect(await missing(SILENT)).toContain("“Send Messages”");
    expect(await missing(SILENT, "zh")).toContain("“发送消息”");
    expect(await missing(SILENT, "ru")).toContain("«Отправлять сообщения»");
  });

  it("is a place for messages where the channel holds none, as a forum does", async () => {
    expect(await missing(FORUM)).toMatch(/takes no messages/);
  });

  it("is the sight of a channel that the bot cannot see", async () => {
    expect(await missing(HIDDEN)).toContain("View Channel");
    expect(await missing("1")).toContain("View Channel");
  });
});
