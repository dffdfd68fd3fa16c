/** Answers on the judged questions: the right sentence, honest refusals, and never a sentence that no article has. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createAnswers } from "../../src/answers/answers.ts";
import { readArticles } from "../../src/articles/read.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { type AnswerJudgement, judgeAnswers, readQuestions } from "../../src/eval/judge-answers.ts";
import { root } from "../../src/root.ts";
import { createSearch } from "../../src/search/create.ts";
import { shippedBot } from "../commands/shipped.ts";

const FILE = join(import.meta.dirname, "..", "answers", "judged.json");
let judgement: AnswerJudgement;
let bot: Awaited<ReturnType<typeof shippedBot>>;
beforeAll(async () => {
  bot = await shippedBot();
  const { questions, articles = "" } = readQuestions(await readFile(FILE, "utf8"));
  const more = await readArticles(join(root, articles));
  const library = createLibrary(bot.library.publishers, [...bot.library.newest(), ...more.articles], []);
  const search = createSearch({ publishers: library.publishers });
  await search.add(library.newest());
  const inquiry = { now: Date.parse("2026-03-25T00:00:00Z"), zone: "UTC" };
  judgement = await judgeAnswers(createAnswers(search, library), (id) => library.get(id), questions, inquiry);
}, 60_000);
afterAll(() => bot.close());

describe("the judged questions", () => {
  test("are many, in three languages, a third across languages, a quarter without an answer", () => {
    expect(judgement.questions).toBeGreaterThanOrEqual(120);
    expect(Object.keys(judgement.languages)).toEqual(["en", "ru", "zh"]);
    expect(judgement.crossLingual.questions).toBeGreaterThanOrEqual(judgement.questions * 0.33);
    expect(judgement.refusal.questions).toBeGreaterThanOrEqual(judgement.questions * 0.245);
  });

  test("no sentence is shown that its article does not have", () => {
    expect(judgement.invented).toEqual([]);
  });

  test("the right sentence comes first for 80 %, and in the first three for 88 %; refused ones count as wrong", () => {
    expect(judgement.answerable.right1).toBeGreaterThanOrEqual(0.8);
    expect(judgement.answerable.right3).toBeGreaterThanOrEqual(0.88);
  });

  test("of the answerable at most 8 % are refused, of the unanswerable 86 % and more", () => {
    expect(judgement.refusal.recall).toBeGreaterThanOrEqual(0.86);
    expect(judgement.answerable.refused).toBeLessThanOrEqual(0.08);
  });
});

describe("near misses: another country, year, edition or thing than the articles tell of", () => {
  test.each(["near-seed.json", "near-news.json"])(
    "%s",
    async (name) => {
      const file = join(import.meta.dirname, "..", "answers", name);
      const { answerable, refusal, invented } = (await bot.say(`eval --answers --queries=${file}`))
        .data as Omit<AnswerJudgement, "invented"> & { invented: number };
      expect(refusal.recall).toBeGreaterThanOrEqual(0.65);
      expect(answerable.refused).toBeLessThanOrEqual(0.16);
      expect(answerable.right3).toBeGreaterThanOrEqual(0.8);
      expect(invented).toBe(0);
    },
    60_000,
  );
});

test("eval --answers prints the same kind of numbers for any file", async () => {
  const file = join(import.meta.dirname, "..", "answers", "few.json");
  const data = (await bot.say(`eval --answers --queries=${file}`)).data as AnswerJudgement & {
    articles: number;
  };
  expect(Object.keys(data)).toEqual(
    "articles questions answerable crossLingual languages refusal latencyMs invented".split(" "),
  );
  expect(data).toMatchObject({
    articles: 10,
    questions: 3,
    answerable: { questions: 2, right1: 0.5, right3: 0.5, refused: 0 },
    crossLingual: { questions: 1 },
    refusal: { questions: 1, recall: 1, precision: 1 },
    invented: 0,
  });
});

describe("a file of questions", () => {
  test.each([
    ["{", "JSON"],
    ["{}", 'no list "questions"'],
    ['{"questions":[{"question":1}]}', "question 1 has no text"],
    ['{"questions":[{"question":"a","answers":["b"]}]}', 'not "id: words"'],
  ])("%s is refused", async (text, reason) => {
    expect(() => readQuestions(text)).toThrow(reason);
  });

  test("that is not there is refused with a sentence", async () => {
    const reply = await bot.say("eval --answers --queries=no/such.json");
    expect([reply.outcome, reply.summary]).toEqual(["bad-input", expect.stringContaining("no/such.json")]);
  });
});
