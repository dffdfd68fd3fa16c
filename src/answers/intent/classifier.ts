/** What free words probably ask for, learnt from corpus/intents.json; loaded when rules cannot tell. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../../root.ts";
import type { Intent } from "./rules.ts";

export interface Guess {
  readonly intent: Intent;
  /** Share of the belief that this intent has among all, in [0, 1]. */
  readonly sure: number;
}

/** Stands in a phrase for what it is about: words that no phrase has. */
const ABOUT = "…";
const HAN = /\p{Script=Han}/u;
/** How much of a long text is looked at, from its start and its end. */
const MOST = 15;

/**
 * Trains the classifier: some 800 phrases, a few milliseconds. It sees the words of the phrases and which stand side
 * by side; whatever else is said is what it is about, one as good as another.
 */
export async function createClassifier(): Promise<(text: string) => Guess | undefined> {
  const BayesClassifier = bayesClassifier();
  const data = await readFile(join(root, "corpus", "intents.json"), "utf8");
  const phrases = JSON.parse(data) as Readonly<Record<Intent, readonly string[]>>;
  const known = new Set(Object.values(phrases).flat().flatMap(knownOf));
  const classifier = new BayesClassifier();
  for (const [intent, examples] of Object.entries(phrases))
    for (const example of examples) classifier.addDocument(pairs(plainOf(example, known)), intent);
  classifier.train();
  return (text) => {
    const words = plainOf(text, known);
    if (words.length === 0) return undefined;
    if (words.join("") === ABOUT) return { intent: "search", sure: 1 };
    const guesses = classifier
      .getClassifications(pairs(words))
      // Features depend on each other: what they say together counts for less than their product.
      .map(({ label, value }) => ({ label, value: Math.sqrt(value) }));
    const all = guesses.reduce((sum, { value }) => sum + value, 0);
    const [best] = guesses;
    return best && { intent: best.label as Intent, sure: best.value / all };
  };
}

/** Beginnings of words, Han characters one by one, and the marks that say something. */
function wordsOf(text: string): string[] {
  const plain = text.normalize("NFC").toLowerCase().replace(/ё/g, "е").replace(/？/g, "?");
  return [
    ...plain.matchAll(/…|\?|\p{Script=Han}|[^\P{L}\p{Script=Han}]+(?:['’][^\P{L}\p{Script=Han}]+)?|\p{N}+/gu),
  ].map(([word]) => (/^\p{N}/u.test(word) ? "5" : word.replace("’", "'").slice(0, 6)));
}

/** What a phrase teaches to know: its words; of Chinese, two characters together, or one beside what it is about. */
function knownOf(phrase: string): string[] {
  const words = wordsOf(phrase);
  return words.flatMap((word, i) => {
    if (!HAN.test(word)) return [word];
    const next = words[i + 1] ?? "";
    const alone = !HAN.test(next) || !HAN.test(words[i - 1] ?? "");
    return [...(HAN.test(next) ? [word + next] : []), ...(alone ? [word] : [])];
  });
}

/** The words of a text, those that no phrase taught as what it is about. */
function plainOf(text: string, known: ReadonlySet<string>): string[] {
  const words = wordsOf(text);
  const some = words.length > 2 * MOST ? [...words.slice(0, MOST), ...words.slice(-MOST)] : words;
  return some
    .map((word, i) => {
      const knows = [word, word + (some[i + 1] ?? ""), (some[i - 1] ?? "") + word].some((one) =>
        known.has(one),
      );
      return knows ? word : ABOUT;
    })
    .filter((word, i, all) => word !== ABOUT || all[i - 1] !== ABOUT);
}

/** The words, and each two that stand side by side. */
function pairs(words: readonly string[]): string[] {
  return ["^", ...words].flatMap((word, i) => {
    const pair = `${word} ${words[i] ?? "$"}`;
    return i === 0 ? [pair] : [word, pair];
  });
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
