/** What stands behind search: the articles, their vocabulary, and the candidates for a plan. Memory is one implementation. */
import type { Article, Language } from "../../article.ts";
import type { Via } from "../expand/terms.ts";

/** A word as articles write it, and the term that it is indexed as. */
export interface NearWord {
  readonly word: string;
  readonly term: string;
}

/** What the archive's articles have for words; expansion is made with it. */
export interface Vocabulary {
  /** How many articles have each of these terms in title or body; a term that none has may be left out. */
  counts(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Latin and Cyrillic words within so many letters added, lost or changed, nearest first. */
  near(word: string, edits: 1 | 2): Promise<readonly NearWord[]>;
  /** Words that sound like a name, in whichever alphabet. */
  soundingLike(name: string): Promise<readonly NearWord[]>;
}

/** Numbers of the whole archive, whoever retrieves from it. */
export interface Statistics {
  readonly articles: number;
  /** Tokens of a body. */
  readonly averageLength: number;
}

/** Which articles are looked at. As data, so that any index can carry it out. */
export interface Filters {
  /** Keys of publishers, of which an article's or a copy's must be one; empty for all. */
  readonly publishers: readonly string[];
  readonly notPublishers: readonly string[];
  readonly languages: readonly Language[];
  readonly notLanguages: readonly Language[];
  /** Epoch milliseconds, [from, to); infinite ends where no date is asked for, and undated articles pass then. */
  readonly from: number;
  readonly to: number;
  /** Only these, by id. */
  readonly ids?: readonly string[];
}

/** A variant with what it is worth: importance, surety and rarity in the archive, all multiplied. */
export interface PlanVariant {
  readonly terms: readonly string[];
  readonly via: Via;
  /** In (0, 1], 1 as written. */
  readonly surety: number;
  readonly weight: number;
}

export interface PlanTerm {
  readonly written: string;
  /** In the text of its run. */
  readonly start: number;
  readonly end: number;
  readonly corrected?: string;
  /** Beside other terms before rarity is counted, as in `QueryTerm.weight`. */
  readonly importance: number;
  /** The most that any variant is worth; for a term that no article has, what its rarity would be worth. */
  readonly weight: number;
  /** Those that some article has; empty when none has any. */
  readonly variants: readonly PlanVariant[];
}

/** Words that were written together, or an exact phrase. */
export interface Run {
  readonly text: string;
  readonly titleOnly: boolean;
  /** The text must stand there as it is; the terms are one, and candidates are verified on their texts. */
  readonly phrase: boolean;
  readonly terms: readonly PlanTerm[];
  /** What is left out, where an article may name it in passing. */
  readonly about?: true;
  /** Written as a phrase, which no article has, and read as plain words. */
  readonly loosened?: true;
}

/** `must`: one of the runs has to be met; `should`: meeting them ranks. */
export interface Clause {
  readonly occur: "must" | "should";
  readonly runs: readonly Run[];
}

/** A query made ready for an index: what to look for and what each part is worth. */
export interface Plan {
  readonly clauses: readonly Clause[];
  /** An article that meets one of these is out. */
  readonly mustNot: readonly Run[];
  readonly filters: Filters;
  /** Share of the query, 0 to 1, that an article must have, whatever others have; see `rank/coverage.ts`. */
  readonly enough: number;
  /** For a watch: only what surely means the same counts as met. */
  readonly strict: boolean;
  readonly statistics: Statistics;
}

/** What one term of a plan met in an article; `run` and `term` count through all runs of all clauses. */
export interface Met {
  readonly run: number;
  readonly term: number;
  readonly variant: PlanVariant;
  readonly titleTimes: number;
  readonly bodyTimes: number;
  /** What it gives to the score. */
  readonly value: number;
  /** The title's part of the value. */
  readonly titleValue: number;
}

export interface Candidate {
  readonly article: Article;
  /** Sum of the values. */
  readonly sum: number;
  readonly met: readonly Met[];
}

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
  /** `best` (also when left out): by sum, and as many of each language as the page reaches. */
  readonly order?: "best" | "newest" | "oldest";
}

export interface Retrieved {
  /** Articles that meet the plan. */
  readonly total: number;
  readonly candidates: readonly Candidate[];
  /** The budget of work was spent, and some variants were left out. */
  readonly cut: boolean;
}

export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Articles of one day, of one language and publisher. */
export interface DayCount {
  /** As in 2026-05-31, in the zone asked for. */
  readonly day: string;
  readonly language: Language;
  readonly source: string;
  readonly articles: number;
}

export interface IndexState {
  readonly articles: number;
  /** Epoch milliseconds of the last change; null when there was none. */
  readonly changedAt: number | null;
}

/** One contract, test/contract/index.ts, holds for all implementations. */
export interface Index {
  /** Adds or replaces by id; no search sees half of an article. */
  put(articles: readonly Article[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Settles when everything that was put is found. */
  ready(): Promise<IndexState>;
  readonly vocabulary: Vocabulary;
  statistics(): Promise<Statistics>;
  retrieve(plan: Plan, page: PageRequest): Promise<Retrieved>;
  /** The best articles by sum, without what explains them. */
  scores(plan: Plan, limit: number): Promise<readonly Scored[]>;
  /** In the order of the ids; unknown ones are left out. */
  get(ids: readonly string[]): Promise<readonly Article[]>;
  newest(
    filters: Filters,
    page: PageRequest,
  ): Promise<{ readonly total: number; readonly articles: readonly Article[] }>;
  days(plan: Plan, zone: string): Promise<readonly DayCount[]>;
}
