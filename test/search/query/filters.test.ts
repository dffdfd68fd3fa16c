/** Which articles pass a query's filters, and by which names a publisher is found. */
import { describe, expect, test } from "@jest/globals";
import type { Article, Publisher } from "../../../src/article.ts";
import { filtersOf, testOf } from "../../../src/search/query/fits.ts";
import { createSources } from "../../../src/search/query/names.ts";
import { parseQuery } from "../../../src/search/query/parse.ts";

const publishers: readonly Publisher[] = [
  {
    id: "peoples-daily",
    names: { zh: "人民日报", en: "People's Daily", ru: "Жэньминь жибао", pinyin: "Ren Min Ri Bao" },
    aliases: ["RMRB"],
    home: "http://www.people.com.cn/",
    country: "CN",
    zone: "Asia/Shanghai",
    colour: "#990000",
  },
  {
    id: "global-times",
    names: { zh: "环球时报", en: "The Global Times", ru: "Хуаньцю шибао" },
    home: "https://www.globaltimes.cn/",
    country: "CN",
    zone: "Asia/Shanghai",
    colour: "#003366",
  },
];
const sources = createSources(publishers, (name) => name.replaceAll("報", "报"));
sources.see("TASS");
sources.see("");

const article = (over: Partial<Article>): Article => ({
  id: "a1",
  title: "t",
  body: "b",
  source: "Ren Min Ri Bao",
  published: "2025-05-25T22:13:00Z",
  language: "zh",
  kind: "article",
  url: null,
  ...over,
});
const NOW = Date.parse("2025-05-27T00:00:00Z");
const passes = (typed: string, over: Partial<Article> = {}, zone = "UTC") => {
  const filter = testOf(filtersOf(parseQuery(typed, sources).query, sources.keyOf, NOW, zone), sources.keyOf);
  return filter?.(article(over));
};

describe("a publisher is found", () => {
  test.each([
    ["人民日报", true],
    ["人民日報", true],
    ["people’s daily", true],
    ["PEOPLES DAILY", true],
    ["renminribao", true],
    ["Rén Mín Rì Bào", true],
    ["Жэньминь Жибао", true],
    ["rmrb", true],
    ["global times", true],
    ["tass", true],
    ["Xinhua", false],
    ["", false],
  ])("by %s: %s", (name, known) => {
    expect(sources.knows(name)).toBe(known);
  });

  test.each([
    ["Ren Min Ri Bau", "Ren Min Ri Bao"],
    ["Peoples Dayly", "People's Daily"],
    ["global", "The Global Times"],
    ["环球日报", "环球时报"],
    ["新华社", undefined],
    ["Q", undefined],
    ["Financial Times", undefined],
  ])("the nearest to %s is %s", (name, nearest) => {
    expect(sources.nearest(name)).toBe(nearest);
  });
});

describe("filters", () => {
  test.each<[string, Partial<Article>, boolean | undefined]>([
    ["plain words", {}, undefined],
    ["sort:new", {}, undefined],
    ["source:人民日报", {}, true],
    ["source:People's Daily", {}, true],
    ["source:TASS", {}, false],
    ["source:TASS", { copies: [{ source: "TASS", url: "https://tass.com/1" }] }, true],
    ["-source:rmrb", {}, false],
    ["-source:tass", {}, true],
    ["source:tass source:rmrb", {}, true],
    ["lang:zh", {}, true],
    ["lang:en,ru", {}, false],
    ["-lang:zh", {}, false],
    ["-lang:en", {}, true],
    ["on:2025-05-25", {}, true],
    ["on:2025-05-26", {}, false],
    ["after:2025-05-25", {}, true],
    ["before:2025-05-25", {}, false],
    ["after:3d", {}, true],
    ["after:yesterday", {}, false],
    ["after:2020", { published: null }, false],
    ["source:tass", { source: "", published: null }, false],
  ])("%s, %j: %s", (typed, over, expected) => {
    expect(passes(typed, over)).toBe(expected);
  });

  test("days are those of the caller's zone", () => {
    expect(passes("on:2025-05-26", {}, "Asia/Shanghai")).toBe(true);
    expect(passes("on:2025-05-25", {}, "Asia/Shanghai")).toBe(false);
  });
});
