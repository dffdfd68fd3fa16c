/** Fits a logistic model whose weights are held near 0: gradient steps with momentum (Adam) over all rows. */
import type { Gate } from "../../../src/answers/gate.ts";

type Row = Readonly<Record<string, number>>;

const STEPS = 800;
const RATE = 0.03;

/** @param hold how strongly weights of facts, each scaled to one deviation, are held near 0 */
export function weigh(rows: readonly Row[], labels: readonly number[], hold: number): Gate {
  const names = Object.keys(rows[0] ?? {});
  const scales = names.map((name) => {
    const values = rows.map((row) => row[name] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    return { mean, spread: spread || 1 };
  });
  const scaled = rows.map((row) =>
    Float64Array.from(
      names,
      (name, at) => ((row[name] ?? 0) - (scales[at]?.mean ?? 0)) / (scales[at]?.spread ?? 1),
    ),
  );
  const weights = new Float64Array(names.length + 1);
  const slope = new Float64Array(weights.length);
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  for (let step = 1; step <= STEPS; step++) {
    for (let at = 0; at < names.length; at++) slope[at] = hold * (weights[at] ?? 0);
    slope[names.length] = 0;
    for (const [n, row] of scaled.entries()) {
      let sum = weights[names.length] ?? 0;
      for (let at = 0; at < names.length; at++) sum += (weights[at] ?? 0) * (row[at] ?? 0);
      const miss = 1 / (1 + Math.exp(-sum)) - (labels[n] ?? 0);
      for (let at = 0; at < names.length; at++) slope[at] = (slope[at] ?? 0) + miss * (row[at] ?? 0);
      slope[names.length] = (slope[names.length] ?? 0) + miss;
    }
    for (let at = 0; at < weights.length; at++) {
      const g = slope[at] ?? 0;
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * g;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * g * g;
      const moved = (first[at] ?? 0) / (1 - 0.9 ** step);
      weights[at] =
        (weights[at] ?? 0) - (RATE * moved) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  let bias = weights[names.length] ?? 0;
  const raw = names.map((name, at): [string, number] => {
    const weight = (weights[at] ?? 0) / (scales[at]?.spread ?? 1);
    bias -= weight * (scales[at]?.mean ?? 0);
    return [name, Math.round(weight * 1e4) / 1e4];
  });
  return { bias, weights: Object.fromEntries(raw.filter(([, weight]) => weight !== 0)) };
}
