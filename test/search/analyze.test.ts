/** Analysis: one pipeline for articles and queries, whose terms point back into the text as written. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createAnalyzer } from "../../src/search/analyze.ts";

const { analyze, fold, languageOf, locate } = createAnalyzer();
const terms = (text: string) => analyze(text).map((token) => token.term);
const readFrom = (text: string, term: string) =>
  analyze(text)
    .filter((token) => token.term === term)
    .map((token) => text.slice(token.start, token.end));
/** Strings of the kind that articles and queries are made of, and any others. */
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(fc.constantFrom(..."上海合作組織 精神·・Ürümqi's ЁлкаЙ8900亿,.%$ \n½ﬁ\ud842\udfb7\ud800十"), {
      maxLength: 40,
    })
    .map((parts) => parts.join("")),
);

describe("analysis", () => {
  test("a word broken by line wrapping is found whole, and points at the broken text", () => {
    expect(readFrom("与周边国家保持睦邻友 好,分享", "友好")).toEqual(["友 好"]);
    expect(readFrom("哈萨克斯坦首都阿斯\n塔纳举行", "斯塔")).toEqual(["斯\n塔"]);
  });

  test("British and American spellings make the same terms", () => {
    expect(terms("organisations modernisation programmes defence neighbouring centre")).toEqual(
      terms("organizations modernization programs defense neighboring center"),
    );
  });

  test("two kinds of middle dot, or none, make the same terms", () => {
    expect(terms("索海尔·汗")).toEqual(terms("索海尔・汗"));
    expect(terms("索海尔·汗")).toEqual(expect.arrayContaining(terms("索海尔汗")));
  });

  test("traditional and simplified characters make the same terms", () => {
    expect(terms("衛生健康合作 媒體合作論壇")).toEqual(terms("卫生健康合作 媒体合作论坛"));
  });

  test("full width and half width, upper and lower case, accents and apostrophes make no difference", () => {
    expect(terms("ＳＣＯ　ｓｕｍｍｉｔ")).toEqual(terms("sco Summit"));
    expect(terms("Ürümqi")).toEqual(terms("Urumqi"));
    expect(terms("Xi’an")).toEqual(["xian"]);
    expect(terms("Xi'an")).toEqual(["xian"]);
    expect(terms("Ёлка")).toEqual(terms("елка"));
    expect(terms("йод")).toEqual(["йод"]);
  });

  test("inflected English and Russian words meet in their stem, stop words are left out", () => {
    expect(terms("the ministers of the members")).toEqual(terms("minister member"));
    expect(terms("в организациях")).toEqual(terms("организация"));
    expect(terms("People’s Daily")).toEqual(terms("people daily"));
  });

  test.each([
    "Казахстан Казахстана Казахстане Казахстаном",
    "Астана Астане Астаны",
    "Лавров Лаврова Лавровым",
    "Вьетнам Вьетнама",
    "саммит саммита саммите саммитов",
    "обмен обмена обменов",
  ])("a Russian name has one stem in all cases: %s", (cases) => {
    expect(new Set(terms(cases)).size).toBe(1);
  });

  test("a Latin word is a whole word: sco is not in Moscow", () => {
    expect(terms("Moscow")).not.toContain("sco");
  });

  test("an acronym is kept though a stop word looks like it, and so is a query of stop words alone", () => {
    expect(terms("The WHO said")).toContain("who");
    expect(terms("who spoke")).not.toContain("who");
    expect(terms("who is it")).toContain("who");
    for (const text of ["the U.S. economy", "U.S economy", "a U.S.-led U.S.Army"])
      expect(terms(text)).toContain("us");
  });

  test("a number stays whole, whatever marks its thousands and decimals", () => {
    expect(terms("435.11")).toEqual(["435.11"]);
    expect(terms("435,11")).toEqual(["435.11"]);
    expect(terms("5,700")).toEqual(["5700"]);
    expect(terms("5\u00a0700")).toEqual(["5700"]);
    expect(terms("2025-05-26")).toEqual(["2025", "5", "26"]);
    expect(terms("26.05.2025")).toEqual(["26", "5", "2025"]);
    expect(terms("the 24th, in the 1990s")).toEqual(["24", "1990"]);
  });

  test.each([
    ["8900亿美元", "$890 billion", "890000000000"],
    ["4351.1亿元", "435.11 billion yuan", "435110000000"],
    ["20万亿美元", "20 трлн долларов", "20000000000000"],
    ["6.6万亿", "$6.6tn", "6600000000000"],
    ["435,11 млрд юаней", "435.11 bn", "435110000000"],
    ["1.5万", "15 000", "15000"],
    ["2000余万", "20 million", "20000000"],
    ["14.4%", "14.4 per cent", "14.4%"],
    ["百分之14.4", "14,4 процента", "14.4%"],
    ["300余位", "over 300", "300"],
    ["三百余位", "300多人", "300"],
    ["第二十四次会议", "the 24th meeting", "24"],
    ["二〇二五年", "2025 год", "2025"],
    ["第八次", "the eighth", "8"],
  ])("%s and %s share the term %s", (one, other, shared) => {
    expect(terms(one)).toContain(shared);
    expect(terms(other)).toContain(shared);
  });

  test("a word that JavaScript has a meaning for is a word like any other", () => {
    expect(terms("constructor")).toEqual(["constructor"]);
  });

  test("a quantity points at its number and its scale", () => {
    expect(readFrom("贸易额达8900亿美元", "890000000000")).toEqual(["8900亿"]);
    expect(readFrom("约占百分之14.4", "14.4%")).toEqual(["百分之14.4"]);
  });

  test("ten thousand Han characters without a mark are analysed, pairs across slices included", () => {
    const text = "上海合作组织".repeat(1700);
    expect(analyze(text).filter(({ term }) => term === "织上")).toHaveLength(1699);
  });

  test("every term of any string has a place within it, in order", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { term, start, end } of analyze(text)) {
          expect(term).not.toBe("");
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("locating terms gives all that analysing and filtering gives, and nothing else but these terms", () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (text, coin) => {
        const wanted = new Set(terms(text).filter(() => coin.next().value));
        const located = locate(text, wanted);
        expect(located).toEqual(expect.arrayContaining(analyze(text).filter(({ term }) => wanted.has(term))));
        expect(located.filter(({ term }) => !wanted.has(term))).toEqual([]);
      }),
    );
  });
});

