/** A quoted phrase beside other words is a condition, until no article has it: then its words are looked for. */
import { expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { createSearch } from "../../src/search/create.ts";

const article = (id: string, title: string, body: string): Article => ({
  id,
  title,
  body,
  source: "",
  published: null,
  language: "en",
  kind: "article",
  url: null,
});
const asked = { now: 0, zone: "UTC" };
const search = createSearch();
await search.add([
  article("a", "Trade in Urumqi", "The forum spoke of trade and of the Shanghai Spirit."),
  article("b", "Health in Xi'an", "The spirit of the ministers was good in Shanghai, they spoke of trade."),
]);

test("a phrase that some article has keeps the others out", async () => {
  const { hits } = await search.search('trade "Shanghai Spirit"', asked);
  expect(hits.map(({ id }) => id)).toEqual(["a"]);
});

test("a phrase that no article has is read as words, and the reply says so", async () => {
  const { hits, remarks } = await search.search('trade "spirit ministers"', asked);
  expect(hits.map(({ id }) => id)).toEqual(["b", "a"]);
  expect(remarks).toContainEqual({
    kind: "broken",
    fault: "no-such-phrase",
    part: "spirit ministers",
    readAs: "spirit ministers",
  });
});

test("a query of nothing but a phrase means it", async () => {
  const { hits } = await search.search('"spirit ministers"', asked);
  expect(hits).toEqual([]);
});
