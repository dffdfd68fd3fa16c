/** The words that dates are written with: months, zones, Chinese numerals, "3小时前". */
import { Temporal } from "temporal-polyfill";

const ENGLISH = "january february march april may june july august september october november december".split(
  " ",
);
const RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(
  " ",
);
const RUSSIAN_PLAIN = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(
  " ",
);
const RUSSIAN_SHORT = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");
const OTHERS: readonly (readonly [string, number])[] = [
  ["sept", 9],
  ["сент", 9],
  ["нояб", 11],
  ["февр", 2],
  ["mär", 3],
  ["mai", 5],
  ["okt", 10],
  ["dez", 12],
  ["janv", 1],
  ["févr", 2],
  ["mars", 3],
  ["avr", 4],
  ["juin", 6],
  ["juil", 7],
  ["août", 8],
  ["déc", 12],
];

/** Month by name or abbreviation, lower case, 1 to 12. */
export const MONTHS: Readonly<Record<string, number>> = Object.fromEntries([
  ...[ENGLISH, RUSSIAN, RUSSIAN_PLAIN, RUSSIAN_SHORT].flatMap((names) =>
    names.map((name, at) => [name, at + 1] as const),
  ),
  ...ENGLISH.map((name, at) => [name.slice(0, 3), at + 1] as const),
  ...OTHERS,
]);

/** Minutes east of UTC by the abbreviations of RFC 822 and of the region. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  trt: 180,
  msk: 180,
  мск: 180,
  msd: 240,
  samt: 240,
  aqtt: 300,
  uzt: 300,
  tjt: 300,
  tmt: 300,
  pkt: 300,
  yekt: 300,
  ist: 330,
  npt: 345,
  almt: 300,
  kgt: 360,
  omst: 360,
  novt: 420,
  krat: 420,
  ict: 420,
  hkt: 480,
  sgt: 480,
  irkt: 480,
  ulat: 480,
  awst: 480,
  bjt: 480,
  jst: 540,
  kst: 540,
  yakt: 540,
  vlat: 600,
  aest: 600,
  aedt: 660,
  irst: 210,
  aft: 270,
};

/**
 * The offset, in minutes east of UTC, that is written after a time; null when none is.
 * CST is China Standard Time for a publisher in Asia and US Central for others.
 */
export function offsetOf(after: string, zone: string): number | null {
  const text = after.trim();
  const numeric = /^(?:\(?(?:gmt|utc|ut|мск)\s*)?([+\-−])\s*(\d{1,2})(?::?(\d{2}))?/u.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 14 * 60) return null;
    return numeric[1] === "+" ? minutes : -minutes;
  }
  if (/^\(?(北京时间|beijing)/.test(text)) return 480;
  const name = /^[(\s]*([\p{L}]{1,5})(?![\p{L}])/u.exec(text)?.[1] ?? "";
  if (name === "cst") return zone.startsWith("Asia/") ? 480 : -360;
  return Object.hasOwn(ZONES, name) ? (ZONES[name] ?? null) : null;
}

const DIGITS = "〇一二三四五六七八九";

/** Writes 二〇二六年三月十七日 with western digits; leaves other text alone. */
export function western(text: string): string {
  const arabic = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return arabic.replace(
    /(?<![〇零○一二三四五六七八九十])[〇零○一二三四五六七八九十]+(?=[年月日号时點点分])/g,
    (numeral) => {
      const plain = numeral.replace(/[零○]/g, "〇");
      const at = plain.indexOf("十");
      if (at < 0) return Array.from(plain, (character) => DIGITS.indexOf(character)).join("");
      const tens = at === 0 ? 1 : DIGITS.indexOf(plain.charAt(at - 1));
      const ones = at === plain.length - 1 ? 0 : DIGITS.indexOf(plain.charAt(at + 1));
      return String(tens * 10 + ones);
    },
  );
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(\d{1,4})\s*(?:秒钟?前|sec(?:ond)?s? ago|секунд\p{L}* назад)/u, 1_000],
  [/^(\d{1,4})\s*(?:分钟?前|分鐘前|min(?:ute)?s? ago|мин(?:ут\p{L}*|\.)? назад)/u, 60_000],
  [/^(\d{1,4})\s*(?:个?小时前|個?小時前|(?:hours?|hrs?|h) ago|(?:час\p{L}*|ч\.?) назад)/u, 3_600_000],
  [/^(\d{1,4})\s*(?:天前|days? ago|(?:день|дн\p{L}+) назад)/u, 86_400_000],
];

/** "3小时前", "2 hours ago", "昨天 10:15", "вчера, 10:15"; null for anything else. */
export function relative(text: string, now: number, zone: string): number | null {
  if (/^(刚刚|just now|только что)/.test(text)) return now;
  for (const [form, ms] of UNITS) {
    const count = form.exec(text)?.[1];
    if (count !== undefined) return now - Number(count) * ms;
  }
  const word =
    /^(今天|today|сегодня|昨天|yesterday|вчера|前天)(?!\p{L})[\s,.]*(?:(?:at|в)\s*)?(?:(\d{1,2}):(\d{2}))?/u.exec(
      text,
    );
  if (!word) return null;
  const back = /今天|today|сегодня/.test(word[1] ?? "") ? 0 : word[1] === "前天" ? 2 : 1;
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).subtract({ days: back });
  const hour = Math.min(23, Number(word[2] ?? 0));
  const minute = Math.min(59, Number(word[3] ?? 0));
  return day.with({ hour, minute, second: 0, millisecond: 0 }).epochMilliseconds;
}
