/** Measures one engine in a process of its own: `measure.js ENGINE FOLDER`. Prints what it has found so far as a line of JSON after each step. */
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Article } from "../../src/article.ts";
import { ENGINES, type Engine } from "./engines.ts";
import type { Asked, Material } from "./generate.ts";
import { type Watched, watched } from "./turns.ts";

/** Everything but the first may be missing when an engine was stopped on the way. */
export interface Measured {
  readonly build?: Watched;
  /** Resident memory that the index added to that of its articles, MB. */
  readonly indexMB?: number;
  /** The most memory that the process ever had resident, articles included, while filling and answering, MB. */
  readonly peakMB?: number;
  readonly short?: Timed;
  readonly titles?: Timed;
  readonly snapshotMB?: number;
  readonly save?: Watched;
  readonly load?: Watched;
}

interface Timed {
  readonly p50: number;
  readonly p99: number;
  readonly mrr10: number;
}

/** As many queries are asked before the clock runs; they warm up what a long-running process has warm. */
const WARMING = 200;

const [name = "", folder = ""] = process.argv.slice(2);
const create = ENGINES[name];
if (!create) throw new Error(`there is no engine ${name}`);
let found: Measured = {};
const articles = await readArticles(folder);
const { short, titles } = readQueries(folder);
const engine = await create();
const before = resident();
const build = await watched(() => engine.fill(articles));
tell({ build, indexMB: resident() - before });
tell({ short: await timed(engine, short) });
tell({ titles: await timed(engine, titles) });
if (engine.save) {
  let bytes: Uint8Array | undefined;
  const save = await watched(async () => {
    bytes = await engine.save?.();
  });
  const saved = bytes ?? new Uint8Array(0);
  found = { ...found, save, snapshotMB: saved.length / 1e6 };
  const load = await watched(async () => engine.load?.(saved, articles));
  process.stdout.write(`${JSON.stringify({ ...found, load })}\n`);
}
process.exit(0);

function tell(more: Measured): void {
  found = { ...found, ...more, peakMB: process.resourceUsage().maxRSS / 1000 };
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

async function readArticles(from: string): Promise<Article[]> {
  const read: Article[] = [];
  for await (const line of createInterface({ input: createReadStream(`${from}/articles.jsonl`) }))
    read.push(JSON.parse(line) as Article);
  return read;
}

function readQueries(from: string): Omit<Material, "articles"> {
  return JSON.parse(readFileSync(`${from}/queries.json`, "utf8")) as Omit<Material, "articles">;
}

async function timed(asked: Engine, queries: readonly Asked[]): Promise<Timed> {
  for (const { text } of queries.slice(0, WARMING)) await asked.ask(text);
  const times: number[] = [];
  let reciprocal = 0;
  for (const { text, id } of queries) {
    const start = performance.now();
    const ids = await asked.ask(text);
    times.push(performance.now() - start);
    const at = ids.indexOf(id);
    if (at >= 0) reciprocal += 1 / (at + 1);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: quantile(0.5), p99: quantile(0.99), mrr10: reciprocal / queries.length };
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
