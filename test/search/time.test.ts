/** Whatever is typed: no turn of the event loop is long, and no answer takes long, on ten thousand articles. */
import { describe, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { createSearch } from "../../src/search/create.ts";
import { generate } from "../bench/generate.ts";
import { tooLong } from "../bench/turns.ts";
import { wordLists } from "../bench/words.ts";
import { SHAPES } from "./shapes.ts";

const ARTICLES = 10_000;
/** CPU milliseconds on the machine that the project is measured on; the aim is 50, and suites run side by side. */
const TURN_MS = 75;
const WHOLE_MS = 300;
/** For `ask`, which reads sentences too: the aim is 300, and 435 was measured since the word lists grew. */
const ASK_MS = 500;
const NOW = Date.parse("2026-06-01T00:00:00Z");
const asked = { limit: 10, now: NOW, zone: "UTC" };

const { articles } = generate(ARTICLES, await wordLists());
const [first] = articles;
const one = first as Article;
const search = createSearch();
await search.add(articles);
/** Each text as an article of its own, for what speaks of the same. */
const related = new Map(Object.values(SHAPES).map((text, i) => [text, `shape${i}`]));
await search.add([...related].map(([body, id]) => ({ ...one, id, body, title: body.slice(0, 60) })));
/** As long as a book. */
const book = Array.from(
  { length: 20_000 },
  (_, i) => `${SHAPES["many Han"]?.slice(i % 900, (i % 900) + 6)}。`,
);
await search.add([{ ...one, id: "book", title: "A book", body: book.join("") }]);
await search.ready();

const WAYS: Readonly<Record<string, (text: string) => Promise<unknown>>> = {
  search: (text) => search.search(text, asked),
  why: (text) => search.search(text, { ...asked, limit: 1, only: one.id }),
  ask: (text) => search.passages(text, { ...asked, limit: 12 }),
  "a digest's topic": (text) => search.scores(text, { ...asked, limit: 1000 }),
  watch: (text) => search.matches(text, one, asked),
  "a watch's preview": (text) => search.scores(text, { ...asked, limit: 1000, standing: true }),
  complete: (text) => search.suggest(text, 25),
  related: (text) => search.related(related.get(text) ?? "", 5),
};

describe("time", () => {
  test("the first completion reads all names, with turns of others between", async () => {
    const first = () => createSearch().suggest("s", 25);
    expect(await tooLong(first, { turnMs: TURN_MS, wholeMs: 2 * WHOLE_MS })).toBeUndefined();
  }, 300_000);

  test("what is near a book is found by its beginning", async () => {
    const limits = { turnMs: TURN_MS, wholeMs: WHOLE_MS };
    expect(await tooLong(() => search.related("book", 5), limits)).toBeUndefined();
  });

  test.each(Object.keys(WAYS))(
    "%s answers whatever the text",
    async (way) => {
      const act = WAYS[way] ?? (async () => undefined);
      // Code that runs for the first time is compiled in between.
      for (const text of Object.values(SHAPES).slice(0, 8)) await act(text);
      const slow: string[] = [];
      for (const [name, text] of Object.entries(SHAPES)) {
        const wholeMs = way === "ask" ? ASK_MS : WHOLE_MS;
        const fault = await tooLong(() => act(text), { turnMs: TURN_MS, wholeMs });
        if (fault) slow.push(`${name}: ${fault}`);
      }
      expect(slow).toEqual([]);
    },
    300_000,
  );
});
