/** What the models of free words are made of; its hash stands in the head of each, so that a test tells when they are out of date. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../src/root.ts";

/** The judged sets of sayings. */
export const SETS = ["sayings", "fresh-sayings", "third-sayings", "fourth-sayings"] as const;
/** The judged sets whose searches and questions are sayings too. */
export const ASKED = ["ordinary", "fresh", "hard"] as const;

/** Files of a folder, by name. */
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);

/**
 * A hash of the sayings, and of what makes examples and features of them. The rules, which are a feature too, are not
 * in it: a model bears that they are mended, and learns it the next time.
 */
export function hashOfInputs(): string {
  const own = "test/understand/train";
  const files = [
    ...SETS.flatMap((set) => ["sayings.json", "split.json"].map((name) => `test/judged/${set}/${name}`)),
    ...ASKED.flatMap((set) =>
      ["searches.json", "questions.json", "split.json"].map((name) => `test/judged/${set}/${name}`),
    ),
    ...[...filesIn(own, ".ts"), ...filesIn(`${own}/said`, ".txt"), ...filesIn(`${own}/frames`, ".txt")],
    ...["test/understand/phrases.json", "corpus/wishes.tsv"],
    ...["marks", "wish-features", "topic-features", "linear-model"].map(
      (name) => `src/understand/${name}.ts`,
    ),
  ];
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
