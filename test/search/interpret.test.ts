/** Reading a query: translations, corrections, pinyin and quantities stand beside each word as written. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { openDictionary } from "../../src/language/dictionary.ts";
import { openGlossary } from "../../src/language/glossary.ts";
import { soundOf, toLatin } from "../../src/language/sound.ts";
import { editsBetween } from "../../src/language/spellings.ts";
import { createAnalyzer } from "../../src/search/analyze.ts";
import { interpret } from "../../src/search/expand/expand.ts";
import { syllables } from "../../src/search/expand/pinyin.ts";
import { createInverted } from "../../src/search/index/inverted.ts";
import type { QueryTerm, Vocabulary } from "../../src/search/types.ts";
import { article } from "./engine/articles.ts";

const ARTICLES = [
  "上海合作组织成员国卫生部长会议在西安举行，雷海潮主任谈健康合作与恐怖主义。弘扬上海精神，外交政策。伤害",
  "The Shanghai Cooperation Organization met in Urumqi. Local currencies, terrorism, the Shanghai Spirit, governance.",
  "Шанхайская организация сотрудничества провела саммит в Астане.",
];
const analyzer = createAnalyzer();

/** The vocabulary of some texts, one article each. */
function vocabularyOf(texts: readonly string[]): Vocabulary {
  const index = createInverted(analyzer);
  for (const [i, body] of texts.entries()) index.put(article(`a${i}`, body));
  return index;
}
const vocabulary = vocabularyOf(ARTICLES);
const read = (text: string) => analyzer.interpret(text, vocabulary);
const ways = (terms: readonly QueryTerm[], through: string) =>
  terms.flatMap((term) =>
    term.alternatives.filter((way) => way.through === through).map((way) => way.terms.join(" ")),
  );

describe("translation", () => {
  test("an English word also looks for the Chinese words that the articles have", () => {
    expect(ways(read("health"), "translation")).toContain("健康");
    expect(ways(read("terrorism"), "translation")).toContain("恐怖 怖主 主义");
  });

  test("a country is also called by what is of it", () => {
    const afghan = vocabularyOf(["Drought in Afghanistan"]);
    for (const text of ["Afghan drought", "афганская засуха"])
      expect(ways(analyzer.interpret(text, afghan), "translation")).toContain("afghanistan");
  });

  test("a phrase is looked for as one thing beside its words", () => {
    const phrase = read("foreign policy").find(({ written }) => written === "foreign policy");
    expect(phrase && ways([phrase], "translation")).toContain("外交 交政 政策");
  });

  test("a Chinese word also looks for its English renderings", () => {
    expect(ways(read("恐怖主义"), "translation")).toContain("terror");
    expect(ways(read("本幣"), "translation")).toContain("local currenc");
  });

  test("the word as written comes first and weighs most", () => {
    for (const term of read("Local terrorism 恐怖 435.11")) {
      expect(term.alternatives[0]).toMatchObject({ through: "written", weight: 1 });
      for (const way of term.alternatives.slice(1)) expect(way.weight).toBeLessThan(1);
    }
  });

  test("without a dictionary a query is still read, and the reason is told", () => {
    const reasons: string[] = [];
    const dictionary = openDictionary((reason) => reasons.push(reason), "/nowhere/dictionary.tsv");
    const glossary = openGlossary((reason) => reasons.push(reason), "/nowhere/glossary.tsv");
    const terms = interpret({ text: "health 上海", vocabulary, dictionary, glossary });
    expect(terms.map(({ written }) => written)).toEqual(["health", "上海"]);
    expect(reasons).toHaveLength(2);
  });
});

