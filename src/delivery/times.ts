/** When a schedule runs: on the clocks of its zone, right through daylight-saving changes. */
import { Cron } from "croner";
import type { Schedule } from "./model.ts";

type When = Pick<Schedule, "time" | "days" | "zone">;

/** A time of day with what is known of its runs: thousands of schedules share it, and a run is dear to find. */
interface Times {
  readonly cron: Cron;
  /** Spans in which no run lies but one at their beginning (latest) or their end (next), both ends included. */
  readonly latest: Span[];
  readonly next: Span[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans of a time that are kept: around now, and around the run before. */
const SPANS = 4;
const known = new Map<string, Times>();

function timesOf({ time, days, zone }: When): Times {
  const [hour, minute] = time.split(":").map(Number);
  const pattern = `${minute} ${hour} * * ${days.map((day) => day % 7).join(",")}`;
  const name = `${pattern} ${zone}`;
  let times = known.get(name);
  if (!times) {
    if (known.size >= 1_000) known.clear();
    times = { cron: new Cron(pattern, { timezone: zone, paused: true }), latest: [], next: [] };
    known.set(name, times);
  }
  return times;
}

function keep(spans: Span[], span: Span): void {
  spans.unshift(span);
  spans.length = Math.min(spans.length, SPANS);
}

/** The first run after an instant (epoch ms). A time that a day lacks runs when the clocks have jumped over it. */
export function nextRun(when: When, after: number): number {
  const times = timesOf(when);
  const span = times.next.find(({ from, to }) => from <= after && after < to);
  if (span) return span.to;
  const next = times.cron.nextRun(new Date(after));
  if (!next) throw new Error(`no next run of ${when.time} in ${when.zone}`);
  keep(times.next, { from: after, to: next.getTime() });
  return next.getTime();
}

/** The latest run at or before an instant. A time that a day has twice runs the first time. */
export function latestRun(when: When, now: number): number {
  const times = timesOf(when);
  const span = times.latest.find(({ from, to }) => from <= now && now <= to);
  if (span) return span.from;
  // croner looks strictly before a whole second.
  const [latest] = times.cron.previousRuns(1, new Date(Math.floor(now / 1000) * 1000 + 1000));
  if (!latest) throw new Error(`no earlier run of ${when.time} in ${when.zone}`);
  keep(times.latest, { from: latest.getTime(), to: now });
  return latest.getTime();
}

/** Minutes since midnight of an instant on the clocks of a zone. */
function minutesOf(instant: number, zone: string): number {
  const text = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const [hour = 0, minute = 0] = text.format(instant).split(":").map(Number);
  return hour * 60 + minute;
}

/**
 * The end of the quiet hours (`22:00-07:00`) that an instant lies in, or undefined when it lies in none.
 * They begin and end on the clocks of `zone`; an end before the start is on the next day.
 */
export function quietUntil(quiet: string | undefined, instant: number, zone: string): number | undefined {
  const [from = "", to = ""] = quiet?.split("-") ?? [];
  if (!from || !to) return undefined;
  const toMinutes = (time: string): number => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return hour * 60 + minute;
  };
  const [start, end, at] = [toMinutes(from), toMinutes(to), minutesOf(instant, zone)];
  const inside = start <= end ? at >= start && at < end : at >= start || at < end;
  return inside ? nextRun({ time: to, days: [1, 2, 3, 4, 5, 6, 7], zone }, instant) : undefined;
}
