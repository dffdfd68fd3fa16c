/** What free words probably ask for, learnt from corpus/intents.json; loaded when rules cannot tell. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../root.ts";
import { inSlices } from "../slices.ts";
import type { Intent } from "./rules.ts";

export interface Guess {
  readonly intent: Intent;
  /** Share of the belief that this intent has among all, in [0, 1]. */
  readonly sure: number;
  /** From the first to the last word that no wish has: what to watch. "" where all words are of wishes. */
  readonly about: string;
}

/** Stands in a phrase for what it is about: words that no phrase has. */
const ABOUT = "…";
const HAN = /\p{Script=Han}/u;
/** How much of a long text is looked at, from its start and its end. */
const MOST = 10;
/** What is counted for a word that an intent never had: most words of so many phrases are rare. */
const SMOOTHING = 0.3;

/**
 * Trains the classifier in slices: some 3,000 phrases, a fifth of a second in all. It sees the words of the phrases and
 * which two and three stand side by side; whatever else is said is what it is about, one as good as another.
 */
export async function createClassifier(): Promise<(text: string) => Guess | undefined> {
  const BayesClassifier = bayesClassifier();
  const data = await readFile(join(root, "corpus", "intents.json"), "utf8");
  const phrases = JSON.parse(data) as Readonly<Record<string, readonly string[]>>;
  const taught = Object.entries(phrases).flatMap(([intent, examples]) =>
    examples.map((example) => ({ intent, example })),
  );
  const known = new Set<string>();
  // Phrases of search name things too, that others may be about; questions name what may be watched.
  const wishing = new Set<string>();
  const plainly = new Set<string>();
  await inSlices(taught, ({ intent, example }) => {
    const words = wordsOf(example);
    const [together, beside] = [togetherOf(words), besideOf(words)];
    for (const word of [...together, ...beside]) known.add(word);
    if (intent !== "search") for (const word of [...together, ...beside]) wishing.add(word);
    if (intent !== "search" && intent !== "ask") for (const word of together) plainly.add(word);
  });
  // What it is made of takes only what is there of a phrase; by itself it would look for all that it ever saw.
  const { classifier } = new BayesClassifier(undefined, SMOOTHING);
  await inSlices(taught, ({ intent, example }) => {
    classifier.addExample(runs(plainOf(wordsOf(example), known)), intent);
  });
  return (said) => {
    const text = said.normalize("NFC");
    const words = wordsOf(text);
    const plain = plainOf(words, known);
    if (plain.length === 0) return undefined;
    if (plain.join("") === ABOUT) return { intent: "search", sure: 0.5, about: text };
    const guesses = classifier
      .getClassifications(runs(plain))
      // An intent of many phrases is no likelier. Each word is in three of the features or so: what they say together
      // counts for less than their product.
      .map(({ label, value }) => ({ label, value: Math.cbrt(value / (phrases[label]?.length ?? 1)) }))
      .sort((a, b) => b.value - a.value);
    const all = guesses.reduce((sum, { value }) => sum + value, 0);
    const [best] = guesses;
    if (!best) return undefined;
    const bare = words.every((_, i) => knows(wishing, words, i));
    const strange = words.filter((_, i) => !knows(plainly, words, i));
    const about = bare ? "" : text.slice(strange[0]?.start ?? text.length, strange.at(-1)?.end);
    return { intent: best.label as Intent, sure: best.value / all, about };
  };
}

interface Word {
  readonly word: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Beginnings of words, Han characters one by one, and the marks that say something. */
function wordsOf(text: string): readonly Word[] {
  const words = text.matchAll(
    /…|[?？]|\p{Script=Han}|[^\P{L}\p{Script=Han}]+(?:['’][^\P{L}\p{Script=Han}]+)?|\p{N}+/gu,
  );
  return [...words].map(({ 0: word, index }) => ({
    word: plainWord(word),
    start: index,
    end: index + word.length,
  }));
}

function plainWord(word: string): string {
  if (/^\p{N}/u.test(word)) return "5";
  return word.toLowerCase().replace(/ё/g, "е").replace("？", "?").replace("’", "'").slice(0, 6);
}

/** What a phrase teaches to know: its words; of Chinese, two characters together, or one by itself. */
function togetherOf(words: readonly Word[]): string[] {
  return words.flatMap(({ word }, i) => {
    const [before, next] = [words[i - 1]?.word ?? "", words[i + 1]?.word ?? ""];
    if (HAN.test(word) && HAN.test(next)) return [word + next];
    return HAN.test(word) && HAN.test(before) ? [] : [word];
  });
}

/** Characters beside what a phrase is about. */
function besideOf(words: readonly Word[]): string[] {
  return words.flatMap(({ word }, i) => {
    const inside = HAN.test(words[i - 1]?.word ?? "") && HAN.test(words[i + 1]?.word ?? "");
    return HAN.test(word) && !inside ? [word] : [];
  });
}

function knows(known: ReadonlySet<string>, words: readonly Word[], i: number): boolean {
  const [before = "", word = "", after = ""] = [words[i - 1]?.word, words[i]?.word, words[i + 1]?.word];
  return [word, word + after, before + word].some((one) => known.has(one));
}

/** The words of a text, those that no phrase taught as what it is about. */
function plainOf(words: readonly Word[], known: ReadonlySet<string>): string[] {
  const some = words.length > 2 * MOST ? [...words.slice(0, MOST), ...words.slice(-MOST)] : words;
  return some
    .map(({ word }, i) => (knows(known, some, i) ? word : ABOUT))
    .filter((word, i, all) => word !== ABOUT || all[i - 1] !== ABOUT);
}

/** The words, and each two and three that stand side by side, the ends counting as words; each its own key. */
function runs(words: readonly string[]): Readonly<Record<string, string>> {
  const ended = ["^", ...words, "$"];
  const all = [1, 2, 3].flatMap((length) =>
    ended.slice(length - 1).map((_, i) => ended.slice(i, i + length).join(" ")),
  );
  return Object.fromEntries(all.map((run) => [run, run]));
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
