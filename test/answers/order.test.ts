/** The trained order and gate: files that fit the code, trees that are walked as they were grown. */
import { describe, expect, test } from "@jest/globals";
import { rulingOn } from "../../src/answers/confidence.ts";
import { confidenceOf, signsOf } from "../../src/answers/gate.ts";
import { inOrder } from "../../src/answers/order.ts";
import { readQuestion } from "../../src/answers/question.ts";
import { isWrong, rankSentences } from "../../src/answers/rank.ts";
import { readTrees, sumOf, type Trees } from "../../src/answers/trees.ts";
import type { Article } from "../../src/article.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { createSearch } from "../../src/search/create.ts";
import { grow } from "./train/grow.ts";

const article = (id: string, body: string): Article => ({
  ...{ id, title: "A railway through the mountains", body, language: "en", source: "Desk" },
  ...{ kind: "article", url: null, published: "2026-05-01T08:00:00Z" },
});
const ARTICLES = [
  article(
    "a",
    "Kyrgyzstan opened a railway tunnel on Monday. The tunnel cost 90 million dollars. Officials praised the workers.",
  ),
  article("b", "Tajikistan opened a railway tunnel last year. It cost 40 million dollars."),
];

async function ordered(asked: string) {
  const library = createLibrary([], ARTICLES, []);
  const search = createSearch();
  await search.add(ARTICLES);
  const question = readQuestion(asked);
  const found = await search.passages(question.words, { now: 0, zone: "UTC", limit: 12 });
  const ranked = await rankSentences(question, found, (id) => library.get(id), "en");
  return { question, ranked, terms: found.terms, order: inOrder(ranked, question, found) };
}

describe("the trained files", () => {
  test("every fact and sign that they weigh is one that the code tells", async () => {
    const { question, ranked, order, terms } = await ordered("How much did the tunnel in Kyrgyzstan cost?");
    const [best] = ranked;
    if (!best) throw new Error("nothing was found");
    const ruling = rulingOn(best, true, question.wants);
    const { facts } = readTrees("answer-trees.json");
    const gate = readTrees("answer-gate.json");
    expect(facts.filter((name) => !(name in (order[0]?.facts ?? {})))).toEqual([]);
    expect(gate.facts.filter((name) => !(name in signsOf(ruling, order, terms)))).toEqual([]);
    expect(confidenceOf(ruling, order, terms)).toBeGreaterThan(0.5);
  });

  test("what speaks of another country stays behind, whatever the trees say", async () => {
    const { order } = await ordered("How much did the tunnel in Kyrgyzstan cost?");
    const wrong = order.map(({ sentence }) => isWrong(sentence.verdicts));
    expect(wrong).toContain(true);
    expect(wrong).toEqual([...wrong].sort((a, b) => Number(a) - Number(b)));
    expect(order[0]?.sentence.passage.text).toBe("The tunnel cost 90 million dollars.");
  });
});

describe("training", () => {
  const rows = Array.from({ length: 400 }, (_, n) => Float64Array.of((n * 7) % 11, (n * 5) % 13));
  const labels = rows.map(([a = 0, b = 0]) => Number(a > 5 && b <= 6));
  const options = { trees: 40, leaves: 4, rate: 0.3, least: 5, hold: 1, facts: 1, rows: 1 };

  test("trees learn what two facts say together, the same each time", () => {
    const trees: Trees = { facts: ["a", "b"], trees: grow(rows, labels, options) };
    const said = rows.map(([a = 0, b = 0]) => Number(sumOf(trees, { a, b }) > 0));
    expect(said).toEqual(labels);
    expect(grow(rows, labels, options)).toEqual(trees.trees);
  });
});