describe("folding", () => {
  test("text that differs in width, case, script, quotes or scars folds to the same", () => {
    expect(fold("弘揚“上海精神”").text).toBe(fold('弘扬"上海 精神"').text);
    expect(fold("«Шанхайский  дух»").text).toBe('"шанхайский дух"');
    expect(fold("ＳＣＯ").text).toBe("sco");
  });

  test("offsets of the folded text lead back to the text as written", () => {
    const text = "保持睦邻友 好,ﬁne";
    const folded = fold(text);
    const start = folded.text.indexOf("友好");
    expect(text.slice(folded.at(start), folded.at(start + 2))).toBe("友 好");
    fc.assert(
      fc.property(texts, (any) => {
        const { text: plain, at } = fold(any);
        expect(at(plain.length)).toBe(any.length);
        for (let i = 0; i < plain.length; i++) expect(at(i)).toBeLessThanOrEqual(at(i + 1));
      }),
    );
  });
});

describe("language", () => {
  test("a text is in the language that most of it is written in", () => {
    expect(languageOf("上合组织SCO峰会")).toBe("zh");
    expect(languageOf("The SCO (上合组织) summit was held in Tianjin")).toBe("en");
    expect(languageOf("Саммит ШОС")).toBe("ru");
    expect(languageOf("12345")).toBe("en");
  });
});
