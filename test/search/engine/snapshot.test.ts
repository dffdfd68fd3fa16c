/** The index on disk: the same answers after a restart, and never an answer from a damaged file. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Article } from "../../../src/article.ts";
import { createAnalyzer } from "../../../src/search/analyze.ts";
import { createSearch } from "../../../src/search/create.ts";
import { createInverted } from "../../../src/search/index/memory/inverted.ts";
import { createMemoryIndex } from "../../../src/search/index/memory/memory.ts";
import {
  readSnapshot,
  shippedFile,
  snapshotFile,
  writeSnapshot,
} from "../../../src/search/index/memory/snapshot.ts";
import { atOnce } from "../../../src/slices.ts";
import { archives, article, asked } from "./articles.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sco-index-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = async () => {
  const [name = ""] = await readdir(folder);
  return join(folder, name);
};
/** Terms with their articles, which is all that an index is. */
function contents(index: ReturnType<typeof createInverted>) {
  return [...index.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term]) => {
      const list = index.postings(term);
      return [term, [...(list?.items.subarray(0, list.length) ?? [])]];
    });
}
function indexOf(articles: readonly Article[]) {
  const index = createInverted(createAnalyzer());
  for (const one of articles) atOnce(index.put(one));
  return index;
}
async function keep(articles: readonly Article[]): Promise<void> {
  const search = createSearch({ snapshots: folder });
  await search.add(articles);
  expect(await search.snapshot()).toBe(true);
}
async function restored(articles: readonly Article[]) {
  const index = createInverted(createAnalyzer());
  const from = await readSnapshot(snapshotFile(folder, createAnalyzer()), index, articles);
  return { index, from };
}

test("where there is no snapshot the build's index is read: only what has changed since is analysed", async () => {
  const [same, changed] = [article("a", "Summit in Tianjin"), article("b", "Forum in Urumqi")];
  const shipped = indexOf([same, changed]);
  await writeSnapshot(shippedFile(folder, createAnalyzer()), shipped, () => true);
  const read: string[] = [];
  const analyzer = createAnalyzer();
  const counting = {
    version: analyzer.version,
    analyze(text: string) {
      read.push(text);
      return analyzer.analyze(text);
    },
  };
  const index = createMemoryIndex({ analyzer: counting, keyOf: (source) => source, shipped: folder });
  const news = { ...changed, body: "Forum in Kashgar" };
  await index.put([same, news]);
  await index.ready();
  expect(index.size).toBe(2);
  expect(read.join(" ")).toContain("Kashgar");
  expect(read.join(" ")).not.toContain("Tianjin");
  const other = createMemoryIndex({
    ...{ analyzer: { ...counting, version: "another" }, keyOf: (source: string) => source, shipped: folder },
  });
  await other.put([same]);
  await other.ready();
  expect(read.join(" ")).toContain("Tianjin");
});

test("an index comes back from its snapshot exactly as it was", async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (articles) => {
      // An article that the last archive had too would come back at its place there.
      await rm(folder, { recursive: true, force: true });
      await keep(articles);
      const { index, from } = await restored(articles);
      expect(from.size).toBe(articles.length);
      expect(contents(index)).toEqual(contents(indexOf(articles)));
      expect(index.columns.lengthSum).toBe(indexOf(articles).columns.lengthSum);
    }),
    { numRuns: 25 },
  );
});

test("articles that changed, went or came since the snapshot are as they are now", async () => {
  const old = [
    article("a", "summit in Astana"),
    article("b", "forum in Urumqi"),
    article("c", "trade in Kazan"),
  ];
  await keep(old);
  const now = [article("a", "summit in Astana"), article("b", "forum in Bishkek"), article("d", "essay")];
  expect([...(await restored(now)).from].map(({ id }) => id)).toEqual(["a"]);
  const search = createSearch({ snapshots: folder });
  await search.add(now);
  expect(search.size).toBe(3);
  const ids = async (query: string) => (await search.search(`"${query}"`, asked)).hits.map(({ id }) => id);
  expect(await Promise.all(["Astana", "Urumqi", "Bishkek", "Kazan", "essay"].map(ids))).toEqual([
    ["a"],
    [],
    ["b"],
    [],
    ["d"],
  ]);
  search.remove(["a"]);
  expect(await ids("Astana")).toEqual([]);
});

test("a file with any byte changed or cut off is not read, and the articles are indexed anew", async () => {
  const articles = [article("a", "summit in Astana and talks on trade"), article("b", "论坛在乌鲁木齐举行")];
  await keep(articles);
  const path = await file();
  const whole = await readFile(path);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, flip, cut) => {
        const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) damaged[at] = (damaged[at] ?? 0) ^ flip;
        await writeFile(path, damaged);
        expect((await restored(articles)).from.size).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
  const search = createSearch({ snapshots: folder });
  await search.add(articles);
  expect((await search.search("Astana", asked)).hits.map(({ id }) => id)).toEqual(["a"]);
});

test("one file is kept: its name tells the analyzer, and other analyzers' files go", async () => {
  await writeFile(join(folder, "search-0123456789abcdef.index"), "old");
  await keep([article("a", "summit")]);
  const names = await readdir(folder);
  expect(names).toHaveLength(1);
  const analyzer = createAnalyzer();
  expect(join(folder, names[0] ?? "")).toBe(snapshotFile(folder, analyzer));
  expect(snapshotFile(folder, { ...analyzer, version: "other" })).not.toBe(snapshotFile(folder, analyzer));
  const reading = { ...analyzer, analyze: (text: string) => analyzer.analyze(text.toLowerCase()).slice(1) };
  expect(snapshotFile(folder, reading)).not.toBe(snapshotFile(folder, analyzer));
});

test("an index that changes while it is written leaves the old file alone", async () => {
  await keep([article("a", "summit")]);
  const before = await readFile(await file());
  const search = createSearch({ snapshots: folder });
  await search.add([article("a", "summit"), article("b", "forum")]);
  const writing = search.snapshot();
  await Promise.resolve();
  await Promise.resolve();
  search.remove(["b"]);
  expect(await writing).toBe(false);
  expect(await readFile(await file())).toEqual(before);
  expect(await readdir(folder)).toHaveLength(1);
});

test("where nothing can be written the fault is told and search goes on", async () => {
  const blocked = join(folder, "file");
  await writeFile(blocked, "");
  const faults: unknown[] = [];
  const search = createSearch({ snapshots: join(blocked, "index"), fault: (thrown) => faults.push(thrown) });
  await search.add([article("a", "summit")]);
  expect(await search.snapshot()).toBe(false);
  expect(faults).toHaveLength(1);
  expect((await search.search("summit", asked)).total).toBe(1);
  expect(await createSearch().snapshot()).toBe(false);
});

test("a large filling is kept without being asked, so that the next start is spared it", async () => {
  const many = Array.from({ length: 600 }, (_, i) => article(`a${i}`, `summit ${i}`));
  const search = createSearch({ snapshots: folder });
  await search.add(many);
  await search.ready();
  expect((await restored(many)).from.size).toBe(600);
});
