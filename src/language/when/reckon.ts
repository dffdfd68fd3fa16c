/** Reckoning with days: weeks from Monday, months, and which year a day without one is of. */
import { addDays, type Day, lastDayOfMonth, readDay, weekdayOf } from "../../time.ts";

/** First and last day. A day of the week alone may lie before or after today; `weekday` lets the reader choose. */
export interface Stretch {
  readonly first: Day;
  readonly last: Day;
  readonly weekday?: number;
  /** The calendar has no such day. */
  readonly impossible?: true;
  /** Written as a stretch of its own, "from 24 to 26 May". */
  readonly ranged?: true;
  /** Reckoned up to today: "the last 7 days". */
  readonly lately?: true;
}

export interface DayRow {
  readonly example: string;
  readonly is: RegExp;
  readonly read: (match: RegExpExecArray, today: Day) => Stretch | undefined;
}

const ENGLISH_MONTHS = [
  "jan(?:uary)?",
  "feb(?:ruary)?",
  "mar(?:ch)?",
  "apr(?:il)?",
  "may",
  "june?",
  "july?",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "oct(?:ober)?",
  "nov(?:ember)?",
  "dec(?:ember)?",
];
const RUSSIAN_MONTHS = [
  "янв(?:ар[ьяе])?",
  "фев(?:рал[ьяе])?",
  "март[ае]?|мар",
  "апр(?:ел[ьяе])?",
  "ма[йяе]",
  "июн[ьяе]?",
  "июл[ьяе]?",
  "авг(?:уст[ае]?)?",
  "сент?(?:ябр[ьяе])?",
  "окт(?:ябр[ьяе])?",
  "ноя(?:бр[ьяе])?",
  "дек(?:абр[ьяе])?",
];
export const MONTH = [...ENGLISH_MONTHS, ...RUSSIAN_MONTHS].join("|");
const MONTH_TESTS = ENGLISH_MONTHS.map(
  (english, at) => new RegExp(`^(?:${english}|${RUSSIAN_MONTHS[at]})$`, "u"),
);
export const YEAR = "(?:19|20)\\d{2}";
export const YEAR_AFTER = `(?:,? (${YEAR})(?: ?г(?:ода|\\.)?)?| (этого|прошлого) года|,? (?:of )?(this|last) year)?`;
export const ORDINAL = "(?:st|nd|rd|th|-?го|-е)?";
export const TO = " ?(?:-|to|and|through|till|until|по|до|и) ?";
export const HAN_TO = "(?:至|到|-|~|—)";
export const HAN_YEAR = `(?:(${YEAR}|今|去|前)年)?`;

export const oneDay = (day: Day): Stretch => ({ first: day, last: day });
export const ago = (days: number) => (_: unknown, today: Day) => oneDay(addDays(today, -days));
export const lately = (days: number, today: Day): Stretch | undefined =>
  days >= 1 && days <= 36_500 ? { first: addDays(today, 1 - days), last: today, lately: true } : undefined;

/** Days in a unit, for a look back; a month counts 30, a year 365. */
export function daysIn(unit: string): number {
  if (/^(?:d|д|сут|天|日)/.test(unit)) return 1;
  if (/^(?:fortnight)/.test(unit)) return 14;
  if (/^(?:w|нед|周|星期|个星期|礼拜|週)/.test(unit)) return 7;
  return /^(?:m|мес|个月|月)/.test(unit) ? 30 : 365;
}
export const UNIT =
  "days?|weeks?|fortnights?|months?|years?|дн(?:я|ей)|день|недел[яиюье]|недель|сутки|суток|месяц(?:а|ев)?|год(?:а)?|лет";
export const HAN_UNIT = "天|日|周|个星期|星期|个月|年";

