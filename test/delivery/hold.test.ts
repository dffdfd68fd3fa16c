/** Summaries are held back until a day, and stopped by the words of their topic. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { isHeld } from "../../src/delivery/hold.ts";
import { bySameWords } from "../../src/delivery/same-words.ts";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("a schedule is held back until its day begins on its own clocks", () => {
  const schedule = { until: "2025-06-20", zone: "Asia/Shanghai" };
  expect(isHeld(schedule, Date.parse("2025-06-19T15:59:00Z"))).toBe(true);
  expect(isHeld(schedule, Date.parse("2025-06-19T16:00:00Z"))).toBe(false);
  expect(isHeld({ zone: "UTC" }, 0)).toBe(false);
});

test("pause, show, resume", async () => {
  expect((await desk.ask("daily pause")).outcome).toBe("nothing");
  await desk.ask('daily 09:00 topic:"энергетика Центральной Азии"');
  expect(wordsOf(await desk.ask("daily pause until:2025-06-20"))).toContain("from 20 Jun 2025 on");
  expect(wordsOf(await desk.ask("daily"))).toContain("paused until 20 Jun 2025");
  expect((await desk.ask("daily pause until:2025-02-30")).outcome).toBe("bad-input");
  expect((await desk.ask("daily pause until:2025-01-01")).outcome).toBe("bad-input");
  await desk.ask("daily resume");
  expect(wordsOf(await desk.ask("daily"))).not.toContain("paused");
});

test("who may not manage the channel pauses nothing", async () => {
  expect((await desk.ask("daily pause", { manages: false })).outcome).toBe("bad-input");
});

test("a topic in another case is the same topic", async () => {
  const reply = await desk.ask('daily off topic:"энергетику Центральной Азии"');
  expect(reply.outcome).toBe("answered");
});

test("of several that have the words none is taken", () => {
  const all = ["Central Asia energy", "energy prices"];
  expect(bySameWords("energy", all, (one) => one)).toBeUndefined();
  expect(bySameWords("中亚能源", ["中亚 能源"], (one) => one)).toBe("中亚 能源");
  expect(bySameWords("asia energy", all, (one) => one)).toBe("Central Asia energy");
});
