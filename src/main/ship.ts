/**
 * Build step: the index of the shipped articles is left beside the program, so that no start analyses them, and so is
 * what V8 compiles for an answer, so that none compiles it anew.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readPublishers } from "../articles/publishers.ts";
import { readArticles } from "../articles/read.ts";
import { createLibrary } from "../articles/shelf.ts";
import { root } from "../root.ts";
import { createAnalyzer } from "../search/analyze.ts";
import { createInverted } from "../search/index/memory/inverted.ts";
import { shippedFile, writeSnapshot } from "../search/index/memory/snapshot.ts";
import { atOnce } from "../slices.ts";

const folder = join(root, "dist", "index");
const publishers = await readPublishers(join(root, "corpus", "sources.json"));
const { articles } = await readArticles(join(root, "corpus", "articles"));
const analyzer = createAnalyzer();
const index = createInverted(analyzer);
for (const article of createLibrary(publishers, articles).newest()) atOnce(index.put(article));
await rm(folder, { recursive: true, force: true });
await writeSnapshot(shippedFile(folder, analyzer), index, () => true);

const chunks = join(root, "dist", "chunks");
const keep = `import { writeFileSync } from "node:fs";
import { script } from ${JSON.stringify(pathToFileURL(join(chunks, "core.js")).href)};
process.on("exit", () => writeFileSync(${JSON.stringify(join(chunks, "core.compiled"))}, script.createCachedData()));`;
const data = await mkdtemp(join(tmpdir(), "sco-build-"));
execFileSync(
  process.execPath,
  [
    ...["--import", `data:text/javascript,${encodeURIComponent(keep)}`],
    ...[join(root, "dist", "src", "main.js"), "search", "上海精神"],
  ],
  { env: { SCO_DATA_DIR: data } },
);
await rm(data, { recursive: true });
