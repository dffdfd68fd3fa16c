/** How words of three languages are joined: phrases for one reader, sentences for whoever reads them later. */
import { describe, expect, test } from "@jest/globals";
import { localeOf, phrases, russianCount, sentences, type Words } from "../../src/i18n/words.ts";

const en = { empty: "nothing", wrong: (text: string, n: number) => `${n} × ${text}` };
const zh: typeof en = { empty: "没有", wrong: (text, n) => `${text} ${n} 次` };
const ru: typeof en = { empty: "ничего", wrong: (text, n) => `${text}: ${n}` };

describe("the bot's words", () => {
  test("a phrase is told in the reader's language", () => {
    expect(phrases({ en, zh, ru })("zh").wrong("x", 2)).toBe("x 2 次");
  });

  test("a sentence is there in every language at once, with its details", () => {
    const errors = sentences({ en, zh, ru });
    expect(errors.empty).toEqual({ en: "nothing", zh: "没有", ru: "ничего" });
    expect(errors.wrong("x", 2)).toEqual({ en: "2 × x", zh: "x 2 次", ru: "x: 2" });
  });

  test("a detail that is words itself is told in the same language", () => {
    const field: Words = { en: "language", zh: "语言", ru: "язык" };
    expect(sentences({ en, zh, ru }).wrong(field, 1)).toEqual({
      en: "1 × language",
      zh: "语言 1 次",
      ru: "язык: 1",
    });
  });

  test("a platform's locale becomes one that the bot speaks; Russian counts in three forms", () => {
    expect(["zh-CN", "ru_RU", "fr", null].map(localeOf)).toEqual(["zh", "ru", "en", "en"]);
    expect([1, 3, 5, 21].map((n) => russianCount(n, "статья", "статьи", "статей"))).toEqual([
      "1 статья",
      "3 статьи",
      "5 статей",
      "21 статья",
    ]);
  });
});
