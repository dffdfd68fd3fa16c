/** What one query knows of the archive's vocabulary: asked for in batches, and each term only once. */

import { slicer } from "../../slices.ts";
import type { NearWord, Vocabulary } from "../index/index.ts";
import type { Variant } from "./terms.ts";

export interface Lexicon {
  /** Learns how many articles have these terms; to be awaited before `count` is asked about them. */
  learn(terms: Iterable<string>): Promise<void>;
  /** Articles that have a term, 0 for one that was not learnt. */
  count(term: string): number;
  /** Those of the variants that some article can meet, for all that counts can tell. */
  present<T extends Variant>(variants: readonly T[]): Promise<readonly T[]>;
  near(word: string, edits: 1 | 2): Promise<readonly NearWord[]>;
  soundingLike(name: string): Promise<readonly NearWord[]>;
}

export function createLexicon(vocabulary: Vocabulary): Lexicon {
  const counts = new Map<string, number>();
  // What expanders do with an answer may take long; between questions others have their turn.
  const rest = slicer();
  const count = (term: string): number => counts.get(term) ?? 0;
  const learn = async (terms: Iterable<string>): Promise<void> => {
    await rest();
    const unknown = [...new Set(terms)].filter((term) => !counts.has(term));
    if (unknown.length === 0) return;
    const found = await vocabulary.counts(unknown);
    for (const term of unknown) counts.set(term, found.get(term) ?? 0);
  };
  return {
    learn,
    count,
    present: async (variants) => {
      await learn(variants.flatMap(({ terms }) => terms));
      return variants.filter(({ terms }) => terms.length > 0 && terms.every((term) => count(term) > 0));
    },
    near: async (word, edits) => {
      await rest();
      return vocabulary.near(word, edits);
    },
    soundingLike: async (name) => {
      await rest();
      return vocabulary.soundingLike(name);
    },
  };
}
