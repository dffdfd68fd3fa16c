/** Parts of years and months, seasons and feasts, a way of naming them a row: Q1, 上半年, в начале июня, 春节以来. */
import { addDays, type Day, lastDayOfMonth } from "../../time.ts";
import { anywhere, words } from "./pattern.ts";
import {
  between,
  type DayRow,
  dayIn,
  HAN_YEAR,
  MONTH,
  monthOf,
  oneDay,
  type Stretch,
  wholeMonth,
  YEAR,
} from "./reckon.ts";
import { smallNumber } from "./small-numbers.ts";

const OF_YEAR = `(?:,? (?:of |in )?(${YEAR})(?: ?г(?:ода?|\\.)?)?|,? (?:of )?(this|last|этого|прошлого) (?:year|года))?`;
const two = (n: number): string => String(n).padStart(2, "0");

/** Months of a year, the latest that have begun where no year is said. */
export function months(from: number, to: number, year: string | undefined, today: Day): Stretch | undefined {
  const start = wholeMonth(from, year, today);
  if (!start) return undefined;
  const at = Number(start.first.slice(0, 4)) + (to < from ? 1 : 0);
  const end = lastDayOfMonth(`${at}-${two(to)}-01`);
  return { first: start.first, last: end > today && start.first <= today ? today : end };
}

const quarter = (n: number, year: string | undefined, today: Day): Stretch | undefined =>
  n >= 1 && n <= 4 ? months(3 * n - 2, 3 * n, year, today) : undefined;
const half = (second: boolean, year: string | undefined, today: Day): Stretch | undefined =>
  second ? months(7, 12, year, today) : months(1, 6, year, today);

/** A part of a month by the days it begins and ends with; 31 is its last. */
function part(month: Stretch | undefined, from: number, to: number): Stretch | undefined {
  if (!month) return undefined;
  const end = lastDayOfMonth(month.first);
  const last = to >= 28 ? end : `${month.first.slice(0, 8)}${two(to)}`;
  return { first: `${month.first.slice(0, 8)}${two(from)}`, last };
}

/** 1 for what is early or the first, 2 for the middle, 3 for what is late. */
function third(word: string): 1 | 2 | 3 {
  if (/^(?:early|beginning|start|нач|上|初)/u.test(word)) return 1;
  return /^(?:mid|сер|中)/u.test(word) ? 2 : 3;
}
const thirdOf = (word: string, month: Stretch | undefined): Stretch | undefined =>
  part(month, [1, 11, 21][third(word) - 1] ?? 1, [10, 20, 31][third(word) - 1] ?? 31);

/** Which of an ordered few. */
const ordinal = (written: string): number =>
  [
    "first|1st|перв|1|一",
    "second|2nd|втор|2|二",
    "third|3rd|трет|3|三",
    "fourth|4th|last|четв|4|四",
  ].findIndex((names) => new RegExp(`^(?:${names})`, "u").test(written)) + 1;

const RUSSIAN_DAYS = [
  "перв",
  "втор",
  "трет",
  "четверт",
  "пят",
  "шест",
  "седьм",
  "восьм",
  "девят",
  "десят",
  "одиннадцат",
  "двенадцат",
  "тринадцат",
  "четырнадцат",
  "пятнадцат",
  "шестнадцат",
  "семнадцат",
  "восемнадцат",
  "девятнадцат",
  "двадцат",
];
const RUSSIAN_MONTHS =
  "январск|февральск|мартовск|апрельск|майск|июньск|июльск|августовск|сентябрьск|октябрьск|ноябрьск|декабрьск".split(
    "|",
  );

