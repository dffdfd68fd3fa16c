/** Whatever the wall clock does, each summary is posted once, and none is lost. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import type { Clock } from "../../src/clock.ts";
import type { Delivery } from "../../src/delivery/model.ts";
import { journalStore } from "../../src/state/journal.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { redisStore } from "../../src/state/redis.ts";
import type { StateStore } from "../../src/state/store.ts";
import { startRedis } from "../redis.ts";
import { until } from "../until.ts";
import { article, openRig, type Rig } from "./rig.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Four days of a summary at nine; three went before. */
const FIRST = Date.parse("2025-06-05T06:00:00Z");
const DUE = [0, 1, 2, 3].map((day) => FIRST + day * DAY + 3 * HOUR);
const BEFORE = [3, 2, 1].map((day) => FIRST - day * DAY + 3 * HOUR);

interface Leap {
  readonly by: number;
  /** Since the beginning: when the clock leaps, and for how long. */
  readonly at: number;
  readonly lasts: number;
  /** When the program ends and begins again: while the clock is wrong, or once it is right. */
  readonly restart?: "in it" | "after it";
}

let rig: Rig;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await rig.stop();
  for (const end of ends.splice(0)) await end();
});

/** Due times of what was posted, in order. */
const dues = (): number[] =>
  rig.calls.map(({ key }) => Number.parseInt(key.split("@")[1] ?? "", 36) * 60_000).sort((a, b) => a - b);

/** A disk takes its time, and the clock of the test stands still meanwhile. */
async function settled(): Promise<void> {
  await rig.round();
  await until(async () =>
    (await rig.rows("outbox:")).every(([, item]) => (item as Delivery).after > rig.clock.now()),
  );
}

async function live(
  { by, at, lasts, restart }: Leap,
  store: (clock: Clock) => StateStore,
): Promise<number[]> {
  rig = await openRig(new Date(FIRST - 3 * DAY).toISOString(), store);
  await rig.ask("daily 09:00 zone:UTC empty:say");
  rig.process();
  for (const due of BEFORE) {
    rig.clock.set(new Date(due).toISOString());
    await settled();
  }
  const again = async (): Promise<void> => {
    await rig.stop();
    rig.process();
    // What it was about to post is taken on when its lease is over.
    rig.clock.turn(61_000);
  };
  const acts: (readonly [number, () => unknown])[] = [
    [at, () => rig.clock.leap(by)],
    [at + lasts / 2, () => restart === "in it" && again()],
    [at + lasts, () => rig.clock.leap(-by)],
    [at + lasts + 90_000, () => restart === "after it" && again()],
    ...DUE.flatMap((due) =>
      [-20_000, 20_000, 2 * HOUR, 8 * HOUR].map((ms) => [due - FIRST + ms, () => {}] as const),
    ),
  ];
  for (const [when, act] of acts.sort(([one], [other]) => one - other)) {
    rig.clock.turn(Math.max(0, FIRST + when - rig.clock.monotonic()));
    await act();
    await settled();
  }
  return dues();
}

/** The clock leaps before a summary, over its time, soon after it, and so late that a missed one is given up. */
const WHEN: Readonly<Record<string, number>> = {
  "before it": 2 * HOUR,
  "over it": 3 * HOUR - 150_000,
  "after it": 4 * HOUR,
  "long after it": 10 * HOUR,
};
const BY = [2 * HOUR, -2 * HOUR, 8 * HOUR, 2 * DAY, -2 * DAY];
const RESTARTS = [undefined, "in it", "after it"] as const;
const LEAPS = BY.flatMap((by, nth) =>
  Object.entries(WHEN).map(
    ([name, at], place) => [by / HOUR, name, RESTARTS[(nth + place) % RESTARTS.length], at] as const,
  ),
);
const leapOf = (hours: number, at: number, restart: Leap["restart"]): Leap => ({
  ...{ by: hours * HOUR, at, lasts: 300_000 },
  ...(restart && { restart }),
});

test.each(LEAPS)("a leap of %i h %s, begun anew: %s", async (hours, _name, restart, at) => {
  expect(await live(leapOf(hours, at, restart), memoryStore)).toEqual([...BEFORE, ...DUE]);
});

