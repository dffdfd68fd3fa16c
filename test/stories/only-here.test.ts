/** What only one side says, and how names and figures of another language are shown. */
import { describe, expect, test } from "@jest/globals";
import type { Article, Language } from "../../src/article.ts";
import { figureFor, figuresIn } from "../../src/stories/added.ts";
import { compareSides, sidesOf } from "../../src/stories/compare.ts";
import { nameFor, namesThatTell } from "../../src/stories/named.ts";

const article = (language: Language, body: string): Article => ({
  ...{ id: `a${language}`, title: "", source: "", published: null, kind: "article", url: null },
  ...{ language, body },
});
async function onlyIn(texts: Partial<Record<Language, string>>): Promise<Record<string, string[]>> {
  const articles = Object.entries(texts).map(([language, body]) => article(language as Language, body));
  const told = await compareSides(
    sidesOf(articles, ({ language }) => language),
    { tell: async () => ({ sentences: [], figures: [] }) },
  );
  return Object.fromEntries(
    told.map(({ side, only }) => [
      side,
      [...only.names.map(({ name }) => name), ...only.figures.map(({ figure }) => figure)],
    ]),
  );
}

describe("only here", () => {
  test("is nothing that another side says in its own way", async () => {
    const none = { zh: [], en: [], ru: [] };
    expect(
      await onlyIn({
        zh: "基地今年试种了600公顷小麦，投资5.4万亿卢布，六成工人是当地人，产能由28万吨提高到4800万吨。",
        en: "The farm sowed 600 hectares of wheat; 5.4 trillion roubles went in, and 60 percent of the workers are local. Output goes from 0.28 to 48 million tonnes.",
        ru: "Под пшеницу отвели 600 гектаров, вложили 5,4 трлн рублей, 60% рабочих — местные; выпуск растёт с 280 тыс. до 48 млн тонн.",
      }),
    ).toEqual(none);
    expect(
      await onlyIn({
        zh: "西伯利亚力量2号管道的价格没有谈妥。会议在俄罗斯外交部举行。",
        en: "No price was settled for the Power of Siberia 2 pipeline. Russia's foreign ministry was the host.",
        ru: "О цене газа для «Силы Сибири — 2» не договорились. Принимал МИД России.",
      }),
    ).toEqual(none);
  });

  test("is no amount that another side gives in a unit of its own", async () => {
    expect(
      await onlyIn({
        zh: "试验田共1.5万亩，电站装机1300万千瓦，新增保护区3200平方公里，另有18万亩草场。",
        en: "The trial covers 1,000 hectares, the plant has 13 GW, and 320,000 hectares are protected now.",
      }),
    ).toEqual({ zh: ["18万"], en: [] });
  });

  test("is no hour, no day, no score, no part of a name and no common word", async () => {
    const { zh, en, ru } = await onlyIn({
      zh: "比赛5月22日4时17分开始，主任图拉耶夫和索海尔·安瓦尔到场，成绩2小时35分09秒。",
      en: "The race began at 4.17 a.m. on 22 May and ended 5:4; the carcass lay in the kazan.",
      ru: "Забег начался 22 мая в 4 часа 17 минут; группы шли вместе.",
    });
    expect([zh, en, ru]).toEqual([[], [], []]);
  });

  test("is what the others do not have", async () => {
    expect(
      await onlyIn({
        zh: "新线长272公里，经霍尔果斯。",
        en: "The new line is 272 kilometres long and cost $310 million.",
      }),
    ).toEqual({ zh: ["霍尔果斯"], en: ["$310 million"] });
  });
});

test("a figure that stands right behind Chinese words is one; a megawatt is no trillion", () => {
  expect(figuresIn("试种了600公顷，装机300兆瓦，总额5.4万亿元").map(({ value }) => value)).toEqual([
    "600",
    "300",
    "5400000000000",
  ]);
});

test("names and figures are told in the reader's words, with the article's own beside them", () => {
  const [place] = namesThatTell("列车经霍尔果斯出境。");
  if (!place) throw new Error("no name");
  expect(nameFor(place, "zh")).toBe("霍尔果斯");
  expect(nameFor(place, "en")).toBe("Khorgos (霍尔果斯)");
  const [city] = namesThatTell("Переговоры прошли в Душанбе и Ташкенте.").slice(-1);
  expect(city && nameFor(city, "ru")).toBe("Ташкент");
  const figure = (text: string, from: Language, reader: Language) => {
    const [one] = figuresIn(text);
    return one && figureFor({ ...one, text, article: "a" }, from, reader);
  };
  expect(figure("总额5.4万亿卢布", "zh", "en")).toBe("5.4 trillion (5.4万亿)");
  expect(figure("спортсменов 29 человек", "ru", "ru")).toBe("29 человек");
  expect(figure("доля 40 процентов", "ru", "zh")).toBe("40%");
  expect(figure("共有29份文件", "zh", "en")).toBe("29 (29份文件)");
});
