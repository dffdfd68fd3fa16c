/** One article and one query: its terms first, its text only where they do not tell. */
import type { Article } from "../article.ts";
import type { Token } from "../language/text.ts";
import { inTurns, slicer } from "../slices.ts";
import { hitOf } from "./explain/hit.ts";
import type { Filters, Plan } from "./index/index.ts";
import { singleArticle } from "./index/memory/memory.ts";
import { packed, type Verdict, verdict } from "./needs.ts";
import { termsOf } from "./percolator.ts";
import type { Query } from "./query/query.ts";
import { rank } from "./rank/rank.ts";
import type { WordingTest } from "./rank/wording.ts";
import type { Search, SearchOptions } from "./search.ts";
import type { StandingQuery } from "./standing.ts";

/** Queries that are kept read, and articles whose terms are kept: each is asked about with many of the other. */
const QUERIES_KEPT = 200;
const ARTICLES_KEPT = 50;

export interface Matcher extends Pick<Search, "matches" | "meets"> {
  /** A query read for articles to come. */
  read(text: string): Promise<StandingQuery>;
}

interface Reading {
  readonly standing: StandingQuery;
  /** As in `needs.ts`, with the numbers that these terms have. */
  readonly needs: Int32Array;
  readonly terms: readonly string[];
}

interface Single {
  readonly terms: Promise<ReadonlySet<string>>;
  index?: ReturnType<typeof singleArticle>;
}

export function createMatcher(tools: {
  readonly analyzer: { readonly version: string; analyze(text: string): readonly Token[] };
  readonly keyOf: (source: string) => string;
  readonly wording: (phrase: string) => WordingTest;
  read(text: string): Promise<StandingQuery>;
  filtersFor(query: Query, asked: SearchOptions): Filters;
}): Matcher {
  const readings = new Map<string, Promise<Reading>>();
  const singles = new Map<Article, Single>();
  // Thousands of articles are asked about one after the other.
  const rest = slicer();

  const singleOf = (article: Article): Single =>
    kept(singles, article, ARTICLES_KEPT, () => ({
      terms: inTurns(termsOf(article)),
    }));
  const readingOf = (text: string): Promise<Reading> =>
    kept(readings, text, QUERIES_KEPT, async () => {
      const standing = await tools.read(text);
      const terms: string[] = [];
      const needs = packed(standing, (term) => terms.push(term) - 1);
      return { standing, needs, terms };
    });

  async function verdictOn({ needs, terms }: Reading, article: Article): Promise<Verdict> {
    const has = await singleOf(article).terms;
    return verdict(needs, (term) => has.has(terms[term] ?? ""));
  }

  async function candidate({ standing }: Reading, article: Article, asked: SearchOptions) {
    const single = singleOf(article);
    single.index ??= singleArticle(article, tools);
    const index = await single.index;
    const plan: Plan = {
      ...standing.plan,
      filters: tools.filtersFor(standing.query, asked),
      statistics: await index.statistics(),
    };
    return { plan, ...(await index.retrieve(plan, { limit: 1, offset: 0 })) };
  }

  return {
    read: tools.read,
    async matches(text, article, asked) {
      await rest();
      const reading = await readingOf(text);
      if ((await verdictOn(reading, article)) === "no") return undefined;
      const { plan, candidates } = await candidate(reading, article, asked);
      const [only] = await rank(plan, candidates, tools.wording, asked.now);
      return only && hitOf(plan, only);
    },
    async meets(text, article, asked) {
      await rest();
      const reading = await readingOf(text);
      const told = await verdictOn(reading, article);
      return told === "sure" || (told === "maybe" && (await candidate(reading, article, asked)).total > 0);
    },
  };
}

/** What is known of a key, or made; of so many keys. */
function kept<K, V>(all: Map<K, V>, key: K, most: number, make: () => V): V {
  const known = all.get(key);
  if (known !== undefined) return known;
  if (all.size >= most) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}
