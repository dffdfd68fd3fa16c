/** Reading a query: translations, corrections, pinyin and quantities stand beside each word as written. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { openDictionary } from "../../src/language/dictionary.ts";
import { openGlossary } from "../../src/language/glossary.ts";
import { soundOf, toLatin } from "../../src/language/sound.ts";
import { editsBetween } from "../../src/language/spellings.ts";
import { createAnalyzer } from "../../src/search/analyze.ts";
import { expand } from "../../src/search/expand/expand.ts";
import { syllables } from "../../src/search/expand/pinyin.ts";
import type { QueryTerm } from "../../src/search/expand/terms.ts";
import type { Vocabulary } from "../../src/search/index/index.ts";
import { createMemoryIndex } from "../../src/search/index/memory/memory.ts";
import { article } from "./engine/articles.ts";

const ARTICLES = [
  "上海合作组织成员国卫生部长会议在西安举行，雷海潮主任谈健康合作与恐怖主义。弘扬上海精神，外交政策。伤害",
  "The Shanghai Cooperation Organization met in Urumqi. Local currencies, terrorism, the Shanghai Spirit, governance.",
  "Шанхайская организация сотрудничества провела саммит в Астане.",
];
const analyzer = createAnalyzer();

/** The vocabulary of some texts, one article each. */
async function vocabularyOf(texts: readonly string[]): Promise<Vocabulary> {
  const index = createMemoryIndex({ analyzer, keyOf: (source) => source });
  await index.put(texts.map((body, i) => article(`a${i}`, body)));
  return index.vocabulary;
}
const vocabulary = await vocabularyOf(ARTICLES);
const read = (text: string) => analyzer.expand(text, vocabulary);
const ways = (terms: readonly QueryTerm[], through: string) =>
  terms.flatMap((term) =>
    term.variants.filter((way) => way.via === through).map((way) => way.terms.join(" ")),
  );

describe("translation", () => {
  test("an English word also looks for the Chinese words that the articles have", async () => {
    expect(ways(await read("health"), "translation")).toContain("健康");
    expect(ways(await read("terrorism"), "translation")).toContain("恐怖 怖主 主义");
  });

  test("a country is also called by what is of it", async () => {
    const afghan = await vocabularyOf(["Drought in Afghanistan"]);
    for (const text of ["Afghan drought", "афганская засуха"])
      expect(ways(await analyzer.expand(text, afghan), "translation")).toContain("afghanistan");
  });

  test("a phrase is looked for as one thing beside its words", async () => {
    const phrase = (await read("foreign policy")).find(({ written }) => written === "foreign policy");
    expect(phrase && ways([phrase], "translation")).toContain("外交 交政 政策");
  });

  test("a Chinese word also looks for its English renderings", async () => {
    expect(ways(await read("恐怖主义"), "translation")).toContain("terror");
    expect(ways(await read("本幣"), "translation")).toContain("local currenc");
  });

  test("the word as written comes first and weighs most", async () => {
    for (const term of await read("Local terrorism 恐怖 435.11")) {
      expect(term.variants[0]).toMatchObject({ via: "written", weight: 1 });
      for (const way of term.variants.slice(1)) expect(way.weight).toBeLessThan(1);
    }
  });

  test("without a dictionary a query is still read, and the reason is told", async () => {
    const reasons: string[] = [];
    const dictionary = openDictionary((reason) => reasons.push(reason), "/nowhere/dictionary.tsv");
    const glossary = openGlossary((reason) => reasons.push(reason), "/nowhere/glossary.tsv");
    const terms = await expand({ text: "health 上海", vocabulary, dictionary, glossary });
    expect(terms.map(({ written }) => written)).toEqual(["health", "上海"]);
    expect(reasons).toHaveLength(2);
  });
});

describe("correction", () => {
  test("a misspelt word of five letters and more is read as the nearest that is known", async () => {
    const [term] = await read("Urumqui");
    expect(term).toMatchObject({ written: "Urumqui", corrected: "urumqi" });
    expect(ways(await read("terorrism"), "correction")).toEqual(["terror"]);
    // What is shown is a word, wherever it is from: no stem, no capitals, no case ending.
    for (const [wrong, right] of [
      ["miltilateral", "multilateral"],
      ["терроризмм", "терроризм"],
      ["polciy", "policy"],
      ["comittee", "committee"],
    ])
      expect((await read(wrong ?? ""))[0]?.corrected).toBe(right);
    expect(ways(await read("сотрудничесво"), "correction")).toHaveLength(1);
  });

  test("a word that no article has but that means something is left alone, and so is a short one", async () => {
    expect((await read("healthy"))[0]).not.toHaveProperty("corrected");
    expect((await read("Urmq"))[0]).not.toHaveProperty("corrected");
  });

  test("a word that only stands within a name is no misspelling", async () => {
    const equal = await vocabularyOf(["Равенство перед законом"]);
    for (const { corrected } of await analyzer.expand("цифровое неравенство", equal))
      expect(corrected).toBeUndefined();
  });

  test("a correction is translated in its turn", async () => {
    expect(ways(await read("helth"), "translation")).toContain("健康");
  });

  test("letters changed, lost, added and swapped cost one each", async () => {
    expect(editsBetween("astana", "astena", 2)).toBe(1);
    expect(editsBetween("astana", "astna", 2)).toBe(1);
    expect(editsBetween("astana", "asttana", 2)).toBe(1);
    expect(editsBetween("astana", "astnaa", 2)).toBe(1);
    expect(editsBetween("astana", "moscow", 2)).toBe(3);
  });
});

