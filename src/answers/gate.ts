/** Whether a question is answered at all: trees over what the rules and the order say, trained on judged questions. */
import { once } from "../once.ts";
import type { PassageTerm } from "../search/search.ts";
import type { Ruling } from "./confidence.ts";
import type { AnswerFacts } from "./facts.ts";
import type { Ordered } from "./order.ts";
import { readTrees, sumOf, type Trees } from "./trees.ts";
import { unmetOf } from "./unmet.ts";

/** Trained by `npm run train:answers`; above 0 a question is answered. */
const trained = once(() => readTrees("answer-gate.json"));

/** What lies further from 0 tells no more. */
const FURTHEST = 8;
const within = (sum: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, sum));
/** Facts of the second sentence that tell how far the first one is ahead. */
const OF_SECOND = ["here", "around", "covered", "score", "matter"];

/** What the gate looks at. @param ruling of the rules' best sentence @param terms of the question */
export function signsOf(
  ruling: Ruling,
  ordered: readonly Ordered[],
  terms: readonly PassageTerm[],
): AnswerFacts {
  const [first, second] = ordered;
  if (!first) return {};
  const sums = ordered.slice(0, 3).map((one) => within(one.sum));
  const sum = within(first.sum);
  const next = within(second?.sum ?? -FURTHEST);
  return {
    ...first.facts,
    ...named("rule", ruling.features),
    ...named("second", Object.fromEntries(OF_SECOND.map((name) => [name, second?.facts[name] ?? 0]))),
    ...unmetOf(ordered, terms),
    ...{ rules: within(ruling.sum), sum, next, lead: sum - next },
    "mean of three": sums.reduce((all, one) => all + one, 0) / sums.length,
    ranked: ordered.length,
    place: first.place,
  };
}

function named(of: string, facts: AnswerFacts): AnswerFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`${of} ${name}`, value]));
}

/** How sure it is that the question is answered, in [0, 1]; from 0.5 on it is. */
export function confidenceOf(
  ruling: Ruling,
  ordered: readonly Ordered[],
  terms: readonly PassageTerm[],
  gate: Trees = trained(),
): number {
  return 1 / (1 + Math.exp(-sumOf(gate, signsOf(ruling, ordered, terms))));
}
