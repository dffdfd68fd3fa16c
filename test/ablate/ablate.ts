/**
 * `npm run ablate [NAME]`: what each tuned number of search is worth. Each is turned off (0) and to its neighbours
 * (a fifth less, a quarter more), and search is measured on the halves for work of the judged sets: the table has the
 * change of nDCG@5 and, where queries have nothing to find, of the share that found nothing. All of them take the better part of an hour of a processor; NAME (RANKING, BM25.b) picks some; `meaning` measures vectors instead.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../src/root.ts";
import { ablateMeaning } from "./meaning.ts";
import { type Numeral, numeralsIn } from "./numerals.ts";

/** Where search's tuned numbers stand. */
const FILES = [
  ...["rank/rank", "rank/score", "rank/coverage", "expand/variants", "expand/written", "expand/names"],
  "create",
].map((file) => `src/search/${file}`);
const SETS = ["ordinary", "hard"];

const built = (file: string) => join(root, "build", `${file}.js`);
const folder = mkdtempSync(join(tmpdir(), "sco-ablate-"));

interface Row {
  readonly id: string;
}

/** The queries of a set that are for work, as a file of their own. */
function devQueries(set: string): string {
  const read = (name: string) => JSON.parse(readFileSync(join(root, "test/judged", set, name), "utf8"));
  const { dev } = read("split.json") as { readonly dev: readonly string[] };
  const queries = (read("searches.json") as readonly Row[]).filter(({ id }) => dev.includes(id));
  const file = join(folder, `${set}.json`);
  writeFileSync(file, JSON.stringify(queries));
  return file;
}

/** nDCG@5 and the share of queries with nothing to find that found nothing, for each set. */
async function measure(change?: { readonly file: string; readonly numeral: Numeral; readonly to: number }) {
  const figures: number[] = [];
  for (const set of SETS) {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...["--no-warnings", "--import", `file://${built("test/ablate/hook")}`, built("src/main")],
        ...["eval", "--json", `--queries=${join(folder, `${set}.json`)}`],
        ...["--corpus", join(root, "test/judged", set, "articles.jsonl")],
      ],
      {
        env: {
          ...process.env,
          SCO_DATA_DIR: folder,
          ABLATE: change && JSON.stringify({ file: built(change.file), ...change.numeral, to: change.to }),
        },
        maxBuffer: 2 ** 24,
      },
    );
    const { overall, nothing } = JSON.parse(stdout) as {
      readonly overall: { readonly ndcg5: number };
      readonly nothing: { readonly precision: number };
    };
    figures.push(overall.ndcg5, nothing.precision);
  }
  return figures;
}

const wanted = process.argv[2];
try {
  if (wanted === "meaning") await ablateMeaning(folder);
  else await ablateNumbers();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function ablateNumbers(): Promise<void> {
  for (const set of SETS) devQueries(set);
  const before = await measure();
  console.log(`${"".padEnd(44)}${SETS.map((set) => `${set} nDCG@5, nothing`).join("   ")}`);
  console.log(`${"as it is".padEnd(44)}${before.map((figure) => figure.toFixed(3).padStart(9)).join("")}`);
  for (const file of FILES)
    for (const numeral of numeralsIn(readFileSync(built(file), "utf8"))) {
      if (wanted !== undefined && !numeral.name.startsWith(wanted)) continue;
      const { name, value } = numeral;
      const near = (factor: number) =>
        Number.isInteger(value) ? Math.round(value * factor) : value * factor;
      for (const to of new Set([0, near(0.8), near(1.25)])) {
        if (to === value) continue;
        const after = await measure({ file, numeral, to }).catch(() => undefined);
        const changes = after?.map((figure, at) => {
          const change = figure - (before[at] ?? 0);
          return (Math.abs(change) < 0.0005 ? "·" : `${change > 0 ? "+" : ""}${change.toFixed(3)}`).padStart(
            9,
          );
        });
        const label = `${name} ${value} → ${Number(to.toPrecision(3))}`;
        console.log(label.padEnd(44) + (changes?.join("") ?? "  does not run"));
      }
    }
}
