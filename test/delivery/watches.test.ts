/** Watches announce each new article once, in calm messages, with the reason. */
import { afterEach, expect, test } from "@jest/globals";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());

const NOON = "2025-06-20T12:00:00Z";
const sent = (n: number) => until(() => rig.calls.length === n);
const texts = () => rig.calls.map(({ reply }) => JSON.stringify(reply));
/** Lets the bot go through what is there: a planned message, or nothing. */
const matched = (n: number) => until(async () => (await rig.keys("seen:")).length >= n);

test("a new article that matches is posted once with the words that matched, and others are not", async () => {
  rig = await openRig(NOON);
  await rig.ask("watch railway Uzbekistan");
  rig.process();
  const news = article("abc12", "A railway for Uzbekistan opens", "2025-06-20T12:00:10Z");
  rig.doors.library.put([news, article("zzz99", "Tea harvest begins", "2025-06-20T12:00:11Z")]);
  await matched(2);
  rig.clock.turn(5000);
  await sent(1);
  rig.doors.library.put([news]);
  rig.clock.turn(3_600_000);
  await rig.round();
  expect(rig.calls).toHaveLength(1);
  expect(texts()[0]).toMatch(/abc12.*matched.*railway, Uzbekistan/);
  expect(texts()[0]).not.toContain("zzz99");
  expect(texts()[0]).toContain("unwatch ");
});

test("a burst is one message, and what comes in the quiet interval waits for its end", async () => {
  rig = await openRig(NOON);
  await rig.ask("watch every:60 railway");
  rig.process();
  rig.doors.library.put(
    [1, 2, 3].map((n) => article(`a${n}`, `Railway number ${n}`, "2025-06-20T12:00:01Z")),
  );
  await matched(6);
  rig.clock.turn(5000);
  await sent(1);
  expect(texts()[0]).toMatch(/3 new/);
  rig.doors.library.put([article("b1", "Railway bridge", "2025-06-20T12:10:00Z")]);
  await matched(8);
  rig.doors.library.put([article("b2", "Railway tunnel", "2025-06-20T12:20:00Z")]);
  await matched(10);
  rig.clock.turn(59 * 60_000);
  await rig.round();
  expect(rig.calls).toHaveLength(1);
  rig.clock.turn(60_000);
  await sent(2);
  expect(texts()[1]).toMatch(/b1[\s\S]*b2/);
});

test("the same story from another publisher is skipped and the list says so", async () => {
  rig = await openRig(NOON);
  await rig.ask("watch railway");
  rig.process();
  rig.doors.library.put([article("a1", "Railway opens today", "2025-06-20T12:00:01Z")]);
  await matched(2);
  rig.doors.library.put([article("a2", "Railway opens today!", "2025-06-20T12:00:02Z")]);
  await matched(3);
  rig.clock.turn(5000);
  await sent(1);
  expect(texts()[0]).not.toContain("a2");
  await until(async () => (await rig.keys("done:")).length === 2);
  const { data } = await rig.ask("deliveries");
  expect(data).toMatchObject({
    deliveries: expect.arrayContaining([
      expect.objectContaining({ why: "duplicate story", state: "skipped" }),
    ]),
  });
});

test("what came while the bot was down is announced at its start; what was there before the watch is not", async () => {
  rig = await openRig(NOON);
  await rig.doors.search.ready();
  rig.doors.library.put([article("old1", "Zeppelin plans", "2025-06-19T12:00:00Z")]);
  await rig.doors.search.ready();
  const saved = await rig.ask("watch zeppelin");
  expect(saved.data).toMatchObject({ preview: { total: 1 } });
  rig.clock.turn(3_600_000);
  rig.doors.library.put([
    article("new1", "Zeppelin works begin", "2025-06-20T12:30:00Z"),
    article("past1", "Zeppelin of the past", "2025-04-01T12:30:00Z"),
  ]);
  await rig.doors.search.ready();
  rig.process();
  await matched(3);
  rig.clock.turn(5000);
  await sent(1);
  expect(texts()[0]).toContain("new1");
  expect(texts()[0]).not.toMatch(/old1|past1/);
});

test("quiet hours hold a watch's message until they end", async () => {
  rig = await openRig("2025-06-20T23:00:00Z");
  await rig.ask("settings zone UTC for:channel");
  await rig.ask("settings quiet 22:00-07:00");
  await rig.ask("watch railway");
  rig.process();
  rig.doors.library.put([article("a1", "Railway at night", "2025-06-20T23:00:01Z")]);
  await matched(2);
  const { data } = await rig.ask("deliveries");
  expect(data).toMatchObject({ deliveries: [{ state: "pending", why: "quiet hours" }] });
  rig.clock.set("2025-06-21T06:59:59Z");
  await rig.round();
  expect(rig.calls).toHaveLength(0);
  rig.clock.set("2025-06-21T07:00:00Z");
  await sent(1);
});

test("many articles are counted when they are not all shown, and a paused channel lists what it missed", async () => {
  rig = await openRig(NOON);
  await rig.ask("watch railway");
  rig.process();
  rig.answers.push({ state: "refused", reason: "not_in_channel" });
  rig.doors.library.put(
    Array.from({ length: 25 }, (_, n) => article(`m${n}`, `Railway item ${n}`, "2025-06-20T12:00:01Z")),
  );
  await matched(50);
  rig.clock.turn(5000);
  await sent(2);
  expect(texts()[0]).toMatch(/25 new[\s\S]*and 20 more/);
  rig.doors.library.put([article("p1", "Railway while paused", "2025-06-20T12:10:00Z")]);
  await matched(52);
  const { data } = await rig.ask("deliveries");
  expect(data).toMatchObject({
    deliveries: expect.arrayContaining([
      expect.objectContaining({ why: "paused", reason: "Railway while paused" }),
      expect.objectContaining({ why: "permission", reason: "not_in_channel" }),
    ]),
  });
  expect((await rig.ask("watching")).summary).toContain("railway");
});

test("unwatch ends it by its words or its id, with what it gathered and saw", async () => {
  rig = await openRig(NOON);
  const { data } = await rig.ask("watch railway");
  await rig.ask("watch bridge");
  rig.process();
  rig.doors.library.put([article("a1", "Railway bridge", "2025-06-20T12:00:01Z")]);
  await matched(4);
  await rig.ask("unwatch bridge");
  await rig.ask(`unwatch ${(data as { watch: { id: string } }).watch.id}`);
  rig.clock.turn(60_000);
  await rig.round();
  expect((await rig.ask("watching")).outcome).toBe("nothing");
  expect(await rig.keys("seen:")).toEqual([]);
  expect(await rig.keys("outbox:")).toEqual([]);
  expect(rig.calls).toHaveLength(0);
  expect((await rig.ask("unwatch bridge")).data).toMatchObject({ error: { code: "not-found" } });
});
