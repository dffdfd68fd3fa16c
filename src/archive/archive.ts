/** The archive's door: all articles in a search engine, beside the newest that this process has in memory. */
import type { Article } from "../article.ts";
import type { Beyond, Library } from "../articles/library.ts";
import type { Words } from "../i18n/words.ts";
import type { Examine } from "../ops/finding.ts";
import type { Nearness, Search } from "../search/search.ts";

export interface ArchiveStatus {
  /** Name of the index that is in use; null when there is none yet. */
  readonly index: string | null;
  readonly articles: number;
  /** Copies that answer beside the first. */
  readonly replicas: number;
  /** When the newest snapshot of it was begun, as ISO 8601; null when there is none that may be seen. */
  readonly snapshot: string | null;
  /** Whether the index was made by the analysis of this version. */
  readonly current: boolean;
  /** Entries of the article log that are not in it yet. */
  readonly behind: number;
  /** What the engine does not take, with its reason. */
  readonly parked: readonly { readonly id: string; readonly reason: string }[];
  /** Other indices of ours that are kept. */
  readonly others: readonly string[];
}

export interface Rebuilt {
  readonly index: string;
  readonly before: string | null;
  readonly articles: number;
}

export interface Verified {
  readonly checked: number;
  /** Were missing, or there though they are removed, and were sent again. */
  readonly missing: number;
  readonly resurrected: number;
}

/** Told how far long work is. */
export type Progress = (done: number, of: number) => void;

export interface Archive extends Beyond {
  /** Questions that it did not answer, so that memory had to. */
  readonly fallbacks: number;
  /** The door of search, over the engine; over what is in memory while the engine does not answer. */
  search(near: Search): Search;
  /** Search over a library's articles in an index of their own, as measured; it is gone when it is closed. */
  over(
    library: Library,
    near: Nearness | undefined,
  ): Promise<{ readonly search: Search; close(): Promise<void> }>;
  /** Those of these new articles that the archive does not have yet, each with an id that is free there. */
  fresh(articles: readonly Article[]): Promise<readonly Article[]>;
  /** Brings what the article log has to the engine, until stopped. */
  start(): void;
  stop(): Promise<void>;
  /** Brings to the engine what it lacks now. @throws ClusterError when it does not take it */
  bring(): Promise<void>;
  /** @throws BotError("unavailable") like all below */
  status(): Promise<ArchiveStatus>;
  /** Fills a new index while the old one serves, then swaps them; goes on where it was broken off. */
  rebuild(progress: Progress): Promise<Rebuilt>;
  /** Holds the index against the article log, and mends it. */
  verify(progress: Progress): Promise<Verified>;
  readonly examine: Examine;
  /** What is wrong with the server, so that nothing should start; null also when it cannot be reached. */
  refused(): Promise<Words | null>;
  close(): Promise<void>;
}
