/** A query has a budget of work: beyond it, it answers with what it has and says that it was cut. */
import { expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { createSearch } from "../../src/search/create.ts";
import { createMemoryIndex } from "../../src/search/index/memory/memory.ts";

const article = (n: number, body: string): Article => ({
  ...{ id: `a${n}`, title: `News ${n}`, body, source: "", published: null },
  ...{ language: "en", kind: "article", url: null },
});
const articles = Array.from({ length: 40 }, (_, n) =>
  article(n, n === 7 ? "The quokka of Perth met reporters." : "The ministers met reporters."),
);
const asked = { now: 0, zone: "UTC" };

test("what tells most is looked for first, and a remark says that the rest was left out", async () => {
  const search = createSearch({ open: (options) => createMemoryIndex({ ...options, budget: 20 }) });
  await search.add(articles);
  const { hits, remarks } = await search.search("quokka ministers reporters", asked);
  expect(hits.map(({ id }) => id)).toEqual(["a7"]);
  expect(remarks).toContainEqual({ kind: "cut" });
});

test("within it nothing is cut", async () => {
  const search = createSearch();
  await search.add(articles);
  const { total, remarks } = await search.search("quokka ministers reporters", asked);
  expect([total, remarks.some(({ kind }) => kind === "cut")]).toEqual([40, false]);
});
