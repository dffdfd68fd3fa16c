/** An article as long as feeds may bring one holds nobody up: not as it comes, is found, watched for, or goes. */
import { expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { partsOf } from "../../src/language/sentences.ts";
import { createSearch } from "../../src/search/create.ts";
import { generate } from "../bench/generate.ts";
import { tooLong } from "../bench/turns.ts";
import { wordLists } from "../bench/words.ts";

const LENGTH = 100_000;
const limits = { turnMs: 50, wholeMs: 10_000 };
/** All of them take minutes. */
const ALL = process.env.SCO_TEST_TIME === "all";
const SOME = ["Chinese", "one sentence again and again", "one character"];
const asked = { limit: 10, now: Date.parse("2026-06-01T00:00:00Z"), zone: "UTC" };

const { articles } = generate(1_500, await wordLists());
const long = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
const inLanguage = (wanted: string): string =>
  long(articles.flatMap(({ language, body }) => (language === wanted ? [body] : [])).join("\n"));
const BODIES: Readonly<Record<string, string>> = {
  Chinese: inLanguage("zh"),
  English: inLanguage("en"),
  Russian: inLanguage("ru"),
  "one sentence again and again": long("努尔兰·叶尔梅克巴耶夫说。"),
  "one character": long("国"),
  "one letter": long("a"),
  "no full stop": inLanguage("zh").replace(/[。！？，；\s]/g, ""),
  figures: long("2025年5月26日 12 million 3.5% "),
};
const [first] = articles;
const of = (body: string, id = "long"): Article => ({ ...(first as Article), id, title: "A long one", body });

test.each(ALL ? Object.keys(BODIES) : SOME)(
  "%s",
  async (name) => {
    const body = BODIES[name] ?? "";
    const search = createSearch();
    await search.add(articles.slice(0, 300));
    await search.ready();
    const words = body.slice(LENGTH / 2, LENGTH / 2 + 12).trim();
    let n = 0;
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      comes: async () => {
        await search.add([of(body)]);
        await search.ready();
      },
      "is found": () => search.search(words, asked),
      "is near to others": () => search.related("long", 5),
      "answers a question": () => search.passages(words, { ...asked, limit: 12 }),
      "is watched for": () => search.matches(words, of(body, `${n++}`), asked),
      goes: async () => {
        search.remove(["long"]);
        await search.ready();
        await search.add([of(body)]);
        await search.ready();
      },
    };
    const slow: string[] = [];
    for (const [what, act] of Object.entries(acts)) {
      await act();
      const fault = await tooLong(act, limits);
      if (fault) slow.push(`${what}: ${fault}`);
    }
    expect(slow).toEqual([]);
  },
  300_000,
);

test("all of a long article is found, and nothing of it once it is gone", async () => {
  const search = createSearch();
  const body = `${long("国际会议。")}\nThe end is about zeppelins.`;
  await search.add([of(body)]);
  await search.ready();
  const { hits } = await search.search("zeppelins", asked);
  expect(hits.map(({ snippet }) => snippet.text).join(" ")).toContain("zeppelins");
  search.remove(["long"]);
  expect((await search.search("zeppelins", asked)).total).toBe(0);
  await search.ready();
  await search.add([of("A note.")]);
  await search.ready();
  expect((await search.search("zeppelins", asked)).total).toBe(0);
  expect((await search.search("note", asked)).total).toBe(1);
});

test("a text in parts is the text, cut where sentences, lines or words end", () => {
  for (const text of ["", "a", ...Object.values(BODIES)]) {
    const parts = [...partsOf(text)].map((part) => text.slice(...part));
    expect(parts.join("")).toBe(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
  }
  const pairs = [...partsOf("😀".repeat(1_500))].map((part) => "😀".repeat(1_500).slice(...part));
  expect(pairs.every((part) => part.isWellFormed())).toBe(true);
});
