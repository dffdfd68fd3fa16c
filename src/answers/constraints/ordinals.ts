/** Which of several: the ninth meeting is not the eighth, SCO-2 not SCO-1. */
import type { Check } from "./constraint.ts";

const HAN = "零一二三四五六七八九十";
const ENDINGS = "(?:ый|ой|ий|ая|ое|ого|ую|ом|ым|ые|ых|ья|ье|ью|ьего|ьей|ьем|ьи|ьих)";
const WORDS: readonly (readonly [RegExp, number])[] = [
  ["second", "втор"],
  ["third", "трет"],
  ["fourth", "четв[её]рт"],
  ["fifth", "пят"],
  ["sixth", "шест"],
  ["seventh", "седьм"],
  ["eighth", "восьм"],
  ["ninth", "девят"],
  ["tenth", "десят"],
  ["eleventh", "одиннадцат"],
  ["twelfth", "двенадцат"],
  ["thirteenth", "тринадцат"],
  ["fourteenth", "четырнадцат"],
  ["fifteenth", "пятнадцат"],
  ["sixteenth", "шестнадцат"],
  ["seventeenth", "семнадцат"],
  ["eighteenth", "восемнадцат"],
  ["nineteenth", "девятнадцат"],
  ["twentieth", "двадцат"],
].map(([english, russian], i) => [
  new RegExp(`\\b${english}\\b|(?<!\\p{L})${russian}${ENDINGS}(?!\\p{L})`, "iu"),
  i + 2,
]);
const WRITTEN =
  /第([零一二三四五六七八九十]{1,3}|\d{1,3})[届次屆轮号期]?|(?<![\d.,])(\d{1,3})(?:st|nd|rd|th)\b|(?<![\d.,])(\d{1,3})-(?:й|я|е|го|му|м|ый|ая|ое)(?!\p{L})|\p{L}["”»]?[-–](\d{1,2})(?![\d.,]\d|\d|-|\p{L})|(?<=\p{Script=Han})([一二三四五六七八九十])号(?!线)/gu;

/** The ordinals and numbers of names in a text. */
function ordinalsIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const match of text.matchAll(WRITTEN)) {
    const written = match.slice(1).find((one) => one !== undefined) ?? "";
    found.add(/\d/.test(written) ? Number(written) : hanNumber(written));
  }
  for (const [word, value] of WORDS) if (word.test(text)) found.add(value);
  return found;
}

function hanNumber(written: string): number {
  const [tens = "", ones = ""] = written.includes("十") ? written.split("十") : ["零", written];
  return (tens === "" ? 1 : HAN.indexOf(tens)) * 10 + (ones === "" ? 0 : HAN.indexOf(ones));
}

export const ordinals: Check = (asked) => {
  const wanted = [...ordinalsIn(asked.text)].filter((one) => one !== 1);
  if (wanted.length === 0) return undefined;
  const has = (text: string) => wanted.some((one) => ordinalsIn(text).has(one));
  return (told) => {
    if (has(told.text)) return "met";
    const near = has(told.beside.text) || has(told.title.text);
    if (ordinalsIn(told.text).size > 0) return near ? "open" : "contradicted";
    if (near) return "met";
    return has(told.body) ? "open" : "contradicted";
  };
};
