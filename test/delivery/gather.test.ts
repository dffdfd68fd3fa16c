/** Many watches are written in one go; what earlier versions wrote goes on, and what is wrong with one is its own. */
import { afterEach, expect, test } from "@jest/globals";
import { BotError } from "../../src/errors.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

let rig: Rig;
afterEach(() => rig.stop());

const NOON = "2025-06-20T12:00:00Z";
const seen = (id: string) =>
  until(async () => (await rig.keys("seen:")).some((key) => key.endsWith(`:${id}`)));
const sent = (n: number) => until(() => rig.calls.length >= n);
const texts = () => rig.calls.map(({ reply }) => JSON.stringify(reply));
const there = { platform: "slack", workspace: "T1", channel: "C1", zone: "UTC", by: "U1", locale: "en" };
const watchOf = (id: string, more: object = {}) => [
  `watch:slack/T1/C1:${id}`,
  { ...there, id, query: "railway", every: 60, ...more },
];

test("an open message that an earlier version began, with its articles whole, goes on and is posted with all of them", async () => {
  rig = await openRig(NOON);
  const now = rig.clock.now();
  const { platform, workspace, channel, ...signed } = there;
  const old = {
    id: "a0",
    title: "Railway of old",
    source: "TASS",
    published: NOON,
    url: "https://o.example/0",
  };
  const open = {
    ...signed,
    ...{ id: "w1.7", kind: "watch", source: "w1", platform, target: { workspace, channel }, n: 7 },
    ...{ title: "watch --every=60 railway", query: "railway", due: now, after: now + 60_000 },
    ...{ state: "pending", attempt: 0, total: 1, found: [{ ...old, matched: [], snippet: "" }] },
  };
  await rig.store.commit({
    set: Object.fromEntries([
      watchOf("w1"),
      ["last:slack/T1/C1:w1", { n: 7, at: now - 3_540_000 }],
      ["outbox:slack/T1/C1:w1.7", open],
    ]),
    at: { "outbox:slack/T1/C1:w1.7": now + 60_000 },
  });
  rig.process();
  // The same headline once more, and another one.
  rig.doors.library.put([article("a1", "Railway of old!", NOON), article("a2", "Railway of new", NOON)]);
  await seen("a2");
  const [[, row] = []] = await rig.rows("outbox:");
  expect(row).toMatchObject({ total: 2, found: [{ id: "a0" }], news: [{ id: "a2" }] });
  rig.clock.turn(60_000);
  await sent(1);
  expect(texts()[0]).toMatch(/2 new[\s\S]*Railway of old[\s\S]*Railway of new/);
});

test("a message names articles by their ids alone, and a process whose library lacks them still posts what they said", async () => {
  rig = await openRig(NOON);
  await rig.store.commit({ set: Object.fromEntries([watchOf("w1")]) });
  rig.process();
  rig.doors.library.put([article("a1", "Railway opens", NOON)]);
  await seen("a1");
  const [[, row] = []] = await rig.rows("outbox:");
  expect(row).toMatchObject({ news: [{ id: "a1" }], total: 1 });
  expect(JSON.stringify(row)).not.toContain("Railway opens");
  rig.doors.library.remove(["a1"]);
  rig.clock.turn(5_000);
  await sent(1);
  expect(texts()[0]).toMatch(/Railway opens.*news\.example\/a1/);
});

test("a setting of no use counts as none, and every watch is told", async () => {
  rig = await openRig(NOON);
  const elsewhere = { ...there, channel: "C2", id: "w2", query: "railway", every: 60 };
  await rig.store.commit({
    set: {
      "watch:slack/T1/C2:w2": elsewhere,
      // No runtime knows this zone.
      "settings:slack/T1/C2": { zone: "Mars/Olympus", quiet: "22:00-07:00" },
    },
  });
  await rig.store.commit({ set: Object.fromEntries([watchOf("w1")]) });
  rig.process();
  rig.doors.library.put([article("a1", "Railway opens", NOON)]);
  await seen("a1");
  rig.clock.turn(5_000);
  await sent(2);
  expect(await rig.keys("watch:")).toHaveLength(2);
});

test("what could not be written, or may have been, is written again, and counted once", async () => {
  const kept = memoryStore({ now: () => Date.parse(NOON), monotonic: () => 0, sleep: async () => undefined });
  const faults = ["before", "after"];
  const away = () => new BotError("unavailable", { en: "away", zh: "away", ru: "away" });
  const commitAll: StateStore["commitAll"] = async (steps) => {
    const fault = steps.some(({ set }) => set.some(({ key }) => key.startsWith("outbox:")))
      ? faults.shift()
      : undefined;
    if (fault === "before") throw away();
    const happened = await kept.commitAll(steps);
    if (fault === "after") throw away();
    return happened;
  };
  const store = Object.assign(Object.create(kept) as StateStore, { commitAll });
  rig = await openRig(NOON, store);
  await rig.store.commit({ set: Object.fromEntries([watchOf("w1", { rush: 5 }), watchOf("w2")]) });
  rig.process();
  rig.doors.library.put([article("a1", "Railway opens", NOON), article("a2", "Railway closes", NOON)]);
  await until(async () => faults.length === 0 && (await rig.keys("outbox:")).length === 2);
  await rig.round();
  const rows = await rig.rows("outbox:");
  expect(rows.map(([, row]) => row)).toMatchObject([{ total: 2 }, { total: 2 }]);
  expect(await rig.store.get("tally:slack/T1/C1:w1")).toEqual({ days: { "2025-06-20": 2 } });
  expect(await rig.keys("done:")).toEqual([]);
});
