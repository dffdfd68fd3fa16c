/** Search's door: articles go in, explained and ranked hits come out. */

import type { Article, Language } from "../article.ts";
import type { Mark } from "../language/text.ts";
import type { Via } from "./expand/terms.ts";
import type { Snippet } from "./explain/snippet.ts";
import type { DayCount, Scored } from "./index/index.ts";
import type { Fault } from "./query/query.ts";
import type { Factor } from "./rank/rank.ts";

/**
 * Measures how close articles are in meaning to a text: how far above others of its language each is, in [0, 1];
 * undefined for one that is not known. Undefined instead of a measure where it cannot be had in time. Never rejects.
 */
export type Nearness = (text: string) => Promise<((id: string) => number | undefined) | undefined>;

export type { DayCount };

/** Characters of an article that are read for its passages: one as long as a book holds nobody up. */
export const READ_THROUGH = 12_000;

/** One reason why a hit is there; the weights added up, times all factors, are the score. */
export interface Reason {
  /** The query term as the person wrote it. */
  readonly term: string;
  /** The words of the article that it met, as the article writes them. */
  readonly found: readonly string[];
  readonly field: "title" | "body";
  /** How the term got there: as written, or through a translation, correction, pinyin reading, quantity. */
  readonly through: Via;
  readonly weight: number;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
  /** A passage copied verbatim from the article's body (or title), and what to set in bold in it. */
  readonly snippet: Snippet;
  /** Query terms that hit, as written. */
  readonly matched: readonly string[];
  readonly reasons: readonly Reason[];
  /** What the sum of the reasons is multiplied by: how much of the query it has, its wording, its age, its language. */
  readonly factors: readonly Factor[];
}

export interface SearchOptions {
  readonly limit?: number;
  readonly offset?: number;
  /** What is close in meaning may stand further up; for a person's own search, never for watches, digests and answers. */
  readonly byMeaning?: boolean;
  /** Only this article is looked at, by its id; its weights are those that it has among all. */
  readonly only?: string;
  /** Publishers, by any of their names, of which nothing is shown: what `-source:` would say. */
  readonly without?: readonly string[];
  /** `scores`: only what was published in [from, to), epoch milliseconds. */
  readonly span?: { readonly from: number; readonly to: number };
  /** `scores`: what a watch would match. */
  readonly standing?: true;
  /** "Now" for words like yesterday, and the zone that days are counted in. */
  readonly now: number;
  readonly zone: string;
}

/** A remark on how the query was read or helped ("read as…", "corrected…"), as data for the command to word. */
export type Remark =
  | { readonly kind: "broken"; readonly fault: Fault; readonly part: string; readonly readAs: string }
  | { readonly kind: "corrected"; readonly from: string; readonly to: string }
  | { readonly kind: "dropped"; readonly term: string }
  /** What was said in plain words to be left out. */
  | { readonly kind: "without"; readonly term: string }
  /** The query's budget of work was spent; its least telling parts were left out. */
  | { readonly kind: "cut" }
  /** Not all of the archive answered; so many of its newest articles were searched. */
  | { readonly kind: "recent"; readonly articles: number }
  | { readonly kind: "nearest"; readonly id: string }
  | { readonly kind: "example"; readonly query: string };

export interface Results {
  /** The query in its canonical form. */
  readonly query: string;
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly Hit[];
  readonly remarks: readonly Remark[];
}

/** One term of a question. */
export interface PassageTerm {
  /** As written, and where in the words of the question. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Rarity and importance; comparable within one question. */
  readonly weight: number;
  /** Whether any article has it. */
  readonly known: boolean;
  readonly corrected?: string;
}

/** A sentence of an article. The lists tell for each term, in [0, 1], how well it is met there. */
export interface Passage {
  /** The article's id, and which of its sentences this is. */
  readonly id: string;
  readonly at: number;
  /** Verbatim from the body. */
  readonly text: string;
  readonly here: readonly number[];
  /** In the sentences before and after. */
  readonly near: readonly number[];
  readonly title: readonly number[];
  /** Anywhere in the body. */
  readonly whole: readonly number[];
  readonly marks: readonly Mark[];
  /** Which term met which words of the sentence. */
  readonly met: readonly { readonly term: number; readonly mark: Mark }[];
  /** Of the whole article, in [0, 1], 1 for the best. */
  readonly articleScore: number;
}

export interface Passages {
  readonly terms: readonly PassageTerm[];
  readonly passages: readonly Passage[];
}

/** Queries of watches, asked with an article which of them it is news to. */
export interface Percolator {
  /** Takes a query up under a name, in the place of what had it. */
  put(name: string, query: string): Promise<void>;
  remove(name: string): void;
  /** Names of what an article matches; where not `sure`, `matches` has to be asked. Gives way to other work. */
  candidates(article: Article): AsyncIterable<{ readonly name: string; readonly sure: boolean }>;
}

export interface Suggestion {
  readonly text: string;
  readonly kind: "title" | "name" | "term" | "source";
  /** The article, when the suggestion is a title. */
  readonly id?: string;
}

export interface Search {
  readonly size: number;
  /** The engine behind it, where there is one. */
  readonly engine?: {
    readonly isUp: boolean;
    /** Answers that came from memory instead. */
    readonly fallbacks: number;
    /** Articles that it has, as far as is known. */
    readonly articles: number;
    /** How many articles each day of a zone has, by language; undefined when it does not answer. */
    days(from: number, to: number, zone: string): Promise<readonly DayCount[] | undefined>;
  };
  /** Waits until everything that was added is indexed; the instant (epoch ms) of the last change, null when none. */
  ready(): Promise<number | null>;
  /** Adds or replaces by id, in slices that leave the event loop free. */
  add(articles: readonly Article[]): Promise<void>;
  remove(ids: readonly string[]): void;
  /** Writes the index to disk for the next start; false when there is nowhere to, or it could not be. */
  snapshot(): Promise<boolean>;
  search(query: string, asked: SearchOptions): Promise<Results>;
  /** Whether one article, indexed or not, matches a query, and why; for watches. */
  matches(query: string, article: Article, asked: SearchOptions): Promise<Hit | undefined>;
  /** The same without the why; for feed filters. */
  meets(query: string, article: Article, asked: SearchOptions): Promise<boolean>;
  /** The sentences of the best articles (`limit` of them) for a question's words; for answers. */
  passages(query: string, asked: SearchOptions): Promise<Passages>;
  /** Articles that speak of the same things, best first. */
  related(id: string, limit: number): Promise<readonly string[]>;
  /** Articles by id, in that order; unknown ones are left out. */
  get(ids: readonly string[]): Promise<readonly Article[]>;
  /**
   * Ids and scores of the best articles, without passages and reasons; asks for more of the query than a search, and
   * as a watch (`standing`) for the whole.
   */
  scores(query: string, asked: SearchOptions): Promise<readonly Scored[]>;
  /** An empty index of queries that wait for articles. */
  percolator(): Percolator;
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>;
  languageOf(text: string): Language;
}
