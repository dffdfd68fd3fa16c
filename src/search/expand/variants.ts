/** Variants out of what the glossary and the dictionary give, and how much each kind weighs. */

import type { Dictionary } from "../../language/dictionary.ts";
import type { Known } from "../../language/glossary.ts";
import { hanTermsOf } from "../../language/han.ts";
import type { Variant } from "./terms.ts";

/** How much each way counts beside the word as written, which counts 1. */
export const WEIGHTS = {
  glossary: 0.9,
  dictionary: 0.9,
  /** Each later rendering of the dictionary counts this much of the one before; Chinese words have fewer senses. */
  decay: { han: 0.96, english: 0.92 },
  /** A single Han character stands for too many things. */
  character: 0.8,
  /** Another word of the same family. */
  family: 0.6,
  correction: 0.8,
  pinyin: 0.8,
  name: 0.8,
  /** Another word for the same. */
  related: 0.45,
  /** The country for its capital. */
  seat: 0.5,
  /** Chinese for the English of a Russian word. */
  pivot: 0.8,
  quantity: 0.95,
  /** The digits of a quantity whose scale differs. */
  digits: 0.35,
};

/** A Han word as the index can meet it: terms all of which must be there. */
export function pairsOf(word: string): string[] {
  return [...hanTermsOf(word)];
}

/**
 * The names of glossary entries in every language, except the one that was written. A Russian name that is another
 * word as well (Газа, of gas) is left out, and so is what has no other name like what was written.
 */
export function byEntries(entries: readonly Known[], own: string, dictionary: Dictionary): Variant[] {
  const names = entries
    .filter(({ stems }) => !isAnotherWord([own], stems, dictionary))
    .flatMap(({ han, stems }) => [
      ...han.filter((name) => name !== own).map(pairsOf),
      ...stems.filter((name) => name.join(" ") !== own && !isAnotherWord(name, stems, dictionary)),
    ]);
  return translations(names, WEIGHTS.glossary, 1);
}

function isAnotherWord(name: readonly string[], all: Known["stems"], dictionary: Dictionary): boolean {
  const [only = "", more] = name;
  if (more !== undefined || !/^[а-я]+$/.test(only)) return false;
  const meant = dictionary.fromRussian(only);
  return meant.length > 0 && !meant.some((stems) => all.some((one) => one.join(" ") === stems.join(" ")));
}

/** Han words that the dictionary gives for English stems. */
export function byHanWords(words: readonly string[]): Variant[] {
  return words.flatMap((word, i) => {
    const weight = WEIGHTS.dictionary * WEIGHTS.decay.han ** i * (word.length === 1 ? WEIGHTS.character : 1);
    return translations([pairsOf(word)], weight, 1);
  });
}

/** Renderings as variants, each later one weighing `decay` of the one before. */
export function translations(
  renderings: readonly (readonly string[])[],
  weight: number,
  decay: number,
): Variant[] {
  return renderings.map((terms, i) => ({ terms, weight: weight * decay ** i, via: "translation" }));
}
