import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { neverLeft } from "../../adapters/slack/web.ts";
import { missingAt } from "../../src/delivery/open.ts";
import type { Reply } from "../../src/reply.ts";
import { caller } from "../desk.ts";
import { freePort } from "../port.ts";
import { type Running, run } from "./double.ts";
import { type Fault, type Slack, startSlack } from "./server.ts";
import { visibleText } from "./visible.ts";

let slack: Slack;
let running: Running;
beforeEach(async () => {
  slack = await startSlack();
  running = await run(slack, "socket");
});
afterEach(async () => {
  await running.adapter.stop();
  await slack.close();
  expect(slack.refusals).toEqual([]);
});
const reply: Reply = {
  summary: "Three new articles",
  blocks: [
    {
      kind: "card",
      title: { link: "Title", url: "https://example.org/" },
      lines: [[{ date: "2025-05-25T22:13:00Z", show: "minute" }]],
    },
    {
      kind: "table",
      head: ["Word", "Times"],
      rows: [
        ["health", "3"],
        ["*stars*", "1"],
      ],
    },
    { kind: "picture", png: new Uint8Array(), alt: "a picture of it" },
  ],
  audience: "channel",
  outcome: "answered",
};
const there = { workspace: "T1", channel: "C1" };
const once = (fault: Fault) => {
  let left = 1;
  slack.faults = (what) => (what === "chat.postMessage" && left-- > 0 ? fault : undefined);
};

test("a delivery is posted with a link to it; its dates are shown in each reader's zone", async () => {
  expect(await running.adapter.post(there, reply, "key-1", 1)).toEqual({
    state: "sent",
    link: expect.stringContaining("/archives/C1/p"),
    thread: slack.messages[0]?.ts,
  });
  expect(JSON.stringify(slack.messages[0]?.blocks)).toContain(
    "<!date^1748211180^{date_short} {time}|2025-05-25 22:13>",
  );
  expect(visibleText(slack.messages[0]?.blocks ?? [])).toMatch(
    /Word · Times[\s\S]*health · 3[\s\S]*\*stars\* · 1[\s\S]*a picture of it/,
  );
});

test("a second attempt finds what the first one left, also when its reply was lost", async () => {
  once("lose");
  expect(await running.adapter.post(there, reply, "key-1", 1)).toMatchObject({ state: "unknown" });
  expect(await running.adapter.post(there, reply, "key-1", 2)).toMatchObject({ state: "sent" });
  expect(await running.adapter.post(there, reply, "key-2", 2)).toMatchObject({ state: "sent" });
  expect(slack.messages.map(({ metadata }) => metadata?.event_payload.key)).toEqual(["key-1", "key-2"]);
});

/** Other people write as well. */
const talk = (n: number, channel = "C1") => {
  for (let i = 0; i < n; i++)
    slack.messages.push({ ts: slack.stamp(), channel, text: `talk ${i}`, blocks: [] });
};

test("an earlier attempt is found behind hundreds of newer messages, page after page", async () => {
  once("lose");
  await running.adapter.post(there, reply, "key-1", 1);
  talk(450);
  expect(await running.adapter.post(there, reply, "key-1", 2)).toMatchObject({ state: "sent" });
  expect(slack.messages.filter(({ metadata }) => metadata)).toHaveLength(1);
});

test("where Slack allows one look a minute, of 15 messages, a look goes on where it was broken off", async () => {
  let allowed = 1;
  slack.historyPage = 15;
  slack.faults = (what) =>
    what === "conversations.history" && allowed-- < 1
      ? { status: 429, headers: { "retry-after": "60" } }
      : undefined;
  const attempt = () => {
    allowed = 1;
    return running.adapter.post(there, reply, "key-1", 2);
  };
  const [lost] = [slack.stamp()];
  const metadata = { event_type: "sco_message", event_payload: { key: "key-1" } };
  slack.messages.push({ ts: lost, channel: "C1", text: "lost", blocks: [], metadata });
  talk(40);
  expect(await attempt()).toEqual({ state: "later", afterMs: 60_000 });
  // What is said meanwhile moves nothing: the look goes on from its place.
  expect(await attempt()).toEqual({ state: "later", afterMs: 60_000 });
  expect(await attempt()).toMatchObject({ state: "sent" });
  expect(slack.messages).toHaveLength(41);
  // And where there is none, it is posted after all has been seen.
  const other = () => {
    allowed = 1;
    return running.adapter.post(there, reply, "key-2", 2);
  };
  for (let n = 0; n < 2; n++) expect(await other()).toMatchObject({ state: "later" });
  expect(await other()).toMatchObject({ state: "sent" });
  expect(slack.messages).toHaveLength(42);
});

test("nothing older than the first attempt is looked at", async () => {
  await running.adapter.post(there, reply, "key-1", 2, undefined, Date.parse("2026-05-01T10:00:00Z"));
  const look = slack.calls.find(({ method }) => method === "conversations.history");
  expect(look?.args.oldest).toBe(String(Date.parse("2026-05-01T09:55:00Z") / 1000));
});

test("when it cannot look, a second attempt posts nothing", async () => {
  slack.faults = (what) => (what === "conversations.history" ? { status: 500 } : undefined);
  expect(await running.adapter.post(there, reply, "key-1", 2)).toMatchObject({ state: "unknown" });
  slack.faults = (what) =>
    what === "conversations.history" ? { status: 429, headers: { "retry-after": "7" } } : undefined;
  expect(await running.adapter.post(there, reply, "key-1", 2)).toEqual({ state: "later", afterMs: 7000 });
  expect(slack.messages).toEqual([]);
});

