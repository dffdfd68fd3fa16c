/**
 * Writes what is measured with: `write.js SIZE FOLDER`. A process of its own, because a process starts with the
 * peak memory of the one that started it, and word lists are large.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "./generate.ts";
import { wordLists } from "./words.ts";

const [size = "", folder = ""] = process.argv.slice(2);
const { articles, ...queries } = generate(Number(size), await wordLists());
await writeFile(join(folder, "articles.jsonl"), articles.map((one) => JSON.stringify(one)).join("\n"));
await writeFile(join(folder, "queries.json"), JSON.stringify(queries));
