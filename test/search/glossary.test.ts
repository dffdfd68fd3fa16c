/** The glossary is data that people edit: every line is held against the rules that its head states. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { pinyin } from "pinyin-pro";
import { createGlossary, GLOSSARY_PATH, openGlossary, parseGlossary } from "../../src/language/glossary.ts";
import { keysOf, plainHan, readKeys, stemsKey, writeKeys } from "../../src/language/keys.ts";

const text = readFileSync(GLOSSARY_PATH, "utf8");
const entries = parseGlossary(text);
const twice = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i);

describe("the glossary as shipped", () => {
  test("has at least 1,300 entries", () => {
    expect(entries.length).toBeGreaterThanOrEqual(1300);
  });

  test("names stand in their own script", () => {
    const wrong = entries.flatMap(({ zh, en, ru }) => [
      ...zh.filter((name) => !/^[\p{Script=Han}\p{N}“”·—－（）、,：+-]+$/u.test(name)),
      ...en.filter((name) => !/^=?[\p{Script=Latin}\p{N} .,'’–+-]+$/u.test(name)),
      ...ru.filter((name) => !/[\p{Script=Cyrillic}]/u.test(name) || /\p{Script=Han}/u.test(name)),
    ]);
    expect(wrong).toEqual([]);
  });

  test("no Chinese name belongs to two entries, and no entry has a name twice", () => {
    expect(twice(entries.flatMap(({ zh }) => [...new Set(zh.map(plainHan))]))).toEqual([]);
    expect(entries.filter(({ en, ru }) => twice(en).length + twice(ru).length > 0)).toEqual([]);
  });

  test("no two entries have the same usual name in English or in Russian", () => {
    expect(twice(entries.map(({ en }) => stemsKey(en[0] ?? "")))).toEqual([]);
    expect(twice(entries.map(({ ru }) => (ru[0] ?? "").toLowerCase()))).toEqual([]);
  });

  test("every name leaves something to look for", () => {
    expect(entries.flatMap(({ en, ru }) => [...en, ...ru]).filter((name) => stemsKey(name) === "")).toEqual(
      [],
    );
    expect(entries.flatMap(({ zh }) => zh).filter((name) => plainHan(name) === "")).toEqual([]);
  });

  test("pinyin is the common reading of the first Chinese name unless a line says otherwise", () => {
    const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const wrong = lines.flatMap((line) => {
      const [, zh = "", , , given = ""] = line.split("\t");
      const common = pinyin(plainHan(zh.split(";")[0] ?? ""), {
        toneType: "none",
        type: "array",
        v: true,
        nonZh: "consecutive",
      }).join(" ");
      const claimed = given.startsWith("=");
      return claimed === (given.replace("=", "") === common) ? [`${zh}: ${given}, commonly ${common}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("names the people, bodies and slogans of the shipped articles, and things of the news", () => {
    const { byHan } = openGlossary(() => {});
    for (const name of [
      "努尔加利耶夫",
      "叶尔梅克巴耶夫",
      "索海尔汗",
      "雷海潮",
      "赵一德",
      "上海精神",
      "五个共同家园",
      "人类命运共同体",
      "上合组织",
      "缆车",
      "货币互换",
      "引渡",
    ])
      expect(byHan(name)).toHaveLength(1);
  });
});

describe("reading a glossary", () => {
  const line = "person\t索海尔·汗\tSohail Khan\tСохаил Хан\tsuo hai er han";

  test("an entry is found by any of its names, inflected or not, and by its pinyin", () => {
    const glossary = createGlossary(parseGlossary(`# remark\n\n${line}\n`));
    const [entry] = glossary.entries;
    for (const found of [
      glossary.byHan("索海尔汗"),
      glossary.byStems(["sohail", "khan"]),
      glossary.byStems(stemsKey("Сохаила Хана").split(" ")),
      glossary.byPinyin("suohaierhan"),
    ])
      expect(found.map((known) => known.entry)).toEqual([entry]);
    expect(glossary.byHan("汗")).toEqual([]);
  });

  test("a line that lacks a column or has an unknown kind is named", () => {
    expect(() => parseGlossary(`${line}\nperson\t索海尔·汗\tSohail Khan`)).toThrow("line 2");
    expect(() => parseGlossary(line.replace("person", "robot"))).toThrow("line 1");
  });
});

describe("keys that the build took", () => {
  const folder = mkdtempSync(join(tmpdir(), "glossary-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("are those of the glossary as it is", () => {
    expect(readKeys(text)).toEqual(entries.map(keysOf));
  });

  test("are not taken for those of another glossary, nor where there are none", () => {
    const path = join(folder, "keys.tsv");
    writeFileSync(path, writeKeys(text, entries));
    expect(readKeys(text, path)).toHaveLength(entries.length);
    expect(readKeys(`${text}\n`, path)).toBeUndefined();
    expect(readKeys(text, join(folder, "missing.tsv"))).toBeUndefined();
  });
});
