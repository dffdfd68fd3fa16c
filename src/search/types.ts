/** What the parts of search hand each other: tokens, query terms, the vocabulary. Analysis fills them, the index uses them. */
import type { Article, Language } from "../article.ts";
import type { Folded, Token } from "../language/text.ts";
import type { Reason, Suggestion } from "./search.ts";

/**
 * One way for a query term to be met. Several terms (a translation that is a phrase) must all be in the
 * article. `weight` in (0, 1]: 1 for the term as written, less for what is less sure.
 */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
  readonly through: Reason["through"];
}

/** One thing that is looked for. Its alternatives together never weigh more than the one term. */
export interface QueryTerm {
  /** As the person wrote it, and where in the text given. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Importance beside other terms before rarity is counted; 1 is usual (bigrams may weigh less). */
  readonly weight: number;
  /** Best first; empty when the term means nothing here (then it is reported as dropped). */
  readonly alternatives: readonly Alternative[];
  /** The spelling that was searched instead, when it was corrected. */
  readonly corrected?: string;
}

/** What the index knows about its terms; corrections and pinyin readings are found with it. */
export interface Vocabulary {
  /** Grows with every change of the set of terms; for caches. */
  readonly version: number;
  /** Articles that have this term in title or body. */
  count(term: string): number;
  /**
   * Latin and Cyrillic words, folded as the articles write them, within an edit distance (a letter added, lost,
   * changed), nearest first; `term` is what they are indexed as.
   */
  nearWords(
    word: string,
    distance: number,
  ): readonly { readonly word: string; readonly term: string; readonly distance: number }[];
  /** Words that have this sound (`soundOf`), in whichever alphabet. */
  sounding(sound: string): readonly { readonly word: string; readonly term: string }[];
  /** Every term; order is not promised. */
  terms(): Iterable<string>;
}

/** Analysis: the same pipeline for articles and for queries. Never throws, whatever the string. */
export interface Analyzer {
  /** Changes whenever the same text could give other tokens; part of the snapshot's name. */
  readonly version: string;
  /** All tokens of a text in order of `start`; overlapping ones (words and bigrams) are fine. */
  analyze(text: string): readonly Token[];
  /** The tokens of a text that are in `terms`; same result as filtering `analyze`, but made to be fast. */
  locate(text: string, terms: ReadonlySet<string>): readonly Token[];
  fold(text: string): Folded;
  /** What a run of plain query words looks for, translations, corrections and readings included. */
  interpret(text: string, vocabulary: Vocabulary): readonly QueryTerm[];
  languageOf(text: string): Language;
}

/** Completion over titles, names and terms. */
export interface Suggester {
  put(article: Article): void;
  remove(id: string): void;
  suggest(typed: string, limit: number): readonly Suggestion[];
}
