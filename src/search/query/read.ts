/** Reads a query for an archive that has titles: one that is pasted whole is looked for as it stands. */
import { type ParsedQuery, parseQuery } from "./parse.ts";
import type { SourceNames } from "./query.ts";

/** @param isTitle whether an article has these words in its title, side by side */
export function createReader(
  names: SourceNames,
  isTitle: (words: string) => Promise<boolean>,
): (typed: string) => Promise<ParsedQuery> {
  return async (typed) => {
    const reading = parseQuery(typed, names);
    if (!reading.query.mustNot.some(({ about }) => about)) return reading;
    const literal = parseQuery(typed, names, true);
    const [[only] = [], another] = literal.query.clauses;
    const isOne = only?.kind === "words" && another === undefined;
    return isOne && (await isTitle(only.text)) ? literal : reading;
  };
}
