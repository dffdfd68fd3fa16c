/**
 * `npm run bench:engine -- --articles N [--heap MB] [--json]`: an archive of N generated articles in a real OpenSearch
 * node: how fast it fills, how long whole searches take, and how far it agrees with the index in memory. Beside the time
 * by the clock it tells the processor time of both, which other work on the machine changes far less, and that work.
 */
import { loadavg } from "node:os";
import { performance } from "node:perf_hooks";
import type { Article } from "../../src/article.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import { openCluster } from "../../src/net/cluster.ts";
import { createAnalyzer } from "../../src/search/analyze.ts";
import { createSearch } from "../../src/search/create.ts";
import { aliasOf, ensureIndex } from "../../src/search/index/opensearch/indices.ts";
import { createEngineIndex } from "../../src/search/index/opensearch/opensearch.ts";
import { createWriter } from "../../src/search/index/opensearch/write.ts";
import type { Search } from "../../src/search/search.ts";
import { startEngine } from "../engine/node.ts";
import { cpuOf } from "./cpu.ts";
import { type Asked, generate } from "./generate.ts";
import { wordLists } from "./words.ts";

const given = process.argv.slice(2);
const numberAfter = (name: string, otherwise: number) => Number(given[given.indexOf(name) + 1]) || otherwise;
const ARTICLES = numberAfter("--articles", 100_000);
const HEAP = numberAfter("--heap", 512);
/** Articles that are made and sent at a time. */
const PAGE = 5_000;
/** Queries of each kind that are asked for the times, and of those the ones that are held against memory. */
const QUERIES = 200;
const COMPARED = 100;
/** Beyond so many articles memory is not filled for comparison. */
const COMPARABLE = 100_000;
const NOW = Date.parse("2026-01-01T00:00:00Z");
/** A busy machine is slow; what is measured is how long it takes. */
const patient: Clock = { ...systemClock, sleep: () => new Promise(() => undefined) };

/** Milliseconds of processor time, of an article or of a search. */
interface Work {
  readonly bot: number;
  readonly engine: number;
}

const tenth = (value: number) => Math.round(value * 10) / 10;
const workOf = ({ bot, engine }: Work) => bot + engine;
const clockOf = ({ ms }: Timed) => ms;

interface Row {
  readonly articles: number;
  readonly queries: "short" | "titles";
  /** Articles by the clock. */
  readonly fillPerSecond: number;
  readonly fillMs: Work;
  readonly searchMs: Work;
  /** Of both together, of the search that had half of all, or 99 of a hundred, below it. */
  readonly workP50: number;
  readonly workP99: number;
  /** What else the machine had to do: processes that wanted a core in the last minute of the fill, and of these searches. */
  readonly load: readonly [fill: number, searches: number];
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly rssMb: number;
  readonly engineHeapMb: number;
  readonly indexMb: number;
  readonly agreement: number | null;
}

