/** Standing queries as an index that is asked with an article: which of them it meets, or may meet. */
import type { Article } from "../article.ts";
import { partsOf } from "../language/sentences.ts";
import { analyze } from "../language/tokens.ts";
import { inTurns, type Steps, slicer } from "../slices.ts";
import { packed, verdict } from "./needs.ts";
import type { Percolator } from "./search.ts";
import type { StandingQuery } from "./standing.ts";

interface Kept {
  readonly name: string;
  readonly numbers: Int32Array;
  /** Under what it stands in the index. */
  readonly telling: readonly number[];
}

/** Queries whose terms do not tell stand under this: every article is held against them. */
const ALWAYS = 0;
/** Queries that are tried between two looks at the time. */
const STEP = 64;

/** @param read reads a query for articles to come */
export function createPercolator(read: (query: string) => Promise<StandingQuery>): Percolator {
  const kept = new Map<string, Kept>();
  const byTerm = new Map<number, Set<Kept>>();
  /** Terms that some query asks for, counted from 1. */
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size + 1);
    return numbers.size;
  };

  function remove(name: string): void {
    const one = kept.get(name);
    if (!one) return;
    kept.delete(name);
    for (const term of one.telling) {
      const those = byTerm.get(term);
      those?.delete(one);
      if (those?.size === 0) byTerm.delete(term);
    }
  }

  return {
    async put(name, query) {
      const made = await read(query);
      remove(name);
      const telling = made.telling?.map(numberOf) ?? [ALWAYS];
      const one = { name, numbers: packed(made, numberOf), telling };
      kept.set(name, one);
      for (const term of telling) {
        const those = byTerm.get(term);
        if (those) those.add(one);
        else byTerm.set(term, new Set([one]));
      }
    },
    remove,
    async *candidates(article) {
      const terms = new Set([ALWAYS]);
      for (const term of await inTurns(termsOf(article))) terms.add(numbers.get(term) ?? ALWAYS);
      const has = (term: number): boolean => terms.has(term);
      const tried = new Set<Kept>();
      const rest = slicer();
      for (const term of terms)
        for (const one of byTerm.get(term) ?? []) {
          if (tried.has(one)) continue;
          tried.add(one);
          const found = verdict(one.numbers, has);
          if (found !== "no") yield { name: one.name, sure: found === "sure" };
          const pause = tried.size % STEP === 0 && rest();
          if (pause) await pause;
        }
    },
  };
}

/** The terms of an article, as standing queries name them. */
export function* termsOf({ title, body }: Pick<Article, "title" | "body">): Steps<ReadonlySet<string>> {
  const found = new Set(analyze(title).map(({ term }) => term));
  for (const part of partsOf(body)) {
    for (const { term } of analyze(body.slice(...part))) found.add(term);
    yield;
  }
  return found;
}
