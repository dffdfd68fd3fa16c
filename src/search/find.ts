/** What an index has for a query: its plan, what is retrieved for it, and that best first. */
import type { QueryTerm } from "./expand/terms.ts";
import type { Filters, Index, Plan, Run, Vocabulary } from "./index/index.ts";
import { loosenable, planOf } from "./plan.ts";
import { filtersOf, NO_FILTERS } from "./query/fits.ts";
import { EVERYTHING, type Query } from "./query/query.ts";
import { aboutness, type QueryKind } from "./rank/evidence.ts";
import { lifting } from "./rank/nearness.ts";
import { type Ranked, rank, unranked } from "./rank/rank.ts";
import type { WordingTest } from "./rank/wording.ts";
import type { Nearness, SearchOptions } from "./search.ts";

/** Hits of a page where nobody says how many. */
export const LIMIT = 10;
/** Candidates that are ranked beyond those that are shown: ranking may lift them. */
const REACH = 50;
/** Share of the query that each article has to have; a topic asks for more than a search, which can be looked through. */
export const ASKS = { search: 0.01, topic: 0.5, nothing: 0 };
/** Best candidates of which one has to be about the query. */
const JUDGED = 30;

/** A page of what was found, best first. */
export interface RankedPage {
  readonly total: number;
  readonly ranked: readonly Ranked[];
  /** As in `Retrieved`. */
  readonly cut: boolean;
}

export interface Finder {
  filtersFor(query: Query, asked: SearchOptions): Filters;
  /** @param manner `enough`, `loosened`: as in `Planning`; `wide`: a question's words, of which each may be met by more */
  plan(
    query: Query,
    filters: Filters,
    manner?: { readonly enough?: number; readonly loosened?: ReadonlySet<string>; readonly wide?: boolean },
  ): Promise<Plan>;
  /** Retrieves and ranks what a page shows. */
  page(query: Query, plan: Plan, asked: SearchOptions): Promise<RankedPage>;
  /** What is found when some article is about the query, and nothing otherwise. */
  pageAbout(query: Query, plan: Plan, asked: SearchOptions, kind: QueryKind): Promise<RankedPage>;
  /** The plan of a query and what it finds; a phrase that no article has, beside other words, is read as words. */
  answer(query: Query, asked: SearchOptions, kind: QueryKind): Promise<RankedPage & { readonly plan: Plan }>;
  /** Whether some article has these words in its title, side by side. */
  isTitle(words: string): Promise<boolean>;
  /** Phrases that no article of the archive has, whatever the filters. */
  absentPhrases(plan: Plan, ranked: readonly Ranked[]): Promise<ReadonlySet<Run>>;
}

export function createFinder({
  index,
  expand,
  keyOf,
  wording,
  near,
}: {
  readonly index: Index;
  /** The terms of a run of words. */
  readonly expand: (text: string, vocabulary: Vocabulary, wide: boolean) => Promise<readonly QueryTerm[]>;
  /** The same key for every name of one publisher. */
  readonly keyOf: (source: string) => string;
  readonly wording: (phrase: string) => WordingTest;
  readonly near: Nearness | undefined;
}): Finder {
  const isAbsent = async (plan: Plan) => (await index.retrieve(plan, { limit: 1, offset: 0 })).total === 0;

  const finder: Finder = {
    filtersFor(query, { now, zone, only, span, without = [] }) {
      const filters = filtersOf(
        { ...query, notSources: [...query.notSources, ...without] },
        keyOf,
        now,
        zone,
      );
      return {
        ...filters,
        ...(only !== undefined && { ids: [only] }),
        ...(span && { from: Math.max(filters.from, span.from), to: Math.min(filters.to, span.to) }),
      };
    },

    plan: async (query, filters, { enough = ASKS.search, loosened, wide = false } = {}) =>
      planOf(query, {
        vocabulary: index.vocabulary,
        statistics: await index.statistics(),
        expand: (words, vocabulary) => expand(words, vocabulary, wide),
        ...{ filters, enough, strict: false },
        ...(loosened && { loosened }),
      }),

    async page(query, plan, { limit = LIMIT, offset = 0, now, only, byMeaning }) {
      const isNewest = query.sort === "new" || plan.clauses.length === 0;
      const order = isNewest ? "newest" : "best";
      const page = { limit: isNewest ? limit : limit + REACH, offset, order } as const;
      const lift = lifting(plan, byMeaning && !isNewest ? near : undefined);
      const { total, candidates, cut } = await index.retrieve(plan, page);
      if (isNewest) return { total, ranked: unranked(candidates), cut };
      if (only === undefined || total === 0) {
        const ranked = await lift(await rank(plan, candidates, wording, now));
        return { total, ranked: ranked.slice(offset, offset + limit), cut };
      }
      // One article is ranked among all, so that its score is the one that it has among them.
      const { ids: _, ...filters } = plan.filters;
      const others = (await index.retrieve({ ...plan, filters }, page)).candidates;
      const all = [...candidates, ...others.filter(({ article }) => article.id !== only)];
      const ranked = await lift(await rank(plan, all, wording, now));
      return { total, ranked: ranked.filter(({ article }) => article.id === only), cut };
    },

    // One that was left out by a word still says that the archive has what the other words ask for.
    async pageAbout(query, plan, asked, kind) {
      const found = await finder.page(query, plan, asked);
      const isJudged = plan.clauses.length > 0 && plan.clauses.every(({ occur }) => occur === "should");
      if (found.total === 0 || !isJudged || asked.only !== undefined) return found;
      const isAbout = aboutness(plan, kind);
      if (found.ranked.some(isAbout)) return found;
      const { candidates } = await index.retrieve({ ...plan, mustNot: [] }, { limit: JUDGED, offset: 0 });
      const best = await rank(plan, candidates, wording, asked.now);
      return best.slice(0, JUDGED).some(isAbout) ? found : { ...found, total: 0, ranked: [] };
    },

    async answer(query, asked, kind) {
      const filters = finder.filtersFor(query, asked);
      const first = await finder.plan(query, filters);
      const found = await finder.pageAbout(query, first, asked, kind);
      if (found.total > 0) return { plan: first, ...found };
      const alone: Query = { ...query, clauses: [], mustNot: [] };
      const loosened = new Set<string>();
      for (const term of loosenable(query))
        if (await isAbsent(await finder.plan({ ...alone, clauses: [[term]] }, filters)))
          loosened.add(term.text);
      if (loosened.size === 0) return { plan: first, ...found };
      const second = await finder.plan(query, filters, { loosened });
      return { plan: second, ...(await finder.pageAbout(query, second, asked, kind)) };
    },

    async isTitle(words) {
      const title: Query = { ...EVERYTHING, clauses: [[{ kind: "phrase", text: words, title: true }]] };
      return !(await isAbsent(await finder.plan(title, NO_FILTERS)));
    },

    async absentPhrases({ clauses, ...plan }, ranked) {
      const runs = clauses.flatMap((clause) => clause.runs);
      const met = new Set(ranked.flatMap((one) => one.met.map(({ run }) => run)));
      const absent = new Set<Run>();
      for (const [at, run] of runs.entries()) {
        const own: Plan = {
          ...plan,
          clauses: [{ occur: "must", runs: [run] }],
          mustNot: [],
          filters: NO_FILTERS,
        };
        if (run.phrase && !met.has(at) && (await isAbsent(own))) absent.add(run);
      }
      return absent;
    },
  };
  return finder;
}
