/** Build step: the index of the shipped articles is left beside the program, so that no start analyses them. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
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