export const PART_ROWS: readonly DayRow[] = [
  {
    example: "Q1 2025",
    is: words(`(?:in |of |for |since )?(?:the )?q([1-4])${OF_YEAR}`),
    read: ([, n, y, r], today) => quarter(Number(n), y ?? r, today),
  },
  {
    example: "the first quarter of 2025",
    is: words(
      `(?:in |of |for |за |в )?(?:the )?(first|second|third|fourth|[1-4](?:st|nd|rd|th)|перв|втор|трет|четв[е]рт)(?:ый|ой|ий|ом|ого|ьем|ьего)? (?:quarter|квартал[ае]?)${OF_YEAR}`,
    ),
    read: ([, n, y, r], today) => quarter(ordinal(n ?? ""), y ?? r, today),
  },
  {
    example: "一季度",
    is: anywhere(`${HAN_YEAR}第?([一二三四1-4])季度?(?:里|内)?`),
    read: ([, y, n], today) => quarter(ordinal(n ?? ""), y, today),
  },
  {
    example: "去年下半年",
    is: anywhere(`${HAN_YEAR}(上|下)半年`),
    read: ([, y, n], today) => half(n === "下", y, today),
  },
  {
    example: "the first half of 2025",
    is: words(
      `(?:in |за |в )?(?:the )?(first|second|перв*|втор*) (?:half(?: of)?|половин[аеуы]) (?:(${YEAR})(?: года?)?|(?:the )?(this|last|этого|прошлого) (?:year|года))`,
    ),
    read: ([, n, y, r], today) => half(ordinal(n ?? "") === 2, y ?? r, today),
  },
  {
    example: "the first half of April",
    is: words(
      `(?:in |за |в )?(?:the )?(first|second|перв*|втор*) (?:half(?: of)?|половин[аеуы]) (${MONTH})${OF_YEAR}`,
    ),
    read: ([, n, m, y, r], today) => {
      const month = wholeMonth(monthOf(m), y ?? r, today);
      return ordinal(n ?? "") === 1 ? part(month, 1, 15) : part(month, 16, 31);
    },
  },
  {
    example: "the first week of June",
    is: words(
      `(?:in |за |в |на )?(?:the )?(first|second|third|last|перв(?:ую|ой)|втор(?:ую|ой)|треть(?:ю|ей)|последн(?:юю|ей)) (?:week(?: of)?|недел[еию]) (${MONTH})${OF_YEAR}`,
    ),
    read: ([, n, m, y, r], today) => {
      const month = wholeMonth(monthOf(m), y ?? r, today);
      const which = /^(?:last|последн)/u.test(n ?? "") ? 4 : ordinal(n ?? "");
      return month && which === 4
        ? { first: addDays(lastDayOfMonth(month.first), -6), last: lastDayOfMonth(month.first) }
        : part(month, 7 * which - 6, 7 * which);
    },
  },
  {
    example: "early June",
    is: words(
      `(?:in |at |за |в |с |со |к )?(?:the )?(early|mid|late|beginning of|start of|middle of|end of|начал[еау]|середин[еыу]|кон(?:це|ца|ец))[ -](${MONTH})${OF_YEAR}`,
    ),
    read: ([, n, m, y, r], today) => thirdOf(n ?? "", wholeMonth(monthOf(m), y ?? r, today)),
  },
  {
    example: "六月上旬",
    is: anywhere(`${HAN_YEAR}(\\d{1,2}|[一二三四五六七八九十]{1,2})月份?(上旬|中旬|下旬|初|中(?!国)|底|末)`),
    read: ([, y, m, n], today) => thirdOf(n ?? "", wholeMonth(smallNumber(m ?? ""), y, today)),
  },
  {
    example: "五月上半月",
    is: anywhere(`${HAN_YEAR}(\\d{1,2}|[一二三四五六七八九十]{1,2})月份?的?(上|下|前|后)半个?月`),
    read: ([, y, m, n], today) => {
      const month = wholeMonth(smallNumber(m ?? ""), y, today);
      return /[上前]/.test(n ?? "") ? part(month, 1, 15) : part(month, 16, 31);
    },
  },
  {
    example: "本月初",
    is: anywhere("(?:本|这个?)?月初"),
    read: (_, today) => oneDay(`${today.slice(0, 8)}01`),
  },
  {
    example: "from March to May",
    is: words(
      `(?:from |between |с |со )?(${MONTH}) ?(?:-|to|till|until|through|and|по|до|и) ?(${MONTH})(?! \\d{1,2}(?!\\d))${OF_YEAR}`,
    ),
    read: ([, a, b, y, r], today) => {
      const [first, last] = [wholeMonth(monthOf(a), y ?? r, today), wholeMonth(monthOf(b), y ?? r, today)];
      return first && last && first.first <= last.first ? between(first, last) : undefined;
    },
  },
  {
    example: "三月到五月",
    is: anywhere(
      `${HAN_YEAR}(\\d{1,2}|[一二三四五六七八九十]{1,2})月?(?:到|至|-|~)(\\d{1,2}|[一二三四五六七八九十]{1,2})月(?![\\d一二三四五六七八九十])`,
    ),
    read: ([, y, a, b], today) => {
      const [first, last] = [
        wholeMonth(smallNumber(a ?? ""), y, today),
        wholeMonth(smallNumber(b ?? ""), y, today),
      ];
      return first && last && first.first <= last.first ? between(first, last) : undefined;
    },
  },
  {
    example: "last year, in May",
    is: words(`(?:from |since |in )?last year,? (?:in )?(${MONTH})`),
    read: ([, m], today) => wholeMonth(monthOf(m), "last", today),
  },
  {
    example: "апрельские",
    is: words(`(${RUSSIAN_MONTHS.join("|")})(?:ие|их|ая|ую|ой|ий|ое)`),
    read: ([, m], today) => wholeMonth(RUSSIAN_MONTHS.indexOf(m ?? "") + 1, undefined, today),
  },
  {
    example: "первого марта",
    is: words(
      `(?:(двадцать|тридцать) )?(${RUSSIAN_DAYS.join("|")}|тридцат)(?:ого|ое|ьего|ье) (${MONTH})(?: (${YEAR})(?: года?)?)?`,
    ),
    read: ([, tens, unit, m, y], today) => {
      const day =
        (tens ? (tens === "двадцать" ? 20 : 30) : 0) +
        (unit === "тридцат" ? 30 : RUSSIAN_DAYS.indexOf(unit ?? "") + 1);
      return dayIn(monthOf(m), day, y, today);
    },
  },
  {
    example: "the first of May",
    is: words(`(?:on )?the first of (${MONTH})(?: (${YEAR}))?`),
    read: ([, m, y], today) => dayIn(monthOf(m), 1, y, today),
  },
];
