/** When a feed is asked again: as its publisher wishes, less often when it rarely changes or fails. */
import { createHash } from "node:crypto";
import type { Feed } from "./feed.ts";

/** How often a publisher wants to be asked, and when not. */
export type Wishes = Pick<Feed, "ttl" | "skipHours" | "skipDays">;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const USUAL_MS = 30 * MINUTE;
const SHORTEST_MS = 15 * MINUTE;
const LONGEST_MS = 6 * HOUR;
const LONGEST_AFTER_FAILURES_MS = 24 * HOUR;
/** Longer than this no server may keep us away by Retry-After. */
const LONGEST_WAIT_MS = 7 * 24 * HOUR;

/** The interval after a poll that gave something new, or nothing, or a feed that no longer lives. */
export function intervalAfter(
  last: number,
  changed: boolean,
  stale: boolean,
  ttlMinutes: number | null,
): number {
  const wished = Math.max(
    SHORTEST_MS,
    Math.min((ttlMinutes ?? 0) * MINUTE || USUAL_MS, LONGEST_AFTER_FAILURES_MS),
  );
  if (stale) return LONGEST_AFTER_FAILURES_MS;
  if (changed) return wished;
  return Math.max(wished, Math.min(last * 1.5, LONGEST_MS));
}

/** A feed that holds so many items and brings so many a day is asked again before a third of them is gone. */
export function turnover(items: number, perDay = 0): number {
  if (perDay <= 0) return LONGEST_AFTER_FAILURES_MS;
  return Math.max(SHORTEST_MS, (items / perDay / 3) * 24 * HOUR);
}

/** The interval after so many failures in a row. */
export function intervalAfterFailures(failures: number): number {
  return Math.min(USUAL_MS * 2 ** Math.min(failures - 1, 10), LONGEST_AFTER_FAILURES_MS);
}

/** `Retry-After` in seconds or as a date → the instant before which not to come; 0 without one. */
export function notBefore(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  const ms = /^\s*\d+\s*$/.test(header) ? now + Number(header) * 1_000 : Date.parse(header);
  return Number.isNaN(ms) ? 0 : Math.min(ms, now + LONGEST_WAIT_MS);
}

/**
 * The next instant: the interval, up to a tenth more so that feeds do not gather, and out of the hours and days
 * (UTC) that the publisher wants skipped.
 */
export function nextPoll(
  now: number,
  intervalMs: number,
  url: string,
  wishes: Pick<Wishes, "skipHours" | "skipDays">,
): number {
  let next = now + intervalMs * (1 + spread(`${url}${Math.floor(now / HOUR)}`) / 10);
  for (let hours = 0; hours < 7 * 24 && isSkipped(next, wishes); hours++)
    next = (Math.floor(next / HOUR) + 1) * HOUR;
  return Math.round(next);
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function isSkipped(
  instant: number,
  { skipHours, skipDays }: Pick<Wishes, "skipHours" | "skipDays">,
): boolean {
  const date = new Date(instant);
  const hours = skipHours.map((hour) => hour % 24);
  const days = skipDays.map((day) => day.trim().toLowerCase());
  return hours.includes(date.getUTCHours()) || days.includes(DAYS[date.getUTCDay()] ?? "");
}

/** A number from 0 to 1 that is always the same for one text, and far away for one that is nearly the same. */
export function spread(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
