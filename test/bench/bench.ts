/**
 * `npm run bench [-- SIZE…]`: this search beside its peers on the same articles and queries, as numbers and as
 * ratios. Sizes default to 1000 and 10000; 100000 takes a while.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINES } from "./engines.ts";
import type { Measured } from "./measure.ts";
import { numbersOf, type Run, ratiosTo } from "./table.ts";

/** An engine that is not done by then, or needs more memory, is stopped, and the table says so. */
const LIMIT_MS = 10 * 60_000;
const HEAP_MB = 6000;
const OURS = "sco-bot";

const { sizes, names } = choices(process.argv.slice(2));
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), "sco-bench-"));
  try {
    const { whole } = await printed("write.js", [String(size), folder]);
    if (!whole) throw new Error(`${size} articles could not be written`);
    const runs = await measureAll(names, folder);
    const tables = [numbersOf(runs), ratiosTo(OURS, runs)].filter((text) => text !== undefined);
    process.stdout.write(`\n${size.toLocaleString("en")} articles\n\n${tables.join("\n\n")}\n`);
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

async function measureAll(engines: readonly string[], folder: string): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const name of engines) {
    process.stderr.write(`${name}…\n`);
    runs.push(await measure(name, folder));
  }
  return runs;
}

async function measure(name: string, folder: string): Promise<Run> {
  const began = performance.now();
  const { text, whole } = await printed("measure.js", [name, folder]);
  const stopped = (performance.now() - began) / 1000;
  const measured = JSON.parse(text.trim().split("\n").at(-1) || "{}") as Measured;
  return { name, measured, ...(!whole && { stopped }) };
}

/** What a script got to print before it ended, by itself or not. */
async function printed(script: string, given: readonly string[]): Promise<{ text: string; whole: boolean }> {
  const child = spawn(
    process.execPath,
    ["--expose-gc", `--max-old-space-size=${HEAP_MB}`, join(import.meta.dirname, script), ...given],
    { stdio: ["ignore", "pipe", "ignore"], timeout: LIMIT_MS, killSignal: "SIGKILL" },
  );
  const ended = once(child, "exit");
  let text = "";
  for await (const chunk of child.stdout) text += chunk;
  const [code] = await ended;
  return { text, whole: code === 0 };
}
