/** Dates as feeds and pages write them, in any of their languages, to UTC instants; never later than now. */
import { Temporal } from "temporal-polyfill";
import { MONTHS, offsetOf, relative, western } from "./date-words.ts";

/** A date this far ahead is a wrong clock or zone and counts as now; further ahead it is not believed. */
const SKEW_MS = 24 * 3_600_000;
/** No feed is older than the web; earlier dates are placeholders such as 1970-01-01. */
const OLDEST = Date.UTC(1990, 0, 1);

export interface ReadDate {
  /** `2025-05-25T22:13:00Z`, or null. */
  readonly instant: string | null;
  /** Why there is none although something was written. */
  readonly fault: "unreadable" | "future" | null;
}

/** The zones that most publishers of a language are in. */
export const USUAL_ZONES = { zh: "Asia/Shanghai", ru: "Europe/Moscow", en: "UTC" } as const;

export interface DateOptions {
  /** Believe the hour that is written, not the offset: it is the zone's. */
  readonly localClock?: boolean | undefined;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads a date in any form seen in feeds: RFC 822 and 3339 and their misspellings, Chinese and Russian ones,
 * `17/03/2026`, epoch seconds, "3小时前".
 * @param zone the publisher's IANA zone, for dates that carry none; also decides what CST is
 * @param now epoch milliseconds
 */
export function readDate(
  written: string | undefined | null,
  zone: string,
  now: number,
  { localClock = false }: DateOptions = {},
): ReadDate {
  const text = tidy(written ?? "");
  if (text === "") return { instant: null, fault: null };
  const ms = epoch(text) ?? relative(text, now, zone) ?? calendar(text, zone, now, localClock);
  if (ms === null || ms < OLDEST) return { instant: null, fault: "unreadable" };
  if (ms > now + SKEW_MS) return { instant: null, fault: "future" };
  return { instant: `${new Date(Math.min(ms, now)).toISOString().slice(0, 19)}Z`, fault: null };
}

/** Minutes by which a date that counts as now is ahead of it: its publisher's clock or offset is wrong. */
export function minutesAhead(
  written: string | undefined,
  zone: string,
  now: number,
  options: DateOptions = {},
): number {
  const { instant } = readDate(written, zone, now, options);
  if (instant === null || now - Date.parse(instant) >= 1_000) return 0;
  const real = readDate(written, zone, now + SKEW_MS, options).instant ?? instant;
  return Math.round((Date.parse(real) - now) / 60_000);
}

function tidy(text: string): string {
  const plain = western(text.slice(0, 200).normalize("NFKC").toLowerCase());
  return plain
    .replace(/[\u200e\u200f\u00a0]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(\d{4}-\d{1,2}-\d{1,2})-(?=\d{1,2}:\d)/g, "$1 ")
    .trim();
}

/** Seconds or milliseconds since 1970, as some JSON feeds and APIs write them. */
function epoch(text: string): number | null {
  const digits = /^(\d{10})(\d{3})?(?:\.\d+)?$/.exec(text);
  if (!digits) return null;
  return Number(digits[1]) * 1_000 + Number(digits[2] ?? 0);
}

function calendar(text: string, zone: string, now: number, localClock: boolean): number | null {
  const found = dateIn(text, now, zone);
  if (!found) return null;
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
  const time = timeIn(rest);
  if (!time) return null;
  const { year, month, day } = found.parts;
  const midnight = Date.UTC(year, month - 1, day);
  const real = new Date(midnight);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return null;
  const written = midnight + ((time.hour * 60 + time.minute) * 60 + time.second) * 1_000;
  const offset = time.written && !localClock ? offsetOf(time.after, zone) : null;
  if (offset !== null) return written - offset * 60_000;
  const local = Temporal.PlainDateTime.from(new Date(written).toISOString().slice(0, 19));
  return local.toZonedDateTime(zone).epochMilliseconds;
}

interface Found {
  readonly parts: Parts;
  readonly start: number;
  readonly end: number;
}

const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const GAP = "[\\s.,\\-/]*";
/** Tried in this order; the names say which part each group is. */
const FORMS: readonly (readonly [RegExp, readonly ("y" | "m" | "d" | "name")[]])[] = [
  [/(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/, ["y", "m", "d"]],
  [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, ["y", "m", "d"]],
  [/(?<!\d)(\d{4})(\d{2})(\d{2})(?=t|\s|$|\d{6}(?!\d))/, ["y", "m", "d"]],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|-?го)?(?:\\s+of)?${GAP}(${MONTH})${GAP}(\\d{4}|'?\\d{2}(?!\\d|:))`,
    ),
    ["d", "name", "y"],
  ],
  [
    new RegExp(
      `(?<![\\p{L}])(${MONTH})${GAP}(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)\\s*,?\\s*(\\d{4})(?!\\d|:)`,
      "u",
    ),
    ["name", "d", "y"],
  ],
  [
    new RegExp(`(?<![\\p{L}])(${MONTH})${GAP}(\\d{1,2})(?!\\d|:).*?(?<![\\d+-])(\\d{4})$`, "u"),
    ["name", "d", "y"],
  ],
  [/(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/, ["d", "m", "y"]],
  [/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{2})(?!\d)/, ["d", "m", "y"]],
  [/(?<!\d)(\d{1,2})月(\d{1,2})[日号]/, ["m", "d"]],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s(${MONTH})(?!\\p{L})`, "u"), ["d", "name"]],
  [new RegExp(`^(${MONTH})\\.?\\s(\\d{1,2})(?!\\d)`, "u"), ["name", "d"]],
  [/^[[(【]?(\d{1,2})[-/](\d{1,2})(?![\d/-])/, ["m", "d"]],
  [/^[[(【]?(\d{1,2})\.(\d{1,2})(?![\d.])/, ["d", "m"]],
];

function dateIn(text: string, now: number, zone: string): Found | null {
  for (const [form, order] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const part = (name: "y" | "m" | "d" | "name") =>
      (order.includes(name) && match[order.indexOf(name) + 1]) || "";
    const month = order.includes("name") ? (MONTHS[part("name")] ?? 0) : Number(part("m"));
    const read = { year: yearOf(part("y"), now, zone), month, day: Number(part("d")) };
    const known = order.includes("y") ? read : latest(read, now);
    const parts = order[0] === "d" || (order[0] === "m" && order.length === 2) ? ordered(known) : known;
    // In asctime and `date` the year stands behind the time: only the date's own words may be cut out.
    const trailing = form.source.endsWith("$");
    const end = trailing ? match.index + match[0].search(/\d(?!\d)/) + 1 : match.index + match[0].length;
    return { parts, start: match.index, end };
  }
  return null;
}

/** 03/17/2026 can only be March; 03/04/2026 is read as most of the world writes it, day first. */
function ordered(parts: Parts): Parts {
  return parts.month > 12 && parts.day <= 12 ? { ...parts, month: parts.day, day: parts.month } : parts;
}

/** A day without a year is of the last twelve months: December's, read in January, of the year before. */
function latest(parts: Parts, now: number): Parts {
  const ahead = Date.UTC(parts.year, parts.month - 1, parts.day) > now + SKEW_MS;
  return ahead ? { ...parts, year: parts.year - 1 } : parts;
}

function yearOf(written: string, now: number, zone: string): number {
  const digits = written.replace("'", "");
  if (digits === "") return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).year;
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900);
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Whether a time was written at all; a bare day begins at its midnight. */
  readonly written: boolean;
  /** What stands behind the time: its zone, perhaps. */
  readonly after: string;
}

const HALVES = "(am|pm|a\\.m\\.|p\\.m\\.|上午|下午|凌晨|早上|早晨|中午|晚上|傍晚|晚)";
const CLOCK = new RegExp(
  `${HALVES}?\\s*(?<![\\d+-])(\\d{1,2})\\s*(?:[:.时點点]\\s*(\\d{2})|[时點点]\\s*(半|\\d{1,2})?)\\s*分?(?:[:.]?\\s*(\\d{2})(?:[.,]\\d+)?(?!\\d)秒?)?\\s*${HALVES}?`,
);

/** Null when a time is written that no clock shows. */
function timeIn(text: string): Time | null {
  const compact = /(?:t|^\s*)(\d{2})(\d{2})(\d{2})?(?=z|[+-]|\s|$)/.exec(text);
  const clock = CLOCK.exec(text);
  if (!clock) {
    if (!compact || !/t\d{4}|^\s*\d{6}/.test(text))
      return { hour: 0, minute: 0, second: 0, written: false, after: "" };
    const [all, hour, minute, second] = compact;
    return checked(Number(hour), Number(minute), Number(second ?? 0), text.slice(compact.index + all.length));
  }
  const [all, before, hour, colon, points, second, behind] = clock;
  const half = before ?? behind ?? "";
  const minute = points === "半" ? 30 : Number(colon ?? points ?? 0);
  return checked(
    halfDay(Number(hour), half),
    minute,
    Number(second ?? 0),
    text.slice(clock.index + all.length),
  );
}

function checked(hour: number, minute: number, second: number, after: string): Time | null {
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  return { hour, minute, second: Math.min(second, 59), written: true, after };
}

function halfDay(hour: number, half: string): number {
  if (/^p|下午|晚|傍/.test(half) && hour < 12) return hour + 12;
  if (/^a|上午|凌晨/.test(half) && hour === 12) return 0;
  return half === "中午" && hour < 3 ? hour + 12 : hour;
}

/** Any date of the archive is read, and nothing is told from today: "yesterday" in a file is no date. */
const FAR = Date.UTC(2190, 0, 1);

/**
 * Reads a date that somebody wrote into a file: its hour is the zone's unless it says another zone, and a day without
 * an hour stays that day for readers in UTC and in the zone.
 */
export function readWrittenDate(written: string, zone: string): string | null {
  const { instant } = readDate(written, zone, FAR);
  if (instant === null || Date.parse(instant) > FAR - 400 * 24 * 3_600_000) return null;
  const plain = readDate(written, "UTC", FAR).instant ?? instant;
  const isDay = plain.endsWith("T00:00:00Z") && !/0\s*[:：.时點点]\s*0|t00/i.test(written);
  return isDay && plain > instant ? plain : instant;
}
