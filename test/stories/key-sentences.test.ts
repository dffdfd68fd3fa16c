import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { readArticles } from "../../src/articles/read.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { root } from "../../src/root.ts";
import { atOnce } from "../../src/slices.ts";
import { keySentences, tellable } from "../../src/stories/key-sentences.ts";
import { readingOf } from "../../src/stories/profile.ts";
import { createStories, type Story } from "../../src/stories/stories.ts";
import { createTongue } from "../../src/stories/tongue.ts";

const texts = (body: string, language: Article["language"] = "en") =>
  tellable(body, language).map(({ text }) => text);

let articles: readonly Article[] = [];
let stories: readonly Story[] = [];
beforeAll(async () => {
  for (const path of ["corpus/articles", "test/stories/judged/articles.jsonl"])
    articles = [...articles, ...(await readArticles(join(root, ...path.split("/")))).articles];
  const made = createStories({ library: createLibrary([], articles, []), tongue: createTongue() });
  stories = await made.within({ from: 0, to: Date.parse("2027-01-01") });
});

describe("key sentences", () => {
  test("are one to three a story, each letter for letter in the article it names, which is of the story", () => {
    expect(stories.length).toBeGreaterThan(40);
    for (const { articles: own, told } of stories) {
      const { sentences } = told();
      expect(sentences.length).toBeGreaterThanOrEqual(1);
      expect(sentences.length).toBeLessThanOrEqual(3);
      for (const { text, article } of sentences) {
        expect(own.find(({ id }) => id === article)?.body).toContain(text);
        expect(text).not.toMatch(/\[\d+\]|^Group \d|^Core |^[-•]|版\)$|责编/);
      }
      expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    }
  });

  test("a story of one article has one, a bigger one more", () => {
    for (const { articles: own, told } of stories) {
      if (own.length === 1) expect(told().sentences.length).toBe(1);
    }
    expect(stories.some(({ told }) => told().sentences.length === 3)).toBe(true);
  });

  test("the reader's language is preferred", async () => {
    const made = createStories({ library: createLibrary([], articles, []), tongue: createTongue() });
    const span = { from: Date.parse("2026-03-10"), to: Date.parse("2026-03-12") };
    for (const language of ["zh", "en", "ru"] as const) {
      const story = (await made.within(span, { language })).find(({ articles: own }) =>
        own.some(({ title }) => title.includes("第十一次")),
      );
      const [sentence] = story?.told().sentences ?? [];
      expect(articles.find(({ id }) => id === sentence?.article)?.language).toBe(language);
    }
  });
});

describe("the sentence that leads", () => {
  const tongue = createTongue();
  const leading = (title: string, body: string, language: Article["language"]) => {
    const one = { id: "a", title, body, language, source: "", published: null, kind: "article", url: null };
    const reader = (text: string) => readingOf(text, tongue);
    return atOnce(keySentences([one as Article], reader, () => 3, 1))[0]?.text;
  };

  test.each([
    [
      "en",
      "Dushanbe opens a tea museum",
      "This year marks the 30th anniversary of the city's tea trade with its neighbours. A museum of tea opened in Dushanbe on Friday with 900 exhibits.",
      /^A museum/,
    ],
    [
      "zh",
      "杜尚别茶叶博物馆开馆",
      "今年是杜尚别与邻国开展茶叶贸易三十周年,意义重大。茶叶博物馆周五在杜尚别开馆,展出九百件展品。",
      /^茶叶博物馆/,
    ],
    [
      "ru",
      "В Душанбе открылся музей чая",
      "В последние годы интерес к чаю в Таджикистане растёт с каждым днём. Музей чая открылся в Душанбе в пятницу, в нём 900 экспонатов.",
      /^Музей чая/,
    ],
  ] as const)("tells the news and no anniversary before it: %s", (language, title, body, wanted) => {
    expect(leading(title, body, language)).toMatch(wanted);
  });

  test.each([
    [
      "en",
      "By Farid Nazarov, former finance secretary of a neighbouring state. The bank needs a rating first, and then the money of its members.",
    ],
    [
      "ru",
      "Интервью с директором департамента Минфина о подписанном документе. Банку нужен рейтинг раньше денег, считают в комитете учредителей.",
    ],
    [
      "ru",
      "Политолог Олег Назаров — о работе наблюдателей на выборах. Наблюдатели миссии посетили триста участков в семи областях.",
    ],
    ["zh", "作者：纳扎罗夫系邻国前财政部长、经济学家。银行首先需要国际信用评级。"],
  ] as const)("is no line on the author: %s %s", (language, body) => {
    expect(leading("", body, language)).toMatch(/rating first|рейтинг раньше|посетили|评级/);
  });
});

describe("what can be told of a text", () => {
  test("a dateline is no part of its first sentence", () => {
    expect(
      texts("KABUL, Sept. 6 (Xinhua) -- At least 12 people were killed and 60 others hurt in the quake."),
    ).toEqual(["At least 12 people were killed and 60 others hurt in the quake."]);
    expect(texts("新华社喀布尔9月6日电 阿富汗东北部巴达赫尚省发生地震,已造成12人死亡。", "zh")).toEqual([
      "阿富汗东北部巴达赫尚省发生地震,已造成12人死亡。",
    ]);
  });

  test("a sentence ends before the marks of paragraphs that nobody has", () => {
    const body =
      "Core Viewpoint - The survey shows strong support for the organisation among citizens [3][4][5]. Group 1: Survey Findings - The survey was conducted across ten member countries in several languages [3]. - Over 80% of respondents see its role in governance as positive [4].";
    const found = texts(body);
    expect(found).toEqual([
      "The survey shows strong support for the organisation among citizens",
      "The survey was conducted across ten member countries in several languages",
      "Over 80% of respondents see its role in governance as positive",
    ]);
    for (const text of found) expect(body).toContain(text);
  });

  test("headings, bylines, page marks, questions and torn ends are left out", () => {
    const body =
      "Group 2: China's Role and Influence\n- Trade between the members grew by a tenth in the first half of the year.\nWhat comes next for the organisation and its many partners?\nThe ministers will meet again in autumn to talk about the new rules that…";
    expect(texts(body)).toEqual(["Trade between the members grew by a tenth in the first half of the year."]);
    expect(
      texts(
        "会议决定建立粮食储备数据交换机制。(责编:袁勃、赵欣悦)《 人民日报 》( 2025年05月26日 10 版)",
        "zh",
      ),
    ).toEqual(["会议决定建立粮食储备数据交换机制。"]);
    expect(texts("【环球时报赴哈萨克斯坦特派记者 赵觉珵】第二届峰会即将在阿斯塔纳举行。", "zh")).toEqual([
      "第二届峰会即将在阿斯塔纳举行。",
    ]);
  });

  test("nothing can be told of nothing", () => {
    for (const body of ["", "...", "Group 1", "？？？", "\ud800"]) expect(texts(body)).toEqual([]);
  });
});
