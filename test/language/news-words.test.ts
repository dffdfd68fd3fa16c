/** The words of such news as shipped, and what the compiled dictionary makes of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { addNewsWords, russiansOf } from "../../src/language/compile/news-words.ts";
import { openDictionary } from "../../src/language/dictionary.ts";
import { analyze } from "../../src/language/tokens.ts";
import { root } from "../../src/root.ts";

const text = readFileSync(join(root, "corpus", "news-words.tsv"), "utf8");
const dictionary = openDictionary((reason) => {
  throw new Error(reason);
});
const stems = (words: string) => analyze(words).map(({ term }) => term);

describe("words of such news", () => {
  const rows = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

  test("every line has Russian, Chinese and English; no Russian word stands twice with the same Chinese one", () => {
    const shape =
      /^[а-яёА-ЯЁ -]+(?:; [а-яёА-ЯЁ -]+)*\t\p{Script=Han}+(?:; \p{Script=Han}+)*\t[A-Za-z' -]+(?:; [A-Za-z' -]+)*$/u;
    expect(rows.filter((line) => !shape.test(line))).toEqual([]);
    const pairs = rows.flatMap((line) => {
      const [russian = [], han = []] = line.split("\t").map((cell) => cell.replaceAll("ё", "е").split("; "));
      return russian.flatMap((word) => han.map((other) => `${word} ${other}`));
    });
    const seen = new Set<string>();
    expect(pairs.filter((pair) => seen.has(pair) || !seen.add(pair))).toEqual([]);
    expect(pairs.length).toBeGreaterThan(15_000);
  });

  test("a line that is none is told by its number", () => {
    const tables = { russian: new Map(), fromEnglish: new Map(), english: new Map(), han: new Map() };
    expect(() => addNewsWords("# x\nмир\t和平", tables)).toThrow("line 2 needs Russian, Chinese and English");
    expect(russiansOf("мир; мирный\t和平\tpeace")).toEqual(["мир", "мирный"]);
  });
});

describe("the compiled dictionary", () => {
  test.each([
    ["товарооборотом", "贸易额"],
    ["заиления", "淤泥"],
    ["наркотиков", "毒品"],
    ["железной дороги", "铁路"],
    ["выборах", "选举"],
    ["подписали", "签署"],
    ["голубику", "蓝莓"],
    ["канатной дороги", "缆车"],
    ["тепловозы", "机车"],
    ["саранчу", "蝗虫"],
    ["невесомости", "失重"],
    ["пострадавшие", "伤亡"],
    ["заставы", "哨所"],
    ["саженцев", "幼苗"],
  ])("%s is %s without a third language", (russian, han) => {
    expect(dictionary.hanOfRussian(stems(russian))).toContain(han);
    expect(dictionary.russianOfHan(han)).toContainEqual(stems(russian));
  });

  test.each([
    ["economy", "economic"],
    ["торговать", "торговля"],
    ["экономика", "экономический"],
  ])("%s and %s are of one family", (one, other) => {
    expect(dictionary.family(stems(one)[0] ?? "")).toContain(stems(other)[0]);
  });

  test("words that begin alike and mean other things are of none", () => {
    expect(dictionary.family(stems("контроль")[0] ?? "")).not.toContain(stems("контракт")[0]);
    expect(dictionary.family(stems("universe")[0] ?? "")).not.toContain(stems("universal")[0]);
  });
});
