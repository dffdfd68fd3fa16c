/** What the order of answers and the gate are learnt from: judged questions, and what the rules make of them. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Ruling, rulingOn } from "../../../src/answers/confidence.ts";
import { inOrder, type Ordered } from "../../../src/answers/order.ts";
import { type Question, readQuestion } from "../../../src/answers/question.ts";
import { isWrong, type RankedSentence, rankSentences } from "../../../src/answers/rank.ts";
import { sumOf, type Trees } from "../../../src/answers/trees.ts";
import type { Article } from "../../../src/article.ts";
import { readArticles } from "../../../src/articles/read.ts";
import { createLibrary } from "../../../src/articles/shelf.ts";
import { type JudgedQuestion, readQuestions } from "../../../src/eval/judge-answers.ts";
import { root } from "../../../src/root.ts";
import { createSearch } from "../../../src/search/create.ts";
import type { Passages } from "../../../src/search/search.ts";

/** As `answers.ts` has it. */
const ARTICLES = 12;
const NOW = Date.parse("2026-06-10T02:00:00Z");

export interface Example {
  readonly set: string;
  readonly answerable: boolean;
  readonly ruling: Ruling;
  /** Of the question. */
  readonly terms: Passages["terms"];
  /** In the order of the trees. */
  ordered(trees: Trees): readonly (Ordered & { readonly right: boolean })[];
}

/** The questions of a set's half for work of which the rules find any sentence. */
export async function examplesOf(judged: string, set: string): Promise<Example[]> {
  const read = (name: string) => readFileSync(join(judged, set, name), "utf8");
  const { articles } = await readArticles(join(judged, set, "articles.jsonl"));
  const { dev } = JSON.parse(read("split.json")) as { readonly dev: readonly string[] };
  const { questions } = readQuestions(read("questions.json"));
  return madeOf(
    set,
    articles,
    questions.filter(({ id }) => dev.includes(id)),
  );
}

/** The same of the project's own questions, which are asked of the shipped articles and of more. */
export async function examplesOfFile(file: string, shipped: readonly Article[]): Promise<Example[]> {
  const text = readFileSync(file, "utf8");
  const { questions, articles } = readQuestions(text);
  const more = articles === undefined ? [] : (await readArticles(join(root, articles))).articles;
  const { questions: rows } = JSON.parse(text) as { readonly questions: readonly { split?: string }[] };
  const own = questions.filter((_, at) => rows[at]?.split !== "held");
  return madeOf(basename(file), [...shipped, ...more], own);
}

async function madeOf(
  set: string,
  articles: readonly Article[],
  questions: readonly JudgedQuestion[],
): Promise<Example[]> {
  const library = createLibrary([], articles, []);
  const search = createSearch({ publishers: [], now: () => NOW });
  await search.add(library.newest());
  const examples: Example[] = [];
  for (const { question: asked, answers } of questions) {
    const question = readQuestion(asked);
    const found = await search.passages(question.words, { now: NOW, zone: "UTC", limit: ARTICLES });
    const ranked = await rankSentences(question, found, (one) => library.get(one), search.languageOf(asked));
    const [best] = ranked;
    if (!best) continue;
    const { hits } = await search.search(question.words, { now: NOW, zone: "UTC", limit: ARTICLES });
    const isFound = hits.some((hit) => hit.id === best.passage.id);
    const isRight = ({ passage }: RankedSentence) =>
      answers.some(({ article, words }) => article === passage.id && isSame(words, passage.text));
    examples.push({
      ...{ set, answerable: answers.length > 0, terms: found.terms },
      ruling: rulingOn(best, isFound, question.wants),
      ordered: orderer(ranked, question, found, isRight),
    });
  }
  return examples;
}

/** Facts are made once. */
function orderer(
  ranked: readonly RankedSentence[],
  question: Question,
  found: Passages,
  isRight: (one: RankedSentence) => boolean,
): Example["ordered"] {
  const none: Trees = { facts: [], trees: [] };
  const all = inOrder(ranked, question, found, none).map((one) => ({ ...one, right: isRight(one.sentence) }));
  return (trees) =>
    all
      .map((one) => ({ ...one, sum: sumOf(trees, one.facts) }))
      .sort(
        (a, b) =>
          Number(isWrong(a.sentence.verdicts)) - Number(isWrong(b.sentence.verdicts)) || b.sum - a.sum,
      );
}

function isSame(judged: string, text: string): boolean {
  const [a = "", b = ""] = [judged, text].map((one) => one.replace(/[^\p{L}\p{N}]/gu, ""));
  return b.includes(a) || (a.includes(b) && b.length > 8);
}
