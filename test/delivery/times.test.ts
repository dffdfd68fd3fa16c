/** Runs fall on the right instants, whatever the clocks do. */

import { describe, expect, test } from "@jest/globals";
import { Cron } from "croner";
import { readDays, readZone } from "../../src/delivery/read-times.ts";
import { latestRun, nextRun, quietUntil } from "../../src/delivery/times.ts";
import { BotError } from "../../src/errors.ts";
import { addDays } from "../../src/time.ts";

const ZONES = [
  "America/New_York",
  "Europe/London",
  "Europe/Berlin",
  "Asia/Tehran",
  "Europe/Moscow",
  "Asia/Tashkent",
  "Asia/Almaty",
  "Asia/Shanghai",
  "Asia/Kolkata",
];
const TIMES = ["00:00", "00:30", "01:30", "02:00", "02:30", "03:00", "09:00", "23:59"];
const DAYS = [1, 2, 3, 4, 5, 6, 7];

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-08 09:00` on the clocks of a zone. */
function onTheClock(instant: number, zone: string): string {
  const style = { timeZone: zone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("sv-SE", style);
  formats.set(zone, format);
  return format.format(instant);
}

describe.each(ZONES)("a year in %s", (zone) => {
  test.each(TIMES)("%s runs once on each of 365 days, forwards and backwards alike", (time) => {
    const when = { time, days: DAYS, zone };
    let at = nextRun(when, Date.parse("2026-01-01T12:00:00Z"));
    let day = onTheClock(at, zone).slice(0, 10);
    for (let i = 0; i < 365; i += 1) {
      const run = nextRun(when, at);
      day = addDays(day, 1);
      const shown = onTheClock(run, zone);
      // On a day that lacks this time the run is right after the jump.
      if (shown !== `${day} ${time}`) {
        expect(shown.slice(0, 10)).toBe(day);
        expect(onTheClock(run - 60_000, zone) < `${day} ${time}`).toBe(true);
      }
      const changed = run - at !== 86_400_000;
      if (changed || i % 20 === 0) {
        expect([run, run + 999, run + 3_600_000].map((now) => latestRun(when, now))).toEqual([run, run, run]);
        expect(latestRun(when, run - 1)).toBe(at);
      }
      at = run;
    }
  });
});

test("only the days asked for are run", () => {
  const when = { time: "09:00", days: [1, 2, 3, 4, 5], zone: "Asia/Shanghai" };
  const friday = Date.parse("2026-11-20T01:00:00Z");
  expect(latestRun(when, friday)).toBe(friday);
  expect(nextRun(when, friday)).toBe(Date.parse("2026-11-23T01:00:00Z"));
});

test("quiet hours know their end, over midnight and in their zone, and none when outside", () => {
  const at = (text: string) => Date.parse(text);
  expect(quietUntil("22:00-07:00", at("2026-11-22T15:00:00Z"), "Asia/Shanghai")).toBe(
    at("2026-11-22T23:00:00Z"),
  );
  expect(quietUntil("22:00-07:00", at("2026-11-22T13:59:00Z"), "Asia/Shanghai")).toBeUndefined();
  expect(quietUntil("12:00-13:30", at("2026-11-22T12:00:00Z"), "UTC")).toBe(at("2026-11-22T13:30:00Z"));
  expect(quietUntil("12:00-13:30", at("2026-11-22T13:30:00Z"), "UTC")).toBeUndefined();
  expect(quietUntil(undefined, at("2026-11-22T12:00:00Z"), "UTC")).toBeUndefined();
});

test("names that every object has are no zones and no days", () => {
  for (const word of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    expect(() => readZone(word)).toThrow(`I do not know the time zone “${word}”`);
    expect(() => readDays(word)).toThrow(BotError);
  }
});

test("what is remembered of a time's runs is what they are, in whatever order they are asked for", () => {
  const start = Date.parse("2025-03-01T00:00:00Z");
  // Spring and autumn, an hour that a day lacks and one that it has twice; steps that no order repeats.
  for (const zone of ["Europe/Berlin", "America/New_York", "Asia/Shanghai"])
    for (const time of ["02:30", "09:00"]) {
      const [hour, minute] = time.split(":").map(Number);
      const cron = new Cron(`${minute} ${hour} * * 1,2,3,4,5,6,0`, { timezone: zone, paused: true });
      const when = { time, days: [1, 2, 3, 4, 5, 6, 7], zone };
      for (let n = 0; n < 2_000; n++) {
        const near = n % 2 ? 0 : 1_000 * (n % 7) - 3_000;
        const at = start + ((n * 7_919_123_457) % (300 * 86_400_000)) + near;
        const last = n % 3 ? at : (cron.nextRun(new Date(at))?.getTime() ?? 0) + near;
        expect([time, zone, last, nextRun(when, last)]).toEqual([
          ...[time, zone, last],
          cron.nextRun(new Date(last))?.getTime(),
        ]);
        expect([time, zone, last, latestRun(when, last)]).toEqual([
          ...[time, zone, last],
          cron.previousRuns(1, new Date(Math.floor(last / 1000) * 1000 + 1000))[0]?.getTime(),
        ]);
      }
    }
});
