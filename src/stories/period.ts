/** Which days a digest is asked for: today, yesterday, week, a date or a month, in three languages. */
import { BotError } from "../errors.ts";
import { errors } from "../i18n/story.ts";
import { nearest } from "../inbox/nearest.ts";
import { readDate, spanOfDate } from "../search/query/dates.ts";
import { addDays, type Day, dayOf, type Span, spanOf } from "../time.ts";

/** First and last day, the same for a single one. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** A digest covers at most a month. */
const LONGEST_DAYS = 31;

/** Spans by name, reckoned from today, that no date names. */
const NAMED: readonly (readonly [RegExp, (today: Day) => Period])[] = [
  [
    /^(?:(?:this |the )?(?:past )?week|本周|这周|這周|本週|一周|一週|最近一周|周|недел[яю]|за неделю|эта неделя)$/,
    (today) => ({ first: addDays(today, -6), last: today }),
  ],
  [
    /^(?:(?:the )?(?:past )?month|一个月|最近一个月|(?:за )?месяц)$/,
    (today) => ({ first: addDays(today, -29), last: today }),
  ],
  [
    /^(?:this month|本月|这个月|這個月|этот месяц|в этом месяце)$/,
    (today) => ({ first: `${today.slice(0, 8)}01`, last: today }),
  ],
  [/^(?:tomorrow|明天|明日|завтра)$/, (today) => ({ first: addDays(today, 1), last: addDays(today, 1) })],
];

const TYPED = ["today", "yesterday", "week", "month", "сегодня", "вчера", "позавчера", "неделя", "месяц"];

/** The day that a mistyped word was probably meant to name. */
export function nearestPeriod(word: string): string | undefined {
  return nearest(word, TYPED);
}

function namedPeriod(text: string): ((today: Day) => Period) | undefined {
  return NAMED.find(([name]) => name.test(text))?.[1];
}

const MONTH =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}*";
/** A day of a month without its year. */
const YEARLESS = new RegExp(`^(?:\\d{1,2}月\\d{1,2}[日号]|\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})$`, "u");

/** Whether a word of a command line names days; anything that begins like a date does, so that a wrong one is told. */
export function looksLikePeriod(word: string): boolean {
  const text = folded(word);
  if (/^\d{4}$/.test(text)) return false;
  const [first, last] = endsOf(text);
  if (last !== undefined) return looksLikePeriod(first) && looksLikePeriod(last);
  return (
    namedPeriod(text) !== undefined ||
    readDate(text) !== null ||
    YEARLESS.test(text) ||
    /^\d{1,4}[-/.年]\d{1,2}([-/.月]\d{0,4}日?)?$/.test(text)
  );
}

/**
 * The days that a word means now; a week is today and the six days before it, last week the calendar's.
 * @throws BotError("bad-input") when it is no date, when the calendar lacks it, or for more than 31 days
 */
export function readPeriod(written: string, now: number, zone: string): Period {
  const text = folded(written);
  const today = dayOf(now, zone);
  const named = namedPeriod(text);
  if (named) return named(today);
  const [first, last] = endsOf(text);
  if (last !== undefined) return between(readPeriod(first, now, zone), readPeriod(last, now, zone));
  const read = readDate(text) ?? yearless(text, today);
  if (!read || read.when.kind === "year") throw notADay(written);
  if (read.impossible) throw noSuchDay(written);
  if (read.when.kind === "past") {
    if (read.when.days > LONGEST_DAYS) throw tooLong();
    return { first: addDays(today, 1 - Math.max(1, read.when.days)), last: today };
  }
  const { from, to } = spanOfDate(read.when, now, zone);
  return { first: dayOf(from, zone), last: dayOf(to - 1, zone) };
}

/** The two sides of `2025-05-24..2025-05-26`. */
function endsOf(text: string): readonly [string, string?] {
  const ends = /^([^.].*?)\.\.([^.].*)$/.exec(text);
  return ends ? [ends[1] ?? "", ends[2] ?? ""] : [text];
}

function between(one: Period, other: Period): Period {
  const [first, last] = one.first <= other.last ? [one.first, other.last] : [other.first, one.last];
  if (addDays(first, LONGEST_DAYS - 1) < last) throw tooLong();
  return { first, last };
}

/**
 * The days that a line opens with and what is left of it: `26 May 2025 media` → `26 May 2025`, `media`.
 * Words that name no day leave the line whole.
 */
export function splitPeriod(line: string): { readonly day?: string; readonly rest: string } {
  const words = line.trim().split(/\s+/);
  for (const count of [3, 2]) {
    const day = words.slice(0, count).join(" ").replace(",", "");
    const read = readDate(folded(day));
    const named =
      read?.when.kind === "day" ||
      read?.when.kind === "last" ||
      (read === null && YEARLESS.test(folded(day))) ||
      namedPeriod(folded(day)) !== undefined;
    if (words.length >= count && named) return { day, rest: words.slice(count).join(" ") };
  }
  return { rest: line };
}

/** `5月26日`, `26 May` and `26 мая` are of this year, or of the last one when that is still to come. */
function yearless(text: string, today: Day): ReturnType<typeof readDate> {
  if (!YEARLESS.test(text)) return null;
  const of = (year: number) =>
    readDate(text.includes("月") ? `${year}年${text.replace("号", "日")}` : `${text} ${year}`);
  const year = Number(today.slice(0, 4));
  const read = of(year);
  return read?.when.kind === "day" && read.when.day > today ? of(year - 1) : read;
}

/** The time from the first moment of a period to the first after it. */
export function spanOfPeriod({ first, last }: Period, zone: string): Span {
  return spanOf(first, zone, last);
}

function folded(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function noSuchDay(written: string): BotError {
  const text = shown(written);
  return new BotError("bad-input", errors.noSuchDay(text));
}

function notADay(written: string): BotError {
  const text = shown(written);
  return new BotError("bad-input", errors.notADay(text));
}

function tooLong(): BotError {
  return new BotError("bad-input", errors.tooManyDays(LONGEST_DAYS));
}