/** The day of a month; of a year that is not said the latest that is not still to come. */
export function dayIn(month: number, day: number, year: string | undefined, today: Day): Stretch {
  const two = (n: number) => String(n).padStart(2, "0");
  const now = Number(today.slice(0, 4));
  const said = yearOf(year, today);
  const of = (at: number) => readDay(`${at}-${two(month)}-${two(day)}`);
  const first = of(said ?? now);
  if (!first && !(said === undefined && of(now - 1)))
    return { ...oneDay(`${said ?? now}-${two(month)}-01`), impossible: true };
  const found =
    first && (said !== undefined || first <= today)
      ? first
      : said === undefined
        ? (of(now - 1) ?? first)
        : first;
  return found ? oneDay(found) : { ...oneDay(today), impossible: true };
}

function yearOf(written: string | undefined, today: Day): number | undefined {
  if (!written) return undefined;
  const now = Number(today.slice(0, 4));
  if (/今|этого|this/.test(written)) return now;
  if (/去|прошлого|last/.test(written)) return now - 1;
  if (/前/.test(written)) return now - 2;
  return Number(written);
}

export function monthOf(written: string | undefined): number {
  return MONTH_TESTS.findIndex((is) => is.test(written ?? "")) + 1;
}

/** A whole month; of a year that is not said the latest that has begun. */
export function wholeMonth(month: number, year: string | undefined, today: Day): Stretch | undefined {
  if (!(month >= 1 && month <= 12)) return undefined;
  const now = Number(today.slice(0, 4));
  const at = yearOf(year, today) ?? (month <= Number(today.slice(5, 7)) ? now : now - 1);
  const first = `${at}-${String(month).padStart(2, "0")}-01`;
  const last = lastDayOfMonth(first);
  return { first, last: last > today && first <= today ? today : last };
}

export function between(first: Stretch, last: Stretch): Stretch {
  if (first.impossible || last.impossible) return { ...first, impossible: true };
  return first.first <= last.last
    ? { first: first.first, last: last.last, ranged: true }
    : { first: last.first, last: first.last, ranged: true };
}

/** The week from Monday that lies `weeks` before this one. */
export function week(weeks: number, today: Day): Stretch {
  const monday = addDays(today, 1 - weekdayOf(today) - 7 * weeks);
  return { first: monday, last: addDays(monday, 6) };
}

export function monthsAgo(months: number, today: Day): Stretch {
  let first = `${today.slice(0, 8)}01`;
  for (let n = 0; n < months; n += 1) first = `${addDays(first, -1).slice(0, 8)}01`;
  const last = lastDayOfMonth(first);
  return { first, last: last > today ? today : last };
}

export function weekdayOfWeek(day: number | undefined, weeks: number, today: Day): Stretch | undefined {
  return day === undefined ? undefined : oneDay(addDays(week(weeks, today).first, day - 1));
}

/** The latest such day before today. */
export function lastWeekday(day: number | undefined, today: Day): Stretch | undefined {
  if (day === undefined) return undefined;
  return { ...oneDay(addDays(today, -(((weekdayOf(today) - day + 6) % 7) + 1))), weekday: day };
}

export const WEEKDAY =
  "mon|tues?|wed|thurs?|fri|sat|sun|mondays?|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник[ау]?|вторник[ау]?|сред[аыуе]|четверг[ау]?|пятниц[аыуе]|суббот[аыуе]|воскресень[еяю]";
export const HAN_WEEKDAY = "(?:周|星期|礼拜|拜|週)([一二三四五六日天])";

export function wholeYear(year: number): Stretch {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

export function nextWeekday(day: number | undefined, today: Day): Stretch | undefined {
  if (day === undefined) return undefined;
  return oneDay(addDays(today, ((day - weekdayOf(today) + 6) % 7) + 1));
}

/** "The 17th": of this month, or of the last one when that is more than two weeks ahead. */
export function nearestOf(day: number, today: Day): Stretch | undefined {
  if (!(day >= 1 && day <= 31)) return undefined;
  const here = readDay(`${today.slice(0, 8)}${String(day).padStart(2, "0")}`);
  if (here && here <= addDays(today, 15)) return oneDay(here);
  const before = readDay(
    `${addDays(`${today.slice(0, 8)}01`, -1).slice(0, 8)}${String(day).padStart(2, "0")}`,
  );
  return before ? oneDay(before) : undefined;
}
