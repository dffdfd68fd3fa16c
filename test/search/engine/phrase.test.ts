/** Conditions: exact phrases, exclusions, alternatives, title only; and whether one article matches. */
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { literal, readable } from "../../../src/language/literal.ts";
import { createAnalyzer } from "../../../src/search/analyze.ts";
import { createSearch } from "../../../src/search/create.ts";
import { article, asked } from "./articles.ts";

async function found(query: string, bodies: Readonly<Record<string, string>>): Promise<string[]> {
  const search = createSearch();
  await search.add(
    Object.entries(bodies).map(([id, text]) => {
      const [body = "", title = ""] = text.split("|").reverse();
      return article(id, body, { title });
    }),
  );
  return (await search.search(query, asked)).hits.map(({ id }) => id).sort();
}

test("a phrase means these words side by side, in whatever script, width or case they are written", async () => {
  const bodies = {
    apart: "a member of two states",
    together: "All Member States agreed.",
    torn: "上海合作 组织成员国",
    traditional: "上海合作組織",
    other: "上海的合作与组织",
  };
  expect(await found('"member states"', bodies)).toEqual(["together"]);
  expect(await found("“上海合作组织”", bodies)).toEqual(["torn", "traditional"]);
});

test("a phrase is made of whole words: SCO is not in Moscow, but it is beside Han characters", async () => {
  expect(await found('"SCO"', { moscow: "Moscow", han: "在SCO框架下", word: "the SCO." })).toEqual([
    "han",
    "word",
  ]);
});

test("a phrase of one Han character is found inside words", async () => {
  expect(await found('"疆"', { in: "新疆的天气", out: "西藏" })).toEqual(["in"]);
});

test("a phrase counts in the title too, and title: only there", async () => {
  const bodies = { title: "Water treaty|It is signed.", body: "News|The water treaty is signed." };
  expect(await found('"water treaty"', bodies)).toEqual(["body", "title"]);
  expect(await found('title:"water treaty"', bodies)).toEqual(["title"]);
  expect(await found("title:treaty", bodies)).toEqual(["title"]);
});

test("what is excluded is out, in any form of the word, as a phrase only side by side", async () => {
  const bodies = {
    a: "a forum in Urumqi",
    b: "two forums in Urumqi",
    c: "a summit in Urumqi, a member of the states",
    d: "member states in Urumqi",
  };
  expect(await found("Urumqi -forum", bodies)).toEqual(["c", "d"]);
  expect(await found('Urumqi -"member states"', bodies)).toEqual(["a", "b", "c"]);
  expect(await found("新疆 -论坛", { a: "新疆论坛", b: "新疆天气" })).toEqual(["b"]);
});

test("one of several alternatives must be there; other words only rank", async () => {
  const bodies = { a: "pipelines of gas", b: "railways", c: "ports" };
  expect(await found("railways OR ports", bodies)).toEqual(["b", "c"]);
  expect(await found('"gas" OR ports weather', bodies)).toEqual(["a", "c"]);
});

test("an article matches a watch when it has all of its words, in any language, and not when some are missing", async () => {
  const search = createSearch();
  const match = async (query: string, body: string) =>
    (await search.matches(query, article("new", body), asked)) !== undefined;
  expect(await match("media forum", "A forum for the media opened.")).toBe(true);
  expect(await match("media forum", "A forum for farmers opened.")).toBe(false);
  expect(await match("媒体论坛", "论坛请来了媒体。")).toBe(true);
  expect(await match("媒体论坛", "媒体来了。")).toBe(false);
  expect(await match("media forum", "媒体论坛开幕")).toBe(true);
  expect(await match("lang:en", "媒体论坛开幕")).toBe(true);
  expect(await match("media forum -Urumqi", "A media forum in Urumqi.")).toBe(false);
  expect(await match("Kazan", "Kazam is a word.")).toBe(false);
});

test("a match explains itself like a hit", async () => {
  const hit = await createSearch().matches("forum", article("new", "The forum opened."), asked);
  expect(hit?.snippet).toMatchObject({ text: "The forum opened.", marks: [[4, 9]] });
  expect(hit?.reasons.map(({ found }) => found)).toEqual([["forum"]]);
});

test("related articles speak of the same things, never of themselves, best first", async () => {
  const search = createSearch();
  await search.add([
    article("a", "The Baikonur cosmodrome launches a satellite for weather and crops."),
    article("b", "A satellite for crops left the Baikonur cosmodrome."),
    article("c", "Crops were poor."),
    article("d", "A choir sang in Minsk."),
  ]);
  expect((await search.related("a", 5))[0]).toBe("b");
  expect(await search.related("a", 5)).not.toContain("a");
  expect(await search.related("a", 5)).not.toContain("d");
  expect(await search.related("a", 1)).toHaveLength(1);
  expect(await search.related("unknown", 5)).toEqual([]);
});

test("a phrase is found in a text as written just where it is found in the folded text", () => {
  const { fold } = createAnalyzer();
  const pieces = fc.constantFrom(
    ...'上海 合 作 组織 组 织 SCO sco ＳＣＯ café cafe ё е Ё - – — “ " 「 · ・ ， , … № и й 乾 著 1 １ ﬁ ! A'.split(
      " ",
    ),
    " ",
    "  ",
    "\n",
    "\u00a0",
    "e\u0301",
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
  const phrases = fc.array(pieces, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, phrases, (text, phrase) => {
      const wanted = fold(phrase).text;
      const there = wanted !== "" && fold(text).text.includes(wanted);
      expect(literal(wanted).test(readable(text))).toBe(there);
      if (literal(wanted).test(text)) expect(there).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
