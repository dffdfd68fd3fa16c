/** What goes wrong around a delivery: late articles, long waits, refusals, clocks; nothing is lost or doubled. */
import { afterEach, expect, test } from "@jest/globals";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";
import { keysIn, rowsIn } from "../state/rows.ts";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());

const texts = () => rig.calls.map(({ reply }) => JSON.stringify(reply));
const sent = (n: number) => until(() => rig.calls.length === n);
const idle = () => until(async () => (await rig.keys("lease:")).length === 0);
const seen = (id: string) =>
  until(async () => (await rig.keys("seen:")).some((key) => key.endsWith(`:${id}`)));
const ended = (n: number) => until(async () => (await rig.keys("done:")).length >= n);

test("an article that comes in after a summary is told by the next one, however early it is dated", async () => {
  rig = await openRig("2025-07-01T12:00:00Z");
  await rig.ask("daily 09:00 zone:UTC");
  rig.process();
  const first = article("a1", "Port opens in the north", "2025-07-02T07:00:00Z");
  rig.doors.library.put([{ ...first, arrived: "2025-07-02T07:10:00Z" }]);
  rig.clock.set("2025-07-02T09:00:00Z");
  await sent(1);
  await ended(1);
  rig.doors.library.put([
    { ...article("b1", "Dam closes in the south", "2025-07-02T08:50:00Z"), arrived: "2025-07-02T09:10:00Z" },
  ]);
  rig.clock.set("2025-07-03T09:00:00Z");
  await sent(2);
  expect(texts()[1]).toContain("Dam closes");
  expect(texts()[1]).not.toContain("Port opens");
});

test("a summary that is caught up after midnight tells of the whole time since the last one, and of nothing twice", async () => {
  rig = await openRig("2025-07-01T12:00:00Z");
  await rig.ask("daily 20:00 zone:UTC");
  const first = rig.process();
  rig.doors.library.put([article("a1", "Port opens in the north", "2025-07-01T19:00:00Z")]);
  rig.clock.set("2025-07-01T20:00:00Z");
  await sent(1);
  await ended(1);
  await first.stop();
  rig.doors.library.put([
    article("b1", "Dam closes in the south", "2025-07-01T21:00:00Z"),
    article("c1", "Harvest festival begins", "2025-07-03T00:30:00Z"),
  ]);
  rig.clock.set("2025-07-03T01:00:00Z");
  rig.process();
  await sent(2);
  expect(texts()[1]).toMatch(/Dam closes/);
  expect(texts()[1]).toMatch(/Harvest festival/);
  await ended(2);
  rig.doors.library.put([article("d1", "Museum shows old maps", "2025-07-03T10:00:00Z")]);
  rig.clock.set("2025-07-03T20:00:00Z");
  await sent(3);
  expect(texts()[2]).toMatch(/Museum shows/);
  expect(texts()[2]).not.toMatch(/Harvest festival/);
});

test("a watch's message that waited through quiet hours is not given up at its first 429", async () => {
  rig = await openRig("2025-06-20T22:00:00Z");
  await rig.ask("settings zone UTC for:channel");
  await rig.ask("settings quiet 22:00-07:00");
  await rig.ask("watch railway");
  rig.process();
  rig.doors.library.put([article("a1", "Railway at night", "2025-06-20T22:00:01Z")]);
  await seen("a1");
  rig.answers.push({ state: "later", afterMs: 5000 });
  rig.clock.set("2025-06-21T07:00:00Z");
  await sent(1);
  await idle();
  rig.clock.turn(10_000);
  await sent(2);
});

test("a summary that could not be posted in time is not posted days later", async () => {
  rig = await openRig("2025-05-25T12:00:00Z");
  await rig.ask("daily 09:00 zone:UTC");
  rig.answers.push({ state: "later", afterMs: 1000 });
  const first = rig.process();
  rig.clock.set("2025-05-26T09:00:00Z");
  await sent(1);
  await idle();
  await first.stop();
  rig.clock.set("2025-05-29T10:00:00Z");
  rig.process();
  await ended(2);
  await idle();
  // The one that is due three days later is posted if it has something new, the old one is not.
  expect(rig.calls.slice(1).map(({ key }) => key)).not.toContain(rig.calls[0]?.key);
});

test("a channel that is gone is told of once, however much was on its way there", async () => {
  rig = await openRig("2025-05-25T12:00:00Z");
  await rig.ask("daily 09:00 zone:UTC");
  await rig.ask("daily 09:00 zone:UTC topic:forum");
  await rig.ask("daily 09:00 zone:UTC topic:media");
  rig.answers.push({ state: "refused", reason: "channel_not_found" });
  rig.process();
  rig.clock.set("2025-05-26T09:00:00Z");
  await ended(3);
  await until(async () => (await rig.keys("outbox:")).length === 0);
  const notices = rig.calls.filter(({ target }) => "user" in target);
  expect(notices).toHaveLength(1);
  expect(rig.calls).toHaveLength(2);
});

test("an article is not lost when many processes add to one message at once", async () => {
  rig = await openRig("2025-06-20T12:00:00Z");
  await rig.ask("watch every:60 railway");
  const { commit } = rig.store;
  let left = 8;
  rig.store.commit = async (change) => (left-- > 0 ? false : commit(change));
  rig.process();
  rig.doors.library.put([article("x1", "Railway", "2025-06-20T12:00:00Z")]);
  await seen("x1");
});

