/** Ranks sentences as answers to a question, and says how sure it is of the best. */
import type { Passage, Passages, PassageTerm } from "../search/search.ts";
import { numbersIn, offers, type Question } from "./question.ts";

/** Weights, chosen on the dev half of the judged questions (test/answers/judged.json). */
export const WEIGHTS = {
  /** What a term counts for when it is not in the sentence but beside it, in the title, or elsewhere. */
  near: 0.4,
  title: 1,
  whole: 0.3,
  /** The kind of thing that is wanted is there. */
  offers: 0.4,
  /** A number stands near one of the question's words. */
  close: 0.1,
  /** The place of the article among all. */
  article: 0.02,
  /** What the sentence meets by itself. */
  here: 0.2,
  /** An earlier sentence, a little. */
  early: 0.015,
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
  /** Share that the sentence, its neighbours and the title meet. */
  readonly around: number;
}

/** Sentences that may answer, best first; those that meet nothing are left out. */
export function rankSentences(
  question: Question,
  { terms, passages }: Passages,
  weights: Weights = WEIGHTS,
): readonly RankedSentence[] {
  const share = sharer(terms);
  return passages
    .filter(({ text }) => !isHeading(text) && !isQuestion(text))
    .map((passage) => rate(question, terms, share, passage, weights))
    .filter(({ here, covered, offers }) => here > 0 || (covered > 0 && offers > 0))
    .sort(
      (a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1) || a.passage.at - b.passage.at,
    );
}

/** An interviewer's question, or one to the reader, answers none. */
function isQuestion(text: string): boolean {
  return /^(?:问|Q|Вопрос)\s?[:：]|[?？]["”’»]*$/u.test(text);
}

/** A line that only names what follows: short, without a full stop, or "Group 2: …". */
function isHeading(text: string): boolean {
  if (/^(?:Group \d+|Core (?:Viewpoint|Points))\b/.test(text)) return true;
  return (
    !/[.。!！?？;；…]["”’»)\]]*$/.test(text) && text.length < 50 && !/\p{Script=Han}{20}|^[-•]/u.test(text)
  );
}

function rate(
  question: Question,
  terms: readonly PassageTerm[],
  share: (met: readonly number[]) => number,
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
  const covered = share(anywhere);
  const beside = terms.map((_, i) =>
    Math.max(at(passage.here, i), at(passage.title, i), at(passage.near, i)),
  );
  const here = share(passage.here);
  const offered = offers(passage.text, question.wants);
  const score =
    share(around) +
    here * weights.here +
    offered * weights.offers +
    closeness(question, passage) * weights.close +
    passage.articleScore * weights.article -
    passage.at * weights.early;
  return { passage, score, covered, here, offers: offered, around: share(beside) };
}

/** How near a number stands to a word of the question: 1 side by side, 0 from 40 characters on. */
function closeness({ wants }: Question, { text, marks }: Passage): number {
  if (wants === "thing" || wants === "person" || wants === "place" || wants === "reason") return 0;
  const distances = numbersIn(text).flatMap((at) =>
    marks.map(([start, end]) => (at < start ? start - at : at > end ? at - end : 40)),
  );
  return Math.max(0, 1 - Math.min(40, ...distances) / 40);
}

/** Han characters that join words and mean little by themselves. */
const JOINING = new Set("的了是在有和与到对将被把之及其等为于中上下个第年月日");

/**
 * Answers, for how well each term is met, the share of the question's weight that is. It is counted character by
 * character: terms overlap (words, and pairs of Han characters), and what two of them say must not count twice.
 * A character weighs as the weightiest term on it, by length, and is met as well as the best met term on it.
 */
export function sharer(terms: readonly PassageTerm[]): (met: readonly number[]) => number {
  const length = Math.max(0, ...terms.map((term) => term.end));
  const weights = new Float64Array(length);
  for (const { start, end, weight, written } of terms)
    for (let at = start; at < end; at++)
      if (!JOINING.has(written.charAt(at - start)))
        weights[at] = Math.max(weights[at] ?? 0, weight / (end - start));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const got = new Float64Array(length);
  return (met) => {
    got.fill(0);
    for (let i = 0; i < terms.length; i++) {
      const strength = met[i] ?? 0;
      const term = terms[i];
      if (strength === 0 || !term) continue;
      for (let at = term.start; at < term.end; at++) if (strength > (got[at] ?? 0)) got[at] = strength;
    }
    let sum = 0;
    for (let at = 0; at < length; at++) sum += (weights[at] ?? 0) * (got[at] ?? 0);
    return all === 0 ? 0 : sum / all;
  };
}
