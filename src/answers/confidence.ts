/** How sure it is that a sentence answers: a logistic model of a few features, fitted on judged questions. */
import type { Verdict } from "./constraints/constraint.ts";
import { CHECKS } from "./constraints/hold.ts";
import type { RankedSentence } from "./rank.ts";

/**
 * What each feature adds; fitted on the dev halves of the judged sets. An answer refused weighs 1.8 times as much as a
 * wrong one let through, and what speaks of another (country, person, year …) is held to refuse by itself.
 */
const FITTED: Readonly<Record<string, number>> = {
  bias: 1.02,
  here: -0.39,
  around: 1.14,
  covered: 1.52,
  foreign: 0.37,
  low: -5.66,
  behind: -2.06,
  single: -1.73,
  countsOther: -2.4,
  leansOnly: -1.94,
  notFound: -1.8,
  countriesContradicted: -3.75,
  countriesOpen: -0.89,
  bodiesContradicted: -4.07,
  bodiesOpen: -0.4,
  placesContradicted: -4.12,
  placesOpen: 0.3,
  eventsContradicted: -4.09,
  eventsOpen: -0.4,
  namesContradicted: -3.67,
  namesOpen: -0.63,
  officesContradicted: -3.95,
  officesOpen: -0.47,
  yearsContradicted: -4.14,
  yearsOpen: -0.36,
  ordinalsContradicted: -4.11,
  ordinalsOpen: -0.4,
  numbersContradicted: -1.24,
  numbersOpen: -0.36,
  focusContradicted: 0.12,
  focusOpen: -2.38,
  oppositesContradicted: -4.1,
  oppositesOpen: 0.01,
  rolesContradicted: -3.95,
  rolesOpen: -1.85,
  doneContradicted: -1.46,
  doneOpen: -0.4,
  denialContradicted: -0.62,
  denialOpen: -0.4,
  disclosureContradicted: -3.63,
  disclosureOpen: -0.4,
  kindContradicted: -3.78,
  kindOpen: -0.4,
  speakerContradicted: -0.81,
  speakerOpen: -1.66,
  addsContradicted: -1.0,
  addsOpen: -0.4,
  definitionContradicted: -0.98,
  definitionOpen: -0.4,
  upcomingContradicted: -1.0,
  upcomingOpen: -0.24,
};

/** Features of the best sentence; in [0, 1]. @param found whether a search for the question's words finds its article */
function featuresOf(best: RankedSentence, found: boolean): Readonly<Record<string, number>> {
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
    behind,
    single: Number(words < 2),
    countsOther: foreign || verdicts.kind === undefined ? 0 : is("focus", "contradicted"),
    leansOnly: here < 0.05 ? is("focus", "contradicted") : 0,
    notFound: Number(!found),
    ...Object.fromEntries(
      Object.keys(CHECKS).flatMap((name) => [
        [`${name}Contradicted`, is(name, "contradicted")],
        [`${name}Open`, is(name, "open")],
      ]),
    ),
  };
}

/** In [0, 1]; from 0.5 on it is worth showing. */
export function confidenceOf(best: RankedSentence, found: boolean): number {
  const sum = Object.entries(featuresOf(best, found)).reduce(
    (all, [name, value]) => all + value * (FITTED[name] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}
