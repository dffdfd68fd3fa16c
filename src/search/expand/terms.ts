/** What a query looks for: its terms, and for each the weighted ways to meet it. */

/** How a term is met: as written, or by what else. */
export type Via = "written" | "translation" | "correction" | "pinyin" | "quantity" | "script" | "related";

/**
 * One way for a query term to be met. Several terms (a translation that is a phrase) must all be in the
 * article. `weight` in (0, 1]: 1 for the term as written, less for what is less sure.
 */
export interface Variant {
  readonly terms: readonly string[];
  readonly weight: number;
  readonly via: Via;
}

/** One thing that is looked for. Its variants together never weigh more than the one term. */
export interface QueryTerm {
  /** As the person wrote it, and where in the text given. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Importance beside other terms before rarity is counted; 1 is usual (pairs that are no word weigh less). */
  readonly weight: number;
  /** Best first, the term as written among them whether or not an article has it. */
  readonly variants: readonly Variant[];
  /** The spelling that was searched instead, when it was corrected. */
  readonly corrected?: string;
}

/** A term while it is being expanded. */
export interface DraftTerm extends QueryTerm {
  /** What it is indexed as, or what its correction is. */
  readonly term: string;
}

/** What an expander found: variants for the term at a place, or a term of its own where there is none yet. */
export interface Addition {
  /** As in DraftTerm; `written` and `term` make the new term when no term stands at this place. */
  readonly start: number;
  readonly end: number;
  readonly term: string;
  /** Of a new term; 1 when left out. */
  readonly weight?: number;
  readonly variants: readonly Variant[];
  /** The term at this place was misspelt, and this is the word that was meant. */
  readonly corrected?: string;
}
