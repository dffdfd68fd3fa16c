/** The terms of a query as written, with each number and its scale joined into one quantity. */

import { hanWords } from "../../language/han.ts";
import type { Token } from "../../language/text.ts";
import { analyze, hanRuns } from "../../language/tokens.ts";
import type { Alternative } from "../types.ts";
import { type Draft, WEIGHTS } from "./draft.ts";

const NUMBER = /^[\d.]+%?$/;
const HAN = /\p{Script=Han}/u;

/** Words that ask and do not name anything. */
const ASKING = new Set(
  "什么 多少 哪些 哪个 哪里 哪种 为什 是什 么时 如何 怎么 怎样 为何 何时 何地 是谁 有什 有多 了什 些什 的什 吗 呢 谁".split(
    " ",
  ),
);
/** Weights of Han terms: pairs that are no word catch what the segmenter cuts wrongly, and say less. */
const HAN_WEIGHTS = { word: 1, pair: 0.5, character: 0.3, asking: 0.1 };

/** Reads a query's own terms; the ways that other languages and spellings give are added to them later. */
export function writtenTerms(text: string): Draft[] {
  const tokens = analyze(text);
  const words = wordPlaces(text);
  const isNumber = (token: Token) => NUMBER.test(token.term);
  /** The widest token that a number is part of: 8900 of 8900亿, 8 of eighth. */
  const wholeOf = (token: Token) =>
    tokens.findLast((other) => !HAN.test(other.term) && other.start <= token.start && other.end >= token.end);
  return tokens
    .filter((token) => !isNumber(token) || wholeOf(token) === token)
    .map((token) => {
      const parts = tokens.filter((other) => other !== token && isNumber(other) && wholeOf(other) === token);
      return {
        written: text.slice(token.start, token.end),
        start: token.start,
        end: token.end,
        weight: HAN.test(token.term) ? weightOf(token, words) : 1,
        term: token.term,
        alternatives: ways(token.term, parts[0]?.term, isNumber(token)),
      };
    });
}

/** Where the segmenter sees words of two characters in a text's Han runs; longer ones have terms of their own. */
function wordPlaces(text: string): Set<number> {
  const starts = new Set<number>();
  for (const { run, startOf } of hanRuns(text))
    hanWords(run, (from, to) => {
      if (to - from === 2) starts.add(startOf(from));
    });
  return starts;
}

function weightOf({ term, start }: Token, words: ReadonlySet<number>): number {
  if (ASKING.has(term)) return HAN_WEIGHTS.asking;
  if (term.length === 1) return HAN_WEIGHTS.character;
  return term.length > 2 || words.has(start) ? HAN_WEIGHTS.word : HAN_WEIGHTS.pair;
}

function ways(term: string, part: string | undefined, isNumber: boolean): Alternative[] {
  const written: Alternative = { terms: [term], weight: 1, through: "written" };
  if (part === undefined) return [written];
  const other = (terms: string[], weight: number): Alternative => ({ terms, weight, through: "quantity" });
  if (!isNumber) return [written, other([part], WEIGHTS.quantity)];
  return [
    { terms: [part, term], weight: 1, through: "written" },
    other([term], WEIGHTS.quantity),
    other([part], WEIGHTS.digits),
  ];
}
