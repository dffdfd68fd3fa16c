/** What free words probably ask for, learnt from corpus/intents.json; loaded when rules cannot tell. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../../root.ts";
import type { Intent } from "./rules.ts";
import { features } from "./words.ts";

export interface Guess {
  readonly intent: Intent;
  /** Share of the belief that this intent has among all, in [0, 1]. */
  readonly sure: number;
}

/** Trains the classifier: some 300 phrases, a few milliseconds. */
export async function createClassifier(): Promise<(text: string) => Guess | undefined> {
  const BayesClassifier = bayesClassifier();
  const data = await readFile(join(root, "corpus", "intents.json"), "utf8");
  const phrases = JSON.parse(data) as Readonly<Record<Intent, readonly string[]>>;
  const classifier = new BayesClassifier();
  const known = new Set<string>();
  for (const [intent, examples] of Object.entries(phrases)) {
    for (const example of examples) {
      const tokens = features(example);
      for (const token of tokens) known.add(token);
      classifier.addDocument(tokens, intent);
    }
  }
  classifier.train();
  return (text) => {
    const tokens = features(text).filter((token) => known.has(token));
    if (tokens.length === 0) return undefined;
    const guesses = classifier.getClassifications(tokens);
    const all = guesses.reduce((sum, { value }) => sum + value, 0);
    const [best] = guesses;
    return best && { intent: best.label as Intent, sure: best.value / all };
  };
}

/**
 * A package below natural (sylvester) puts a Math.sign of its own in place of JavaScript's, one that calls 0 positive;
 * every date that is counted back with Temporal would fail from then on. Loaded in one go, nobody sees it.
 */
function bayesClassifier() {
  const { sign } = Math;
  try {
    return createRequire(import.meta.url)(
      "natural/lib/natural/classifiers/bayes_classifier.js",
    ) as typeof import("natural/lib/natural/classifiers/bayes_classifier.js").default;
  } finally {
    Math.sign = sign;
  }
}
