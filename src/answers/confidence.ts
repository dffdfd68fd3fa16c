/** How sure it is that a sentence answers: a logistic model of a few features, fitted on judged questions. */
import type { Verdict } from "./constraints/constraint.ts";
import { CHECKS } from "./constraints/hold.ts";
import type { RankedSentence } from "./rank.ts";

/** What each feature adds; fitted on the dev halves of the judged sets, both classes weighing the same. */
const FITTED: Readonly<Record<string, number>> = {
  bias: -0.54,
  here: -0.48,
  around: 1.35,
  covered: 1.54,
  foreign: 0.58,
  low: -5.77,
  apart: -0.13,
  single: -1.4,
  focusForeign: 0.29,
  foreignCovered: 0.53,
  countriesContradicted: -3.05,
  countriesOpen: -0.46,
  bodiesContradicted: -2.22,
  bodiesOpen: -0.5,
  placesContradicted: -2.46,
  placesOpen: -0.48,
  eventsContradicted: -2.24,
  eventsOpen: -0.5,
  namesContradicted: -2.92,
  namesOpen: -0.65,
  officesContradicted: -2.47,
  officesOpen: -0.51,
  yearsContradicted: -2.46,
  yearsOpen: -0.47,
  ordinalsContradicted: -2.33,
  ordinalsOpen: -0.5,
  numbersContradicted: -1.83,
  numbersOpen: -0.43,
  focusContradicted: -0.93,
  focusOpen: -0.75,
  oppositesContradicted: -2.53,
  oppositesOpen: -0.61,
  rolesContradicted: -2.18,
  rolesOpen: -1.17,
  doneContradicted: -1.36,
  doneOpen: -0.5,
  denialContradicted: -1.15,
  denialOpen: -0.52,
  disclosureContradicted: -2.52,
  disclosureOpen: -0.5,
  kindContradicted: -3.02,
  kindOpen: -0.5,
  speakerContradicted: -1.92,
  speakerOpen: -0.86,
  addsContradicted: -1.7,
  addsOpen: -0.5,
};

/** Features of the best sentence; in [0, 1]. */
function featuresOf(best: RankedSentence): Readonly<Record<string, number>> {
  const { here, around, covered, words, foreign, verdicts } = best;
  const is = (name: string, verdict: Verdict) =>
    Number((verdicts as Record<string, Verdict>)[name] === verdict);
  return {
    bias: 1,
    here,
    around,
    covered,
    foreign: Number(foreign),
    low: Math.max(0, 0.45 - covered),
    apart: Number(here < 0.1),
    single: Number(words < 2),
    focusForeign: foreign ? is("focus", "contradicted") : 0,
    foreignCovered: foreign ? covered : 0,
    ...Object.fromEntries(
      Object.keys(CHECKS).flatMap((name) => [
        [`${name}Contradicted`, is(name, "contradicted")],
        [`${name}Open`, is(name, "open")],
      ]),
    ),
  };
}

/** In [0, 1]; 0.5 is where as large a share of answers as of non-answers is judged wrongly. */
export function confidenceOf(best: RankedSentence): number {
  const sum = Object.entries(featuresOf(best)).reduce(
    (all, [name, value]) => all + value * (FITTED[name] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}
