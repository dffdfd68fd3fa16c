/** How sure it is that the best sentence answers: a logistic model of a few features, fitted on judged questions. */
import type { PassageTerm } from "../search/search.ts";
import { type RankedSentence, sharer } from "./rank.ts";

/** Features of the best sentence; all in [0, 1]. */
export interface Features {
  /** Share of the question that its article meets, and that it meets itself. */
  readonly covered: number;
  readonly here: number;
  /** Share that it, its neighbours and the title meet. */
  readonly around: number;
  /** The kind of thing that is wanted (a sum, a time, a reason) is not there. */
  readonly lacks: number;
  /** Share of the question's words that any article has. */
  readonly known: number;
  /** Whether a number of the question is nowhere in the article, nor the year it was published in. */
  readonly missesNumber: number;
  /** The article is in another language than the question. */
  readonly foreign: number;
  /** The weightiest word of the question is nowhere in the article. */
  readonly missesKey: number;
  /** A name that the question writes with a capital letter is nowhere in the article. */
  readonly missesName: number;
  /** The square of `covered`: what is nearly whole counts more. */
  readonly wholly: number;
}

/**
 * Logistic regression on the dev half of test/answers/judged.json, both classes weighing the same; `lacks` and
 * `missesNumber` are too rare there to be learnt and set by hand.
 */
export const FITTED: Readonly<Record<keyof Features | "bias", number>> = {
  bias: -6.56,
  covered: 2.44,
  here: 2.39,
  around: 2.01,
  foreign: 2.43,
  lacks: -2,
  known: 0.31,
  missesNumber: -1,
  missesKey: 0.59,
  missesName: -1,
  wholly: 3.59,
};

/** In [0, 1]; 0 when there is no sentence at all. @param published when its article was */
export function confidenceOf(
  terms: readonly PassageTerm[],
  ranked: readonly RankedSentence[],
  foreign: boolean,
  published: string | null = null,
): number {
  const features = featuresOf(terms, ranked, foreign, published);
  if (!features) return 0;
  let sum = FITTED.bias;
  for (const [name, value] of Object.entries(features)) sum += value * FITTED[name as keyof Features];
  return 1 / (1 + Math.exp(-sum));
}

/** Undefined when there is no sentence. */
export function featuresOf(
  terms: readonly PassageTerm[],
  ranked: readonly RankedSentence[],
  foreign: boolean,
  published: string | null = null,
): Features | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const { here, title, whole } = best.passage;
  const met = terms.map((_, i) => Math.max(here[i] ?? 0, title[i] ?? 0, whole[i] ?? 0));
  const known = sharer(terms)(terms.map((term) => (term.known ? 1 : 0)));
  const missed = terms.filter((_, i) => (met[i] ?? 0) === 0);
  const heaviest = Math.max(0, ...terms.map(({ weight }) => weight));
  const year = published?.slice(0, 4);
  const numbers = missed.filter(({ written }) => /^\p{N}[\p{N}.,%]*$/u.test(written) && written !== year);
  return {
    covered: best.covered,
    here: best.here,
    around: best.around,
    foreign: foreign ? 1 : 0,
    lacks: best.offers === 0 ? 1 : 0,
    known,
    missesNumber: numbers.length > 0 ? 1 : 0,
    missesName: missed.some(({ written }) => /^\p{Lu}\p{Ll}/u.test(written)) ? 1 : 0,
    wholly: best.covered ** 2,
    missesKey: missed.some(({ weight }) => weight >= heaviest * 0.95) ? 1 : 0,
  };
}