test("a start announces nothing from before a watch, however much its words match", async () => {
  rig = await openRig("2025-06-20T12:00:00Z");
  const old = Array.from({ length: 1500 }, (_, n) =>
    article(`o${n}`, `Railway item ${n}`, "2025-01-10T12:00:00Z", "railway ".repeat(1 + (n % 7))),
  );
  const recent = Array.from({ length: 300 }, (_, n) =>
    article(
      `r${n}`,
      `A long report number ${n} on many other things`,
      "2025-06-10T12:00:00Z",
      `${"other words here ".repeat(30)} railway`,
    ),
  );
  rig.doors.library.put([...old, ...recent]);
  await rig.doors.search.ready();
  const { data } = await rig.ask("watch railway");
  // One article of the corpus is also of these days.
  expect(data).toMatchObject({ preview: { total: 301 } });
}, 60_000);

test("a column that has the same title every day is announced every day", async () => {
  rig = await openRig("2025-06-20T12:00:00Z");
  await rig.ask("watch railway");
  rig.process();
  rig.doors.library.put([article("a1", "Railway diary", "2025-06-20T12:00:00Z", "One thing happened.")]);
  await seen("a1");
  rig.clock.turn(5000);
  await sent(1);
  await ended(1);
  rig.clock.set("2025-06-21T12:00:00Z");
  rig.doors.library.put([article("a2", "Railway diary", "2025-06-21T12:00:00Z", "Another thing happened.")]);
  await seen("a2");
  rig.clock.turn(5000);
  await until(async () => (await rig.keys("outbox:")).length === 0);
  expect(rig.calls).toHaveLength(2);
});

test("a clock that was a year ahead for a moment silences neither summaries nor watches", async () => {
  rig = await openRig("2025-07-01T12:00:00Z");
  await rig.ask("daily 09:00 zone:UTC empty:say");
  await rig.ask("watch every:30 railway");
  const first = rig.process();
  rig.clock.set("2026-07-01T12:00:00Z");
  rig.doors.library.put([article("a1", "Railway of tomorrow", "2026-07-01T12:00:00Z")]);
  await seen("a1");
  rig.clock.turn(5000);
  await sent(2);
  await ended(2);
  await first.stop();
  rig.clock.set("2025-07-02T08:00:00Z");
  rig.process();
  rig.doors.library.put([article("b1", "Railway of today", "2025-07-02T08:00:00Z")]);
  await seen("b1");
  const planned = async () => (await rig.rows("last:")).map(([, value]) => value);
  await until(async () => (await planned()).includes(Date.parse("2025-07-01T12:00:00Z")));
  rig.clock.set("2025-07-02T09:00:00Z");
  await sent(4);
  expect(texts().slice(2).join("")).toMatch(/Railway of today/);
});

test("a state that lost its last moments posts nothing without looking, and forgets no article", async () => {
  const kept = memoryStore({ now: () => now, monotonic: () => now, sleep: async () => undefined });
  let now = Date.parse("2025-06-20T12:00:00Z");
  let fault: string | null = null;
  const store = Object.assign(Object.create(kept) as StateStore, {});
  Object.defineProperty(store, "health", { get: () => ({ backend: "redis", fault }) });
  rig = await openRig("2025-06-20T12:00:00Z", store);
  const turn = (iso: string) => {
    now = Date.parse(iso);
    rig.clock.set(iso);
  };
  await rig.ask("daily 13:00 zone:UTC empty:say");
  await rig.ask("watch railway");
  const before = await rowsIn(kept, "slack/T1/");
  rig.process();
  turn("2025-06-20T13:00:00Z");
  await sent(1);
  await ended(1);
  rig.doors.library.put([article("a1", "Railway opens", "2025-06-20T12:59:00Z")]);
  await seen("a1");
  fault = "Redis: failover";
  for (const key of await keysIn(kept, "slack/T1/")) await kept.delete(key);
  await kept.commit({ set: Object.fromEntries(before) });
  await sent(2);
  expect(rig.calls[1]).toMatchObject({ key: rig.calls[0]?.key, attempt: 2 });
  fault = null;
  await seen("a1");
  turn("2025-06-20T13:00:05Z");
  await sent(3);
  expect(texts()[2]).toContain("a1");
});

test("a process that was started beside a state which lost its last moments is unsure for a minute, and then no more", async () => {
  const kept = memoryStore({ now: () => now, monotonic: () => now, sleep: async () => undefined });
  let now = Date.parse("2025-06-20T12:00:00Z");
  const store = Object.assign(Object.create(kept) as StateStore, {});
  Object.defineProperty(store, "health", { get: () => ({ backend: "redis", fault: null }) });
  rig = await openRig("2025-06-20T12:00:00Z", store);
  const turn = (iso: string) => {
    now = Date.parse(iso);
    rig.clock.set(iso);
  };
  await rig.ask("daily 13:00 zone:UTC empty:say");
  turn("2025-06-20T12:59:59Z");
  rig.process();
  turn("2025-06-20T13:00:00Z");
  await sent(1);
  await ended(1);
  // Nothing was away as far as this process knows: it has only just begun.
  expect(rig.calls[0]).toMatchObject({ attempt: 2 });
  turn("2025-06-21T13:00:00Z");
  await sent(2);
  expect(rig.calls[1]).toMatchObject({ attempt: 1 });
});
