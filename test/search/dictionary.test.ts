/** The compiled dictionary: what its sources must look like, and what it answers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { compile } from "../../src/language/compile/compile.ts";
import { readRussian } from "../../src/language/compile/russian.ts";
import { readWordNet } from "../../src/language/compile/wordnet.ts";
import { openDictionary } from "../../src/language/dictionary.ts";
import { stemsKey } from "../../src/language/keys.ts";
import { root } from "../../src/root.ts";

const folder = mkdtempSync(join(tmpdir(), "dictionary-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A dictionary compiled from a few entries. */
function dictionaryOf(entries: Parameters<typeof compile>[0], russian = "") {
  const path = join(folder, `${entries.length}-${russian.length}.tsv`);
  writeFileSync(path, `# header\n${compile(entries, russian)}\n`);
  return openDictionary((reason) => {
    throw new Error(reason);
  }, path);
}

describe("Russian words as shipped", () => {
  const lines = readFileSync(join(root, "corpus", "russian.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  test("every line is a Russian word and English renderings, no word stands twice", () => {
    expect(lines.filter((line) => !/^[А-Яа-яЁё-]+\t[A-Za-z' -]+(?:; [A-Za-z' -]+)*$/.test(line))).toEqual([]);
    const words = lines.map((line) => line.split("\t")[0] ?? "");
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    expect(words.length).toBeGreaterThan(1500);
  });

  test("a line that is no pair is named", () => {
    expect(() => readRussian("# remark\nмир\tworld; peace\nмир")).toThrow("line 3");
  });
});

describe("WordNet", () => {
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  write("data.noun", [
    "  1 This software and database is being provided to you",
    "00000001 18 n 02 client 0 customer 0 001 + 00000003 v 0201 | someone who pays for goods",
    "00000002 18 n 01 customer 1 000 | a person of a particular kind",
  ]);
  write("data.verb", ["00000003 40 v 01 custom 0 000 | make to specifications"]);
  write("data.adj", []);
  write("data.adv", []);
  write("index.sense", [
    "client%1:18:00:: 00000001 1 9",
    "custom%2:40:00:: 00000003 1 1",
    "customer%1:18:00:: 00000001 1 24",
    "customer%1:18:01:: 00000002 2 0",
  ]);

  test("gives words of one meaning and of one root, by how likely they are meant", () => {
    const related = readWordNet(folder);
    expect([...(related.get("client")?.keys() ?? [])]).toEqual(["custom"]);
    expect(related.get("client")?.get("custom")).toBeCloseTo(-24.5 / 25);
    expect([...(related.get("custom")?.keys() ?? [])]).toContain("client");
  });

  test("the shipped dictionary has it", () => {
    const { related } = openDictionary((reason) => {
      throw new Error(reason);
    });
    expect(related("conceal")).toContain("hide");
    expect(related("artisan")).toContain("craftsman");
    expect(related("nosuchword")).toEqual([]);
  });
});

describe("a compiled dictionary", () => {
  const entries: Parameters<typeof compile>[0] = [
    ["健康", "健康", "jian4 kang1", ["health", "healthy"], [], []],
    ["芝加哥", "芝加哥", "Zhi1 jia1 ge1", "Chicago, USA", [], []],
    ["外交政策", "外交政策", "wai4 jiao1 zheng4 ce4", "foreign policy", [], []],
    ["後", "后", "hou4", ["variant of 后[hou4]", "back; behind; rear (CL:個|个[ge4])"], [], []],
    ["Ｂ格", "B格", "bi1 ge2", "variant of 逼格[bi1 ge2]", [], []],
  ];
  const dictionary = dictionaryOf(entries, "мир\tworld; peace\nторговля\ttrade");

  test("gives Han words for English stems, for phrases too", () => {
    expect(dictionary.han(["health"])).toContain("健康");
    expect(dictionary.han(["foreign", "polici"])).toEqual(["外交政策"]);
    expect(dictionary.han(["chicago"])).toEqual(["芝加哥"]);
    expect(dictionary.han(["nothing", "such"])).toEqual([]);
  });

  test("gives English stems for a Han word, without notes on spelling", () => {
    expect(dictionary.english("健康")).toEqual([["health"], ["healthi"]]);
    expect(dictionary.english("后").flat()).not.toContain("variant");
    expect(dictionary.english("B格")).toEqual([]);
  });

  test("gives English for Russian and Russian for English", () => {
    expect(dictionary.fromRussian("мир")).toEqual([["world"], ["peac"]]);
    expect(dictionary.russian(["trade"])).toEqual([["торговл"]]);
  });

  test("knows countries in all three languages without a line for them", () => {
    expect(dictionary.han(["portug"])).toContain("葡萄牙");
    expect(dictionary.fromRussian(stemsKey("Португалия"))).toEqual([["portug"]]);
  });

  test("knows the characters of a syllable, and which letters are none", () => {
    expect(dictionary.characters("shang")).toContain("上");
    expect(dictionary.characters("lv")).toContain("旅");
    expect(dictionary.characters("lu")).toContain("旅");
    expect(dictionary.characters("m")).toBe("");
  });

  test("finds misspelt words among those that have a rendering", () => {
    expect(dictionary.spellings().has("health")).toBe(true);
    expect(dictionary.spellings().near("helth", 1)).toEqual([{ term: "health", edits: 1 }]);
    expect(dictionary.wordOf("polici")).toBe("policy");
    expect(dictionary.wordOf("nothing")).toBeUndefined();
  });
});

test("the dictionary that the build made covers everyday words of all three languages", () => {
  const built = openDictionary(() => {});
  expect(built.present).toBe(true);
  expect(built.han(["ambassador"])).toContain("大使");
  expect(built.english("恐怖主义")).toContainEqual(["terror"]);
  expect(built.fromRussian("политик").flat()).toContain("polici");
});

test("without a compiled dictionary nothing has a rendering, and the reason is told once", () => {
  const reasons: string[] = [];
  const none = openDictionary((reason) => reasons.push(reason), join(folder, "missing.tsv"));
  expect([
    none.han(["health"]),
    none.english("健康"),
    none.fromRussian("мир"),
    none.russian(["trade"]),
  ]).toEqual([[], [], [], []]);
  expect(none.characters("shang")).toBe("");
  expect(none.spellings().near("helth", 1)).toEqual([]);
  expect(reasons).toHaveLength(1);
  expect(none.present).toBe(false);
});
