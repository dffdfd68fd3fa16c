/** Holds a translation against its original by the rules that a model's answer is held against: numbers, names, negation. */

import { turnedRound } from "../answers/model/claims.ts";
import { numbersIn, numbersOf } from "../answers/model/numbers.ts";
import type { Language } from "../article.ts";
import { languageOf } from "../language/detect.ts";
import { once } from "../once.ts";
import { createAnalyzer } from "../search/analyze.ts";

const analyzer = once(createAnalyzer);

/** The organization is named in every second sentence, and its name holds that of a city. */
const ORGANIZATION =
  /上海合作组织|上合(?:组织)?|Shanghai Cooperation Organi[sz]ation|\bSCO\b|Шанхайск\p{L}{1,4} организаци\p{L}{1,4} сотрудничества|ШОС/giu;
/** A headline's rendering is at most this many times as long as the headline in letters. */
const LONGER = 12;

/** What a translation says that its original does not, or leaves out; undefined when nothing of this kind is found. */
export function unfaithful(said: string, language: Language, original: string): string | undefined {
  if (!/\p{L}/u.test(said)) return "no words";
  if (said.length > LONGER * original.length + 40) return "far longer than the original";
  if (languageOf(said) !== language) return "another language";
  if (/https?:|www\./i.test(said) && !/https?:|www\./i.test(original)) return "a link";
  const { analyze } = analyzer();
  const [text, source] = [said, original].map((one) => one.replace(ORGANIZATION, " "));
  if (text === undefined || source === undefined) return undefined;
  const lacks = (one: string, other: string) => {
    const known = numbersOf(other, analyze);
    return numbersIn(one, analyze).find((values) => !values.some((value) => known.has(value)));
  };
  const number = lacks(text, source) ?? lacks(source, text);
  if (number) return `a number on one side only (${number[0]})`;
  return turnedRound(text, source) ?? turnedRound(source, text);
}
