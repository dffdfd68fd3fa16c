/** Times, days and zones as people write them, in three languages. */
import { BotError } from "../errors.ts";
import type { Locale } from "../i18n/words.ts";
import { isZone } from "../time.ts";

const NOON = /^(?:noon|midday|中午|正午|полдень)$/;
const MIDNIGHT = /^(?:midnight|午夜|半夜|полночь)$/;
const AFTER_NOON = /^(?:下午|傍晚|дня|p)/;
const NIGHT = /^(?:晚|вечера|ночи)/;
const TIME =
  /^(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?(\d{1,2})(?:[:.h点點时時](?:(\d{2})分?|(半)|整|钟)?|ч(?:ас(?:ов|а)?)?\.?|o['’]clock)?(a\.?m\.?|p\.?m\.?|утра|дня|вечера|ночи)?$/;

/**
 * Reads `9`, `9:00`, `09.00`, `0900`, `21h30`, `9am`, `9:30 pm`, `noon`, `９：００`, `上午9点`, `晚上八点半`, `9 утра`
 * and `в 21:00` as `HH:MM`; else null.
 */
export function readTime(written: string): string | null {
  const folded = written.normalize("NFKC").toLowerCase().trim();
  const text = digitsOf(folded.replace(/^(?:at|в|@)\s*/, "").replace(/\s/g, ""));
  if (NOON.test(text)) return "12:00";
  if (MIDNIGHT.test(text)) return "00:00";
  const [, before = "", hours = "", minutes = "0", half, after = ""] =
    TIME.exec(text.replace(/^(\d{2})(\d{2})$/, "$1:$2")) ?? [];
  if (hours === "") return null;
  const hour = hourOf(Number(hours), before || after);
  if (!(hour <= 23) || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${half ? "30" : minutes.padStart(2, "0")}`;
}

/** The hour of 24 that an hour of a part of the day is; NaN when it has no such hour. At night twelve begins a day. */
function hourOf(hour: number, part: string): number {
  if (part === "") return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  if (NIGHT.test(part)) return hour === 12 ? 0 : hour < 5 ? hour : hour + 12;
  if (part === "中午") return hour < 10 ? hour + 12 : hour;
  return (hour % 12) + (AFTER_NOON.test(part) ? 12 : 0);
}

/** Chinese numbers of a clock in digits: 九 9, 十二 12, 二十一 21, 三十 30. */
function digitsOf(text: string): string {
  const digit = (character: string | undefined) => "零一二三四五六七八九".indexOf(character ?? "");
  return text.replace(/[零一二两三四五六七八九十]+/g, (run) => {
    const read = /^([二三四五])?十([一二三四五六七八九])?$/.exec(run.replaceAll("两", "二"));
    if (!read) return [...run.replaceAll("两", "二")].map(digit).join("");
    return `${read[1] ? digit(read[1]) : 1}${Math.max(0, digit(read[2]))}`;
  });
}

/** @throws BotError "bad-input" */
export function mustReadTime(written: string): string {
  const time = readTime(written);
  if (time) return time;
  const text = written.slice(0, 40);
  throw new BotError("bad-input", {
    en: `“${text}” is not a time of day. Write it as 09:00 or 21:30; daily off stops it.`,
    zh: `“${text}”不是一个时间。请写成 09:00 或 21:30；daily off 可停止。`,
    ru: `«${text}» — не время суток. Напишите 09:00 или 21:30; daily off отключает.`,
  });
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
  const at = NAMES.findIndex((names) => names.includes(word));
  return at < 0 ? undefined : at + 1;
}

function noDays(written: string): BotError {
  const text = written.slice(0, 40);
  return new BotError("bad-input", {
    en: `“${text}” are no days of the week. Write mon-fri, or mon,wed,fri, or all.`,
    zh: `“${text}”不是星期几。请写成 mon-fri、周一至周五 或 all。`,
    ru: `«${text}» — не дни недели. Напишите mon-fri, пн,ср,пт или all.`,
  });
}

const SHORT: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  ru: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
};
const EVERY_DAY: Readonly<Record<Locale, string>> = { en: "every day", zh: "每天", ru: "ежедневно" };

/** `every day`, `Mon–Fri` or `Mon, Wed`, in the reader's words. */
export function daysInWords(days: readonly number[], locale: Locale): string {
  const [first = 1, last = 1] = [days[0], days.at(-1)];
  const name = (day: number): string => SHORT[locale][day - 1] ?? "";
  if (days.length === 7) return EVERY_DAY[locale];
  if (days.length > 2 && last - first === days.length - 1)
    return `${name(first)}${locale === "zh" ? "至" : "–"}${name(last)}`;
  return days.map(name).join(locale === "zh" ? "、" : ", ");
}

/** As `days:` takes it. */
export function daysAsTyped(days: readonly number[]): string {
  return days.length === 7 ? "all" : days.map((day) => NAMES[day - 1]?.[0] ?? "").join(",");
}

const CITIES: Readonly<Record<string, string>> = {
  beijing: "Asia/Shanghai",
  北京: "Asia/Shanghai",
  上海: "Asia/Shanghai",
  пекин: "Asia/Shanghai",
  шанхай: "Asia/Shanghai",
  москва: "Europe/Moscow",
  莫斯科: "Europe/Moscow",
  ташкент: "Asia/Tashkent",
  塔什干: "Asia/Tashkent",
  алматы: "Asia/Almaty",
  астана: "Asia/Almaty",
  astana: "Asia/Almaty",
  阿斯塔纳: "Asia/Almaty",
  бишкек: "Asia/Bishkek",
  душанбе: "Asia/Dushanbe",
  тегеран: "Asia/Tehran",
  минск: "Europe/Minsk",
  дели: "Asia/Kolkata",
  delhi: "Asia/Kolkata",
  "new delhi": "Asia/Kolkata",
  islamabad: "Asia/Karachi",
  исламабад: "Asia/Karachi",
  新德里: "Asia/Kolkata",
  伊斯兰堡: "Asia/Karachi",
  德黑兰: "Asia/Tehran",
  乌鲁木齐: "Asia/Urumqi",
  明斯克: "Europe/Minsk",
};

/** Present names that some runtimes only list by their former ones. */
const RENAMED = ["Asia/Kolkata", "Asia/Kathmandu", "Asia/Yangon", "Asia/Ho_Chi_Minh", "Europe/Kyiv"];

/** Every IANA zone of this runtime. */
export const zones: readonly string[] = [
  ...new Set(["UTC", ...RENAMED.filter(isZone), ...Intl.supportedValuesOf("timeZone")]),
];

/**
 * Reads an IANA zone in any case, or a city's name ("shanghai", "北京", "Москва").
 * @throws BotError "bad-input" naming a zone that looks alike
 */
export function readZone(written: string): string {
  const text = written.normalize("NFKC").trim().toLowerCase().replaceAll(" ", "_");
  const exact = zones.find((zone) => zone.toLowerCase() === text);
  const named = text.replaceAll("_", " ");
  const city = Object.hasOwn(CITIES, named)
    ? CITIES[named]
    : zones.find((zone) => zone.toLowerCase().endsWith(`/${text}`));
  const found =
    exact ??
    city ??
    (/^[a-z]+(\/[a-z_+-]+)+$|^utc$|^gmt$/.test(text) && isZone(text) ? written.trim() : undefined);
  if (found) return found;
  const shown = written.slice(0, 40);
  throw new BotError("bad-input", {
    en: `I do not know the time zone “${shown}”. Write one such as Asia/Shanghai or Europe/Moscow.`,
    zh: `不认识时区“${shown}”。请写成 Asia/Shanghai、Europe/Moscow 这样的名称。`,
    ru: `Не знаю часового пояса «${shown}». Напишите, например, Asia/Shanghai или Europe/Moscow.`,
  });
}
