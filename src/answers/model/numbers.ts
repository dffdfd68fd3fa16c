/** Numbers and dates of a text in one form, whatever the language: digits, number words, months. */
import type { Analyzer } from "../../search/analyze.ts";

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:two|twice|second|два|две|двух|двое|второй|втор\p{L}+)$/u, "2"],
  [/^(?:three|third|три|трёх|трех|третий|трет\p{L}+)$/u, "3"],
  [/^(?:four|fourth|четыре|четырёх|четырех|четвёрт\p{L}+|четверт\p{L}+)$/u, "4"],
  [/^(?:five|fifth|пять|пяти|пят\p{L}{2,3})$/u, "5"],
  [/^(?:six|sixth|шесть|шести|шест\p{L}{2,3})$/u, "6"],
  [/^(?:seven|seventh|семь|семи|седьм\p{L}+)$/u, "7"],
  [/^(?:eight|eighth|восемь|восьми|восьм\p{L}{2,3})$/u, "8"],
  [/^(?:nine|ninth|девять|девяти|девят\p{L}{2,3})$/u, "9"],
  [/^(?:ten|tenth|десять|десяти|десят\p{L}{2,3})$/u, "10"],
  [/^(?:eleven|eleventh|одиннадцат\p{L}+)$/u, "11"],
  [/^(?:twelve|twelfth|двенадцат\p{L}+)$/u, "12"],
  [/^(?:thirteen|тринадцат\p{L}+)$/u, "13"],
  [/^(?:fourteen|четырнадцат\p{L}+)$/u, "14"],
  [/^(?:fifteen|пятнадцат\p{L}+)$/u, "15"],
  [/^(?:sixteen|шестнадцат\p{L}+)$/u, "16"],
  [/^(?:seventeen|семнадцат\p{L}+)$/u, "17"],
  [/^(?:eighteen|восемнадцат\p{L}+)$/u, "18"],
  [/^(?:nineteen|девятнадцат\p{L}+)$/u, "19"],
  [/^(?:twenty|двадцат\p{L}+)$/u, "20"],
  [/^(?:thirty|тридцат\p{L}+)$/u, "30"],
  [/^(?:forty|сорок\p{L}*)$/u, "40"],
  [/^(?:fifty|пятьдесят|пятидесяти)$/u, "50"],
  [/^(?:sixty|шестьдесят|шестидесяти)$/u, "60"],
  [/^(?:seventy|семьдесят|семидесяти)$/u, "70"],
  [/^(?:eighty|восемьдесят|восьмидесяти)$/u, "80"],
  [/^(?:ninety|девяносто)$/u, "90"],
  [/^(?:dozens?|дюжин\p{L}*)$/u, "12"],
  [/^(?:hundreds?|сто|ста|сот\p{L}+|сотен)$/u, "100"],
  [/^(?:thousands?|тысяч\p{L}*)$/u, "1000"],
  [/^(?:millions?|миллион\p{L}*)$/u, "1000000"],
  [/^(?:billions?|миллиард\p{L}*)$/u, "1000000000"],
  [/^(?:trillions?|триллион\p{L}*)$/u, "1000000000000"],
  [/^(?:half|halves|половин\p{L}*)$/u, "1/2"],
];
const HAN_DIGITS = "零一二三四五六七八九十";
const MONTHS =
  /^(?:(jan|янв)|(feb|фев)|(mar|март)|(apr|апр)|(may$|ма[йяе]$)|(jun|июн)|(jul|июл)|(aug|авг)|(sep|сен)|(oct|окт)|(nov|ноя)|(dec|дек))\p{L}*$/u;

/** Each number or month of a text, with the forms any of which would support it. */
export function numbersIn(text: string, analyze: Analyzer["analyze"]): readonly (readonly string[])[] {
  const found: string[][] = [];
  const tokens = analyze(text).filter(({ term }) => /^\d/.test(term));
  for (const token of tokens) {
    const within = tokens.some(
      (other) =>
        other !== token &&
        other.start <= token.start &&
        other.end >= token.end &&
        other.end - other.start > token.end - token.start,
    );
    if (!within) found.push([token.term]);
  }
  const counted = (start: number, end: number) =>
    tokens.some((token) => token.start < end && token.end > start);
  for (const { 0: word, index } of text.toLowerCase().matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu)) {
    const month = monthOf(word);
    const value = WORDS.find(([form]) => form.test(word))?.[1];
    if (month && /^\p{Lu}|[а-яё]/u.test(text.slice(index))) found.push([`month ${month}`]);
    else if (value && !counted(index, index + word.length)) found.push([value]);
  }
  for (const match of text.matchAll(/(\d{1,2})月/g)) found.push([`month ${match[1]}`]);
  for (const [, tens, ones = ""] of text.matchAll(
    /(?<![一二三四五六七八九十])(十?)([一二三四五六七八九]?)月/g,
  ))
    if (tens || ones) found.push([`month ${(tens ? 10 : 0) + HAN_DIGITS.indexOf(ones || "零")}`]);
  for (const { 0: digit, index } of text.matchAll(
    /[二三四五六七八九十两](?=[个名位次人天年日家国项只顶件辆架份支届号成])|半数|一半/g,
  ))
    if (!counted(index, index + 1)) found.push([hanValue(digit)]);
  return found;
}

/** Every form of every number and month that a text has. */
export function numbersOf(text: string, analyze: Analyzer["analyze"]): Set<string> {
  const all = new Set(analyze(text).flatMap(({ term }) => (/^\d/.test(term) ? [term] : [])));
  for (const forms of numbersIn(text, analyze)) for (const form of forms) all.add(form);
  return all;
}

function monthOf(word: string): number | undefined {
  const groups = MONTHS.exec(word);
  const month = groups ? groups.slice(1).findIndex((group) => group !== undefined) + 1 : 0;
  return month > 0 ? month : undefined;
}

function hanValue(digit: string): string {
  if (digit.includes("半")) return "1/2";
  return String(digit === "两" ? 2 : HAN_DIGITS.indexOf(digit));
}
