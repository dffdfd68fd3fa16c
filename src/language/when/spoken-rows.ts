/** Days as people speak of them besides: 今儿, last quarter, первая декада мая, the 3rd or the 4th of June, a month by its name alone. */
import { addDays, type Day, weekdayOf } from "../../time.ts";
import { months } from "./part-rows.ts";
import { anywhere, words } from "./pattern.ts";
import {
  ago,
  between,
  type DayRow,
  dayIn,
  lately,
  MONTH,
  monthOf,
  oneDay,
  wholeMonth,
  YEAR,
} from "./reckon.ts";
import { smallNumber } from "./small-numbers.ts";

const NOMINATIVE = "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь";
const ENGLISH = "january|february|march|april|may|june|july|august|september|october|november|december";
const HAN_DIGITS = "〇零一二三四五六七八九";
const yearOf = (written: string): string =>
  [...written].map((one) => Math.max(0, HAN_DIGITS.indexOf(one === "〇" ? "零" : one) - 1)).join("");

/** Days of feasts that have one. */
const FEASTS: Readonly<Record<string, readonly [number, number]>> = {
  儿童节: [6, 1],
  妇女节: [3, 8],
  青年节: [5, 4],
  劳动节: [5, 1],
  元旦: [1, 1],
};

/** The latest day of that number that is not still to come. */
function numbered(day: number, today: Day): Day {
  const month = Number(today.slice(5, 7));
  const now = dayIn(month, day, undefined, today).first;
  return now <= today && now.slice(0, 7) === today.slice(0, 7)
    ? now
    : dayIn(month === 1 ? 12 : month - 1, day, undefined, today).first;
}

