/** The query as a tree: what search, watches and feed filters all evaluate. query/ parses and prints it. */
import type { Language } from "../../article.ts";
import type { When } from "./dates.ts";

/**
 * Something to look for in the text.
 * `words`: a run of plain words as written, single-spaced, to be analysed together so that names,
 * quantities and pinyin that span several words are seen; each word counts for itself.
 * `phrase`: the words side by side and in this order (`"exact phrase"`).
 */
export interface Term {
  readonly kind: "words" | "phrase";
  readonly text: string;
  /** Only the title is looked at; otherwise title and body. */
  readonly title?: true;
  /** Of what an article must not contain: it may name it in passing, and must not be about it. */
  readonly about?: true;
}

export interface Query {
  /**
   * What ranks (words) and what must be there (phrases). Inside an entry any one
   * alternative will do (`a OR b`). OR binds its two neighbours only: `x a OR b y` wants x, a or b, and y.
   * Empty when the query has filters alone: then every article that passes them matches.
   */
  readonly clauses: readonly (readonly Term[])[];
  /** What an article must not contain; words here are meant side by side, like a phrase. */
  readonly mustNot: readonly Term[];
  /** Publishers, as written, of which the article's must be one; empty for all. */
  readonly sources: readonly string[];
  readonly notSources: readonly string[];
  /** Languages, of which the article's must be one; empty for all. */
  readonly languages: readonly Language[];
  readonly notLanguages: readonly Language[];
  /** Published from the first moment of `after`, before the first moment of `before`, and within `on`. */
  readonly after?: When;
  readonly before?: When;
  readonly on?: When;
  /** `new`: newest first; `best` (also when left out): by score. */
  readonly sort?: "new" | "best";
}

/** Every article matches it. */
export const EVERYTHING: Query = {
  clauses: [],
  mustNot: [],
  sources: [],
  notSources: [],
  languages: [],
  notLanguages: [],
};

/** What was wrong with a part of a query that had to be read as well as it could be. */
export type Fault =
  | "open-quote"
  | "empty-phrase"
  | "lone-minus"
  | "lone-or"
  | "empty-filter"
  | "bad-date"
  | "bad-language"
  | "bad-sort"
  | "unknown-source"
  | "not-excludable"
  | "repeated"
  | "too-long"
  | "too-many-words"
  | "no-words"
  | "no-such-phrase";

/** Which names publishers go by; `source:` is read with it. */
export interface SourceNames {
  /** Whether a publisher or an article's source has this name, in any script and case. */
  knows(name: string): boolean;
  /** The known name most like this one, or undefined when none is near. */
  nearest(name: string): string | undefined;
}
