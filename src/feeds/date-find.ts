/** Finds a date among other words, beside a link or in an address; what it is, dates.ts tells. */
import { MONTHS } from "./date-words.ts";

const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const HOUR = "\\d{1,2}(?::\\d{2}(?::\\d{2})?(?:\\.\\d{1,9})?|时\\d{2}分?)(?:\\s?[ap]\\.?m(?![a-zа-я]))?";
const ZONE = "(?:\\s?\\(?(?:(?:z|gmt|utc|msk|мск|bjt|pkt|ist)(?![a-zа-я])|[+-]\\d{2}:?\\d{2}(?!\\d)))?";
const TIME = `(?:[\\s,|年г.-]{1,5}(?:в\\s|at\\s)?${HOUR}${ZONE})?`;
/** Some write the hour first: `08:15 PM, August 25, 2026`. */
const BEFORE = `(?:(?<!\\d)${HOUR}[\\s,|/·—–-]{1,3})?`;
const FORMS: readonly RegExp[] = [
  new RegExp(
    `(?<!\\d)(?:19|20)\\d{2}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}(?!\\d)(?:\\s?[日号])?(?:[\\sT,]{0,3}(?<=[日号\\sT,])${HOUR}${ZONE})?`,
    "iu",
  ),
  new RegExp(`${BEFORE}(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d{2}(?!\\d)${TIME}`, "iu"),
  new RegExp(
    `${BEFORE}(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?(?:${MONTH})[.,]?\\s(?:19|20)\\d{2}(?!\\d)${TIME}`,
    "iu",
  ),
  new RegExp(
    `${BEFORE}(?<!\\p{L})(?:${MONTH})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2}(?!\\d)${TIME}`,
    "iu",
  ),
  /\d{1,2}月\d{1,2}[日号](?:\s?\d{1,2}:\d{2})?/,
  /\d{1,3}\s?(?:个?小时前|分钟前|天前|(?:hours?|hrs?|h) ago|min(?:ute)?s? ago|days? ago|мин(?:ут\p{L}*|\.)? назад|(?:час\p{L}*|ч\.?) назад|дн\p{L}* назад)/u,
  /(?:今天|昨天|前天|сегодня|вчера|today|yesterday)[\s,]{0,2}(?:в\s|at\s)?\d{1,2}:\d{2}/iu,
];
/** Without a year, and so only where nothing else is said: `[09-30]`, `30.09`, `30 сентября`, `Sept. 30, 10:15`. */
const ALONE: readonly RegExp[] = [
  new RegExp(`^\\d{1,2}[-/.]\\d{1,2}${TIME}$`, "iu"),
  new RegExp(`^\\d{1,2}(?:st|nd|rd|th)?\\s(?:${MONTH})\\.?${TIME}$`, "iu"),
  new RegExp(`^(?:${MONTH})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?${TIME}$`, "iu"),
];
/** A day in large figures over its month: `30` `2026-09`. */
const SPLIT = /^(\d{1,2})[\s/]{1,3}((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})月?$/;
const AROUND = /^[\s[(【（|·]+|(?<![\s\])】）|·])[\s\])】）|·]+$/g;
/** So much beside a link is looked through. */
const MOST = 400;

/** The first date in a text, as it stands there. */
export function dateIn(text: string): string | undefined {
  const some = text.slice(0, MOST).normalize("NFKC").replace(/\s+/g, " ");
  const found = FORMS.map((form) => form.exec(some)).filter((match) => match !== null);
  const first = Math.min(...found.map(({ index }) => index));
  const [longest] = found.filter(({ index }) => index === first).sort((a, b) => b[0].length - a[0].length);
  if (longest) return longest[0];
  const all = some.replace(AROUND, "");
  const [, day, year, month] = SPLIT.exec(all) ?? [];
  if (day) return `${year}-${month}-${day}`;
  return all.length < 40 && ALONE.some((form) => form.test(all)) ? all : undefined;
}

/** An hour that stands alone, as under the heading of its day. */
export function hourIn(text: string): string | undefined {
  return /(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/.exec(text.slice(0, MOST))?.[0];
}

/** Whether a text says when something was, and nothing else. */
export function isDateAlone(text: string): boolean {
  const all = text.normalize("NFKC").replace(/\s+/g, " ").replace(AROUND, "");
  return all !== "" && all.length < 40 && (dateIn(all)?.length ?? 0) >= all.length - 2;
}

/** The day in an address: `/2026/0317/`, `/2026-03-17/`, `/20260317/`, `/202603/17/`, `t20260317_11.html`. */
export function dayInAddress(url: string): string | undefined {
  const found =
    /(?<!\d)((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|t\d|$)/.exec(
      new URL(url).pathname,
    );
  return found ? `${found[1]}-${found[2]}-${found[3]}` : undefined;
}