test("a rate limit is told, and the channel is left alone until it is over", async () => {
  once({ status: 429, headers: { "retry-after": "3" } });
  expect(await running.adapter.post(there, reply, "key-1", 1)).toEqual({ state: "later", afterMs: 3000 });
  expect(await running.adapter.post(there, reply, "key-2", 1)).toMatchObject({ state: "later" });
  expect(await running.adapter.post({ ...there, channel: "C2" }, reply, "key-3", 1)).toMatchObject({
    state: "sent",
  });
  expect(
    slack.calls.filter(({ method, args }) => method === "chat.postMessage" && args.channel === "C1"),
  ).toHaveLength(1);
});

test("no post after its lease is over", async () => {
  expect(await running.adapter.post(there, reply, "key-1", 1, Date.now() - 1)).toEqual({
    state: "later",
    afterMs: 0,
  });
  expect(slack.messages).toEqual([]);
});

test("what is refused for good is told apart from what may have arrived and what never left", async () => {
  expect(await running.adapter.post({ ...there, channel: "C9" }, reply, "k", 1)).toEqual({
    state: "refused",
    reason: "channel_not_found",
  });
  expect(await running.adapter.post({ ...there, channel: "C4" }, reply, "k", 1)).toEqual({
    state: "refused",
    reason: "is_archived",
  });
  once({ status: 200, body: { ok: false, error: "internal_error" } });
  expect(await running.adapter.post(there, reply, "k", 1)).toMatchObject({ state: "unknown" });
  once({ status: 429 });
  expect(await running.adapter.post(there, reply, "k", 1)).toMatchObject({ state: "later" });
});

test.each(["invalid_blocks", "msg_blocks_too_long", "msg_too_long"])(
  "what Slack refuses for how it is made (%s) is posted in plain words",
  async (error) => {
    slack.faults = (what, { blocks }) =>
      what === "chat.postMessage" && blocks !== undefined
        ? { status: 200, body: { ok: false, error } }
        : undefined;
    expect(await running.adapter.post(there, reply, "k", 1)).toMatchObject({ state: "sent" });
    expect(slack.messages).toMatchObject([
      {
        text: expect.stringContaining("Three new articles\nTitle\n25 May 2025, 22:13 UTC\n"),
        metadata: { event_payload: { key: "k" } },
      },
    ]);
    expect(slack.messages[0]?.blocks ?? []).toEqual([]);
  },
);

test("what a workspace does not take yet, as a table, is posted in blocks that all take", async () => {
  once({ status: 200, body: { ok: false, error: "invalid_blocks" } });
  expect(await running.adapter.post(there, reply, "k", 1)).toMatchObject({ state: "sent" });
  const kinds = (slack.messages[0]?.blocks ?? []).map(({ type }) => type);
  expect(kinds).toContain("section");
  expect(kinds).not.toContain("table");
});

test("what Slack says of the whole workspace, or a proxy in its place, passes; a channel that shut us out does not", async () => {
  for (const error of ["token_revoked", "invalid_auth", "team_added_to_org"]) {
    once({ status: 200, body: { ok: false, error } });
    expect(await running.adapter.post(there, reply, "k", 1)).toEqual({ state: "later", afterMs: 60_000 });
  }
  once({ status: 403 });
  expect(await running.adapter.post(there, reply, "k", 1)).toMatchObject({ state: "later" });
  slack.faults = (what) =>
    what === "conversations.history"
      ? { status: 200, body: { ok: false, error: "not_in_channel" } }
      : undefined;
  expect(await running.adapter.post(there, reply, "k", 2)).toEqual({
    state: "refused",
    reason: "not_in_channel",
  });
});

test("a connection that was never made is told apart from one that broke", async () => {
  const dead = `http://127.0.0.1:${await freePort()}`;
  const refused: unknown = await fetch(dead).catch((error: unknown) => error);
  expect(neverLeft(refused)).toBe(true);
  slack.faults = () => "drop";
  const broken: unknown = await fetch(`${slack.url}/api/auth.test`, { method: "POST" }).catch(
    (error: unknown) => error,
  );
  expect(neverLeft(broken)).toBe(false);
  expect(neverLeft(new AggregateError([refused, refused]))).toBe(true);
  expect(neverLeft(new AggregateError([refused, broken]))).toBe(false);
});

test("a person is reached in their direct messages", async () => {
  expect(await running.adapter.post({ workspace: "T1", user: "U2" }, reply, "key", 1)).toMatchObject({
    state: "sent",
  });
  expect(slack.messages[0]?.channel).toBe("DU2");
  expect(await running.adapter.post({ workspace: "T1", user: "U9" }, reply, "key", 1)).toEqual({
    state: "refused",
    reason: "user_not_found",
  });
});

test("what is missing to post somewhere is said in the reader's language", async () => {
  const { adapter } = running;
  expect(await adapter.missing(there, "en")).toBeNull();
  expect(await adapter.missing({ workspace: "T1", user: "U1" }, "en")).toBeNull();
  expect(await adapter.missing({ ...there, channel: "C3" }, "en")).toMatch(/Invite me there/);
  expect(await adapter.missing({ ...there, channel: "C4" }, "zh")).toMatch(/已归档/);
  expect(await adapter.missing({ ...there, channel: "G1" }, "ru")).toMatch(/не вижу/);
  slack.faults = () => ({ status: 500 });
  await expect(adapter.missing(there, "en")).rejects.toThrow("500");
  // Nobody is kept from asking for a summary because Slack has a bad minute.
  const person = { ...caller, platform: "slack", ...there } as const;
  expect(await missingAt([adapter], person)).toBeNull();
});