describe("names across alphabets", () => {
  test("a Russian name finds its Latin spelling, and a Latin one its Russian", async () => {
    const english = await vocabularyOf(["Thomas Davis met Kuechly in Chicago and Harvard"]);
    const russian = await vocabularyOf(["Томас Дэвис в Гарварде"]);
    const scripts = async (text: string, words: Vocabulary) =>
      ways(await analyzer.expand(text, words), "script");
    expect(await scripts("Томас Дэвис", english)).toEqual(["thoma", "davi"]);
    expect(await scripts("в Гарварде", english)).toEqual(["harvard"]);
    expect(await scripts("Thomas Davis", russian)).toEqual(["томас", "дэвис"]);
    expect(await scripts("Москва", english)).toEqual([]);
  });

  test("a Russian name finds its Chinese form through the dictionary", async () => {
    expect(
      ways(await analyzer.expand("в Чикаго", await vocabularyOf(["芝加哥大学"])), "translation"),
    ).toEqual(["芝加 加哥"]);
  });

  test("words of two alphabets that sound the same are told by their consonants", async () => {
    expect(toLatin("щукин")).toBe("shchukin");
    for (const [one, other] of [
      ["томас", "thomas"],
      ["чикаго", "chicago"],
      ["гарвард", "harvard"],
      ["хаким", "hakim"],
      ["александр", "alexander"],
    ] as const)
      expect(soundOf(one)).toBe(soundOf(other));
    expect(soundOf("москва")).not.toBe(soundOf("moon"));
  });
});

describe("pinyin", () => {
  test.each([
    "shanghai jingshen",
    "shanghaijingshen",
    "shang hai jing shen",
    "shàng hǎi jīng shén",
    "shang4hai3 jing1shen2",
  ])("%s is read as 上海精神", async (typed) => {
    const terms = await read(typed);
    // The glossary knows Shanghai by name; a translation is as good as a reading.
    const met = new Set(
      ["pinyin", "translation"]
        .flatMap((way) => ways(terms, way))
        .join(" ")
        .split(" "),
    );
    expect(met).toContain("上海");
    expect(met).toContain("精神");
  });

  test("what the glossary knows is found by its sound, written as one word beside others", async () => {
    expect(ways(await read("kongbuzhuyi urumqi"), "pinyin")).toContain("恐怖 怖主 主义");
    expect(ways(await read("shanghaihezuozuzhi urumqi"), "translation")).toContain("shanghai cooper organ");
  });

  test("a name is read from its syllables, however they are parted", async () => {
    for (const typed of ["leihaichao", "lei haichao", "Lei Hai Chao"]) {
      const terms = await read(typed);
      expect(["pinyin", "translation"].flatMap((via) => ways(terms, via))).toContain("雷海 海潮");
    }
  });

  test("English words that could be syllables are not read as pinyin", async () => {
    expect(ways(await read("change China"), "pinyin")).toEqual([]);
  });

  test("letters are parted into syllables in every way, fewest first", async () => {
    const known = new Set(["xi", "an", "xian"]);
    expect(syllables("xian", (one) => known.has(one))).toEqual([["xian"], ["xi", "an"]]);
    expect(syllables("xis", (one) => known.has(one))).toEqual([]);
  });
});

describe("quantities", () => {
  test("a number and its scale are one term, which other scales of the same value meet", async () => {
    const [quantity, ...others] = await analyzer.expand("435.11 billion", await vocabularyOf(["4351.1亿元"]));
    expect(others).toEqual([]);
    expect(quantity).toMatchObject({ written: "435.11 billion" });
    expect(quantity && ways([quantity], "quantity")).toContain("435110000000");
  });
});

test("reading a query never throws, and every term stands where its words are", async () => {
  const any = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc
      .array(fc.constantFrom("shang", "hai", "4", "亿", " ", "'", "健康", "Urumqui", "\ud800", "·", "$"), {
        maxLength: 12,
      })
      .map((parts) => parts.join("")),
  );
  await fc.assert(
    fc.asyncProperty(any, async (text) => {
      for (const { written, start, end, variants } of await read(text)) {
        expect(text.slice(start, end)).toBe(written);
        expect(variants.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});
