/** Quantities of a text: numbers in digits or words of three languages, with their scale, unit or currency. */
import { plainNumber, SCALE, scaled } from "./numbers.ts";

/** A quantity as written: a half-open UTF-16 range, its value in the unit's base, and what it measures. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** `percent`, a currency (`USD`), a base unit (`kg`, `m`, `kW`, `kWh`, `ha`, `day`), or `count`. */
  readonly unit: string;
}

/** Ways of writing a unit, what it is in and how many of those it is. */
const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^\s?(?:%|％|per ?cent\b|процент\p{L}*)/iu, "percent", 1],
  [/^\s?(?:美元|US dollars?\b|dollars?\b|долл\p{L}*)/iu, "USD", 1],
  [/^\s?(?:元(?:人民币)?|人民币|yuan\b|юан\p{L}+)/iu, "CNY", 1],
  [/^\s?(?:欧元|euros?\b|евро)/iu, "EUR", 1],
  [/^\s?(?:卢布|roubles?\b|rubles?\b|рубл\p{L}+)/iu, "RUB", 1],
  [/^\s?(?:坚戈|tenge\b|тенге)/iu, "KZT", 1],
  [/^\s?(?:索姆|soms?\b|сом(?:ов|а|ы)?(?!\p{L}))/iu, "KGS", 1],
  [/^\s?(?:千瓦时|kilowatt[ -]hours?\b|kWh\b|кВт[·⋅\s-]?ч|киловатт-час\p{L}*)/iu, "kWh", 1],
  [/^\s?(?:吉瓦|gigawatts?\b|GW\b|ГВт|гигаватт\p{L}*)/u, "kW", 1e6],
  [/^\s?(?:兆瓦|megawatts?\b|MW\b|МВт|мегаватт\p{L}*)/u, "kW", 1e3],
  [/^\s?(?:千瓦|kilowatts?\b|kW\b|кВт|киловатт\p{L}*)/u, "kW", 1],
  [/^\s?(?:吨|tonn?e?s?\b|тонн\p{L}*|т(?=[\s.,]|$))/iu, "kg", 1e3],
  [/^\s?(?:公斤|千克|kilogram(?:me)?s?\b|kg\b|килограмм\p{L}*|кг(?!\p{L}))/iu, "kg", 1],
  [
    /^\s?(?:平方(?:公里|千米)|square kilomet(?:re|er)s?\b|sq\.? ?km\b|km[²2](?!\p{N})|квадратн\p{L}+ километр\p{L}*|кв\.? ?км(?!\p{L})|км[²2](?!\p{N}))/iu,
    "ha",
    100,
  ],
  [/^\s?(?:亩|畝)/u, "ha", 1 / 15],
  [/^[\s-]?(?:公里|千米|kilomet(?:re|er)s?\b|km\b|километр\p{L}*|км(?!\p{L}))/iu, "m", 1e3],
  [/^[\s-]?(?:米(?!尔)|met(?:re|er)s?\b|метр\p{L}*|м(?=[\s.,]|$))/iu, "m", 1],
  [/^\s?(?:公顷|hectares?\b|гектар\p{L}*|га(?!\p{L}))/iu, "ha", 1],
  [/^\s?(?:天|days?\b|дн(?:я|ей)(?!\p{L})|день|сут\p{L}+)/iu, "day", 1],
];
const SIGNS: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "CNY",
  "￥": "CNY",
  "₽": "RUB",
};

const WORDS = new Map<string, number>(
  (
    "two-2 three-3 four-4 five-5 six-6 seven-7 eight-8 nine-9 ten-10 eleven-11 twelve-12 thirteen-13 fourteen-14 fifteen-15 " +
    "sixteen-16 seventeen-17 eighteen-18 nineteen-19 twenty-20 thirty-30 forty-40 fifty-50 sixty-60 seventy-70 eighty-80 ninety-90 " +
    "два-2 две-2 двух-2 три-3 трех-3 трёх-3 четыре-4 четырех-4 четырёх-4 пять-5 пяти-5 шесть-6 шести-6 семь-7 семи-7 восемь-8 восьми-8 " +
    "девять-9 девяти-9 десять-10 десяти-10 одиннадцать-11 одиннадцати-11 двенадцать-12 двенадцати-12 пятнадцать-15 пятнадцати-15 " +
    "двадцать-20 двадцати-20 тридцать-30 тридцати-30 сорок-40 пятьдесят-50 пятидесяти-50"
  )
    .split(" ")
    .map((pair): [string, number] => [pair.split("-")[0] ?? "", Number(pair.split("-")[1])]),
);
const HAN_DIGITS = new Map([..."零一二三四五六七八九"].map((digit, i): [string, number] => [digit, i]));
const HAN_UNITS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
  ["万", 1e4],
  ["亿", 1e8],
]);

