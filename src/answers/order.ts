/** The order in which sentences are shown: what trained trees say of them, where the rules find nothing wrong. */
import { once } from "../once.ts";
import type { Passages } from "../search/search.ts";
import { type AnswerFacts, factsOf } from "./facts.ts";
import type { Question } from "./question.ts";
import { isWrong, type RankedSentence } from "./rank.ts";
import { sharer } from "./share.ts";
import { readTrees, sumOf, type Trees } from "./trees.ts";

/** Trained on the halves for work of the judged questions: `npm run train:answers`. */
const trees = once(() => readTrees("answer-trees.json"));

export interface Ordered {
  readonly sentence: RankedSentence;
  readonly facts: AnswerFacts;
  /** What the trees say; above 0 it is likelier right than not. */
  readonly sum: number;
  /** Its place among what the rules ranked, from 0. */
  readonly place: number;
}

/** @param ranked by the rules; what speaks of another country, person or year stays behind all others */
export function inOrder(
  ranked: readonly RankedSentence[],
  question: Question,
  found: Passages,
  by: Trees = trees(),
): readonly Ordered[] {
  const all = factsOf(ranked, question, found, sharer(found.terms));
  return ranked
    .map((sentence, place): Ordered => {
      const facts = all[place] ?? {};
      return { sentence, facts, place, sum: sumOf(by, facts) };
    })
    .sort(
      (a, b) => Number(isWrong(a.sentence.verdicts)) - Number(isWrong(b.sentence.verdicts)) || b.sum - a.sum,
    );
}
