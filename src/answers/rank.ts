/** Ranks sentences as answers to a question, and says how sure it is of the best. */
import type { Passage, Passages, PassageTerm } from "../search/search.ts";
import { numbersIn, offers, type Question } from "./question.ts";

/** Weights, chosen on the dev half of the judged questions (test/answers/judged.json). */
export const WEIGHTS = {
  /** What a term counts for when it is not in the sentence but beside it, in the title, or elsewhere. */
  near: 0.5,
  title: 0.9,
  whole: 0.3,
  /** The kind of thing that is wanted is there. */
  offers: 0.3,
  /** A number stands near one of the question's words. */
  close: 0.15,
  /** The place of the article among all. */
  article: 0.1,
  /** An earlier sentence, a little. */
  early: 0.01,
};
export type Weights = typeof WEIGHTS;

export interface RankedSentence {
  readonly passage: Passage;
  readonly score: number;
  /** Share of the question that the sentence and its surroundings meet, in [0, 1]. */
  readonly covered: number;
  /** Share that the sentence alone meets. */
  readonly here: number;
  readonly offers: number;
}

/** Sentences that may answer, best first; those that meet nothing are left out. */
export function rankSentences(
  question: Question,
  { terms, passages }: Passages,
  weights: Weights = WEIGHTS,
): readonly RankedSentence[] {
  return passages
    .map((passage) => rate(question, terms, passage, weights))
    .filter(({ here }) => here > 0)
    .sort(
      (a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1) || a.passage.at - b.passage.at,
    );
}

function rate(
  question: Question,
  terms: readonly PassageTerm[],
  passage: Passage,
  weights: Weights,
): RankedSentence {
  const { near, title, whole } = weights;
  const at = (list: readonly number[], i: number) => list[i] ?? 0;
  const around = terms.map((_, i) =>
    Math.max(
      at(passage.here, i),
      at(passage.near, i) * near,
      at(passage.title, i) * title,
      at(passage.whole, i) * whole,
    ),
  );
  const anywhere = terms.map((_, i) =>
    Math.max(at(passage.here, i), at(passage.title, i), at(passage.whole, i)),
  );
  const covered = share(terms, anywhere);
  const here = share(terms, passage.here);
  const offered = offers(passage.text, question.wants);
  const score =
    share(terms, around) +
    offered * weights.offers +
    closeness(question, passage) * weights.close +
    passage.articleScore * weights.article -
    passage.at * weights.early;
  return { passage, score, covered, here, offers: offered };
}

/** How near a number stands to a word of the question: 1 side by side, 0 from 40 characters on. */
function closeness({ wants }: Question, { text, marks }: Passage): number {
  if (wants === "thing" || wants === "person" || wants === "place" || wants === "reason") return 0;
  const distances = numbersIn(text).flatMap((at) =>
    marks.map(([start, end]) => (at < start ? start - at : at > end ? at - end : 40)),
  );
  return Math.max(0, 1 - Math.min(40, ...distances) / 40);
}

/**
 * The share of the question's weight that is met. A term that is not met is no loss where other terms that are
 * met cover its characters: pairs of Han characters overlap the words that they are cut from.
 */
function share(terms: readonly PassageTerm[], met: readonly number[]): number {
  let got = 0;
  let all = 0;
  for (const [i, term] of terms.entries()) {
    const strength = met[i] ?? 0;
    if (strength === 0 && isCovered(term, terms, met)) continue;
    got += term.weight * strength;
    all += term.weight;
  }
  return all === 0 ? 0 : got / all;
}

function isCovered(
  { start, end }: PassageTerm,
  terms: readonly PassageTerm[],
  met: readonly number[],
): boolean {
  for (let at = start; at < end; at++)
    if (!terms.some((other, i) => (met[i] ?? 0) > 0 && other.start <= at && other.end > at)) return false;
  return true;
}
