/** Telling terms of a headline in another language: a wrong one is worse than none. */
import { describe, expect, test } from "@jest/globals";
import type { Language } from "../../src/article.ts";
import { termsOf } from "../../src/translate/terms.ts";
import { openVocabulary } from "../../src/translate/vocabulary.ts";

const vocabulary = openVocabulary();
const terms = (title: string, to: Language = "en") => termsOf(title, to, vocabulary).join(" · ");

describe("telling terms", () => {
  test.each([
    ["Контракт на поставку зелёных автобусов", /Zelensky/],
    ["Цена газа снижена", /Gaza/],
    ["Вспышка кори отступила", /Korea/],
    ["Учились без слов", /Slovenia/],
    ["Форум для села", /mudflow/],
    ["Нигер предлагает уран", /Nigeria/],
    ["南苏丹举行会谈", /^Sudan/],
    ["В Экваториальной Гвинее открыт завод", /^Guinea/],
  ])("%s: a word of the same stem is no name", (title, wrong) => {
    expect(terms(title)).not.toMatch(wrong);
  });

  test.each([
    ["南苏丹举行会谈", "South Sudan"],
    ["Нигер предлагает уран", "Niger · propose · uranium"],
    ["Цена газа снижена", "gas"],
    ["印度和白俄罗斯签署协定", "India · Belarus · agreement"],
  ])("%s: names are whole, words are those of the lists", (title, right) => {
    expect(terms(title)).toContain(right);
  });

  test("what is denied is left out, for it would read as its opposite", () => {
    expect(terms("Индия не подписала соглашение")).toBe("India · agreement");
    expect(terms("印度未签署协定")).not.toContain("sign");
  });

  test("a figure without its unit is no term", () => {
    expect(terms("亚投行提供3.5亿美元贷款")).not.toMatch(/\d/);
  });

  test("an English word of two trades is left out", () => {
    expect(terms("Healing plants listed in Nanchang", "ru")).not.toMatch(/завод/);
  });
});
