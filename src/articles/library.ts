/** The library's door: the articles that the bot knows, by id and by time, and who published them. */
import type { Article, Publisher } from "../article.ts";
import type { Words } from "../i18n/words.ts";

/** An archive beyond the library. */
export interface Beyond {
  /** How many articles it has, those of the library among them. */
  readonly articles: number;
  /** Its articles of a time when they are more than so many, newest first. */
  between(from: number, to: number, here: number): Promise<readonly Article[] | undefined>;
}

export interface Library {
  /** All articles, those of an archive beyond it too. */
  readonly size: number;
  get(id: string): Article | undefined;
  /** Newest first; what nobody dated by when it was first seen, else last; ties by id. */
  newest(): readonly Article[];
  /** Articles published in [from, to), epoch milliseconds, newest first. */
  between(from: number, to: number): readonly Article[];
  /** The same, out of an archive beyond it too; of what is here alone while that does not answer. */
  reach(from: number, to: number): Promise<readonly Article[]>;
  readonly publishers: readonly Publisher[];
  /** Finds a publisher by any of its names, in any script and case. */
  publisher(name: string): Publisher | undefined;
  /** Adds or replaces articles by id and tells listeners. */
  put(articles: readonly Article[]): void;
  remove(ids: readonly string[]): void;
  /** Articles of an archive beyond it: `get` knows them for a while, nothing else does. */
  lend(articles: readonly Article[]): void;
  /** Calls back after every change, with what was put and the ids removed. */
  onChange(listener: (change: { put: readonly Article[]; removed: readonly string[] }) => void): void;
  /** Address of the bot's own pages, without a slash at its end; absent where there are none for others. */
  readonly site?: string | undefined;
  /** What could not be read, one sentence each; empty when all is well. */
  readonly faults: readonly Words[];
}

/** When the newest article that is dated was published. */
export function newestDate(library: Pick<Library, "newest">): string | undefined {
  return library.newest().find(({ published }) => published !== null)?.published ?? undefined;
}
