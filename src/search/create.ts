/** The conductor of search: query → expand → index → rank → explain, and suggest beside them, behind one door. */

import type { Article, Publisher } from "../article.ts";
import type { Words } from "../i18n/words.ts";
import { namesOfEntries, readNames } from "../language/glossary.ts";
import { MISSING, type SourceName } from "../language/missing.ts";
import { teamEntries } from "../language/open.ts";
import { inSlices } from "../slices.ts";
import { createAnalyzer } from "./analyze.ts";
import { hitOf } from "./explain/hit.ts";
import { knownPart, remarksOn } from "./explain/notices.ts";
import { passagesOf } from "./explain/passages.ts";
import { insteadOf } from "./explain/zero-results.ts";
import type { Filters, Plan, Run } from "./index/index.ts";
import { createMemoryIndex, type MemoryIndex } from "./index/memory/memory.ts";
import type { MemoryOptions } from "./index/memory/options.ts";
import { createMatcher } from "./matcher.ts";
import { createPercolator } from "./percolator.ts";
import { loosenable, planOf } from "./plan.ts";
import { filtersOf, NO_FILTERS } from "./query/fits.ts";
import { createSources } from "./query/names.ts";
import { parseQuery } from "./query/parse.ts";
import { printQuery } from "./query/print.ts";
import { EVERYTHING, type Query, type Term } from "./query/query.ts";
import { createReader } from "./query/read.ts";
import { type Asking, aboutness } from "./rank/evidence.ts";
import { lifting } from "./rank/nearness.ts";
import { type Ranked, rank, unranked } from "./rank/rank.ts";
import { RELATED, relatedPlan } from "./rank/related.ts";
import { createWording } from "./rank/wording.ts";
import type { Hit, Nearness, Remark, Search, SearchOptions } from "./search.ts";
import { standing } from "./standing.ts";
import { createSuggester, namesOf } from "./suggest/suggest.ts";

const LIMIT = 10;
/** Candidates that are ranked beyond those that are shown: ranking may lift them. */
const REACH = 50;
/** Newest articles whose titles may be an example. */
const NEWEST = 20;
/** Share of the query that each article has to have; a topic asks for more than a search, which can be looked through. */
const ASKS = { search: 0.01, topic: 0.5, nothing: 0 };
/** Best candidates of which one has to be about the query. */
const JUDGED = 30;
/** What ends in a question mark. */
const QUESTION = /[?？]\s*$/;

