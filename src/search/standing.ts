/** A query that stands: read once, and then held against articles as they come. */
import { analyze } from "../language/tokens.ts";
import type { QueryTerm } from "./expand/terms.ts";
import type { Clause, Plan, Run, Vocabulary } from "./index/index.ts";
import { planOf } from "./plan.ts";
import { NO_FILTERS } from "./query/fits.ts";
import type { Query } from "./query/query.ts";
import { bordersOf, CELLS, covers, createCoverage, ENOUGH } from "./rank/coverage.ts";

type Expand = (text: string, vocabulary: Vocabulary) => Promise<readonly QueryTerm[]>;
type Terms = readonly string[];

/** What one run asks of the terms of an article: the ways that it has must cover enough of the run's characters. */
export interface Need {
  /** Characters by cell. */
  readonly lengths: readonly number[];
  /** An article with all of these terms has these cells. */
  readonly ways: readonly { readonly mask: number; readonly terms: Terms }[];
  /** Whether terms alone tell that the run is met; they never tell of a phrase, only that it may be there. */
  readonly sure: boolean;
}

export interface StandingQuery {
  readonly query: Query;
  /** For a look at the text. Without filters, which depend on the day. */
  readonly plan: Plan;
  /** Of each clause one need has to be met; clauses that terms cannot tell are left out. */
  readonly clauses: readonly (readonly Need[])[];
  /** Whether there is nothing besides: no exclusions, no filters, no clause that was left out. */
  readonly whole: boolean;
  /** An article that has none of these does not match; undefined when every article has to be looked at. */
  readonly telling: Terms | undefined;
}

/** Has every term: what an article of tomorrow may have, glossary and dictionary have to tell today. */
const EVERYTHING: Vocabulary = {
  counts: async (terms) => new Map(terms.map((term) => [term, 1])),
  near: async () => [],
  soundingLike: async () => [],
};
const HAN_ALONE = /^[\p{Script=Han}\P{L}]*$/u;

/** Reads a query for articles to come: what it means, and not what is spelt or sounds like it. */
export async function standing(
  query: Query,
  { vocabulary, expand }: { readonly vocabulary: Vocabulary; readonly expand: Expand },
): Promise<StandingQuery> {
  const archive: Vocabulary = { ...EVERYTHING, counts: vocabulary.counts };
  const plan = await planOf(query, {
    vocabulary: EVERYTHING,
    statistics: { articles: 1, averageLength: 0 },
    ...{ filters: NO_FILTERS, enough: 0, strict: true },
    expand: async (text) => {
      const ever = await expand(text, EVERYTHING);
      // What is read as pinyin, and which words make one name, depends on what the articles have.
      return HAN_ALONE.test(text) ? ever : joined(ever, await expand(text, archive));
    },
  });
  const tellable = plan.clauses.filter(({ runs }) => runs.every(isTellable));
  return {
    query,
    plan,
    clauses: tellable.map(({ runs }) => runs.map(needOf)),
    whole:
      tellable.length > 0 &&
      tellable.length === plan.clauses.length &&
      plan.mustNot.length === 0 &&
      !isFiltered(query),
    telling: await tellingOf(tellable, vocabulary),
  };
}

function isFiltered({ sources, notSources, languages, notLanguages, after, before, on }: Query): boolean {
  const lists = [sources, notSources, languages, notLanguages];
  return lists.some(({ length }) => length > 0) || [after, before, on].some((when) => when !== undefined);
}

/** The first's terms and what the second have besides. */
function joined(first: readonly QueryTerm[], second: readonly QueryTerm[]): readonly QueryTerm[] {
  const keyOf = ({ start, end }: QueryTerm, terms: Terms) => `${start} ${end} ${terms.join(" ")}`;
  const there = new Set(first.flatMap((one) => one.variants.map(({ terms }) => keyOf(one, terms))));
  const others = second.map((one) => ({
    ...one,
    variants: one.variants.filter(({ terms }) => !there.has(keyOf(one, terms))),
  }));
  return [...first, ...others.filter(({ variants }) => variants.length > 0)];
}

const isTellable = (run: Run): boolean => !run.phrase || sureTerms(run).length > 0;

/** Terms that an article with this phrase has, whatever stands around it: pairs of characters and longer words. */
function sureTerms({ text }: Run): Terms {
  const terms = analyze(text).map(({ term }) => term);
  return terms.filter(
    (term) => /^\p{Script=Han}{2}$/u.test(term) || /^(?!\p{Script=Han})\p{L}{4,}$/u.test(term),
  );
}

function needOf(run: Run): Need {
  if (run.phrase) return { lengths: [1], ways: [{ mask: 1, terms: sureTerms(run) }], sure: false };
  const coverage = createCoverage([run]);
  const ways = run.terms.flatMap((term) =>
    surely(term.variants).map(({ terms }) => ({ mask: coverage.maskOf(0, term), terms })),
  );
  return { lengths: coverage.lengthsOf(0), ways, sure: !run.titleOnly };
}

const surely = (variants: Run["terms"][number]["variants"]) => variants.filter((one) => covers(one, true));

/** Of the lists of which an article must have something, the one that the fewest articles of today have. */
async function tellingOf(clauses: readonly Clause[], vocabulary: Vocabulary): Promise<Terms | undefined> {
  const byClause = clauses.map(({ runs }) => runs.map(listsOf));
  const terms = new Set(byClause.flat(3));
  const counts = await vocabulary.counts([...terms]);
  const articles = (list: Terms) => list.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0);
  const least = (lists: readonly Terms[]) =>
    lists.reduce<Terms | undefined>(
      (best, one) => (best && articles(best) <= articles(one) ? best : one),
      undefined,
    );
  // Any one run of a clause will do: one list of each of them, together.
  const lists = byClause.flatMap((runs) => {
    const each = runs.map(least);
    return each.every((list) => list !== undefined) ? [[...new Set(each.flat())]] : [];
  });
  return least(lists);
}

/** Lists of which an article that meets the run has something of each. */
function listsOf(run: Run): readonly Terms[] {
  if (run.phrase) return sureTerms(run).map((term) => [term]);
  return placesOf(run).map(({ start, end }) => {
    const over = run.terms.filter((term) => term.start < end && term.end > start);
    const variants = over.flatMap((term) => surely(term.variants));
    // Of terms that must all be there, the longest tells most.
    return [...new Set(variants.map(({ terms }) => terms.reduce((a, b) => (b.length > a.length ? b : a))))];
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Places in a run of which something must be met: without them too little of its characters is covered. */
function placesOf(run: Run): readonly Place[] {
  const covered = new Set<number>();
  for (const { start, end } of run.terms) for (let at = start; at < end; at++) covered.add(at);
  // Beyond so many places coverage is counted more roughly.
  const spare = bordersOf(run).length > CELLS ? covered.size : (1 - ENOUGH) * covered.size;
  const places = new Map(run.terms.map(({ start, end }) => [`${start} ${end}`, { start, end }]));
  const telling = [...places.values()].filter(({ start, end }) => end - start > spare);
  if (telling.length > 0) return telling;
  // Many short words: so many of them that not all may be missing.
  const starts = [...covered];
  return covered.size > 0 ? [{ start: Math.min(...starts), end: Math.max(...starts) + 1 }] : [];
}
