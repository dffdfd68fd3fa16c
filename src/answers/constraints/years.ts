/** Years: a question about 2024 is not answered by what a sentence says of 2025. */
import type { Check, Told, Verdict } from "./constraint.ts";

/** What is counted behind four digits, which then are no year. */
const COUNTED =
  /^\s?(?:[个名位人家座条公平吨次项件辆美元欧卢万亿%％]|(?:people|km|kilomet|met|tonnes|tons|hectares|dollars|yuan|stations|pages|men|women|cases|companies|firms|человек|км|километр|метр|тонн|гектар|долл|руб|юан|штук)(?:\p{L}|\b))/iu;
/** Years told from the day of publication, with how far they are from its year. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前年|\bthe year before last\b|позапрошл\p{L}+ год/iu, -2],
  [/去年|上年|\blast year\b|\ba year earlier\b|(?<!поза)прошл\p{L}+ год/iu, -1],
  [/今年|本年|\bthis year\b|(?:этом|текущ\p{L}+|нынешн\p{L}+) год/iu, 0],
  [/明年|\bnext year\b|(?:следующ|будущ)\p{L}+ год/iu, 1],
];

/** The years that a text names. @param from the year that "last year" is counted from, where it is known */
export function yearsIn(text: string, from?: number): ReadonlySet<number> {
  const years = new Set<number>();
  for (const { 0: digits, index } of text.matchAll(
    /(?<![\p{Nd}.,$€£¥])(?:19|20)\p{Nd}\p{Nd}(?![\p{Nd}%])(?![.,]\p{Nd})/gu,
  ))
    if (!COUNTED.test(text.slice(index + 4, index + 16))) years.add(Number(digits));
  if (from !== undefined)
    for (const [words, distance] of RELATIVE) if (words.test(text)) years.add(from + distance);
  return years;
}

export const years: Check = (asked) => {
  const wanted = [...yearsIn(asked.text)];
  return wanted.length === 0 ? undefined : (told) => held(wanted, told);
};

function held(wanted: readonly number[], { text, beside, title, body, published }: Told): Verdict {
  const year = published === null ? undefined : Number(published.slice(0, 4));
  const here = yearsIn(text, year);
  if (wanted.some((one) => here.has(one))) return "met";
  const near = new Set([...yearsIn(beside.text, year), ...yearsIn(title.text, year)]);
  if (here.size > 0) return wanted.some((one) => yearsIn(title.text).has(one)) ? "open" : "contradicted";
  if (wanted.some((one) => near.has(one))) return "met";
  if (year === undefined || wanted.includes(year)) return "open";
  return wanted.some((one) => yearsIn(body, year).has(one)) ? "open" : "contradicted";
}