const words = await wordLists();
const engine = await startEngine(1, HEAP, "server");
const pid = engine.nodes[0]?.pid;
const cluster = openCluster({ urls: engine.urls, clock: patient });
try {
  const alias = aliasOf("bench");
  const { analyze } = createAnalyzer();
  const index = await ensureIndex(cluster, "bench", "bench");
  await cluster.ask("PUT", `/${index}/_settings`, { body: { index: { refresh_interval: "-1" } } });
  const writer = createWriter({ cluster, alias, analyze, keyOf: (source) => source }, index);
  const kept: Article[] = [];
  const short: Asked[] = [];
  const titles: Asked[] = [];
  let fillMs = 0;
  let filling: Work = { bot: 0, engine: 0 };
  for (let from = 0; from < ARTICLES; from += PAGE) {
    const made = generate(Math.min(PAGE, ARTICLES - from), words, 1_000 + from);
    const articles = made.articles.map((article) => ({ ...article, id: `${article.id}-${from}` }));
    if (ARTICLES <= COMPARABLE) kept.push(...articles);
    const share = Math.ceil((QUERIES * PAGE) / ARTICLES);
    short.push(...made.short.slice(0, share));
    titles.push(...made.titles.slice(0, share));
    const [began, before] = [performance.now(), work()];
    await writer.write(articles.map((article) => ({ id: article.id, version: 1, article })));
    fillMs += performance.now() - began;
    filling = sum(filling, since(before));
  }
  const unrefreshed = work();
  await cluster.ask("POST", `/${index}/_refresh`, { ms: 300_000 });
  filling = sum(filling, since(unrefreshed));
  const fillLoad = load();
  const far = createSearch({
    open: ({ keyOf, wording }) =>
      Object.assign(
        createEngineIndex({ cluster, alias, analyze, keyOf, now: () => NOW, ...(wording && { wording }) }),
        { snapshot: async () => false },
      ),
  });
  const times = { short: await timed(far, short), titles: await timed(far, titles) };
  const rssMb = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const { heap, size } = await sizes(index);
  const near = createSearch();
  if (kept.length > 0) await near.add(kept);
  const rows: Row[] = [];
  for (const [queries, asked] of [
    ["short", short],
    ["titles", titles],
  ] as const) {
    const { all, load: own } = times[queries];
    const mean = (of: (one: Timed) => number) =>
      tenth(all.reduce((total, one) => total + of(one), 0) / all.length);
    rows.push({
      ...{ articles: ARTICLES, queries, fillPerSecond: Math.round(ARTICLES / (fillMs / 1_000)) },
      fillMs: { bot: tenth(filling.bot / ARTICLES), engine: tenth(filling.engine / ARTICLES) },
      searchMs: { bot: mean(({ bot }) => bot), engine: mean(({ engine }) => engine) },
      ...{
        workP50: at(all.map(workOf), 0.5),
        workP99: at(all.map(workOf), 0.99),
        load: [fillLoad, own] as const,
      },
      ...{ p50: at(all.map(clockOf), 0.5), p95: at(all.map(clockOf), 0.95), p99: at(all.map(clockOf), 0.99) },
      ...{ rssMb, engineHeapMb: heap, indexMb: size },
      agreement: kept.length > 0 ? await agreement(near, far, asked.slice(0, COMPARED)) : null,
    });
  }
  if (given.includes("--json")) console.log(JSON.stringify(rows, null, 2));
  else console.table(rows);
} finally {
  await cluster.close();
  await engine.stop();
}

interface Timed extends Work {
  /** Milliseconds by the clock. */
  readonly ms: number;
}

/** Whole searches; the first ones warm the engine up and are not counted. */
async function timed(search: Search, queries: readonly Asked[]) {
  const all: Timed[] = [];
  for (const [at, { text }] of [...queries.slice(0, 30), ...queries].entries()) {
    const before = work();
    const { tookMs } = await search.search(text, { now: NOW, zone: "UTC", limit: 10 });
    if (at >= 30) all.push({ ms: tookMs, ...since(before) });
  }
  return { all, load: load() };
}

function at(values: readonly number[], share: number): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);
}

function work(): Work {
  return { bot: cpuOf(process.pid), engine: cpuOf(pid) };
}

function since(before: Work): Work {
  const now = work();
  return { bot: now.bot - before.bot, engine: now.engine - before.engine };
}

function sum(a: Work, b: Work): Work {
  return { bot: a.bot + b.bot, engine: a.engine + b.engine };
}

function load(): number {
  return tenth(loadavg()[0] ?? 0);
}

/** The share of memory's top ten that the engine's has. */
async function agreement(near: Search, far: Search, queries: readonly Asked[]): Promise<number> {
  let [wanted, met] = [0, 0];
  for (const { text } of queries) {
    const asked = { now: NOW, zone: "UTC", limit: 10 };
    const [one, other] = [await near.search(text, asked), await far.search(text, asked)];
    const ids = new Set(other.hits.map(({ id }) => id));
    wanted += one.hits.length;
    met += one.hits.filter(({ id }) => ids.has(id)).length;
  }
  return Math.round((met / Math.max(1, wanted)) * 10_000) / 10_000;
}

async function sizes(index: string): Promise<{ readonly heap: number; readonly size: number }> {
  const { body: nodes } = await cluster.ask<{
    nodes: Record<string, { jvm: { mem: { heap_used_in_bytes: number } } }>;
  }>("GET", "/_nodes/stats/jvm");
  const { body: stats } = await cluster.ask<{ _all: { primaries: { store: { size_in_bytes: number } } } }>(
    "GET",
    `/${index}/_stats/store`,
  );
  const used = Object.values(nodes.nodes)[0]?.jvm.mem.heap_used_in_bytes ?? 0;
  return {
    heap: Math.round(used / 2 ** 20),
    size: Math.round(stats._all.primaries.store.size_in_bytes / 2 ** 20),
  };
}
