/** Whether a question is answered at all: a linear model of what the rules and the trees say, trained on judged questions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "../once.ts";
import { root } from "../root.ts";
import type { Ruling } from "./confidence.ts";
import type { Facts } from "./facts.ts";
import type { Ordered } from "./order.ts";

export interface Gate {
  /** Added to the sum. */
  readonly bias: number;
  readonly weights: Facts;
}

/** Trained by `npm run train:answers`. */
const trained = once(
  () => JSON.parse(readFileSync(join(root, "corpus", "answer-gate.json"), "utf8")) as Gate,
);

/** What lies further from 0 tells no more. */
const FURTHEST = 8;
const within = (sum: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, sum));

/** What the gate looks at. @param ruling of the rules' best sentence */
export function signsOf(ruling: Ruling, [first, second, ...rest]: readonly Ordered[]): Facts {
  if (!first) return {};
  const ruled = Object.entries(ruling.features).map(([name, value]) => [`rule ${name}`, value]);
  return {
    ...first.facts,
    ...Object.fromEntries(ruled),
    rules: within(ruling.sum),
    sum: within(first.sum),
    next: within(second?.sum ?? -FURTHEST),
    ranked: rest.length + (second ? 2 : 1),
    place: first.place,
  };
}

/** How sure it is that the question is answered, in [0, 1]; from 0.5 on it is. */
export function confidenceOf(
  ruling: Ruling,
  ordered: readonly Ordered[],
  { bias, weights }: Gate = trained(),
): number {
  const signs = signsOf(ruling, ordered);
  const sum = Object.entries(weights).reduce(
    (all, [name, weight]) => all + weight * (signs[name] ?? 0),
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
}