/** An empty search; articles are added to it. Costs nothing until then. */
export function createSearch({
  publishers = [],
  now = () => 0,
  snapshots,
  shipped,
  fault = () => {},
  missing = () => {},
  near,
  open = createMemoryIndex,
}: {
  publishers?: readonly Publisher[];
  /** Folder that snapshots of the index are kept in; without one, every start indexes anew. */
  snapshots?: string;
  /** Folder with the build's index of the shipped articles. */
  shipped?: string;
  /** Told when a snapshot cannot be written. */
  fault?: (thrown: unknown) => void;
  /** Told once in a process, with words for a person, of each source of translations that cannot be read. */
  missing?: (source: SourceName, words: Words, reason: string) => void;
  /** Closeness in meaning, where there is a server for it. */
  near?: Nearness | undefined;
  /** Epoch milliseconds; stamps the index. */
  now?: () => number;
  /** What it searches in. */
  open?: (options: MemoryOptions) => MemoryIndex;
} = {}): Search {
  const analyzer = createAnalyzer((source, reason) => missing(source, MISSING[source], reason));
  const wording = createWording();
  const sources = createSources(publishers, (name) => analyzer.fold(name).text);
  const suggester = createSuggester(
    publishers.map(namesOf),
    (text) => analyzer.fold(text).text,
    () => [
      ...namesOfEntries(teamEntries()),
      ...readNames((reason) => missing("glossary", MISSING.glossary, reason)),
    ],
  );
  const keys = new Map<string, string>();
  const keyOf = (source: string): string => {
    const known = keys.get(source) ?? sources.keyOf(source);
    keys.set(source, known);
    return known;
  };
  const index = open({
    ...{ analyzer, keyOf, wording, now, fault },
    folder: snapshots,
    shipped,
    seen: (article) => {
      suggester.put(article);
      if (sources.see(article.source)) keys.clear();
    },
    gone: suggester.remove,
  });

  const filtersFor = (query: Query, { now, zone, only, span, without = [] }: SearchOptions): Filters => {
    const filters = filtersOf({ ...query, notSources: [...query.notSources, ...without] }, keyOf, now, zone);
    return {
      ...filters,
      ...(only !== undefined && { ids: [only] }),
      ...(span && { from: Math.max(filters.from, span.from), to: Math.min(filters.to, span.to) }),
    };
  };
  const plan = async (
    query: Query,
    filters: Filters,
    {
      enough = ASKS.search,
      loosened,
      wide = false,
    }: { readonly enough?: number; readonly loosened?: ReadonlySet<string>; readonly wide?: boolean } = {},
  ): Promise<Plan> =>
    planOf(query, {
      vocabulary: index.vocabulary,
      statistics: await index.statistics(),
      expand: (words, vocabulary) => analyzer.expand(words, vocabulary, wide),
      ...{ filters, enough, strict: false },
      ...(loosened && { loosened }),
    });

  /** Retrieves and ranks what a page shows. */
  const find = async (
    query: Query,
    made: Plan,
    { limit = LIMIT, offset = 0, now, only, byMeaning }: SearchOptions,
  ) => {
    const isNewest = query.sort === "new" || made.clauses.length === 0;
    const order = isNewest ? "newest" : "best";
    const page = { limit: isNewest ? limit : limit + REACH, offset, order } as const;
    const lift = lifting(made, byMeaning && !isNewest ? near : undefined);
    const { total, candidates, cut } = await index.retrieve(made, page);
    if (isNewest) return { total, ranked: unranked(candidates), cut };
    if (only === undefined || total === 0)
      return {
        total,
        ranked: (await lift(await rank(made, candidates, wording, now))).slice(offset, offset + limit),
        cut,
      };
    // One article is ranked among all, so that its score is the one that it has among them.
    const { ids: _, ...filters } = made.filters;
    const others = (await index.retrieve({ ...made, filters }, page)).candidates;
    const all = [...candidates, ...others.filter(({ article }) => article.id !== only)];
    return {
      total,
      ranked: (await lift(await rank(made, all, wording, now))).filter(({ article }) => article.id === only),
      cut,
    };
  };
  /**
   * What is found when some article is about the query, and nothing otherwise. One that was left out by a word still
   * says that the archive has what the other words ask for.
   */
  const findAbout = async (query: Query, made: Plan, asked: SearchOptions, kind: Asking) => {
    const found = await find(query, made, asked);
    const isJudged = made.clauses.length > 0 && made.clauses.every(({ occur }) => occur === "should");
    if (found.total === 0 || !isJudged || asked.only !== undefined) return found;
    const isAbout = aboutness(made, kind);
    if (found.ranked.some(isAbout)) return found;
    const { candidates } = await index.retrieve({ ...made, mustNot: [] }, { limit: JUDGED, offset: 0 });
    const best = await rank(made, candidates, wording, asked.now);
    return best.slice(0, JUDGED).some(isAbout) ? found : { ...found, total: 0, ranked: [] };
  };
  /** The plan of a query and what it finds; a phrase that no article has, beside other words, is read as words. */
  const answer = async (query: Query, asked: SearchOptions, kind: Asking) => {
    const filters = filtersFor(query, asked);
    const first = await plan(query, filters);
    const found = await findAbout(query, first, asked, kind);
    if (found.total > 0) return { plan: first, ...found };
    const alone: Query = { ...query, clauses: [], mustNot: [] };
    const loosened = new Set<string>();
    for (const term of loosenable(query))
      if (await isAbsent(await plan({ ...alone, clauses: [[term]] }, filters))) loosened.add(term.text);
    if (loosened.size === 0) return { plan: first, ...found };
    const second = await plan(query, filters, { loosened });
    return { plan: second, ...(await findAbout(query, second, asked, kind)) };
  };
  const isAbsent = async (made: Plan) => (await index.retrieve(made, { limit: 1, offset: 0 })).total === 0;
  const read = createReader(sources, async (text) => {
    const title: Query = { ...EVERYTHING, clauses: [[{ kind: "phrase", text, title: true }]] };
    return !(await isAbsent(await plan(title, NO_FILTERS)));
  });
  /** Phrases that no article of the archive has, whatever the filters. */
  const absentPhrases = async ({ clauses, ...made }: Plan, ranked: readonly Ranked[]) => {
    const runs = clauses.flatMap((clause) => clause.runs);
    const met = new Set(ranked.flatMap((one) => one.met.map(({ run }) => run)));
    const absent = new Set<Run>();
    for (const [at, run] of runs.entries()) {
      const own: Plan = {
        ...made,
        clauses: [{ occur: "must", runs: [run] }],
        mustNot: [],
        filters: NO_FILTERS,
      };
      if (run.phrase && !met.has(at) && (await isAbsent(own))) absent.add(run);
    }
    return absent;
  };
  const one = createMatcher({
    ...{ analyzer, keyOf, wording, filtersFor },
    read: (text) => standing(parseQuery(text, sources).query, { ...analyzer, vocabulary: index.vocabulary }),
  });
  const archive = (asked: SearchOptions) => ({
    ...asked,
    best: async (query: Query) => {
      const { only: _, ...all } = asked;
      const made = await plan(query, filtersFor(query, all));
      const { ranked } = await findAbout(query, made, { ...all, limit: 3, offset: 0 }, "query");
      return ranked.map(({ article }) => article.id);
    },
    known: async (query: Query) => {
      const runs = (await plan(query, NO_FILTERS, { enough: ASKS.nothing })).clauses.flatMap(
        (one) => one.runs,
      );
      const texts = runs.map((run) => knownPart(run)).filter((text) => text !== "");
      return { ...query, clauses: texts.map((text): readonly Term[] => [{ kind: "words", text }]) };
    },
    dated: async (
      order: "newest" | "oldest",
      {
        from = -8.64e15,
        to = 8.64e15,
        language,
      }: { from?: number; to?: number; language?: Article["language"] },
    ) => {
      const filters = { ...NO_FILTERS, from, to, languages: language ? [language] : [] };
      return (await index.newest(filters, { limit: NEWEST, offset: 0, order })).articles;
    },
    languageOf: analyzer.languageOf,
  });

  return {
    get size() {
      return index.size;
    },
    add: index.put,
    remove: (ids) => void index.remove(ids),
    ready: async () => (await index.ready()).changedAt,
    get: index.get,
    snapshot: index.snapshot,
    search: async (text, asked) => {
      const began = performance.now();
      const { query, remarks } = await read(text);
      const kind = QUESTION.test(text) ? "question" : "query";
      const { plan, total, ranked, cut } = await answer(query, asked, kind);
      const absent = await absentPhrases(plan, ranked);
      const instead = total === 0 && asked.only === undefined ? await insteadOf(query, archive(asked)) : [];
      const hits: Hit[] = [];
      await inSlices(ranked, (one) => hits.push(hitOf(plan, one)));
      const cutRemark: readonly Remark[] = cut ? [{ kind: "cut" }] : [];
      return {
        query: printQuery(query),
        total,
        hits,
        remarks: [...remarks, ...remarksOn(plan, absent), ...cutRemark, ...instead],
        tookMs: performance.now() - began,
      };
    },
    matches: one.matches,
    meets: one.meets,
    percolator: () => createPercolator(one.read),
    passages: async (text, asked) => {
      const { query } = await read(text);
      const made = await plan(query, filtersFor(query, asked), { enough: ASKS.nothing, wide: true });
      return passagesOf(made, (await find(query, made, asked)).ranked);
    },
    scores: async (text, asked) => {
      const { query } = await read(text);
      const filters = filtersFor(query, asked);
      const made = asked.standing
        ? { ...(await one.read(text)).plan, filters, statistics: await index.statistics() }
        : await plan(query, filters, { enough: ASKS.topic });
      return index.scores(made, asked.limit ?? LIMIT);
    },
    related: async (id, limit) => {
      const [article] = await index.get([id]);
      if (!article) return [];
      const made = await relatedPlan(article, index.vocabulary, await index.statistics());
      const found = await index.scores(made, limit + 1);
      const own = found.find((one) => one.id === id)?.score ?? found[0]?.score ?? 0;
      const near = found.filter((one) => one.id !== id && one.score > own * RELATED);
      return near.slice(0, limit).map((one) => one.id);
    },
    suggest: suggester.suggest,
    languageOf: (text) => analyzer.languageOf(text),
  };
}
