/** A linear model that tells classes by features: multinomial logistic regression, its weights in a file of corpus/. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

/** Weights by feature, each a list of pairs: class, weight in twentieths. */
export interface LinearModel {
  readonly classes: readonly string[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Weights are whole numbers of one part in so many. */
export const SCALE = 20;

/** How likely each class is; all together 1. */
export function likelihoods(model: LinearModel, features: readonly string[]): number[] {
  const scores = model.classes.map(() => 0);
  for (const feature of features) {
    const pairs = model.weights[feature] ?? [];
    for (let at = 0; at < pairs.length; at += 2) {
      const index = pairs[at] ?? 0;
      scores[index] = (scores[index] ?? 0) + (pairs[at + 1] ?? 0) / SCALE;
    }
  }
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Reads a model: a hash of what it was trained on, the classes, then a line for each feature with its pairs. */
export function readModel(name: string): LinearModel {
  const [, head = "", ...lines] = readFileSync(join(root, "corpus", name), "utf8")
    .trimEnd()
    .split("\n");
  const weights: Record<string, readonly number[]> = Object.create(null);
  for (const line of lines) {
    const [feature = "", pairs = ""] = line.split("\t");
    weights[feature] = pairs.split(" ").map(Number);
  }
  return { classes: head.split("\t"), weights };
}
