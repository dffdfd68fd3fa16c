/** How much of a query is looked for: so many words that no text, whoever wrote it, costs others their turn. */
import type { Query, Term } from "./query.ts";

/** What is read of one query, in UTF-16 units; a long title in any script is a fraction of it. */
export const LONGEST_QUERY = 2_000;
/** Words that are looked for, two Han characters counting as one word; filters are counted as well. */
export const MOST_WORDS = 64;

/** A Han character, or a run of whatever else is no space. */
const PARTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\p{Sc}/gu;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The part of a query that is within the bound, and where the rest begins, as written; undefined when all is within. */
export function bounded(given: Query): { readonly query: Query; readonly beyond: string | undefined } {
  const query = { ...given, clauses: distinct(given.clauses), mustNot: distinct(given.mustNot) };
  let left = MOST_WORDS;
  let beyond: string | undefined;
  const cutTerm = (term: Term): Term[] => {
    const at = endOf(term.text, left);
    left -= at.words;
    if (at.end === undefined) return [term];
    beyond ??= term.text.slice(at.end).trim();
    const text = term.text.slice(0, at.end).trim();
    return text === "" ? [] : [{ ...term, text }];
  };
  const cutNames = <T extends string>(names: readonly T[]): readonly T[] => {
    const kept = names.slice(0, left);
    beyond ??= names[kept.length];
    left -= kept.length;
    return kept;
  };
  const clauses = query.clauses.map((entry) => entry.flatMap(cutTerm)).filter((entry) => entry.length > 0);
  const mustNot = query.mustNot.flatMap(cutTerm);
  const within = {
    ...query,
    clauses,
    mustNot,
    sources: cutNames(query.sources),
    notSources: cutNames(query.notSources),
  };
  return beyond === undefined ? { query, beyond } : { query: within, beyond };
}

/** Where the word after the first `most` begins, and how many there are before. */
function endOf(text: string, most: number): { readonly words: number; readonly end?: number } {
  let words = 0;
  for (const { 0: part, index } of text.matchAll(PARTS)) {
    const size = HAN.test(part) ? 0.5 : 1;
    if (words + size > most) return { words, end: index };
    words += size;
  }
  return { words };
}

/** What is said twice is looked for once. */
export function distinct<T>(parts: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = JSON.stringify(part);
    return !seen.has(key) && seen.add(key);
  });
}
