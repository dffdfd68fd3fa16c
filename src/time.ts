/** Days and zones: which day an instant belongs to, where a day begins and ends, and dates in words. */
import { Temporal } from "temporal-polyfill";
import type { Locale } from "./i18n/words.ts";

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

/** Half-open range of epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether the runtime knows this IANA zone ("Asia/Shanghai", "UTC"). */
export function isZone(zone: string): boolean {
  // Names differ in no letter's size, so that only as many are kept as there are zones.
  if (!/^[A-Za-z][\w+/-]*$/.test(zone)) return false;
  const name = zone.toLowerCase();
  if (known.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    return false;
  }
  known.add(name);
  return true;
}

/** Zones that were asked for before; each question costs some tenths of a millisecond. */
const known = new Set<string>();

/** Reads `YYYY-MM-DD` (also with one-digit parts, `/` or `.`, and `2025年5月26日`); null when there is no such day. */
export function readDay(text: string): Day | null {
  const parts = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(text.normalize("NFKC").trim());
  if (!parts) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) },
      { overflow: "reject" },
    ).toString();
  } catch {
    return null;
  }
}

/** The day that an instant (epoch milliseconds or ISO text) falls on in a zone. */
export function dayOf(instant: number | string, zone: string): Day {
  const ms = typeof instant === "number" ? instant : Date.parse(instant);
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Whether an instant is a day's first moment in a zone, as a date without an hour is. */
export function isMidnight(instant: string, zone: string): boolean {
  return spanOf(dayOf(instant, zone), zone).from === Date.parse(instant);
}

/** From the first moment of `first` to the first moment after `last` (the same day when left out). */
export function spanOf(first: Day, zone: string, last: Day = first): Span {
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  return {
    from: start(Temporal.PlainDate.from(first)),
    to: start(Temporal.PlainDate.from(last).add({ days: 1 })),
  };
}

/** The day `days` after (or, negative, before) another. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The last day of the month that a day is in. */
export function lastDayOfMonth(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString();
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();
const TAGS: Readonly<Record<Locale, string>> = { en: "en-GB", zh: "zh-CN", ru: "ru-RU" };

/** A date in the reader's words: "26 May 2025", "2025年5月26日", "26 мая 2025 г."; with the time for `minute`. */
export function dateInWords(
  instant: string | number,
  show: "day" | "minute",
  zone: string,
  locale: Locale,
): string {
  const key = `${locale}|${zone}|${show}`;
  let format = FORMATS.get(key);
  if (!format) {
    if (FORMATS.size >= 500) FORMATS.clear();
    format = new Intl.DateTimeFormat(TAGS[locale], {
      timeZone: zone,
      year: "numeric",
      month: locale === "en" ? "short" : "long",
      day: "numeric",
      ...(show === "minute" && { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    });
    FORMATS.set(key, format);
  }
  return format.format(new Date(instant));
}

/** A day, without an instant, in the reader's words. */
export function dayInWords(day: Day, locale: Locale): string {
  return dateInWords(`${day}T12:00:00Z`, "day", "UTC", locale);
}

/** Days from one to another in the reader's words: "25 – 31 May 2025", "2025年5月25日至31日", "25–31 мая 2025 г." */
export function spanInWords(first: Day, last: Day, locale: Locale): string {
  const from = dayInWords(first, locale);
  if (first === last) return from;
  if (locale === "zh") {
    const common = first.slice(0, 7) === last.slice(0, 7) ? /^.*月/ : /^.*年/;
    const to = dayInWords(last, locale);
    return `${from}至${first.slice(0, 4) === last.slice(0, 4) ? to.replace(common, "") : to}`;
  }
  const month = locale === "en" ? "short" : "long";
  return new Intl.DateTimeFormat(TAGS[locale], { timeZone: "UTC", year: "numeric", month, day: "numeric" })
    .formatRange(new Date(first), new Date(last))
    .replace(/\s/g, " ");
}
