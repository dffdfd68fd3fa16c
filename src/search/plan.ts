/** A query made ready for an index: its words expanded, each variant weighed by its rarity in the whole archive. */
import { foldText } from "../language/fold.ts";
import { analyze } from "../language/tokens.ts";
import type { QueryTerm } from "./expand/terms.ts";
import type { Clause, Filters, Plan, PlanTerm, Run, Statistics, Vocabulary } from "./index/index.ts";
import type { Query, Term } from "./query/query.ts";
import { idf, weighed } from "./rank/score.ts";

/** A phrase weighs more than the term it would be as one word. */
const PHRASE_WEIGHT = 2;

export interface PlanOptions {
  readonly vocabulary: Vocabulary;
  readonly statistics: Statistics;
  readonly filters: Filters;
  /** The terms of a run of words. */
  expand(text: string, vocabulary: Vocabulary): Promise<readonly QueryTerm[]>;
  /** As in Plan. */
  readonly enough: number;
  readonly strict: boolean;
  /** Phrases that are read as plain words, because no article has them. */
  readonly loosened?: ReadonlySet<string>;
}

export async function planOf(query: Query, planning: PlanOptions): Promise<Plan> {
  const { statistics, filters, enough, strict } = planning;
  const clauses: Clause[] = [];
  for (const entry of query.clauses) {
    const runs: Run[] = [];
    for (const term of entry) runs.push(await runOf(term, planning));
    const [first, another] = runs;
    const must =
      strict ||
      another !== undefined ||
      (first?.phrase === true && !first.loosened) ||
      first?.titleOnly === true;
    clauses.push({ occur: must ? "must" : "should", runs });
  }
  const mustNot: Run[] = [];
  for (const term of query.mustNot) mustNot.push(await runOf(term, { ...planning, loosened: new Set() }));
  return { clauses, mustNot, filters, enough, strict, statistics };
}

/** Phrases that stand alone beside other clauses: when no article has one, its words may still rank. */
export function loosenable(query: Query): readonly Term[] {
  if (query.clauses.length < 2) return [];
  return query.clauses.flatMap(([term, another]) => (term?.kind === "phrase" && !another ? [term] : []));
}

async function runOf(term: Term, planning: PlanOptions): Promise<Run> {
  const { text, title } = term;
  const titleOnly = title === true;
  const loosened = term.kind === "phrase" && planning.loosened?.has(text);
  if (term.kind === "phrase" && !loosened)
    return { text, titleOnly, phrase: true, terms: [await phraseTerm(text, planning)] };
  const { vocabulary, statistics } = planning;
  const expanded = await planning.expand(text, vocabulary);
  const counts = await vocabulary.counts([
    ...new Set(expanded.flatMap(({ variants }) => variants.flatMap(({ terms }) => terms))),
  ]);
  const having = (terms: readonly string[]) => Math.min(...terms.map((one) => counts.get(one) ?? 0));
  const terms = expanded.map((one) => weighed(one, statistics, having));
  return {
    ...{ text, titleOnly, phrase: false, terms },
    ...(term.about && { about: true }),
    ...(loosened && { loosened }),
  };
}

/** A phrase is as rare as the rarest of its words, as far as counts tell. */
async function phraseTerm(text: string, { vocabulary, statistics }: PlanOptions): Promise<PlanTerm> {
  const parts = [...new Set(analyze(text).map(({ term }) => term))];
  const counts = await vocabulary.counts(parts);
  const rarest = Math.min(...parts.map((part) => counts.get(part) ?? 0).filter((count) => count > 0));
  const weight = PHRASE_WEIGHT * idf(statistics.articles, Number.isFinite(rarest) ? rarest : 0);
  const variant = { terms: [foldText(text).text], via: "written", surety: 1, weight } as const;
  return { written: text, start: 0, end: text.length, importance: 1, weight, variants: [variant] };
}
