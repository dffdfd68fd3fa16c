/** What looks or sounds like a word of the query and is another one. */
import { describe, expect, test } from "@jest/globals";
import { languageOf } from "../../src/language/detect.ts";
import { stem } from "../../src/language/words.ts";
import { createSearch } from "../../src/search/create.ts";

async function found(texts: readonly string[], query: string) {
  const search = createSearch();
  await search.add(
    texts.map((body, at) => ({
      ...{
        id: `a${at}`,
        title: "—",
        body,
        url: null,
        kind: "article" as const,
        source: "",
        published: "2026-05-01T00:00:00.000Z",
      },
      language: languageOf(body),
    })),
  );
  const { hits, remarks } = await search.search(query, {
    now: Date.parse("2026-06-01"),
    zone: "UTC",
    limit: 10,
  });
  return { ids: hits.map(({ id }) => id).sort(), remarks };
}

describe("what is near a word and is another", () => {
  test("a common word is no name that it sounds like", async () => {
    const texts = [
      "The road was closed and many homes were lost.",
      "Ambassador Tariq Lodhi opened the fair.",
    ];
    expect((await found(texts, "Лоди")).ids).toEqual(["a1"]);
    expect((await found(texts, "Росатом")).ids).toEqual([]);
  });

  test("a name that has a like in another script is not corrected to a common word", async () => {
    const texts = ["Железнодорожный тариф снижен.", "Ambassador Tariq Lodhi opened the fair."];
    expect((await found(texts, "Тарик Лоди")).ids).toEqual(["a1"]);
  });

  test("a word of the dictionary is not misspelt because no article has it", async () => {
    expect((await found(["КНДР и Россия подписали договор."], "кедр")).ids).toEqual([]);
  });

  test("a word within a place's name is not looked for by itself in other languages", async () => {
    const texts = ["Internal flights resume on Monday.", "内蒙古口岸货运量增长。"];
    expect((await found(texts, "Внутренняя Монголия")).ids).toEqual(["a1"]);
  });

  test.each([
    ["international", "internal"],
    ["news", "new"],
    ["customs", "custom"],
    ["university", "universe"],
    ["generation", "general"],
    ["training", "train"],
    ["communist", "community"],
  ])("%s and %s have stems of their own", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});
