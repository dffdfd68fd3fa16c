/**
 * The index in an OpenSearch cluster: it finds the candidates, and the same code as for memory reads them. Questions are
 * asked once; what the engine answers in part is no answer. Every method throws ClusterError when there is none.
 */
import type { Article } from "../../../article.ts";
import { ClusterError } from "../../../net/cluster.ts";
import { createWording } from "../../rank/wording.ts";
import type { DayCount, Index, PageRequest, Plan, Statistics } from "../index.ts";
import { indexOf } from "./candidates.ts";
import { type Source, type Stored, storedOf } from "./document.ts";
import { CANDIDATES, MOST_CANDIDATES, SEARCH_MS, WINDOW } from "./limits.ts";
import type { EngineOptions } from "./options.ts";
import { allBetween, publishedBetween } from "./published.ts";
import { ARTICLES, type EngineQuery, filterQuery, queryOf } from "./query.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { createWriter } from "./write.ts";

export interface EngineIndex extends Index {
  /** Which of these addresses articles have, with the articles' ids. */
  byLinks(links: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Articles published in [from, to), newest first, when they are more than `here`. */
  between(from: number, to: number, here: number): Promise<readonly Article[] | undefined>;
  /** How many were published each day of a zone in [from, to). */
  daysBetween(from: number, to: number, zone: string): Promise<readonly DayCount[]>;
  /** Articles that it had when it was last asked. */
  readonly size: number;
}

const LANGUAGES = ["zh", "en", "ru"] as const;
/** The order of sort:new only shows what has this share of the best; a little less here, as the engine only estimates. */
const NEAR_ENOUGH = 0.3;
/** How long numbers of the whole archive are taken for true, in milliseconds. */
const STATISTICS_MS = 5_000;
/** Candidates of one page of `scores`. */
const PAGE = 250;

interface Answer {
  readonly timed_out: boolean;
  readonly _shards: { readonly failed: number };
  readonly hits: {
    readonly total?: { readonly value: number };
    readonly max_score: number | null;
    readonly hits: readonly {
      readonly _source: Source;
      readonly sort?: readonly unknown[];
    }[];
  };
  readonly aggregations?: Readonly<Record<string, unknown>>;
}

export function createEngineIndex(options: EngineOptions): EngineIndex {
  const { cluster, alias, keyOf, wording = createWording(), found: tell = () => {} } = options;
  const vocabulary = vocabularyOf(cluster, alias, async () => (await statistics()).articles);
  const writer = createWriter(options);
  let known: { at: number; statistics: Statistics } | undefined;
  let version = 0;
  const changed = () => {
    known = undefined;
    vocabulary.forget();
  };
  const next = () => {
    version = Math.max(version + 1, options.now() * 1_000);
    return version;
  };

  async function search(body: object): Promise<Answer> {
    const { body: answer } = await cluster.ask<Answer>("POST", `/${alias}/_search`, {
      ms: SEARCH_MS,
      body,
    });
    return whole(answer);
  }
  async function searches(bodies: readonly object[]): Promise<Answer[]> {
    const header = JSON.stringify({});
    const lines = bodies.flatMap((body) => [header, JSON.stringify(body)]);
    const { body } = await cluster.ask<{
      responses: readonly (Answer & { error?: unknown; status: number })[];
    }>("POST", `/${alias}/_msearch`, { ms: SEARCH_MS, lines });
    for (const { error, status } of body.responses)
      if (error !== undefined)
        throw new ClusterError(status, "search_failed", JSON.stringify(error).slice(0, 300));
    return body.responses.map(whole);
  }
  async function statistics(): Promise<Statistics> {
    if (known && performance.now() - known.at < STATISTICS_MS) return known.statistics;
    const { hits, aggregations } = await search({
      ...{ size: 0, track_total_hits: true, query: ARTICLES },
      aggs: { length: { avg: { field: "length" } } },
    });
    const { value } = (aggregations?.length ?? {}) as { value?: number | null };
    const made = { articles: hits.total?.value ?? 0, averageLength: value ?? 0 };
    known = { at: performance.now(), statistics: made };
    return made;
  }
  /** By worth, and as many of each language: ranking may lift one that has few of them. */
  async function best(plan: Plan, each: number) {
    const { languages, notLanguages } = plan.filters;
    const asked = LANGUAGES.filter(
      (one) => (languages.length === 0 || languages.includes(one)) && !notLanguages.includes(one),
    );
    const query = queryOf(plan);
    const answers = await searches(
      asked.map((language) => ({
        query: { bool: { must: [query], filter: [{ term: { language } }] } },
        ...{ size: Math.min(each, WINDOW), track_total_hits: true },
      })),
    );
    return {
      found: answers.flatMap(({ hits }) => hits.hits.map(({ _source }) => storedOf(_source))),
      total: answers.reduce((sum, { hits }) => sum + (hits.total?.value ?? 0), 0),
      isAll: answers.every(({ hits }) => hits.hits.length === (hits.total?.value ?? 0)),
    };
  }
  async function newestOf(plan: Plan, reach: number) {
    const query = queryOf(plan);
    const isFiltered = plan.clauses.length === 0;
    const top = isFiltered ? undefined : await search({ query, size: CANDIDATES / 2 });
    const { hits } = await search({
      ...{ query, size: Math.min(reach, WINDOW), track_total_hits: true },
      ...(top && { min_score: (top.hits.max_score ?? 0) * NEAR_ENOUGH }),
      sort: byTime("newest"),
    });
    const docs = [...(top?.hits.hits ?? []), ...hits.hits].map(({ _source }) => storedOf(_source));
    const found = [...new Map(docs.map((doc) => [doc.article.id, doc])).values()];
    const total = hits.total?.value ?? 0;
    return { found, total, isAll: hits.hits.length === total };
  }
  const read = (plan: Plan, found: readonly Stored[]) => {
    tell(found.map(({ article }) => article));
    return indexOf(found, plan, wording, keyOf);
  };

  return {
    vocabulary,
    statistics,
    get size() {
      return known?.statistics.articles ?? 0;
    },
    async put(articles) {
      await writer.write(articles.map((article) => ({ id: article.id, version: next(), article })));
      changed();
    },
    async remove(ids) {
      await writer.write(ids.map((id) => ({ id, version: next(), article: null })));
      changed();
    },
    async ready() {
      await cluster.ask("POST", `/${alias}/_refresh`);
      changed();
      return { articles: (await statistics()).articles, changedAt: null };
    },
    async retrieve(plan, page) {
      const wanted = page.offset + page.limit;
      const byNewest = page.order === "newest" || page.order === "oldest" || plan.clauses.length === 0;
      if (plan.clauses.length === 0 && plan.mustNot.length === 0) {
        const { total, articles } = await this.newest(plan.filters, page);
        return { total, candidates: articles.map((article) => ({ article, sum: 0, met: [] })), cut: false };
      }
      // A little more than is asked for: the engine only estimates what each is worth.
      for (
        let reach = Math.max(Math.ceil(CANDIDATES / LANGUAGES.length), Math.ceil(wanted * 1.2));
        ;
        reach *= 4
      ) {
        const { found, total, isAll } = byNewest ? await newestOf(plan, reach) : await best(plan, reach);
        const retrieved = await (await read(plan, found)).retrieve(plan, page);
        const most = Math.max(MOST_CANDIDATES, wanted);
        if (!isAll && retrieved.total < Math.min(wanted, total) && reach < most) continue;
        const lost = Math.min(found.length, total) - retrieved.total;
        return {
          ...retrieved,
          total: isAll ? retrieved.total : Math.max(retrieved.total, total - Math.max(0, lost)),
        };
      }
    },
    async scores(plan, limit) {
      const query = queryOf(plan);
      const found: Stored[] = [];
      for (let after: readonly unknown[] | undefined; ; ) {
        const { hits } = await search({
          ...{
            query,
            size: Math.min(PAGE, limit + CANDIDATES / 4),
            track_total_hits: false,
          },
          sort: [{ _score: "desc" }, { id: "asc" }],
          ...(after && { search_after: after }),
        });
        for (const { _source } of hits.hits) found.push(storedOf(_source));
        after = hits.hits.at(-1)?.sort;
        if (!after || hits.hits.length < PAGE || found.length >= limit) break;
      }
      return (await read(plan, found)).scores(plan, limit);
    },
    async get(ids) {
      if (ids.length === 0) return [];
      const { body } = await cluster.ask<{
        docs: readonly { found?: boolean; _source?: { doc?: Source["doc"] } }[];
      }>("POST", `/${alias}/_mget?_source_includes=doc.article`, { ms: SEARCH_MS, body: { ids } });
      const articles = body.docs.flatMap(({ _source }) => _source?.doc?.article ?? []);
      tell(articles);
      return articles;
    },
    async newest(filters, { limit, offset, order = "newest" }: PageRequest) {
      if (offset + limit > WINDOW) return { total: (await statistics()).articles, articles: [] };
      const { hits } = await search({
        ...{ query: filterQuery(filters), size: limit, from: offset, _source: ["doc.article"] },
        ...{ track_total_hits: true, sort: byTime(order === "oldest" ? "oldest" : "newest") },
      });
      const articles = hits.hits.map(({ _source }): Article => _source.doc.article);
      tell(articles);
      return { total: hits.total?.value ?? 0, articles };
    },
    async days(plan, zone) {
      const days: DayCount[] = [];
      const query = plan.clauses.length === 0 ? filterQuery(plan.filters) : queryOf(plan);
      const day = { field: "published", calendar_interval: "day", time_zone: zone, format: "yyyy-MM-dd" };
      for (let after: unknown; ; ) {
        const { aggregations } = await search({
          ...{ query, size: 0, track_total_hits: false },
          aggs: {
            days: {
              composite: {
                size: WINDOW / 10,
                sources: [
                  { day: { date_histogram: day } },
                  { language: { terms: { field: "language" } } },
                  { source: { terms: { field: "source" } } },
                ],
                ...(after !== undefined && { after }),
              },
            },
          },
        });
        const { buckets = [], after_key } = (aggregations?.days ?? {}) as {
          buckets?: readonly { key: Omit<DayCount, "articles">; doc_count: number }[];
          after_key?: unknown;
        };
        for (const { key, doc_count } of buckets) days.push({ ...key, articles: doc_count });
        if (after_key === undefined || buckets.length === 0) return days;
        after = after_key;
      }
    },
    daysBetween(from, to, zone) {
      return this.days(allBetween(from, to), zone);
    },
    async between(from, to, here) {
      const articles = await publishedBetween(cluster, alias, { from, to, here });
      if (articles) tell(articles);
      return articles;
    },
    async byLinks(links) {
      if (links.length === 0) return new Map();
      const { body } = await cluster.ask<{
        hits: { hits: readonly { _source: { id: string; links: string[] } }[] };
      }>("POST", `/${alias}/_search`, {
        ms: SEARCH_MS,
        body: { query: { bool: { filter: [{ terms: { links } }] } }, size: WINDOW, _source: ["id", "links"] },
      });
      return new Map(
        body.hits.hits.flatMap(({ _source }) => _source.links.map((link) => [link, _source.id] as const)),
      );
    },
  };
}

/** An answer from a part of the archive would hide the rest. */
function whole(answer: Answer): Answer {
  if (answer.timed_out) throw new ClusterError(0, "slow", "the engine took too long for all of the archive");
  if (answer._shards.failed > 0) throw new ClusterError(0, "partial", "a part of the archive did not answer");
  return answer;
}

/** As memory has it: what nobody dated stands where it was first seen, else where the oldest do; ties by id. */
function byTime(order: "newest" | "oldest"): readonly EngineQuery[] {
  const newest = order === "newest";
  return [
    { moment: { order: newest ? "desc" : "asc", missing: newest ? "_last" : "_first" } },
    { id: { order: "asc" } },
  ];
}