test("the same in a journal, and in Redis", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sco-leaps-"));
  const redis = await startRedis();
  ends.push(redis.stop, async () => rmSync(folder, { recursive: true }));
  const kinds: Readonly<Record<string, (clock: Clock) => StateStore>> = {
    journal: (clock) => journalStore(mkdtempSync(join(folder, "j")), clock),
    redis: (clock) => redisStore(redis.url, clock),
  };
  const said: string[] = [];
  for (const [kind, open] of Object.entries(kinds))
    for (const hours of [2, -2, 48, -48]) {
      const opened: StateStore[] = [];
      const all = await live(leapOf(hours, WHEN["over it"] ?? 0, "after it"), (clock) => {
        const store = open(clock);
        opened.push(store);
        return store;
      });
      const once = all.length === 7 && new Set(all).size === 7;
      if (!once) said.push(`${kind}, ${hours} h: ${all.map((due) => new Date(due).toISOString())}`);
      await rig.stop();
      for await (const keys of rig.store.ofScope("slack/T1/"))
        for (const key of keys) await rig.store.delete(key);
      for (const store of opened) await store.close();
    }
  expect(said).toEqual([]);
}, 120_000);

test.each([{ state: "later", afterMs: HOUR } as const, { state: "unknown", reason: "reset" } as const])(
  "a summary that waits ($state) while the clock leaps ahead is posted when it is right again",
  async (answer) => {
    rig = await openRig("2025-06-05T08:00:00Z");
    await rig.ask("daily 09:00 days:thu zone:UTC empty:say");
    rig.answers.push(answer);
    rig.process();
    rig.clock.set("2025-06-05T09:00:00Z");
    await until(() => rig.calls.length === 1);
    await rig.round();
    rig.clock.leap(2 * DAY);
    await rig.round();
    rig.clock.leap(-2 * DAY);
    rig.clock.turn(HOUR);
    await until(() => rig.calls.length === 2);
    await rig.round();
    expect((await rig.rows("done:")).map(([, done]) => done)).toMatchObject([{ state: "sent" }]);
  },
);

const TOPICS = ["rail", "water", "wheat", "gas", "visas", "banks", "roads", "tea", "cotton", "gold"];

/** An article that comes, and what watches say of it. */
async function comes(place: string, n: number): Promise<number> {
  const before = rig.calls.length;
  const now = new Date(rig.clock.now()).toISOString();
  rig.doors.library.put([article(`${place}${n}`, `${place} and ${TOPICS[n]} talks`, now)]);
  await rig.round();
  rig.clock.turn(3_000);
  await rig.round();
  rig.clock.turn(10 * 60_000);
  await rig.round();
  return rig.calls.slice(before).filter(({ reply }) => reply.summary.includes(place)).length;
}

test.each([20_000, 60_000, HOUR, 2 * DAY])(
  "a watch that is set up after the clock was set back by %i ms tells what comes",
  async (back) => {
    rig = await openRig("2025-06-05T08:00:00Z");
    rig.process();
    await rig.ask("watch every:1 Bishkek");
    expect(await comes("Bishkek", 0)).toBe(1);
    rig.clock.leap(-back);
    rig.clock.turn(2_000);
    await rig.ask("watch every:1 Samarkand");
    // The clock passes by what was seen before.
    rig.clock.turn(3 * 60_000);
    expect(await comes("Samarkand", 1)).toBe(1);
    expect(await comes("Bishkek", 2)).toBe(1);
  },
);

test.each([2, 48])(
  "a watch that told something %i h ahead tells what comes when the clock is right",
  async (hours) => {
    rig = await openRig("2025-06-05T08:00:00Z");
    rig.process();
    await rig.ask("watch every:1 Bishkek");
    rig.clock.leap(hours * HOUR);
    const now = new Date(rig.clock.now()).toISOString();
    rig.doors.library.put([article("x", "Bishkek hosts a summit", now)]);
    await rig.round();
    rig.clock.leap(-hours * HOUR);
    await rig.round();
    rig.clock.turn(3_000);
    await rig.round();
    expect(rig.calls).toHaveLength(1);
    expect(await comes("Bishkek", 1)).toBe(1);
  },
);

test("no silence is told while the clock is ahead, and it is counted from when that is over", async () => {
  rig = await openRig("2025-06-05T08:00:00Z");
  rig.process();
  await rig.ask("watch silence:1 Bishkek");
  await rig.round();
  rig.clock.leap(2 * DAY);
  rig.clock.turn(60_000);
  await rig.round();
  await rig.ask("watch silence:1 Samarkand");
  rig.clock.leap(-2 * DAY);
  await rig.round();
  expect(rig.calls).toHaveLength(0);
  rig.clock.turn(DAY + 60_000);
  await until(() => rig.calls.length === 2);
});
