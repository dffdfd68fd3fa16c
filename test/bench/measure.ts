/** Measures one engine in a process of its own and prints what it found as one line of JSON. */
import { readFileSync } from "node:fs";
import type { Article } from "../../src/article.ts";
import { ENGINES, type Engine } from "./engines.ts";
import type { Asked, Material } from "./generate.ts";

export interface Measured {
  readonly buildMs: number;
  /** Resident memory that the index added to that of its articles. */
  readonly indexMB: number;
  readonly rssMB: number;
  readonly short: Timed;
  readonly titles: Timed;
  readonly snapshotMB?: number;
  readonly loadMs?: number;
}

interface Timed {
  readonly p50: number;
  readonly p99: number;
  readonly mrr10: number;
}

const [name = "", folder = ""] = process.argv.slice(2);
const create = ENGINES[name];
if (!create) throw new Error(`there is no engine ${name}`);
const { articles, short, titles } = read(folder);
const engine = await create();
const before = resident();
const buildMs = await time(() => engine.fill(articles));
const rssMB = resident();
const filled = {
  buildMs,
  indexMB: rssMB - before,
  rssMB,
  short: await timed(engine, short),
  titles: await timed(engine, titles),
};
process.stdout.write(`${JSON.stringify(filled)}\n`);
const bytes = await engine.save?.();
if (bytes && engine.load) {
  const loadMs = await time(async () => engine.load?.(bytes, articles));
  process.stdout.write(`${JSON.stringify({ ...filled, snapshotMB: bytes.length / 1e6, loadMs })}\n`);
}
process.exit(0);

function read(from: string): Material {
  const lines = readFileSync(`${from}/articles.jsonl`, "utf8").trimEnd().split("\n");
  const queries = JSON.parse(readFileSync(`${from}/queries.json`, "utf8")) as Omit<Material, "articles">;
  return { articles: lines.map((line) => JSON.parse(line) as Article), ...queries };
}

async function timed(asked: Engine, queries: readonly Asked[]): Promise<Timed> {
  // The first queries warm up what a long-running process has warm.
  for (const { text } of queries.slice(0, 50)) await asked.ask(text);
  const times: number[] = [];
  let reciprocal = 0;
  for (const { text, id } of queries) {
    let ids: readonly string[] = [];
    times.push(
      await time(async () => {
        ids = await asked.ask(text);
      }),
    );
    const at = ids.indexOf(id);
    if (at >= 0) reciprocal += 1 / (at + 1);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: quantile(0.5), p99: quantile(0.99), mrr10: reciprocal / queries.length };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}
