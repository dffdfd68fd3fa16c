/** Judges search: runs a file of judged queries and measures how well, and how fast, they were answered. */
import type { Article } from "../article.ts";
import type { Search, SearchOptions } from "../search/search.ts";

/** A query with the articles that it should find, by id or exact title, and how much each is wanted. */
export interface JudgedQuery {
  readonly id: string;
  readonly kind: string;
  readonly query: string;
  readonly relevant: Readonly<Record<string, number>>;
}

/** Means over queries: nDCG@5 with linear gain as trec_eval has it, MRR@10, recall at 1 and 10. */
export interface Quality {
  readonly ndcg5: number;
  readonly mrr10: number;
  readonly r1: number;
  readonly r10: number;
}

export interface Judgement {
  readonly articles: number;
  readonly queries: number;
  readonly overall: Quality;
  readonly kinds: Readonly<Record<string, Quality & { readonly queries: number }>>;
  /** Queries with nothing to find, and the share of them for which nothing was found. */
  readonly nothing: { readonly queries: number; readonly precision: number };
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** Queries that did not put all that is wanted most on top, with what came instead. */
  readonly missed: readonly {
    readonly id: string;
    readonly query: string;
    readonly got: readonly string[];
  }[];
  /** Keys of `relevant` that name no article: a fault of the file. */
  readonly unknown: readonly string[];
}

/**
 * Reads a judged query file, `{ queries: [{ id, kind, query, relevant: { idOrTitle: grade } }] }`; the list may stand
 * alone, and `q` is read as `query`.
 * @throws Error with a sentence that names what is wrong
 */
export function readJudged(text: string): readonly JudgedQuery[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Error("the query file is not JSON");
  }
  const list = Array.isArray(json) ? json : isRecord(json) ? json.queries : undefined;
  if (!Array.isArray(list)) throw new Error('the query file has no list "queries"');
  return list.map((one: unknown, i) => {
    const { id = i + 1, kind = "all", q, query = q, relevant } = isRecord(one) ? one : {};
    if (typeof query !== "string") throw new Error(`query ${i + 1} has no text "query"`);
    if (!isGrades(relevant)) throw new Error(`query ${i + 1} has no "relevant" of ids or titles with grades`);
    return { id: String(id), kind: String(kind), query, relevant };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isGrades(value: unknown): value is Record<string, number> {
  return isRecord(value) && Object.values(value).every((grade) => typeof grade === "number");
}

/** As many queries are asked before the clock runs: a bot that has been up for a minute has its code and tables warm. */
const WARMING = 200;

/** Runs every query once and averages over those that have something to find. Times are those of a warm process. */
export async function judgeSearch(
  search: Search,
  articles: readonly Article[],
  queries: readonly JudgedQuery[],
  asked: SearchOptions,
): Promise<Judgement> {
  const byKey = keysOf(articles);
  const step = Math.ceil(queries.length / WARMING);
  const warming = queries.filter((_, at) => at % step === 0);
  for (const { query } of warming) await search.search(query, { ...asked, limit: 10 });
  const rows: { readonly kind: string; readonly quality: Quality }[] = [];
  const times: number[] = [];
  const nothing: boolean[] = [];
  const missed: Judgement["missed"][number][] = [];
  const unknown = new Set<string>();
  for (const { id, kind, query, relevant } of queries) {
    const grades = new Map<string, number>();
    for (const [key, grade] of Object.entries(relevant)) {
      const ids = byKey.get(key) ?? [];
      if (ids.length === 0) unknown.add(key);
      if (grade > 0) for (const article of ids) grades.set(article, grade);
    }
    const start = performance.now();
    const { hits } = await search.search(query, { ...asked, limit: 10 });
    times.push(performance.now() - start);
    const got = hits.map((hit) => hit.id);
    if (grades.size === 0) {
      nothing.push(got.length === 0);
      if (got.length > 0) missed.push({ id, query, got: got.slice(0, 5) });
      continue;
    }
    const quality = qualityOf(got, grades);
    rows.push({ kind, quality });
    if (quality.ndcg5 < 0.999) missed.push({ id, query, got: got.slice(0, 5) });
  }
  const kinds = [...new Set(rows.map((row) => row.kind))].sort();
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.quality);
  return {
    articles: articles.length,
    queries: queries.length,
    overall: meanOf(rows.map((row) => row.quality)),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, { ...meanOf(of(kind)), queries: of(kind).length }])),
    nothing: {
      queries: nothing.length,
      precision: nothing.filter(Boolean).length / Math.max(1, nothing.length),
    },
    latencyMs: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    missed,
    unknown: [...unknown],
  };
}

/**
 * How good a ranking is.
 * @param got ids, best first
 * @param grades what is relevant, and how much (above 0)
 */
export function qualityOf(got: readonly string[], grades: ReadonlyMap<string, number>): Quality {
  const gain = (ids: readonly number[]) =>
    ids.slice(0, 5).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  const first = got.slice(0, 10).findIndex((id) => grades.has(id));
  const found = (k: number) => got.slice(0, k).filter((id) => grades.has(id)).length;
  return {
    ndcg5: ideal === 0 ? 0 : gain(got.map((id) => grades.get(id) ?? 0)) / ideal,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    r1: grades.size === 0 ? 0 : found(1) / grades.size,
    r10: grades.size === 0 ? 0 : found(10) / grades.size,
  };
}

/** The value below which a share of the numbers lies (nearest rank); 0 for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function meanOf(all: readonly Quality[]): Quality {
  const mean = (pick: (quality: Quality) => number) =>
    all.length === 0 ? 0 : all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return {
    ndcg5: mean((one) => one.ndcg5),
    mrr10: mean((one) => one.mrr10),
    r1: mean((one) => one.r1),
    r10: mean((one) => one.r10),
  };
}

/** Ids and titles → ids; articles that share a title are all meant by it. */
function keysOf(articles: readonly Article[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { title, id } of articles) keys.set(title, [...(keys.get(title) ?? []), id]);
  for (const { id } of articles) keys.set(id, [id]);
  return keys;
}
