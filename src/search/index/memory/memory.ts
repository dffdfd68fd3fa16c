/** The index in memory: articles, postings and vocabulary of this process, filled in slices, kept in a snapshot. */
import type { Article } from "../../../article.ts";
import type { Token } from "../../../language/text.ts";
import { inTurns } from "../../../slices.ts";
import { createWording, type WordingTest } from "../../rank/wording.ts";
import type { Index } from "../index.ts";
import { createIndexer } from "./indexer.ts";
import { createInverted } from "./inverted.ts";
import { readingOf } from "./read.ts";

export interface MemoryIndex extends Index {
  /** Articles that are found now. */
  readonly size: number;
  /** Writes the index to disk for the next start; false when there is nowhere to, or it could not be. */
  snapshot(): Promise<boolean>;
}

export interface MemoryOptions {
  readonly analyzer: { readonly version: string; analyze(text: string): readonly Token[] };
  /** The same key for every name of one publisher. */
  readonly keyOf: (source: string) => string;
  readonly wording?: (phrase: string) => WordingTest;
  /** Folder that snapshots are kept in; without one, every start indexes anew. */
  readonly folder?: string | undefined;
  /** Folder with the build's index of the shipped articles, read where there is no snapshot. */
  readonly shipped?: string | undefined;
  /** Epoch milliseconds; stamps changes. */
  readonly now?: () => number;
  /** Called for each article that is now in the index, and for each that no longer is. */
  readonly seen?: (article: Article) => void;
  readonly gone?: (id: string) => void;
  /** Told when a snapshot cannot be written; the index goes on without one. */
  readonly fault?: (thrown: unknown) => void;
  /** Postings that one query reads at most, where it is not as usual. */
  readonly budget?: number;
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
