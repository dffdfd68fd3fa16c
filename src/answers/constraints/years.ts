/** Years: a question about 2024 is not answered by what a sentence says of 2025. */
import type { AnalyzedSentence, Check, Verdict } from "./constraint.ts";

/** What is counted behind four digits, which then are no year. */
const COUNTED =
  /^\s?(?:[个名位人家座条公平吨次项件辆美元欧卢万亿%％]|(?:people|km|kilomet|met|tonnes|tons|hectares|dollars|yuan|stations|pages|men|women|cases|companies|firms|человек|км|километр|метр|тонн|гектар|долл|руб|юан|штук)(?:\p{L}|\b))/iu;
/** Years told from the day of publication, with how far they are from its year. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前年|\bthe year before last\b|позапрошл\p{L}{1,4} год/iu, -2],
  [/去年|上年|\blast year\b|\ba year earlier\b|(?<!поза)прошл\p{L}{1,4} год/iu, -1],
  [/今年|本年|\bthis year\b|(?:этом|текущ\p{L}{1,4}|нынешн\p{L}{1,4}) год/iu, 0],
  [/明年|\bnext year\b|(?:следующ|будущ)\p{L}{1,4} год/iu, 1],
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

function held(
  wanted: readonly number[],
  { text, beside, title, body, published }: AnalyzedSentence,
): Verdict {
  const year = published === null ? undefined : Number(published.slice(0, 4));
  const here = yearsIn(text, year);
  if (wanted.some((one) => here.has(one))) return "met";
  const near = new Set([...yearsIn(beside.text, year), ...yearsIn(title.text, year)]);
  if (here.size > 0) return wanted.some((one) => yearsIn(title.text).has(one)) ? "open" : "contradicted";
  if (wanted.some((one) => near.has(one))) return "met";
  if (year === undefined || wanted.includes(year)) return "open";
  return wanted.some((one) => yearsIn(body, year).has(one)) ? "open" : "contradicted";
}

/** Asks when something is or will be. */
const WHEN_NEXT =
  /\bwhen (?:is|are|will|does)\b|(?:什么时候|何时|哪[天年月日])[^了过曾]{0,60}(?:举行|召开|举办|开始|开幕|启动|生效|开放|开业)[^了过]{0,3}$|下[一次届]|(?<!\p{L})когда (?:\S+ ){0,4}?(?:будет|будут|состоится|состоятся|пройд[её]т|пройдут|начн[её]тся|откроется|откроют|вступит|запустят)/iu;
const AHEAD =
  /\b(?:will|next|due|planned|scheduled|expected|is to|are to|to be|opens?|begins?|starts?|resumes?|from)\b|将(?!军)|定于|计划|即将|明年|起|拟|预计|(?<!\p{L})(?:будет|будут|планир\p{L}+|намеч\p{L}+|состоится|пройд[её]т|начн\p{L}+|откро\p{L}+|следующ\p{L}+|вступ\p{L}+|продолж\p{L}+)/iu;
const SINCE =
  /^自|以来|\bsince\b|首届|上一届|\b(?:first|last|previous) (?:summit|meeting|forum)\b|(?<!\p{L})(?:с момента|прошл\p{L}+|предыдущ\p{L}+|первый саммит)/iu;

/** When something will be is not told by when it, or one before it, was. */
export const upcoming: Check = ({ text, question }) => {
  if (question.wants !== "time" || !WHEN_NEXT.test(text)) return undefined;
  return (told) => {
    const year = told.published === null ? undefined : Number(told.published.slice(0, 4));
    const past =
      year !== undefined &&
      [...yearsIn(told.text)].length > 0 &&
      [...yearsIn(told.text)].every((one) => one < year);
    if (AHEAD.test(told.text) && !past && !SINCE.test(told.text)) return "met";
    return past || SINCE.test(told.text) ? "contradicted" : "open";
  };
};