const DIGITS = "\\p{Nd}{1,3}(?:[,  \\u202f]\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+(?:[.,]\\p{Nd}+)?";
const NUMBER = new RegExp(
  `(?<sign>US\\$|[$€£¥￥₽])?\\s?(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Nd}.,:–—-])(?<digits>${DIGITS})(?:\\s?-?(?<scale>${SCALE})(?![\\p{Script=Latin}\\p{Script=Cyrillic}]))?[余多]?` +
    "|百分之(?<share>[零一二三四五六七八九十百点]+|\\p{Nd}+(?:\\.\\p{Nd}+)?)" +
    "|(?<tenths>[一二三四五六七八九])成(?=[多左，。；、]|[^\\p{L}]|$)" +
    "|(?<![第零一二三四五六七八九十百千万亿两几数\\p{Nd}])(?<han>[零一二三四五六七八九两十百千万亿]{1,9})(?=[余多]?(?:[个名位家户只艘架辆座吨人届州国天年]|公里|美元|元|千瓦|米|栋|所))" +
    "|(?<![\\p{L}\\p{Nd}-])(?<word>\\p{Script=Latin}{3,9}(?:-\\p{Script=Latin}{3,5})?|\\p{Script=Cyrillic}{3,12})(?![\\p{L}\\p{Nd}])",
  "giu",
);
/** What follows the number of a date, a time, a rank or a magnitude, or stands before it. */
const NO_QUANTITY =
  /^\s?(?:年|月|日|号|时|点|分(?!之)|级|届|次|版|岁|st\b|nd\b|rd\b|th\b|[-–]|:\d|January|February|March|April|May\b|June|July|August|September|October|November|December|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|год|лет|час|минут|years?\b|hours?\b|minutes?\b|小时|分钟|周|个月)/iu;

/** The quantities of a text, in the order of their places. Dates, ranks and parts of names are none. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { sign, digits, scale, share, tenths, han, word } = match.groups ?? {};
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 24);
    if (share !== undefined) found.push({ start, end, value: shareOf(share), unit: "percent" });
    else if (tenths !== undefined)
      found.push({ start, end, value: (HAN_DIGITS.get(tenths) ?? 0) * 10, unit: "percent" });
    else {
      const magnitude = /(?<!\p{L})(?:magnitude|магнитуд\p{L}*)\s+$/iu.test(
        text.slice(Math.max(0, start - 14), start),
      );
      const value =
        digits !== undefined
          ? Number(scaled(plainNumber(digits) ?? "0", scale ?? ""))
          : han !== undefined
            ? hanValue(han)
            : wordValue(word ?? "");
      if (value === undefined || !Number.isFinite(value)) continue;
      const [written, unit, factor] = UNITS.find(([form]) => form.test(after)) ?? [];
      if (magnitude || (/^级/.test(after) && text.includes("震")))
        found.push({ start, end, value, unit: "magnitude" });
      else if (sign !== undefined) found.push({ start, end, value, unit: SIGNS[sign.at(-1) ?? ""] ?? "USD" });
      else if (written && unit !== undefined && factor !== undefined)
        found.push({ start, end: end + (written.exec(after)?.[0].length ?? 0), value: value * factor, unit });
      else if (!NO_QUANTITY.test(after) && !(scale === undefined && value >= 1900 && value <= 2100))
        found.push({ start, end, value, unit: "count" });
    }
  }
  return found;
}

function shareOf(written: string): number {
  if (/\p{Nd}/u.test(written)) return Number(written);
  const [whole = "", decimals = ""] = written.split("点");
  const part = [...decimals].map((digit) => HAN_DIGITS.get(digit) ?? 0).join("");
  return Number(`${hanValue(whole) ?? 0}${part === "" ? "" : `.${part}`}`);
}

/** The value of a number in Han characters: 一千三百万 is 13,000,000. */
function hanValue(written: string): number | undefined {
  let [total, section, digit] = [0, 0, 0];
  for (const character of written.replaceAll("两", "二")) {
    const unit = HAN_UNITS.get(character);
    if (unit === undefined) digit = HAN_DIGITS.get(character) ?? 0;
    else if (unit < 1e4) {
      section += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else {
      total = (total + section + digit) * unit;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit || undefined;
}

/** Seven, twenty-four, шести. */
function wordValue(word: string): number | undefined {
  const [tens = "", ones] = word.toLowerCase().split("-");
  const value = WORDS.get(tens);
  return value === undefined || ones === undefined ? value : value + (WORDS.get(ones) ?? 0);
}
