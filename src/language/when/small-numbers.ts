/** Small numbers in words: five, пять, 五, двадцать, 十二. */

const WORDS: readonly (readonly [string, number])[] = [
  ["zero", 0],
  ["one|a|an|один|одна|одну|одного|одной|однажды", 1],
  ["two|couple|couple of|два|две|двух|пару|пары|двое", 2],
  ["three|три|трех|тройку|трое", 3],
  ["four|четыре|четырех", 4],
  ["five|пять|пяти|пятерку|пяток", 5],
  ["six|half dozen|half a dozen|шесть|шести|полдюжины", 6],
  ["seven|семь|семи", 7],
  ["eight|восемь|восьми", 8],
  ["nine|девять|девяти", 9],
  ["ten|десять|десяти|десяток|десятку", 10],
  ["eleven|одиннадцать|одиннадцати", 11],
  ["twelve|dozen|двенадцать|двенадцати|дюжину", 12],
  ["thirteen|тринадцать", 13],
  ["fourteen|четырнадцать|четырнадцати", 14],
  ["fifteen|пятнадцать|пятнадцати", 15],
  ["sixteen|шестнадцать", 16],
  ["seventeen|семнадцать", 17],
  ["eighteen|восемнадцать", 18],
  ["nineteen|девятнадцать", 19],
  ["twenty|двадцать|двадцати", 20],
  ["thirty|тридцать|тридцати", 30],
  ["forty|сорок|сорока", 40],
  ["fifty|пятьдесят|полсотни", 50],
];
const BY_WORD = new Map(WORDS.flatMap(([names, value]) => names.split("|").map((name) => [name, value])));

const ONES =
  "one|two|three|four|five|six|seven|eight|nine|один|два|две|три|четыре|пять|шесть|семь|восемь|девять";
/** Tens and ones: twenty-five, двадцать пять. */
const TENS = `(?:twenty|thirty|forty|двадцать|тридцать|сорок)[ -](?:${ONES})`;

/** Source of a pattern for a small number in digits or in the words of an alphabet. */
export const NUMBER = `\\d{1,3}|${TENS}|${[...BY_WORD.keys()].sort((a, b) => b.length - a.length).join("|")}`;
/** Source of a pattern for a small number in digits or Chinese. */
export const HAN_NUMBER = "\\d{1,3}|[零〇一二两三四五六七八九十]{1,3}";

const HAN_DIGITS = "零一二三四五六七八九";

/** The number that is written; NaN when it is none. */
export function smallNumber(written: string): number {
  const text = written.trim().replace(/\s+/g, " ");
  if (/^\d+$/.test(text)) return Number(text);
  const word = BY_WORD.get(text);
  if (word !== undefined) return word;
  const [tens, ones] = text.split(/[ -]/);
  const both = (BY_WORD.get(tens ?? "") ?? Number.NaN) + (BY_WORD.get(ones ?? "") ?? Number.NaN);
  if (!Number.isNaN(both)) return both;
  const han = text.replaceAll("两", "二").replaceAll("〇", "零");
  const ten = /^([二三四五六七八九])?十([一二三四五六七八九])?$/.exec(han);
  if (ten) return (ten[1] ? digit(ten[1]) : 1) * 10 + (ten[2] ? digit(ten[2]) : 0);
  if (han === "" || ![...han].every((one) => HAN_DIGITS.includes(one))) return Number.NaN;
  return Number([...han].map(digit).join(""));
}

function digit(character: string): number {
  return HAN_DIGITS.indexOf(character);
}
