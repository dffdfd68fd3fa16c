/** Suggestions: titles, names, terms and publishers, completed in any script, fast. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Article } from "../../src/article.ts";
import type { Named } from "../../src/language/glossary.ts";
import { readNames } from "../../src/language/glossary.ts";
import { createSuggester } from "../../src/search/suggest/suggest.ts";

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll("組", "组");
const named: readonly Named[] = [
  {
    kind: "term",
    forms: ["上海精神", "Shanghai Spirit", "Шанхайский дух"],
    pinyin: "shanghai jingshen",
  },
  {
    kind: "term",
    forms: ["上海合作组织", "Shanghai Cooperation Organization", "ШОС"],
    pinyin: "shanghai hezuo zuzhi",
  },
  { kind: "name", forms: ["索海尔·汗", "Sohail Khan", "Сохаил Хан"], pinyin: "suohaier han" },
  { kind: "source", forms: ["人民日报", "People's Daily", "Ren Min Ri Bao"] },
];
const article = (id: string, title: string, published: string | null = null): Article => ({
  id,
  title,
  body: "",
  source: "",
  published,
  language: "zh",
  kind: "article",
  url: null,
});
const TITLES = [
  article("a1", "在新疆,绘就“上海精神”时代新篇——专访索海尔·汗", "2025-05-24T06:31:00Z"),
  article("a2", "加强卫生健康合作(弘扬“上海精神”)", "2025-05-26T22:33:00Z"),
  article("a3", "SCO media forum opens in Urumqi", "2025-05-23T00:00:00Z"),
  article("a4", "Форум СМИ ШОС в Урумчи"),
];
function filled() {
  const suggester = createSuggester(named, fold);
  for (const one of TITLES) suggester.put(one);
  return suggester;
}
const texts = async (typed: string, limit = 8) =>
  (await filled().suggest(typed, limit)).map((one) => one.id ?? one.text);

describe("what is completed", () => {
  test.each<[string, string[]]>([
    ["上海精", ["上海精神", "a2", "a1"]],
    ["上海合作組", ["上海合作组织", "a4"]],
    ["shanghai jing", ["上海精神", "a2", "a1"]],
    ["shanghaijing", ["上海精神", "a2", "a1"]],
    ["shàng hǎi jīng", ["上海精神", "a2", "a1"]],
    ["Shanghai Sp", ["Shanghai Spirit", "a2", "a1"]],
    ["шанхайский", ["Шанхайский дух", "a2", "a1"]],
    ["khan", ["Sohail Khan", "a1"]],
    ["人民", ["人民日报"]],
    ["peoples d", ["People's Daily"]],
    ["ren min", ["Ren Min Ri Bao"]],
    ["卫生健康", ["a2"]],
    ["urumqi media", ["a3"]],
    ["форум", ["a4"]],
    ["шос", ["ШОС", "a4"]],
    ["索", ["索海尔·汗", "a1"]],
    ["zzz", []],
    ["", []],
    ["?!", []],
  ])("%s", async (typed, expected) => {
    expect(await texts(typed)).toEqual(expected);
  });

  test("terms leave half of the room to titles", async () => {
    expect(await texts("上", 2)).toEqual(["上海精神", "a2"]);
    expect(await texts("s", 0)).toEqual([]);
  });
});

test("a changed or removed article is no longer suggested by its old title", async () => {
  const suggester = filled();
  suggester.put(article("a3", "Ministers meet in Xi'an"));
  expect(await suggester.suggest("urumqi", 5)).toEqual([]);
  for (const typed of ["xian", "xi'an", "xi an"])
    expect((await suggester.suggest(typed, 5)).map((one) => one.id)).toEqual(["a3"]);
  suggester.remove("a3");
  suggester.remove("a3");
  expect(await suggester.suggest("ministers", 5)).toEqual([]);
});

test("no typed text makes it throw, and what it suggests is there", async () => {
  const suggester = filled();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), fc.integer({ min: 0, max: 5 }), async (typed, limit) => {
      expect((await suggester.suggest(typed, limit)).length).toBeLessThanOrEqual(limit);
    }),
  );
});

test("a keystroke takes less than 5 ms at the median over 20,000 titles", async () => {
  const suggester = filled();
  for (let i = 0; i < 20_000; i++)
    suggester.put(article(`g${i}`, `上海合作组织第${i}次会议 “上海精神” 与 Shanghai Spirit ${i % 97}`));
  const typed = [
    "上",
    "上海",
    "上海精",
    "shang",
    "shanghai jing",
    "sh",
    "合作组织 会议",
    "会议 9",
    "spirit 1",
    "zz",
  ];
  const took: number[] = [];
  for (let i = 0; i < 40; i++) {
    const start = performance.now();
    await suggester.suggest(typed[i % typed.length] ?? "", 25);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  expect(took[20]).toBeLessThan(5);
});

test("the glossary's names are completed in every script, and read for the first suggestion only", async () => {
  let reads = 0;
  const suggester = createSuggester([], fold, () => {
    reads++;
    return readNames(() => {});
  });
  expect(reads).toBe(0);
  const texts = async (typed: string) => (await suggester.suggest(typed, 8)).map(({ text }) => text);
  expect(await texts("上海精")).toContain("上海精神");
  expect(await texts("shanghai spi")).toContain("Shanghai Spirit");
  expect(await texts("шанхайский д")).toContain("шанхайский дух");
  expect(await texts("shanghaijing")).toContain("上海精神");
  expect(reads).toBe(1);
});

test("the mark of a name that needs its capital is not shown", () => {
  const forms = readNames(() => {}).flatMap((name) => name.forms);
  expect(forms).toContain("Газа");
  expect(forms.filter((form) => form.includes("="))).toEqual([]);
});

test("without a glossary, suggestions go on and the reason is told", () => {
  const reasons: string[] = [];
  expect(readNames((reason) => reasons.push(reason), "/nowhere/glossary.tsv")).toEqual([]);
  expect(reasons).toHaveLength(1);
});
