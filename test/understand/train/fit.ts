/** Fits a linear model: multinomial logistic regression by stochastic steps, the same each time. */
import { type LinearModel, SCALE } from "../../../src/understand/linear-model.ts";

export interface Example {
  readonly features: readonly string[];
  readonly is: string;
  /** How much it counts. */
  readonly weight?: number;
}

export interface Fitting {
  readonly turns?: number;
  readonly rate?: number;
  /** How strongly weights are held near 0. */
  readonly hold?: number;
  /** A feature must stand in so many examples. */
  readonly least?: number;
  /** The part of an example's features that is left out each time, so that each learns to stand alone. */
  readonly drop?: number;
  /** Weights nearer to 0 are left out. */
  readonly near?: number;
  /** So many of the last turns are averaged: what a single turn leaves depends on the order of its examples. */
  readonly last?: number;
}

/** Same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const out = [...list];
  const random = randomOf(seed);
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

export function fit(
  examples: readonly Example[],
  { turns = 12, rate = 0.15, hold = 2e-4, least = 2, drop = 0, near = 0.2, last = 1 }: Fitting = {},
): LinearModel {
  const classes = [...new Set(examples.map(({ is }) => is))].sort();
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = new Map([...counts].filter(([, n]) => n >= least).map(([feature], at) => [feature, at]));
  const size = classes.length;
  const weights = new Float64Array(known.size * size);
  const steps = new Float64Array(known.size * size).fill(1e-6);
  const rows = examples.map(({ features, is, weight = 1 }) => ({
    at: features.flatMap((feature) => known.get(feature) ?? []),
    is: classes.indexOf(is),
    weight,
  }));
  const scores = new Float64Array(size);
  const random = randomOf(5);
  const sum = new Float64Array(known.size * size);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const { at: every, is, weight } of shuffled(rows, turn + 1)) {
      const at = drop > 0 ? every.filter(() => random() >= drop) : every;
      scores.fill(0);
      for (const one of at)
        for (let c = 0; c < size; c += 1) scores[c] = (scores[c] ?? 0) + (weights[one * size + c] ?? 0);
      const most = Math.max(...scores);
      let total = 0;
      for (let c = 0; c < size; c += 1) {
        scores[c] = Math.exp((scores[c] ?? 0) - most);
        total += scores[c] ?? 0;
      }
      for (let c = 0; c < size; c += 1) scores[c] = weight * ((scores[c] ?? 0) / total - (c === is ? 1 : 0));
      for (const one of at)
        for (let c = 0; c < size; c += 1) {
          const place = one * size + c;
          const slope = (scores[c] ?? 0) + hold * (weights[place] ?? 0);
          const step = (steps[place] ?? 0) + slope * slope;
          steps[place] = step;
          weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(step);
        }
    }
    if (turn >= turns - last) for (const [at, weight] of weights.entries()) sum[at] = (sum[at] ?? 0) + weight;
  }
  const written: Record<string, number[]> = {};
  for (const [feature, one] of known) {
    const pairs: number[] = [];
    for (let c = 0; c < size; c += 1) {
      const weight = (sum[one * size + c] ?? 0) / last;
      if (Math.abs(weight) >= near) pairs.push(c, Math.round(weight * SCALE));
    }
    if (pairs.length > 0) written[feature] = pairs;
  }
  return { classes, weights: written };
}
