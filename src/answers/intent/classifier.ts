/** What free words probably ask for, learnt from corpus/intents.json; loaded when rules cannot tell. */
import { readFile } from "node:fs/promises";
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
  const [{ default: BayesClassifier }, data] = await Promise.all([
    import("natural/lib/natural/classifiers/bayes_classifier.js"),
    readFile(join(root, "corpus", "intents.json"), "utf8"),
  ]);
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
