/** The order of hits. */
import { expect, test } from "@jest/globals";
import type { Article } from "../../../src/article.ts";
import { createSearch } from "../../../src/search/create.ts";
import { article, asked } from "./articles.ts";

const FILLER = Array.from({ length: 12 }, (_, i) =>
  article(`z${i}`, `Weather report number ${i}: rain over the hills.`),
);

async function order(query: string, ...articles: Article[]): Promise<string[]> {
  const search = createSearch();
  await search.add([...FILLER, ...articles]);
  return (await search.search(query, asked)).hits.map(({ id }) => id);
}

test("a word in the title beats the same word in the body", async () => {
  expect(
    await order(
      "railway",
      article("body", "The railway opens. A long text about other things follows here.", {
        title: "News of the day",
      }),
      article("title", "It opens. A long text about other things follows here.", {
        title: "Railway of the day",
      }),
    ),
  ).toEqual(["title", "body"]);
});

test("the exact wording beats the same words scattered, even repeated", async () => {
  expect(
    await order(
      "green energy corridor",
      article(
        "scattered",
        "Energy prices: green parties want a corridor. Green, energy, corridor, they say again.",
      ),
      article(
        "exact",
        "Ministers met for two days in the old town hall and signed a paper on the green energy corridor.",
      ),
    ),
  ).toEqual(["exact", "scattered"]);
  expect(
    await order(
      "绿色能源走廊",
      article("scattered", "能源价格上涨，走廊两侧是绿色的树。绿色、能源、走廊，他们反复说。"),
      article("exact", "部长们在老市政厅开了两天会，签署了一份关于绿色能源走廊的文件，随后离开。"),
    ),
  ).toEqual(["exact", "scattered"]);
});

test("of two articles that say the same, the newer comes first", async () => {
  const said = "Border trade grows again.";
  expect(
    await order(
      "border trade",
      article("a-old", said, { published: "2025-02-01T00:00:00Z" }),
      article("b-new", said, { published: "2025-06-20T00:00:00Z" }),
    ),
  ).toEqual(["b-new", "a-old"]);
});

test("a newer date does not outweigh a clearly better match", async () => {
  expect(
    await order(
      "customs reform",
      article("old", "Customs reform: what the customs reform changes.", {
        title: "Customs reform",
        published: "2020-01-01T00:00:00Z",
      }),
      article("new", "Reform of schools is discussed, and customs of the hills.", {
        published: "2025-06-30T00:00:00Z",
      }),
    ),
  ).toEqual(["old", "new"]);
});

test("equals stand in the order of their ids, whatever order they came in", async () => {
  const same = ["c", "a", "b"].map((id) => article(id, "Silk road museum."));
  expect(await order("museum", ...same)).toEqual(["a", "b", "c"]);
});

test("a match as written outranks an equally strong one through a translation", async () => {
  const [first, second] = await order(
    "峰会",
    article("a-english", "summit", { language: "en" }),
    article("b-chinese", "峰会", { language: "zh" }),
  );
  expect([first, second]).toEqual(["b-chinese", "a-english"]);
});

test("an article with every translation of a word gains no more than one with the word", async () => {
  const search = createSearch();
  await search.add([
    ...FILLER,
    article("all", "summit, peak, top, high-level conference"),
    article("word", "峰会，城市。", { language: "zh" }),
  ]);
  const { hits } = await search.search("峰会", asked);
  expect(hits[0]?.id).toBe("word");
  expect(hits.find(({ id }) => id === "all")?.score).toBeLessThanOrEqual(hits[0]?.score ?? 0);
});

test("newest first is in order of time and leaves out what merely shares a word", async () => {
  const search = createSearch();
  await search.add([
    ...FILLER,
    article("old", "Water treaty signed: the water treaty is signed at last.", {
      published: "2025-01-01T00:00:00Z",
    }),
    article("mid", "The water treaty enters into force.", { published: "2025-03-01T00:00:00Z" }),
    article("undated", "A water treaty is an agreement."),
    article("stray", `${"Dry summer. ".repeat(80)} Water.`, { published: "2025-06-01T00:00:00Z" }),
  ]);
  const { hits } = await search.search("water treaty sort:new", asked);
  expect(hits.map(({ id }) => id)).toEqual(["mid", "old", "undated"]);
});

test("what nobody dated stands where it was first seen; no filter by date finds it", async () => {
  const search = createSearch();
  await search.add([
    article("old", "A water treaty.", { published: "2025-01-01T00:00:00Z" }),
    article("seen", "A water treaty was seen.", { arrived: "2025-03-01T00:00:00Z" }),
    article("new", "A water treaty is new.", { published: "2025-05-01T00:00:00Z" }),
  ]);
  const ids = async (query: string) => (await search.search(query, asked)).hits.map(({ id }) => id);
  expect(await ids("water sort:new")).toEqual(["new", "seen", "old"]);
  expect(await ids("lang:en")).toEqual(["new", "seen", "old"]);
  expect(await ids("after:2025-02-01 sort:new")).toEqual(["new"]);
});

test("filters alone list what passes them, newest first", async () => {
  const search = createSearch();
  await search.add([
    article("a", "один", { language: "ru", published: "2025-01-01T00:00:00Z" }),
    article("b", "два", { language: "ru", published: "2025-02-01T00:00:00Z" }),
    article("c", "three", { published: "2025-03-01T00:00:00Z" }),
  ]);
  const { hits, total } = await search.search("lang:ru", asked);
  expect(hits.map(({ id }) => id)).toEqual(["b", "a"]);
  expect(total).toBe(2);
});

test("pages follow each other without gap or repetition", async () => {
  const search = createSearch();
  await search.add(
    Array.from({ length: 30 }, (_, i) => article(`p${i}`, `pipeline ${"gas ".repeat(i % 7)}`)),
  );
  const pages = await Promise.all(
    [0, 10, 20].map((offset) => search.search("pipeline gas", { ...asked, offset })),
  );
  const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id));
  const whole = await search.search("pipeline gas", { ...asked, limit: 30 });
  expect(ids).toEqual(whole.hits.map(({ id }) => id));
  expect(new Set(ids).size).toBe(30);
});
