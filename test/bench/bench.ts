/**
 * `npm run bench [-- SIZE…]`: this search beside its peers on the same articles and queries, as numbers and as
 * ratios. Sizes default to 1000 and 10000; 100000 takes a while.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINES } from "./engines.ts";
import { generate } from "./generate.ts";
import type { Measured } from "./measure.ts";
import { wordLists } from "./words.ts";

/** An engine that is not done by then is stopped, and the table says so. */
const LIMIT_MS = 10 * 60_000;
const HEAP_MB = 6000;
const OURS = "sco-bot";

const { sizes, names } = choices(process.argv.slice(2));
const words = await wordLists();
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), "sco-bench-"));
  try {
    const { articles, ...queries } = generate(size, words);
    await writeFile(join(folder, "articles.jsonl"), articles.map((one) => JSON.stringify(one)).join("\n"));
    await writeFile(join(folder, "queries.json"), JSON.stringify(queries));
    print(size, await measureAll(names, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function choices(given: readonly string[]): { sizes: readonly number[]; names: readonly string[] } {
  const chosen = given.filter((word) => /^\d+$/.test(word)).map(Number);
  const named = Object.keys(ENGINES).filter((name) => given.includes(name));
  return {
    sizes: chosen.length > 0 ? chosen : [1_000, 10_000],
    names: named.length > 0 ? named : Object.keys(ENGINES),
  };
}

async function measureAll(
  engines: readonly string[],
  folder: string,
): Promise<Map<string, Measured | undefined>> {
  const results = new Map<string, Measured | undefined>();
  for (const name of engines) {
    process.stderr.write(`${name}…\n`);
    results.set(name, await measure(name, folder));
  }
  return results;
}

/** The last line that the engine's process got to print; undefined when it printed none. */
async function measure(name: string, folder: string): Promise<Measured | undefined> {
  const script = join(import.meta.dirname, "measure.js");
  const child = spawn(
    process.execPath,
    ["--expose-gc", `--max-old-space-size=${HEAP_MB}`, script, name, folder],
    {
      stdio: ["ignore", "pipe", "ignore"],
      timeout: LIMIT_MS,
      killSignal: "SIGKILL",
    },
  );
  let printed = "";
  for await (const chunk of child.stdout) printed += chunk;
  const last = printed.trim().split("\n").at(-1);
  return last ? (JSON.parse(last) as Measured) : undefined;
}

function print(size: number, results: ReadonlyMap<string, Measured | undefined>): void {
  const head = [
    "engine",
    "build s",
    "index MB",
    "short p50/p99 ms",
    "MRR",
    "title p50/p99 ms",
    "MRR",
    "file MB",
    "load s",
  ];
  const rows = [...results].map(([name, one]) =>
    one
      ? [
          name,
          (one.buildMs / 1000).toFixed(1),
          one.indexMB.toFixed(0),
          `${one.short.p50.toFixed(2)} / ${one.short.p99.toFixed(1)}`,
          one.short.mrr10.toFixed(3),
          `${one.titles.p50.toFixed(2)} / ${one.titles.p99.toFixed(1)}`,
          one.titles.mrr10.toFixed(3),
          one.snapshotMB?.toFixed(1) ?? "–",
          one.loadMs === undefined ? "–" : (one.loadMs / 1000).toFixed(2),
        ]
      : [name, `not within ${LIMIT_MS / 60_000} min or ${HEAP_MB} MB`],
  );
  process.stdout.write(`\n${size.toLocaleString("en")} articles\n\n${table([head, ...rows])}\n`);
  const ours = results.get(OURS);
  if (!ours) return;
  const ratios = [...results].flatMap(([name, one]) =>
    !one || name === OURS ? [] : [[name, ...ratiosOf(one, ours).map((ratio) => `×${ratio.toPrecision(2)}`)]],
  );
  const heads = [
    "peer ÷ sco-bot",
    "build",
    "index",
    "short p50",
    "short p99",
    "title p50",
    "title p99",
    "file",
    "load",
  ];
  if (ratios.length > 0) process.stdout.write(`\n${table([heads, ...ratios])}\n`);
}

function ratiosOf(one: Measured, ours: Measured): number[] {
  const pairs: [number | undefined, number | undefined][] = [
    [one.buildMs, ours.buildMs],
    [one.indexMB, ours.indexMB],
    [one.short.p50, ours.short.p50],
    [one.short.p99, ours.short.p99],
    [one.titles.p50, ours.titles.p50],
    [one.titles.p99, ours.titles.p99],
    [one.snapshotMB, ours.snapshotMB],
    [one.loadMs, ours.loadMs],
  ];
  return pairs.map(([a = Number.NaN, b = Number.NaN]) => a / b);
}

/** A table as Markdown has it, so that a run can be pasted into the docs. */
function table(rows: readonly (readonly string[])[]): string {
  const width = rows[0]?.length ?? 0;
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${"---|".repeat(width)}`, ...body.map(line)].join("\n");
}
