/** What a new article must have so that a watch can match it: articles without it need not be held against the watch. */

import type { Article } from "../article.ts";
import { analyze } from "../language/tokens.ts";
import type { QueryTerm } from "./expand/terms.ts";
import type { Vocabulary } from "./index/index.ts";
import type { Query, Term } from "./query/query.ts";
import { CELLS, ENOUGH } from "./rank/coverage.ts";
import type { WatchTerms } from "./search.ts";

interface Tools {
  readonly vocabulary: Vocabulary;
  expand(text: string, vocabulary: Vocabulary): Promise<readonly QueryTerm[]>;
}

/** Has every term: what an article of tomorrow may have, glossary and dictionary have to tell today. */
const EVERYTHING: Vocabulary = {
  counts: async (terms) => new Map(terms.map((term) => [term, 1])),
  near: async () => [],
  soundingLike: async () => [],
};

/**
 * Lists of which each has to be met, the most telling first; undefined when a clause cannot be told by terms, or there
 * is none.
 */
export async function requiredTerms(query: Query, tools: Tools): Promise<WatchTerms | undefined> {
  const lists: (readonly string[])[] = [];
  for (const entry of query.clauses) {
    const [first, ...others] = await Promise.all(entry.map((term) => listsOf(term, tools)));
    if (!first || first.length === 0 || others.some((each) => each.length === 0)) return undefined;
    // Any one alternative will do: one list of each of them, together.
    if (others.length === 0) lists.push(...first);
    else lists.push([...new Set([first, ...others].flatMap((each) => each[0] ?? []))]);
  }
  const counts = await tools.vocabulary.counts([...new Set(lists.flat())]);
  const articles = (list: readonly string[]) => list.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0);
  return lists.length > 0 ? lists.sort((a, b) => articles(a) - articles(b)) : undefined;
}

async function listsOf({ kind, text }: Term, tools: Tools): Promise<readonly (readonly string[])[]> {
  if (kind === "phrase") {
    // Every run of two characters and every longer word of the phrase stands in an article that has it.
    const sure = analyze(text).map(({ term }) => term);
    return sure
      .filter((term) => /^\p{Script=Han}{2}$/u.test(term) || /^(?!\p{Script=Han})\p{L}{4,}$/u.test(term))
      .map((term) => [term]);
  }
  // What is read as pinyin depends on what the articles have; the rest must not.
  const terms = [...(await tools.expand(text, EVERYTHING))];
  if (/\p{Script=Latin}/u.test(text)) terms.push(...(await tools.expand(text, tools.vocabulary)));
  return placesOf(terms).map((place) => variantsAt(place, terms));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Places in a run of words of which something must be met: without them too little of its characters is covered. */
function placesOf(terms: readonly QueryTerm[]): readonly Place[] {
  const covered = new Set<number>();
  // Beyond so many places coverage is counted more roughly.
  const borders = new Set(terms.flatMap(({ start, end }) => [start, end])).size;
  for (const { start, end } of terms) for (let at = start; at < end; at++) covered.add(at);
  const spare = borders > CELLS ? covered.size : (1 - ENOUGH) * covered.size;
  const places = new Map<string, Place>();
  for (const { start, end } of terms) places.set(`${start} ${end}`, { start, end });
  const telling = [...places.values()].filter(({ start, end }) => end - start > spare);
  if (telling.length > 0) return telling;
  // Many short words: so many of them that not all may be missing.
  const starts = [...covered];
  return covered.size > 0 ? [{ start: Math.min(...starts), end: Math.max(...starts) + 1 }] : [];
}

/** What may be met for a place: of terms that must all be there, the longest tells most. */
function variantsAt({ start, end }: Place, terms: readonly QueryTerm[]): readonly string[] {
  const over = terms.filter((term) => term.start < end && term.end > start);
  const variants = over.flatMap((term) => term.variants).filter(({ via }) => via !== "script");
  return [...new Set(variants.map((one) => one.terms.reduce((a, b) => (b.length > a.length ? b : a))))];
}

/** The terms of an article, as `requiredTerms` names them. */
export function termsOf({ title, body }: Article): ReadonlySet<string> {
  return new Set([...analyze(title), ...analyze(body)].map(({ term }) => term));
}
