/** How sure it is that the best sentence answers: a logistic model of a few features, fitted on judged questions. */
import type { PassageTerm } from "../search/search.ts";
import type { Question } from "./question.ts";
import type { RankedSentence } from "./rank.ts";

/** Features of the best sentence; all in [0, 1]. */
export interface Features {
  /** Share of the question that its article meets, and that it meets itself. */
  readonly covered: number;
  readonly here: number;
  /** The kind of thing that is wanted is there. */
  readonly offers: number;
  /** Share of the question's words that any article has. */
  readonly known: number;
  /** Whether a number of the question is nowhere in the article. */
  readonly missesNumber: number;
  /** The weightiest word of the question is nowhere in the article. */
  readonly missesKey: number;
}

/** Fitted by `npm run fit:answers`-like gradient descent on the dev half alone; see test/answers/judge.test.ts. */
export const FITTED: Readonly<Record<keyof Features | "bias", number>> = {
  bias: -4,
  covered: 5,
  here: 1.5,
  offers: 1.5,
  known: 0.5,
  missesNumber: -2,
  missesKey: -1.5,
};

/** In [0, 1]; 0 when there is no sentence at all. */
export function confidenceOf(
  question: Question,
  terms: readonly PassageTerm[],
  ranked: readonly RankedSentence[],
): number {
  const features = featuresOf(question, terms, ranked);
  if (!features) return 0;
  let sum = FITTED.bias;
  for (const [name, value] of Object.entries(features)) sum += value * FITTED[name as keyof Features];
  return 1 / (1 + Math.exp(-sum));
}

/** Undefined when there is no sentence. */
export function featuresOf(
  _question: Question,
  terms: readonly PassageTerm[],
  ranked: readonly RankedSentence[],
): Features | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const { here, title, whole } = best.passage;
  const met = terms.map((_, i) => Math.max(here[i] ?? 0, title[i] ?? 0, whole[i] ?? 0));
  const all = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const known = terms.reduce((sum, term) => sum + (term.known ? term.weight : 0), 0) / all;
  const missed = terms.filter((_, i) => (met[i] ?? 0) === 0);
  const heaviest = Math.max(0, ...terms.map(({ weight }) => weight));
  return {
    covered: best.covered,
    here: best.here,
    offers: best.offers,
    known,
    missesNumber: missed.some(({ written }) => /^\p{N}[\p{N}.,%]*$/u.test(written)) ? 1 : 0,
    missesKey: missed.some(({ weight }) => weight >= heaviest * 0.95) ? 1 : 0,
  };
}
