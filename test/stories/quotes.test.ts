/** Who said it: held against judged statements, and what is one statement in several languages. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { inOtherScript } from "../../src/language/names/pinyin.ts";
import { samePerson } from "../../src/language/names/same-person.ts";
import { placeOfDateline } from "../../src/stories/quotes/place.ts";
import { type Quote, readQuotes } from "../../src/stories/quotes/read.ts";
import { join } from "../../src/stories/quotes/same.ts";

interface Judged {
  readonly person: string;
  readonly id: string;
  readonly sentence_or_quote: string;
  readonly said_by_person: boolean;
}
const file = (path: string) => readFileSync(new URL(`../judged/${path}`, import.meta.url), "utf8");
const articlesOf = (set: string) =>
  new Map(
    file(`${set}/articles.jsonl`)
      .trim()
      .split("\n")
      .map((line): Article => JSON.parse(line))
      .map((article) => [article.id, article]),
  );
const saidBy = (person: string, article: Article) =>
  readQuotes(article).quotes.filter(({ speaker }) => samePerson(speaker, person) !== "other");

/** Of the statements that are shown as a person's those that are; and of those that are, how many are shown. */
function measure(set: string, of: (id: string) => boolean = () => true) {
  const articles = articlesOf(set);
  const wrong: string[] = [];
  let [right, missed] = [0, 0];
  for (const { person, id, sentence_or_quote: told, said_by_person: theirs } of JSON.parse(
    file(`${set}/quotes.json`),
  ) as readonly Judged[]) {
    const article = articles.get(id);
    if (!article || !of(id)) continue;
    const at = article.body.indexOf(told);
    const shown = saidBy(person, article).some(({ text }) => {
      const from = article.body.indexOf(text);
      return from <= at + 2 && at + told.length - 2 <= from + text.length;
    });
    if (shown && !theirs) wrong.push(`${id} ${person}: ${told}`);
    else if (shown) right += 1;
    else if (theirs) missed += 1;
  }
  return {
    wrong,
    right,
    missed,
    precision: right / (right + wrong.length),
    recall: right / (right + missed),
  };
}

describe("what is shown as a person's words", () => {
  test("is theirs, also where others speak, deny, paraphrase or are called the same", () => {
    const { wrong, precision, recall } = measure("quotes");
    expect(wrong).toEqual([]);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThan(0.8);
  });

  test("is theirs in the hard set", () => {
    const { stories } = JSON.parse(file("hard/stories.json")) as {
      stories: { split: string; articles: string[] }[];
    };
    for (const half of ["dev", "held"]) {
      const ids = new Set(stories.filter(({ split }) => split === half).flatMap(({ articles }) => articles));
      const { precision, recall } = measure("hard", (id) => ids.has(id));
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(recall).toBeGreaterThan(0.6);
    }
  });

  test("stands letter for letter in the article, without its dateline and without what an excerpt cuts off", () => {
    for (const set of ["quotes", "hard"])
      for (const article of articlesOf(set).values())
        for (const { text } of readQuotes(article).quotes) expect(article.body).toContain(text);
    const cut = {
      ...articlesOf("quotes").get("k06"),
      body: "Aibek Turdaliev said the roof would be…",
    } as Article;
    expect(readQuotes(cut).quotes).toEqual([]);
  });
});

test("one statement in Chinese, English and Russian stands together; different ones do not", () => {
  const quotes = [...articlesOf("quotes").values()].flatMap((article) =>
    saidBy("Murat Zhaksylykov", article),
  );
  const joined: [Quote, ...Quote[]][] = [];
  for (const quote of quotes) join(joined, quote);
  const groups = joined.map((group) => group.map(({ article }) => article.id));
  expect(groups).toContainEqual(["k01", "k07", "k10"]);
  expect(groups).toContainEqual(["k03", "k09"]);
  expect(groups.length).toBe(4);
});

