/** Particulars that a question names and an article must have to answer it: numbers, numbered names, countries. */

import { countriesIn } from "../language/open.ts";
import { analyze } from "../language/tokens.ts";
import { numbersIn, numbersOf } from "./model/numbers.ts";

const HAN_DIGITS = "零一二三四五六七八九十";

/**
 * Whether a number, year or ordinal of the question is nowhere in the text, whatever language either is in, nor in
 * the date it was published (ISO 8601). "First" and "one" say too little to be looked for.
 */
export function lacksNumber(words: string, text: string, published: string | null): boolean {
  const asked = numbersIn(words, analyze).filter((forms) => !forms.includes("1"));
  if (asked.length === 0) return false;
  const [year = "", month, day] = published?.slice(0, 10).split("-") ?? [];
  const have = numbersOf(text, analyze);
  for (const form of [year, `month ${Number(month)}`, String(Number(month)), String(Number(day))])
    have.add(form);
  return asked.some((forms) => !forms.some((form) => have.has(form)));
}

/** Whether a numbered name of the question (SCO-2, «Паутина-2026», 上合二号) has no namesake in the text. */
export function lacksCode(asked: string, text: string): boolean {
  const codes = asked.matchAll(/\p{L}["”»]?\s?[-–—]\s?(\d+)(?![\d.,]\d)|([二三四五六七八九十])号/gu);
  return [...codes].some(([, digits, han = ""]) => {
    const number = digits ?? HAN_DIGITS.indexOf(han);
    const spelled = HAN_DIGITS[Number(number)] ?? number;
    return !new RegExp(`[\\p{L}"”»]\\s?[-–—]\\s?${number}(?!\\d)|(?:${number}|${spelled})号`, "u").test(text);
  });
}

/** Whether a country of the question, or its people, is nowhere in the text. */
export function lacksCountry(words: string, text: string): boolean {
  const asked = [...countriesIn(words)];
  if (asked.length === 0) return false;
  const told = countriesIn(text);
  return asked.some((country) => !told.has(country));
}
