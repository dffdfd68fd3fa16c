/** The terms of a query as written, with each number and its scale joined into one quantity. */

import { hanWords } from "../../language/han.ts";
import { CHINESE_ASKING_WORDS } from "../../language/stop-words/chinese.ts";
import type { Token } from "../../language/text.ts";
import { analyze, hanRuns } from "../../language/tokens.ts";
import type { DraftTerm, Variant } from "./terms.ts";
import { WEIGHTS } from "./variants.ts";

const NUMBER = /^[\d.]+%?$/;
const HAN = /\p{Script=Han}/u;

/** Words that ask and do not name anything. */
const ASKING = new Set(CHINESE_ASKING_WORDS);
/**
 * Names and Russian words with a hyphen are one word (Кок-Таш, штаб-квартира) and shall not count three times; an English
 * compound (coal-fired) is met by its parts.
 */
const JOINED = /\p{L}[-‐‑](?:\p{Lu}|[а-яё])/u;
/** Weight of a part of such a word. */
const PART = 0.5;
/** Weights of Han terms: pairs that are no word catch what the segmenter cuts wrongly, and say less. */
const HAN_WEIGHTS = { word: 1, pair: 0.3, character: 0.3, asking: 0.1 };

/** Reads a query's own terms; the ways that other languages and spellings give are added to them later. */
export function writtenTerms(text: string): DraftTerm[] {
  const tokens = analyze(text);
  const words = wordPlaces(text);
  const numbers = quantities(tokens);
  const joined = tokens.filter(
    ({ term, start, end }) => !HAN.test(term) && JOINED.test(text.slice(start, end)),
  );
  const isPart = (token: Token) =>
    joined.some((whole) => whole !== token && whole.start <= token.start && whole.end >= token.end);
  const seen = new Set<string>();
  return tokens
    .filter((token) => !isNumber(token) || numbers.get(token.start)?.whole === token)
    .filter(({ term }) => !seen.has(term) && seen.add(term))
    .map((token) => {
      const { whole, part } = numbers.get(token.start) ?? {};
      return {
        written: text.slice(token.start, token.end),
        start: token.start,
        end: token.end,
        weight: HAN.test(token.term) ? weightOf(token, words) : isPart(token) ? PART : 1,
        term: token.term,
        variants: ways(token.term, token === whole ? part?.term : undefined, isNumber(token)),
      };
    });
}

const isNumber = ({ term }: Token): boolean => NUMBER.test(term);

/** By where it starts: the widest token of a number (8900 of 8900亿, 8 of eighth) and the first number within it. */
function quantities(tokens: readonly Token[]): ReadonlyMap<number, { whole: Token; part?: Token }> {
  const found = new Map<number, { whole: Token; part?: Token }>();
  const first = new Map<number, Token>();
  // Tokens come by start and then by end, so that the last one that starts somewhere is the widest.
  for (const token of tokens) {
    if (HAN.test(token.term)) continue;
    const part = first.get(token.start);
    found.set(token.start, part ? { whole: token, part } : { whole: token });
    if (!part && isNumber(token)) first.set(token.start, token);
  }
  return found;
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

function ways(term: string, part: string | undefined, isNumber: boolean): Variant[] {
  const written: Variant = { terms: [term], weight: 1, via: "written" };
  if (part === undefined) return [written];
  const other = (terms: string[], weight: number): Variant => ({ terms, weight, via: "quantity" });
  if (!isNumber) return [written, other([part], WEIGHTS.quantity)];
  return [
    { terms: [part, term], weight: 1, via: "written" },
    other([term], WEIGHTS.quantity),
    other([part], WEIGHTS.digits),
  ];
}
