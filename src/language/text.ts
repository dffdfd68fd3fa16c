/** What readers of a text hand each other: its terms, its comparable form, and places in it. */

/** One indexed term and where it stands: half-open UTF-16 range in the text as given, before any normalising. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A text normalised for comparison by substring: width, case, script, quotes, line-wrap scars. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of the folded text's offset `i`; `at(text.length)` is the original's length. */
  at(i: number): number;
}

/** Half-open range of UTF-16 units in a text. */
export type Mark = readonly [start: number, end: number];
