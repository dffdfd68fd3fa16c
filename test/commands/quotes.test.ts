import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

interface Data {
  readonly quotes: readonly {
    readonly speaker: string;
    readonly place: string | null;
    readonly published: string;
    readonly said: readonly { readonly text: string; readonly article: { id: string; language: string } }[];
  }[];
  readonly people: readonly string[];
  readonly more: boolean;
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const judged = readFileSync(new URL("../judged/quotes/articles.jsonl", import.meta.url), "utf8");
  const articles = judged
    .trim()
    .split("\n")
    .map((line): Article => ({ kind: "article", url: null, ...JSON.parse(line), story: undefined }));
  desk.doors.library.put(articles);
  await desk.doors.search.ready();
});
afterAll(() => desk.close());
const ask = async (line: string) => (await desk.ask(line)).data as Data;
const texts = ({ quotes }: Data) => quotes.flatMap(({ said }) => said.map(({ text }) => text));

test("a name in any script finds the same words, newest first, one statement in three languages together", async () => {
  for (const name of ["Murat Zhaksylykov", "Мурат Жаксылыков", "穆拉特·扎克瑟勒科夫", "murat zhaksylykov"]) {
    const { quotes } = await ask(`quotes ${name}`);
    const dates = quotes.map(({ published }) => published);
    expect([name, dates]).toEqual([name, [...dates].sort().reverse()]);
    expect(quotes.some(({ said }) => new Set(said.map(({ article }) => article.language)).size === 3)).toBe(
      true,
    );
    expect(quotes.flatMap(({ said }) => said.map(({ article }) => article.id))).not.toContain("k13");
  }
});

test("what was said stands there letter for letter with its place, date and link", async () => {
  const reply = await desk.ask("quotes Rustam Holiqov");
  const words = wordsOf(reply);
  for (const text of texts(reply.data as Data)) expect(words).toContain(text);
  expect((reply.data as Data).quotes[0]?.place).toMatch(/ALMATY|АЛМА-АТА|阿拉木图/);
});

test("about keeps to a subject, in any language", async () => {
  const border = texts(await ask("quotes Murat Zhaksylykov about border posts"));
  expect(border.some((text) => text.includes("We will open the border posts"))).toBe(true);
  expect(border.some((text) => text.includes("river"))).toBe(false);
  expect(texts(await ask("цитаты Мурат Жаксылыков о реке"))).toEqual(
    expect.arrayContaining([expect.stringContaining("Река")]),
  );
});

test("who shares a family name is asked for by the whole name", async () => {
  const reply = await desk.ask("quotes Abdullaev");
  const { people, quotes } = reply.data as Data;
  if (people.length > 0) expect(quotes).toEqual([]);
  else expect(texts(reply.data as Data).join()).not.toContain("leak is in the budget");
  expect(texts(await ask("quotes Nodira Abdullaeva")).join()).toContain("The leak is in the budget");
});

test("a Chinese name is found by its pinyin, and the other way round", async () => {
  const zh = texts(await ask("quotes 王宏伟"));
  expect(zh.length).toBeGreaterThan(0);
  expect(texts(await ask("quotes Wang Hongwei"))).toEqual(zh);
});

test("limit and pages go through all of it, each once", async () => {
  const all = texts(await ask("quotes Murat Zhaksylykov --limit=20"));
  const seen: string[] = [];
  for (let page = 1; page < 20; page++) {
    const data = await ask(`quotes Murat Zhaksylykov --limit=1 --page=${page}`);
    seen.push(...texts(data));
    if (!data.more) break;
  }
  expect(seen.sort()).toEqual([...all].sort());
});

test.each([
  ["en", "No article quotes", "is no name"],
  ["zh", "没有文章引述", "不是人名"],
  ["ru", "высказываний в статьях нет", "не имя"],
] as const)("who is not quoted, and what is no name, are told in %s", async (locale, none, bad) => {
  const reply = await desk.ask("quotes Zebulon Quimby", { locale });
  expect([reply.outcome, wordsOf(reply)]).toEqual(["nothing", expect.stringContaining(none)]);
  const wrong = await desk.ask("quotes 12", { locale });
  expect([wrong.outcome, wordsOf(wrong)]).toEqual(["bad-input", expect.stringContaining(bad)]);
});

test("who cannot read any of the languages sees whose words they are and what they are about", async () => {
  for (const [locale, name] of [
    ["en", "Nurlan Yermekbayev (叶尔梅克巴耶夫)"],
    ["ru", "Нурлан Ермекбаев (叶尔梅克巴耶夫)"],
  ] as const) {
    const words = wordsOf(await desk.ask("quotes Yermekbayev", { locale }));
    expect(words).toContain(name);
    expect(words).toMatch(/^≈ .* · /m);
  }
  expect(wordsOf(await desk.ask("quotes 叶尔梅克巴耶夫", { locale: "zh" }))).not.toContain("≈");
});
