/** Dates as people write them in a query, and the span of time that they mean in the caller's zone. */
import { addDays, dayOf, readDay, type Span, spanOf } from "../../time.ts";

/**
 * A date as written, not yet tied to a clock, so that a saved query ("watch … after:7d") stays alive.
 * `day`, `month`, `year`: a calendar one. `past`: the last n days and today. `day-ago`: 0 today, 1 yesterday.
 * `last`: the calendar's week (from Monday) or month before this one.
 */
export type When =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "month"; readonly month: string }
  | { readonly kind: "year"; readonly year: string }
  | { readonly kind: "day-ago"; readonly days: number }
  | { readonly kind: "past"; readonly days: number }
  | { readonly kind: "last"; readonly unit: "week" | "month" };

/** A reading of a date; `impossible` when the calendar has no such day and this is the nearest that it has. */
export interface ReadDate {
  readonly when: When;
  readonly impossible?: true;
}

/** No query reaches further back than a century of days. */
const MOST_DAYS = 36_500;

const DAYS_AGO: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["今天", 0],
  ["今日", 0],
  ["сегодня", 0],
  ["yesterday", 1],
  ["昨天", 1],
  ["昨日", 1],
  ["вчера", 1],
  ["前天", 2],
  ["前日", 2],
  ["позавчера", 2],
]);

const LAST: readonly (readonly [RegExp, "week" | "month"])[] = [
  [/^(?:(?:last|previous)[ -]week|上周|上週|上星期|(?:за |на )?прошл(?:ая|ую|ой) недел[яюе])$/, "week"],
  [/^(?:(?:last|previous)[ -]month|上月|上个月|上個月|(?:за )?прошлый месяц|в прошлом месяце)$/, "month"],
];

/** Days in a unit; a month counts 30 and a year 365, for a rough look back. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|days?|天|日|д|дн|дней|дня|день)$/, 1],
  [/^(?:w|weeks?|周|星期|个星期|н|нед|недел[яиюь])$/, 7],
  [/^(?:m|mo|months?|个月|мес|месяц(?:а|ев)?)$/, 30],
  [/^(?:y|years?|年|г|год|года|лет)$/, 365],
];

const MONTHS = [
  /^(?:jan|янв)/,
  /^(?:feb|фев)/,
  /^(?:mar|мар)/,
  /^(?:apr|апр)/,
  /^(?:may|ма[йя])/,
  /^(?:jun|июн)/,
  /^(?:jul|июл)/,
  /^(?:aug|авг)/,
  /^(?:sep|сен)/,
  /^(?:oct|окт)/,
  /^(?:nov|ноя)/,
  /^(?:dec|дек)/,
];

/** Reads `2025-05-26`, `26.05.2025`, `2025年5月`, `2025`, `yesterday`, `вчера`, `last week`, `7d`, `2周`…; null when it is no date. */
export function readDate(written: string): ReadDate | null {
  const text = written
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  const days = DAYS_AGO.get(text) ?? /^(\d{1,6})-days?-ago$/.exec(text)?.[1];
  if (days !== undefined) return { when: { kind: "day-ago", days: Math.min(Number(days), MOST_DAYS) } };
  const unit = LAST.find(([names]) => names.test(text))?.[1];
  if (unit) return { when: { kind: "last", unit } };
  return calendarDate(text) ?? lookBack(text);
}

/** Writes a date so that `readDate` reads it back. */
export function writeDate(when: When): string {
  if (when.kind === "day") return when.day;
  if (when.kind === "month") return when.month;
  if (when.kind === "year") return when.year;
  if (when.kind === "past") return `${when.days}d`;
  if (when.kind === "last") return `last-${when.unit}`;
  return when.days === 0 ? "today" : when.days === 1 ? "yesterday" : `${when.days}-days-ago`;
}

/** The time a date covers, in epoch milliseconds, `now` and days being the caller's. */
export function spanOfDate(when: When, now: number, zone: string): Span {
  if (when.kind === "day") return spanOf(when.day, zone);
  if (when.kind === "month") return spanOf(`${when.month}-01`, zone, lastDayOf(when.month));
  if (when.kind === "year") return spanOf(`${when.year}-01-01`, zone, `${when.year}-12-31`);
  const today = dayOf(now, zone);
  if (when.kind === "past") return spanOf(addDays(today, -when.days), zone, today);
  if (when.kind === "last") {
    const before = when.unit === "week" ? new Date(today).getUTCDay() || 7 : Number(today.slice(8));
    const last = addDays(today, -before);
    return spanOf(when.unit === "week" ? addDays(last, -6) : `${last.slice(0, 8)}01`, zone, last);
  }
  return spanOf(addDays(today, -when.days), zone);
}

/** The time that `after:`, `before:` and `on:` leave together; open ends are infinite. */
export function spanOfQuery(
  query: { readonly after?: When; readonly before?: When; readonly on?: When },
  now: number,
  zone: string,
): Span {
  const on = query.on && spanOfDate(query.on, now, zone);
  const from = query.after ? spanOfDate(query.after, now, zone).from : -Infinity;
  const to = query.before ? spanOfDate(query.before, now, zone).from : Infinity;
  return { from: Math.max(from, on?.from ?? -Infinity), to: Math.min(to, on?.to ?? Infinity) };
}

function calendarDate(text: string): ReadDate | null {
  const parts =
    /^(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?$/.exec(text) ??
    /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/.exec(text) ??
    /^(?<d>\d{1,2})\s+(?<m>\p{L}+)\.?,?\s+(?<y>\d{4})(?:\s*г\.?)?$/u.exec(text) ??
    /^(?<m>\p{L}+)\.?\s+(?<d>\d{1,2}),?\s+(?<y>\d{4})$/u.exec(text) ??
    /^(?<y>\d{4})[-/.年](?<m>\d{1,2})月?$/.exec(text) ??
    /^(?<m>\p{L}+)\.?\s+(?<y>\d{4})$/u.exec(text) ??
    /^(?<y>\d{4})年?$/.exec(text);
  const { y, m, d } = parts?.groups ?? {};
  if (y === undefined || Number(y) < 1000) return null;
  if (m === undefined) return { when: { kind: "year", year: y } };
  const month = /^\d+$/.test(m) ? Number(m) : MONTHS.findIndex((name) => name.test(m)) + 1;
  if (d !== undefined) return dayNear(y, month, Number(d));
  return month >= 1 && month <= 12 ? { when: { kind: "month", month: `${y}-${two(month)}` } } : null;
}

/** The day itself, or, when there is none such, the one most likely meant: parts swapped, or the month's last. */
function dayNear(year: string, month: number, day: number): ReadDate | null {
  const written = readDay(`${year}-${two(month)}-${two(day)}`);
  if (written) return { when: { kind: "day", day: written } };
  const swapped = month > 12 && readDay(`${year}-${two(day)}-${two(month)}`);
  if (swapped) return { when: { kind: "day", day: swapped }, impossible: true };
  if (month < 1 || month > 12) return null;
  const last = lastDayOf(`${year}-${two(month)}`);
  return { when: { kind: "day", day: day < 1 ? `${last.slice(0, 8)}01` : last }, impossible: true };
}

function lookBack(text: string): ReadDate | null {
  const [, count, unit] = /^(\d{1,6})\s*(\p{L}+)$/u.exec(text) ?? [];
  const each = unit === undefined ? undefined : UNITS.find(([names]) => names.test(unit))?.[1];
  if (each === undefined) return null;
  return { when: { kind: "past", days: Math.min(Number(count) * each, MOST_DAYS) } };
}

function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10);
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