export const SPOKEN_ROWS: readonly DayRow[] = [
  { example: "今儿个的稿子", is: anywhere("今儿个?|今晨"), read: ago(0) },
  { example: "前儿的", is: anywhere("前儿个?(?=的|那|发|有)"), read: ago(2) },
  {
    example: "双休日",
    is: anywhere("(?:上个?|刚过去的|这个?)?双休日?"),
    read: (_, today) => {
      const sunday = addDays(today, -(weekdayOf(today) % 7 || 7));
      return { first: addDays(sunday, -1), last: sunday };
    },
  },
  {
    example: "儿童节那天",
    is: anywhere(`(${Object.keys(FEASTS).join("|")})(?:那|当)[天日]`),
    read: ([, name = ""], today) => {
      const [month, day] = FEASTS[name] ?? [1, 1];
      return dayIn(month, day, undefined, today);
    },
  },
  {
    example: "去年今日",
    is: anywhere("去年的?(?:今[日天]|同[日天])"),
    read: (_, today) => oneDay(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`),
  },
  {
    example: "last quarter",
    is: words(
      "(?:in |for |за |в )?(?:the )?(?:last|previous|past|прошл(?:ый|ого|ом)|предыдущ(?:ий|ем)) (?:quarter|квартале?)",
    ),
    read: (_, today) => quarterBefore(today),
  },
  { example: "上一个季度", is: anywhere("上一?个?季度"), read: (_, today) => quarterBefore(today) },
  {
    example: "今年头三个月",
    is: anywhere("(今|去)年(?:的)?[头前]([二两三四五六七八九])个月(?:里|内)?"),
    read: ([, year, n], today) => months(1, smallNumber(n ?? ""), year, today),
  },
  {
    example: "二〇二四年",
    is: anywhere("(二[〇零][〇零一二三四][〇零一二三四五六七八九])年(?:全年)?(?![一二三四五六七八九十\\d])"),
    read: ([, year = ""]) => ({ first: `${yearOf(year)}-01-01`, last: `${yearOf(year)}-12-31` }),
  },
  {
    example: "за 9 число",
    is: words(
      "(?:за |от )?(\\d{1,2})(?:-?го|-?е)? числ[оа](?! (?:янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек))",
    ),
    read: ([, day], today) =>
      Number(day) >= 1 && Number(day) <= 31 ? oneDay(numbered(Number(day), today)) : undefined,
  },
  {
    example: "5号到7号",
    is: anywhere("(?<![月\\d])(\\d{1,2})[号日]?(?:到|至|-|~)(\\d{1,2})[号日](?:之间)?"),
    read: ([, a, b], today) => {
      const [from, to] = [Number(a), Number(b)];
      if (from < 1 || to > 31 || from > to) return undefined;
      return { first: numbered(from, today), last: numbered(to, today), ranged: true };
    },
  },
  {
    example: "первая декада мая",
    is: words(
      `(?:в |за )?(перв|втор|трет)(?:ая|ую|ой|ья|ью|ьей|ей) декад[аеуы] (${MONTH})(?: (${YEAR})(?: года)?)?`,
    ),
    read: ([, which, month, year], today) => {
      const whole = wholeMonth(monthOf(month), year, today);
      const from = { перв: 1, втор: 11 }[which ?? ""] ?? 21;
      if (!whole) return undefined;
      const first = addDays(whole.first, from - 1);
      return { first, last: from === 21 ? whole.last : addDays(first, 9) };
    },
  },
  {
    example: "the 3rd or the 4th of june",
    is: words(
      `(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? or (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})`,
    ),
    read: ([, a, b, month], today) =>
      between(
        dayIn(monthOf(month), Number(a), undefined, today),
        dayIn(monthOf(month), Number(b), undefined, today),
      ),
  },
  {
    example: "весна этого года",
    is: words(`(?:(весна)|(лето)|(осень)|зима) (${YEAR}|этого|прошлого)(?: года)?`),
    read: ([, spring, summer, autumn, year], today) =>
      spring
        ? months(3, 5, year, today)
        : summer
          ? months(6, 8, year, today)
          : autumn
            ? months(9, 11, year, today)
            : months(12, 2, year, today),
  },
  {
    example: "итоги недели",
    is: words("(?<=(?:итог|сюжет|событ|новост|обзор|сводк|дайджест|главн)\\p{L}{0,4} )недели"),
    read: (_, today) => lately(7, today),
  },
  {
    example: "беспилотники, апрель",
    is: words(`(?<=^|, |: )(?:(?:only|just|in|только) )?(${NOMINATIVE}|${ENGLISH})(?=$|[,.;])`),
    read: ([, month], today) => wholeMonth(monthOf(month), undefined, today),
  },
  {
    example: "весь февраль",
    is: words(`(?:за )?весь (${MONTH})(?: (${YEAR})(?: года)?)?`),
    read: ([, month, year], today) => wholeMonth(monthOf(month), year, today),
  },
  {
    example: "2025全年",
    is: anywhere(`(${YEAR})年?全年`),
    read: ([, year]) => ({ first: `${year}-01-01`, last: `${year}-12-31` }),
  },
  {
    example: "五月二十五到二十九",
    is: anywhere(
      "(?<![\\d十])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?(?:到|至)([一二三四五六七八九十]{1,3})(?![月一二三四五六七八九十])[日号]?",
    ),
    read: ([, month, a, b], today) =>
      between(
        dayIn(smallNumber(month ?? ""), smallNumber(a ?? ""), undefined, today),
        dayIn(smallNumber(month ?? ""), smallNumber(b ?? ""), undefined, today),
      ),
  },
  {
    example: "5.18综述",
    is: anywhere("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})(?=的|综述|摘要|日报|新闻|简报|那天|当天)"),
    read: ([, month, day], today) =>
      Number(month) <= 12 && Number(day) <= 31
        ? dayIn(Number(month), Number(day), undefined, today)
        : undefined,
  },
];

function quarterBefore(today: Day) {
  const now = Math.ceil(Number(today.slice(5, 7)) / 3);
  const year = Number(today.slice(0, 4)) - (now === 1 ? 1 : 0);
  const n = now === 1 ? 4 : now - 1;
  return months(3 * n - 2, 3 * n, String(year), today);
}
