/** Command lines as a person would type them: `daily 08:30 zone:Europe/Moscow days:mon-fri topic:"energy lang:ru"`. */
import type { Language, Publisher } from "../article.ts";
import type { Days } from "../language/when/days.ts";
import { addDays, type Day, lastDayOfMonth } from "../time.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A value, in quotes where it has a space. */
export function quoted(value: string): string {
  return /[\s"]/.test(value) ? `"${value.replaceAll('"', "”")}"` : value;
}

/** `mon-fri`, `mon,wed` or `all`. */
export function daysAsTyped(days: readonly number[]): string {
  const [first = 1, last = 1] = [days[0], days.at(-1)];
  if (days.length === 7) return "all";
  if (days.length > 2 && last - first === days.length - 1) return `${DAYS[first - 1]}-${DAYS[last - 1]}`;
  return days.map((day) => DAYS[day - 1]).join(",");
}

export interface LineFilters {
  readonly languages?: readonly Language[];
  readonly publishers?: readonly Publisher[];
  readonly leftOut?: readonly Publisher[];
  readonly days?: Days | undefined;
  readonly newest?: boolean;
  readonly without?: readonly string[];
  readonly titles?: readonly string[];
}

/** The filters of a query after its words. @param mark the quote that stands around a publisher's name */
export function withFilters(
  query: string,
  filters: LineFilters,
  mark: readonly [string, string] = ['"', '"'],
): string {
  const name = ({ names }: Publisher): string =>
    /\s/.test(names.en) ? `${mark[0]}${names.en}${mark[1]}` : names.en;
  const unwanted = (what: string): string =>
    `without:${/\s/.test(what) ? `${mark[0]}${what}${mark[1]}` : what}`;
  return [
    query,
    ...(filters.titles ?? []).map(
      (title) => `title:${/\s/.test(title) ? `${mark[0]}${title}${mark[1]}` : title}`,
    ),
    ...(filters.without ?? []).map(unwanted),
    ...(filters.publishers ?? []).map((publisher) => `source:${name(publisher)}`),
    ...(filters.leftOut ?? []).map((publisher) => `-source:${name(publisher)}`),
    ...(filters.languages ?? []).map((language) => `lang:${language}`),
    ...daysAsFilters(filters.days),
    ...(filters.newest ? ["sort:new"] : []),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Days as `on:`, `after:` and `before:`; `after:` begins with its day, `before:` ends before it. */
export function daysAsFilters(days: Days | undefined): string[] {
  if (!days) return [];
  const { first, last, lately } = days;
  if (first && lately) return [`after:${addDays(first, -1)}`];
  if (first && last) {
    if (first === last) return [`on:${first}`];
    if (first.endsWith("-01-01") && last.endsWith("-12-31") && first.slice(0, 4) === last.slice(0, 4))
      return [`on:${first.slice(0, 4)}`];
    if (first.endsWith("-01") && last === lastDayOfMonth(first)) return [`on:${first.slice(0, 7)}`];
    return [`after:${first}`, `before:${addDays(last, 1)}`];
  }
  return first ? [`after:${first}`] : last ? [`before:${addDays(last, 1)}`] : [];
}

/** Days as `digest` takes them: a day, or `A..B`; an open end is today, or a week back. */
export function period(days: Days, today: Day): string {
  const last = days.last ?? (days.first && days.first > today ? days.first : today);
  const first = days.first ?? addDays(last, -6);
  return first === last ? first : `${first}..${last}`;
}
