/** Times, days and zones as people write them, in three languages. */
import { BotError } from "../errors.ts";
import { errors } from "../i18n/times.ts";
import type { Locale } from "../i18n/words.ts";
import { timeOf } from "../language/when/clock-times.ts";
import { zoneOf } from "../language/when/zones.ts";
import { isZone } from "../time.ts";

/** @throws BotError "bad-input" */
export function mustReadTime(written: string): string {
  const time = timeOf(written);
  if (time) return time;
  const text = written.slice(0, 40);
  throw new BotError("bad-input", errors.noTime(text));
}

const NAMES: readonly (readonly string[])[] = [
  ["mon", "monday", "пн", "понедельник", "周一", "星期一", "一"],
  ["tue", "tuesday", "вт", "вторник", "周二", "星期二", "二"],
  ["wed", "wednesday", "ср", "среда", "周三", "星期三", "三"],
  ["thu", "thursday", "чт", "четверг", "周四", "星期四", "四"],
  ["fri", "friday", "пт", "пятница", "周五", "星期五", "五"],
  ["sat", "saturday", "сб", "суббота", "周六", "星期六", "六"],
  ["sun", "sunday", "вс", "воскресенье", "周日", "周天", "星期日", "日"],
];
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(
    ["all", "daily", "every", "ежедневно", "每天"].map((word) => [word, [1, 2, 3, 4, 5, 6, 7]]),
  ),
  ...Object.fromEntries(["weekdays", "workdays", "будни", "工作日"].map((word) => [word, [1, 2, 3, 4, 5]])),
  ...Object.fromEntries(["weekend", "weekends", "выходные", "周末"].map((word) => [word, [6, 7]])),
};

/**
 * Reads `mon-fri`, `mon,wed`, `weekdays`, `пн-пт`, `周一至周五` as days of the week, 1 Monday to 7 Sunday.
 * @throws BotError "bad-input"
 */
export function readDays(written: string): readonly number[] {
  const text = written.normalize("NFKC").toLowerCase().trim();
  const days = new Set<number>();
  for (const part of text.split(/[\s,;、]+/).filter(Boolean)) {
    const group = Object.hasOwn(GROUPS, part) ? GROUPS[part] : undefined;
    const [first, last, ...more] = part.split(/-|–|—|至|到/).map(readDayOfWeek);
    if (group) for (const day of group) days.add(day);
    else if (first === undefined || more.length > 0 || (last === undefined && /[-–—至到]/.test(part)))
      throw noDays(written);
    else
      for (let day = first; ; day = (day % 7) + 1) {
        days.add(day);
        if (day === (last ?? first)) break;
      }
  }
  if (days.size === 0) throw noDays(written);
  return [...days].sort((a, b) => a - b);
}

function readDayOfWeek(word: string): number | undefined {
  if (/^[1-7]$/.test(word)) return Number(word);
  const at = NAMES.findIndex((names) => names.includes(word));
  return at < 0 ? undefined : at + 1;
}

function noDays(written: string): BotError {
  const text = written.slice(0, 40);
  return new BotError("bad-input", errors.noDays(text));
}

const SHORT: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  ru: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
};

/** `every day`, `Mon–Fri` or `Mon, Wed`, in the reader's words. */
export function daysInWords(days: readonly number[], locale: Locale): string {
  const [first = 1, last = 1] = [days[0], days.at(-1)];
  const name = (day: number): string => SHORT[locale][day - 1] ?? "";
  if (days.length === 7) return errors.everyDay[locale];
  if (days.length > 2 && last - first === days.length - 1)
    return `${name(first)}${locale === "zh" ? "至" : "–"}${name(last)}`;
  return days.map(name).join(locale === "zh" ? "、" : ", ");
}

/** The days of the week as choices: what `days:` takes, and what a reader calls it. */
export function dayNames(locale: Locale): readonly { readonly value: string; readonly shown: string }[] {
  return SHORT[locale].map((shown, at) => ({ value: String(at + 1), shown }));
}

/** As `days:` takes it. */
export function daysAsTyped(days: readonly number[]): string {
  return days.length === 7 ? "all" : days.map((day) => NAMES[day - 1]?.[0] ?? "").join(",");
}

/**
 * Reads an IANA zone in any case, or a city's name ("shanghai", "北京", "Москва").
 * @throws BotError "bad-input" naming a zone that looks alike
 */
export function readZone(written: string): string {
  const text = written.normalize("NFKC").trim();
  const found =
    zoneOf(text) ?? (/^[a-z]+(?:\/[a-z_+-]+)+$|^utc$|^gmt$/i.test(text) && isZone(text) ? text : undefined);
  if (found) return found;
  const shown = written.slice(0, 40);
  throw new BotError("bad-input", errors.noZone(shown));
}
