/** One row that cannot be used stops nothing else: it is put aside, told and counted. The same twice is one. */
import { afterEach, expect, test } from "@jest/globals";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());
const START = "2025-05-25T12:00:00Z";
const common = { platform: "slack", workspace: "T1", zone: "UTC", by: "U1", locale: "en" };
const daily = { ...common, time: "09:00", days: [1, 2, 3, 4, 5, 6, 7], empty: "say" };

test("a zone that nobody knows, a watch and an item of another shape: everything else is posted", async () => {
  rig = await openRig(START);
  const rows = {
    "schedule:slack/T1/C7:bad": { ...daily, id: "bad", channel: "C7", zone: "Mars/Olympus" },
    "schedule:slack/T1/C8:odd": { id: "odd" },
    "watch:slack/T1/C1:w": { ...common, id: "w" },
    "outbox:slack/T1/C9:x": { id: "x", due: 0 },
  };
  for (const [key, value] of Object.entries(rows)) await rig.store.set(key, value);
  await rig.store.set("last:slack/T1/C7:bad", rig.clock.now());
  await rig.ask("daily 09:00 zone:UTC empty:say");
  await rig.ask("watch railway");
  rig.process();
  rig.clock.set("2025-05-26T09:00:00Z");
  await until(() => rig.calls.length === 1);
  expect((await rig.ask("watching")).outcome).toBe("answered");
  await until(async () => (await rig.store.size("dead-letter")) === 4);
  const letters = (await rig.rows("dead-letter:")).map(
    ([, value]) => value as { key: string; reason: string },
  );
  expect(letters.map(({ key }) => key).sort()).toEqual(Object.keys(rows).sort());
  expect(letters.find(({ key }) => key.endsWith(":bad"))?.reason).toContain("Mars/Olympus");
  rig.clock.turn(61_000);
  await until(() => rig.doors.health.troubles.some(({ part }) => part === "dead-letters"));
});

test("a watch that an earlier version saved over the bounds is put aside, and its owner told; others go on", async () => {
  rig = await openRig(START);
  const words = Array.from({ length: 65 }, (_, i) => `railway${i}`).join(" ");
  const long = { ...common, id: "long", channel: "C7", query: words, every: 5, locale: "ru" };
  await rig.store.set("watch:slack/T1/C7:long", long);
  await rig.ask("watch railway");
  rig.process();
  rig.doors.library.put([article("a1", "A railway opens", START)]);
  const to = (channel: string) =>
    rig.calls.filter(({ target }) => "channel" in target && target.channel === channel);
  await until(() => to("C7").length === 1);
  const [notice] = to("C7");
  expect(notice?.reply.summary).toContain("«railway0 railway1");
  expect(notice?.reply.summary).toContain("Настройте его заново");
  expect(await rig.keys("watch:")).toHaveLength(1);
  const [[, letter] = []] = await rig.rows("dead-letter:");
  expect(letter).toMatchObject({ value: long, reason: expect.stringContaining("65 different words") });
  rig.clock.turn(60_000);
  await until(() => to("C1").length === 1);
});

test("a platform that is switched off expires what waits for it", async () => {
  rig = await openRig(START);
  const item = {
    ...{ id: "d1", kind: "summary", source: "s", platform: "discord", title: "daily 09:00", by: "U1" },
    ...{ locale: "en", zone: "UTC", state: "pending", attempt: 0, empty: "say" },
    ...{ due: rig.clock.now(), after: rig.clock.now(), target: { workspace: "G1", channel: "C1" } },
  };
  await rig.store.set("outbox:discord/G1/C1:d1", item);
  rig.process({ platforms: ["slack", "discord"] });
  rig.clock.turn(5 * 3_600_000);
  await rig.round();
  expect(await rig.store.size("outbox/discord")).toBe(1);
  rig.clock.turn(2 * 3_600_000);
  await until(async () => (await rig.store.size("outbox/discord")) === 0);
  const [[, done] = []] = await rig.store.list("done:discord/G1/");
  expect(done).toMatchObject({ state: "skipped", why: "switched off" });
});

test("the same summary or watch set twice at the same moment is one, and twenty are the most however many race", async () => {
  rig = await openRig(START);
  const twice = await Promise.all(["U1", "U2"].map((user) => rig.ask("daily 09:00 zone:UTC", { user })));
  expect(twice.map(({ outcome }) => outcome)).toEqual(["answered", "answered"]);
  expect(await rig.keys("schedule:")).toHaveLength(1);
  await Promise.all([rig.ask("watch railway"), rig.ask("watch railway", { user: "U2" })]);
  expect(await rig.keys("watch:")).toHaveLength(1);
  for (let n = 0; n < 17; n += 1) await rig.ask(`watch topic${n}`);
  const racing = await Promise.all([1, 2, 3, 4, 5].map((n) => rig.ask(`watch late${n}`, { user: `U${n}` })));
  expect(racing.filter(({ outcome }) => outcome === "answered")).toHaveLength(2);
  expect(await rig.keys("watch:")).toHaveLength(20);
});

test("a clock that was two days ahead for a moment posts nothing twice", async () => {
  rig = await openRig(START);
  await rig.ask("daily 09:00 zone:UTC empty:say");
  rig.process();
  rig.clock.set("2025-05-28T09:30:00Z");
  await until(() => rig.calls.length === 1);
  rig.clock.set("2025-05-26T09:30:00Z");
  await rig.stop();
  rig.process();
  await rig.round();
  rig.clock.set("2025-05-27T09:00:00Z");
  await until(() => rig.calls.length === 2);
  rig.clock.set("2025-05-28T09:00:00Z");
  await rig.round();
  rig.clock.set("2025-05-29T09:00:00Z");
  await until(() => rig.calls.length === 3);
  expect(new Set(rig.calls.map(({ key }) => key)).size).toBe(3);
});
