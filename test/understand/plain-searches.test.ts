/** A typed search for any word of the news is a search for that word: nothing is added to it and nothing taken. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { createReader, type Interpreter } from "../../src/understand/understand.ts";
import { type Desk, openDesk } from "../desk.ts";

const NOW = Date.parse("2026-06-10T02:00:00Z");

let desk: Desk;
let reader: Interpreter;
beforeAll(async () => {
  desk = await openDesk();
  reader = createReader(desk.doors);
});
afterAll(() => desk.close());

/** The usual word of each family, in each language; those that say when, in what language or what to do are wishes. */
const families = readFileSync(join(root, "corpus", "news-words.tsv"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t").map((words) => words.split(";")[0]?.trim() ?? ""));

test.each([
  [0, "ru"],
  [1, "zh"],
  [2, "en"],
])("column %d: at most two words of a hundred are read as something else", async (column) => {
  const words = families.flatMap((family, n) => (n % 9 === 0 ? [family[column] ?? ""] : [])).filter(Boolean);
  const other: string[] = [];
  for (const word of words) {
    const { line } = await reader(`search ${word}`, {
      caller: { zone: "Asia/Shanghai", platform: "slack" },
      now: NOW,
      before: undefined,
    });
    if (line !== `search ${word}`) other.push(`${word} → ${line}`);
  }
  expect(words.length).toBeGreaterThan(300);
  expect(other.slice(Math.floor(words.length / 50))).toEqual([]);
});