test.each([
  ["Murat Zhaksylykov", "Мурата Жаксылыкова", "same"],
  ["Murat Zhaksylykov", "穆拉特·扎克瑟勒科夫", "same"],
  ["吴清远", "Wu Qingyuan", "same"],
  ["Wang Yi", "王毅", "same"],
  ["Wang Jun", "王毅", "other"],
  ["Lavrov", "Сергей Лавров", "same"],
  ["Lavrov", "Пётр Лавров", "open"],
  ["Сергей Лавров", "Пётр Лавров", "other"],
  ["Алексей Морозов", "Ирина Морозова", "other"],
  ["Jamshid Abdullaev", "Nodira Abdullaeva", "other"],
  ["王宏伟", "王志强", "other"],
  ["Murat Zhaksylykov", "Zhaksylykov", "open"],
])("%s and %s are %s", (one, other, sameness) => {
  expect(samePerson(one, other)).toBe(sameness);
  expect(samePerson(other, one)).toBe(sameness);
});

test.each([
  ["ALMATY, April 2 -- The corridor", "ALMATY"],
  ["МОСКВА, 6 сентября. /ТАСС/. Министр", "МОСКВА"],
  ["新华社北京9月6日电 外交部", "北京"],
  ["The corridor divided two ministers.", null],
])("%s was said at %s", (body, place) => {
  expect(placeOfDateline({ body })).toBe(place);
});

test.each([
  ["Wu Qingyuan", ["wuqingyuan"]],
  ["Murat Zhaksylykov", []],
  ["Lavrov", []],
  ["王毅", expect.arrayContaining(["wang yi"])],
  ["吴清远", expect.arrayContaining(["wu qingyuan"])],
])("%s is looked for in the other script", (name, looked) => {
  expect(inOtherScript(name)).toEqual(looked);
});

test("a list with dashes is no interview", () => {
  const body =
    "The Core Points of the forum:\n\n- Media cooperation is vital.\n- Trade has grown by 43%.\n- Youth exchanges help.";
  expect(readQuotes({ ...({ id: "l", title: "Forum", language: "en" } as Article), body }).quotes).toEqual(
    [],
  );
});

test("a speaker who is named behind his words, as Chinese does, has them; the next paragraph's are not the one's before", () => {
  const body =
    '"健康是人类的共同追求,合作是重要领域。"卫生健康委主任雷海潮说,近年来,各方取得成果,彰显了"上海精神"的活力。\n\n"在这一背景下,健康议题凸显时代意义。唯有加强合作,方能应对挑战。"上海合作组织秘书长叶尔梅克巴耶夫说。';
  const { quotes } = readQuotes({ ...({ id: "n", title: "合作", language: "zh" } as Article), body });
  expect(quotes.map(({ speaker, text }) => [speaker, text.slice(0, 8), text.slice(-8)])).toEqual([
    ["雷海潮", '"健康是人类的共', '海精神"的活力。'],
    ["叶尔梅克巴耶夫", '"在这一背景下,', "尔梅克巴耶夫说。"],
  ]);
  const english = "“We counted twice. The second count was lower,” Aibek Turdaliev said on Monday.";
  const [one] = readQuotes({
    ...({ id: "e", title: "Maps", language: "en" } as Article),
    body: english,
  }).quotes;
  expect(one?.text).toBe(english);
});

test.each([
  [
    "en",
    "Water and Energy Resources Minister Jamshid Rahimov said the winter would be warm.",
    "Jamshid Rahimov",
  ],
  [
    "en",
    "Kyrgyz Deputy Health Minister Ainura Asanova said the train would call at 27 stations.",
    "Ainura Asanova",
  ],
  ["ru", "Вице-премьер Шухрат Каримов сообщил, что нужны ещё 3 млрд долларов.", "Шухрат Каримов"],
  ["zh", "副部长古丽娜·尤尔达舍娃表示，水价将分步上调。", "古丽娜·尤尔达舍娃"],
  ["zh", "外交部长额尔登巴特·朝格图表示，蒙古国不打算申请。", "额尔登巴特·朝格图"],
] as const)("a name is whole beside its titles: %s %s", (language, body, speaker) => {
  const { quotes } = readQuotes({ ...({ id: "t", title: "", language } as Article), body });
  expect(quotes.map((quote) => quote.speaker)).toEqual([speaker]);
});

test.each(["阿科比扬计划8月中旬访问北京。", "萨马托夫慰问了受灾群众。", "拉赫莫诺夫的职称是教授。"])(
  "a character of another word is no verb of saying: %s",
  (body) => {
    expect(readQuotes({ ...({ id: "v", title: "", language: "zh" } as Article), body }).quotes).toEqual([]);
  },
);
