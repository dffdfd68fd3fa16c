/** A query term while it is being put together, and the ways to meet it that the sources of translation add. */
import type { Dictionary } from "../../language/dictionary.ts";
import type { Glossary, Known } from "../../language/glossary.ts";
import { hanTermsOf } from "../../language/han.ts";
import type { Alternative, QueryTerm, Vocabulary } from "../types.ts";

/** Everything that reading a query draws on. */
export interface Asked {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly glossary: Glossary;
  readonly dictionary: Dictionary;
}

export interface Draft {
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** The term as written, or as corrected. */
  term: string;
  corrected?: string;
  readonly alternatives: Alternative[];
}

/** How much each way counts beside the word as written, which counts 1. */
export const WEIGHTS = {
  glossary: 0.9,
  dictionary: 0.9,
  /** Each later rendering of the dictionary counts this much of the one before; Chinese words have fewer senses. */
  decay: { han: 0.96, english: 0.92 },
  /** A single Han character stands for too many things. */
  character: 0.8,
  correction: 0.8,
  pinyin: 0.8,
  name: 0.8,
  /** Chinese for the English of a Russian word. */
  pivot: 0.8,
  quantity: 0.95,
  /** The digits of a quantity whose scale differs. */
  digits: 0.35,
};
/** Ways kept for one term; the rest cost time and hardly ever decide. */
const KEPT = 32;

/** The finished term: ways without double, best first. */
export function finish({ written, start, end, weight, corrected, alternatives }: Draft): QueryTerm {
  const best = new Map<string, Alternative>();
  for (const one of alternatives) {
    const key = one.terms.join(" ");
    if (one.weight > (best.get(key)?.weight ?? 0)) best.set(key, one);
  }
  const kept = [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, KEPT);
  const term = { written, start, end, weight, alternatives: kept };
  return corrected === undefined ? term : { ...term, corrected };
}

/** Whether some article has all of these terms, for all that their counts tell. */
function present(terms: readonly string[], vocabulary: Vocabulary): boolean {
  return terms.length > 0 && terms.every((term) => vocabulary.count(term) > 0);
}

/** A Han word as the index can meet it: terms all of which must be there. */
export function pairsOf(word: string): string[] {
  return [...hanTermsOf(word)];
}

/** The names of glossary entries in every language, except the one that was written. */
export function byEntries(entries: readonly Known[], own: string, asked: Asked): Alternative[] {
  const terms = entries.flatMap(({ han, stems }) => [
    ...han.filter((name) => name !== own).map(pairsOf),
    ...stems.filter((name) => name.join(" ") !== own),
  ]);
  return translations(terms, WEIGHTS.glossary, 1, asked);
}

/** Han words that the dictionary gives for English stems. */
export function byHanWords(words: readonly string[], asked: Asked): Alternative[] {
  return words.flatMap((word, i) => {
    const weight = WEIGHTS.dictionary * WEIGHTS.decay.han ** i * (word.length === 1 ? WEIGHTS.character : 1);
    return translations([pairsOf(word)], weight, 1, asked);
  });
}

/** Those of the renderings that can be met here, each later one weighing `decay` of the one before. */
export function translations(
  renderings: readonly (readonly string[])[],
  weight: number,
  decay: number,
  { vocabulary }: Asked,
): Alternative[] {
  return renderings
    .map((terms, i): Alternative => ({ terms, weight: weight * decay ** i, through: "translation" }))
    .filter(({ terms }) => present(terms, vocabulary));
}