describe("correction", () => {
  test("a misspelt word of five letters and more is read as the nearest that is known", () => {
    const [term] = read("Urumqui");
    expect(term).toMatchObject({ written: "Urumqui", corrected: "urumqi" });
    expect(ways(read("terorrism"), "correction")).toEqual(["terror"]);
    // What is shown is a word, wherever it is from: no stem, no capitals, no case ending.
    for (const [wrong, right] of [
      ["miltilateral", "multilateral"],
      ["терроризмм", "терроризм"],
      ["polciy", "policy"],
      ["comittee", "committee"],
    ])
      expect(read(wrong ?? "")[0]?.corrected).toBe(right);
    expect(ways(read("сотрудничесво"), "correction")).toHaveLength(1);
  });

  test("a word that no article has but that means something is left alone, and so is a short one", () => {
    expect(read("healthy")[0]).not.toHaveProperty("corrected");
    expect(read("Urmq")[0]).not.toHaveProperty("corrected");
  });

  test("a word that only stands within a name is no misspelling", () => {
    const equal = vocabularyOf(["Равенство перед законом"]);
    for (const { corrected } of analyzer.interpret("цифровое неравенство", equal))
      expect(corrected).toBeUndefined();
  });

  test("a correction is translated in its turn", () => {
    expect(ways(read("helth"), "translation")).toContain("健康");
  });

  test("letters changed, lost, added and swapped cost one each", () => {
    expect(editsBetween("astana", "astena", 2)).toBe(1);
    expect(editsBetween("astana", "astna", 2)).toBe(1);
    expect(editsBetween("astana", "asttana", 2)).toBe(1);
    expect(editsBetween("astana", "astnaa", 2)).toBe(1);
    expect(editsBetween("astana", "moscow", 2)).toBe(3);
  });
});

describe("names across alphabets", () => {
  test("a Russian name finds its Latin spelling, and a Latin one its Russian", () => {
    const english = vocabularyOf(["Thomas Davis met Kuechly in Chicago and Harvard"]);
    const russian = vocabularyOf(["Томас Дэвис в Гарварде"]);
    const scripts = (text: string, words: Vocabulary) => ways(analyzer.interpret(text, words), "script");
    expect(scripts("Томас Дэвис", english)).toEqual(["thoma", "davi"]);
    expect(scripts("в Гарварде", english)).toEqual(["harvard"]);
    expect(scripts("Thomas Davis", russian)).toEqual(["томас", "дэвис"]);
    expect(scripts("Москва", english)).toEqual([]);
  });

  test("a Russian name finds its Chinese form through the dictionary", () => {
    expect(ways(analyzer.interpret("в Чикаго", vocabularyOf(["芝加哥大学"])), "translation")).toEqual([
      "芝加 加哥",
    ]);
  });

  test("words of two alphabets that sound the same are told by their consonants", () => {
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
  ])("%s is read as 上海精神", (typed) => {
    // The glossary knows Shanghai by name; a translation is as good as a reading.
    const met = new Set(
      ["pinyin", "translation"]
        .flatMap((way) => ways(read(typed), way))
        .join(" ")
        .split(" "),
    );
    expect(met).toContain("上海");
    expect(met).toContain("精神");
  });

  test("what the glossary knows is found by its sound, written as one word beside others", () => {
    expect(ways(read("kongbuzhuyi urumqi"), "pinyin")).toContain("恐怖 怖主 主义");
    expect(ways(read("shanghaihezuozuzhi urumqi"), "translation")).toContain("shanghai cooper organ");
  });

  test("a name is read from its syllables, however they are parted", () => {
    for (const typed of ["leihaichao", "lei haichao", "Lei Hai Chao"])
      expect(ways(read(typed), "pinyin")).toContain("雷海 海潮");
  });

  test("English words that could be syllables are not read as pinyin", () => {
    expect(ways(read("change China"), "pinyin")).toEqual([]);
  });

  test("letters are parted into syllables in every way, fewest first", () => {
    const known = new Set(["xi", "an", "xian"]);
    expect(syllables("xian", (one) => known.has(one))).toEqual([["xian"], ["xi", "an"]]);
    expect(syllables("xis", (one) => known.has(one))).toEqual([]);
  });
});

describe("quantities", () => {
  test("a number and its scale are one term, which other scales of the same value meet", () => {
    const [quantity, ...others] = read("435.11 billion");
    expect(others).toEqual([]);
    expect(quantity).toMatchObject({ written: "435.11 billion" });
    expect(quantity && ways([quantity], "quantity")).toContain("435110000000");
  });
});

test("reading a query never throws, and every term stands where its words are", () => {
  const any = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc
      .array(fc.constantFrom("shang", "hai", "4", "亿", " ", "'", "健康", "Urumqui", "\ud800", "·", "$"), {
        maxLength: 12,
      })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(any, (text) => {
      for (const { written, start, end, alternatives } of read(text)) {
        expect(text.slice(start, end)).toBe(written);
        expect(alternatives.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});
