/** The index in memory: articles, postings and vocabulary of this process, filled in slices, kept in a snapshot. */
import type { Article } from "../../../article.ts";
import { inTurns } from "../../../slices.ts";
import { createWording } from "../../rank/wording.ts";
import type { Index } from "../index.ts";
import { createIndexer } from "./indexer.ts";
import { createInverted } from "./inverted.ts";
import type { MemoryOptions } from "./options.ts";
import { readingOf } from "./read.ts";

export interface MemoryIndex extends Index {
  /** Articles that are found now. */
  readonly size: number;
  /** Writes the index to disk for the next start; false when there is nowhere to, or it could not be. */
  snapshot(): Promise<boolean>;
}

export function createMemoryIndex({
  analyzer,
  keyOf,
  wording = createWording(),
  folder,
  shipped,
  now = () => 0,
  seen = () => {},
  gone = () => {},
  fault = () => {},
  budget,
}: MemoryOptions): MemoryIndex {
  const inverted = createInverted(analyzer);
  const indexer = createIndexer(inverted, analyzer, { folder, shipped, now, seen, gone, fault });
  return {
    ...readingOf(inverted, wording, keyOf, budget),
    get size() {
      return inverted.size;
    },
    put: indexer.add,
    remove: async (ids) => indexer.remove(ids),
    ready: async () => {
      const changedAt = await indexer.ready();
      return { articles: inverted.size, changedAt };
    },
    snapshot: indexer.snapshot,
  };
}

/** An index of one article, to be held against a watch; it knows nothing of misspellings: a watch means what it says. */
export async function singleArticle(
  article: Article,
  { analyzer, keyOf, wording = createWording() }: Pick<MemoryOptions, "analyzer" | "keyOf" | "wording">,
) {
  const inverted = createInverted(analyzer);
  await inTurns(inverted.put(article));
  const { vocabulary, ...reading } = readingOf(inverted, wording, keyOf);
  return { ...reading, vocabulary: { ...vocabulary, near: async () => [] } };
}
