/** The terms of a query as written, with each number and its scale joined into one quantity. */
import { analyze } from "../analysis/tokens.ts";
import type { Alternative, Token } from "../types.ts";
import { type Draft, WEIGHTS } from "./draft.ts";

const NUMBER = /^[\d.]+%?$/;
const HAN = /\p{Script=Han}/u;

/** Reads a query's own terms; the ways that other languages and spellings give are added to them later. */
export function writtenTerms(text: string): Draft[] {
  const tokens = analyze(text);
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
        weight: 1,
        term: token.term,
        alternatives: ways(token.term, parts[0]?.term, isNumber(token)),
      };
    });
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
