/** One row that cannot be used stops nothing else: it is put aside, told and counted. The same twice is one. */
import { afterEach, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { BotError } from "../../src/errors.ts";
import { memoryStore } from "../../src/state/memory.ts";
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

/** Rows of a channel that take part in its summaries and watches, each damaged in turn. */
const DAMAGED: readonly (readonly [key: string, value: unknown, kept?: unknown])[] = [
  ...["text", 5, [], null, {}].flatMap((value) => [
    ["schedule:slack/T1/C1:x", value] as const,
    ["watch:slack/T1/C1:x", value] as const,
    ["outbox:slack/T1/C1:x", value] as const,
    ["pause:slack/T1/C1", value] as const,
    ["lease:slack/T1/C1", value] as const,
    ...(value === 5 ? [] : [["wait:slack/T1/C1", value] as const]),
  ]),
  ["watch:slack/T1/C1:x", { ...common, id: "x", channel: "C1", query: "gas", every: 5, zone: "No/Where" }],
  ["outbox:slack/T1/C1:x", { ...daily, id: "x", channel: "\ud800" }],
  ["lease:slack/T1/C1", "x"],
  ["settings:slack/T1/C1", "text"],
  ["settings:slack/T1/C1", { quiet: 5, audience: "channel" }, { audience: "channel" }],
  ["settings:slack/T1/C1", { language: "xx" }],
  ["settings:slack/T1/C1", { language: "constructor", zone: "No/Where" }],
  ["settings:slack/T1/*", { without: "tass" }],
  ["settings:slack/T1/*", { without: [5, null] }],
];
test("a damaged row of any kind is put aside, and all that is good is posted, in its own channel too", async () => {
  rig = await openRig(START);
  const cases = DAMAGED.map(([key, value, kept], n) => {
    const workspace = `W${n}`;
    const own =
      typeof value === "object" && value !== null && "workspace" in value ? { ...value, workspace } : value;
    return { workspace, key: key.replace("/T1/", `/${workspace}/`), value: own, kept };
  });
  for (const { workspace, key, value } of cases) {
    await rig.ask("daily 09:00 zone:UTC empty:say", { workspace });
    await rig.ask("watch railway every:5", { workspace });
    await rig.store.set(key, value);
  }
  rig.process();
  rig.clock.turn(11_000);
  rig.doors.library.put([article("a1", "A railway opens", START)]);
  await until(() => rig.calls.length >= cases.length, 10_000).catch(() => undefined);
  rig.clock.set("2025-05-26T09:00:00Z");
  const posted = () => rig.calls.map(({ target: { workspace } }) => workspace).sort();
  const twice = cases.flatMap(({ workspace }) => [workspace, workspace]).sort();
  await until(() => rig.calls.length >= twice.length, 20_000).catch(() => undefined);
  expect(posted()).toEqual(twice);
  for (const { workspace, key, value, kept } of cases) {
    const letters = (await rig.store.list(`dead-letter:slack/${workspace}/`)).map(([, letter]) => letter);
    expect([workspace, letters]).toEqual([workspace, [expect.objectContaining({ key, value })]]);
    expect([key, await rig.store.get(key)]).toEqual([key, kept]);
    for (const line of ["settings", "daily", "watching", "following"])
      expect([key, line, (await rig.ask(line, { workspace })).outcome]).toEqual([key, line, "answered"]);
  }
}, 60_000);

test("words that were chosen and are damaged are chosen anew", async () => {
  rig = await openRig(START);
  await rig.ask("daily 09:00 zone:UTC empty:say");
  rig.answers.push({ state: "unknown", reason: "no answer" });
  rig.process();
  rig.clock.set("2025-05-26T09:00:00Z");
  await until(async () => rig.calls.length === 1 && (await rig.keys("lease:")).length === 0);
  const [reply = ""] = await rig.keys("reply:");
  await rig.store.set(reply, "x");
  rig.clock.turn(10_000);
  await until(() => rig.calls.length === 2);
  expect(rig.calls[1]?.reply.blocks.length).toBeGreaterThan(0);
  expect(await rig.rows("dead-letter:")).toHaveLength(1);
});

test("a workspace whose rows cannot be reached keeps no other waiting", async () => {
  const store = memoryStore({ ...systemClock, now: () => Date.parse("2025-05-26T09:00:00Z") });
  rig = await openRig(START, store);
  await rig.ask("daily 09:00 zone:UTC empty:say");
  await rig.ask("daily 09:00 zone:UTC empty:say", { workspace: "T2" });
  const away = async (key: string, then: () => Promise<unknown>) => {
    if (key.includes("slack/T1/")) throw new BotError("unavailable", { en: "away", zh: "away", ru: "away" });
    return then();
  };
  const { get } = store;
  store.get = (key) => away(key, () => get(key));
  rig.process();
  rig.clock.set("2025-05-26T09:00:00Z");
  await until(() => rig.calls.length === 1);
  expect(rig.calls[0]?.target).toMatchObject({ workspace: "T2" });
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
