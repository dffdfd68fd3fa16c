/** What an index in memory is made with. */
import type { Article } from "../../../article.ts";
import type { Token } from "../../../language/text.ts";
import type { WordingTest } from "../../rank/wording.ts";

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
