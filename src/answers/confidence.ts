/** How sure it is that a sentence answers: a logistic model of a few features, fitted on judged questions. */
import type { Verdict } from "./constraints/constraint.ts";
import { CHECKS } from "./constraints/hold.ts";
import type { RankedSentence } from "./rank.ts";

/** What each feature adds; fitted on the dev halves of the judged sets, both classes weighing the same. */
const FITTED: Readonly<Record<string, number>> = {
  bias: -0.58,
  here: -0.22,
  around: 1.33,
  covered: 1.34,
  foreign: 0.61,
  low: -5.79,
  apart: -0.04,
  behind: -3.76,
  single: -1.58,
  focusForeign: 0.33,
  foreignCovered: 0.44,
  countriesContradicted: -3.03,
  countriesOpen: -0.61,
  bodiesContradicted: -2.27,
  bodiesOpen: -0.5,
  placesContradicted: -2.39,
  placesOpen: -0.39,
  eventsContradicted: -2.25,
  eventsOpen: -0.5,
  namesContradicted: -2.92,
  namesOpen: -0.56,
  officesContradicted: -2.41,
  officesOpen: -0.49,
  yearsContradicted: -2.57,
  yearsOpen: -0.44,
  ordinalsContradicted: -2.32,
  ordinalsOpen: -0.5,
  numbersContradicted: -1.88,
  numbersOpen: -0.43,
  focusContradicted: -0.94,
  focusOpen: -0.96,
  oppositesContradicted: -2.5,
  oppositesOpen: -0.51,
  rolesContradicted: -2.17,
  rolesOpen: -1.19,
  doneContradicted: -1.47,
  doneOpen: -0.5,
  denialContradicted: -1.22,
  denialOpen: -0.52,
  disclosureContradicted: -2.62,
  disclosureOpen: -0.5,
  kindContradicted: -2.89,
  kindOpen: -0.5,
  speakerContradicted: -1.88,
  speakerOpen: -0.93,
  addsContradicted: -1.64,
  addsOpen: -0.5,
  definitionContradicted: -0.66,
  definitionOpen: -0.5,
  upcomingContradicted: -2.0,
  upcomingOpen: -0.3,
};

/** Features of the best sentence; in [0, 1]. */
function featuresOf(best: RankedSentence): Readonly<Record<string, number>> {
  const { here, around, covered, words, foreign, verdicts, behind } = best;
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
    behind,
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
