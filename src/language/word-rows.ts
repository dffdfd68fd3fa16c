/** Long expressions as rows of words: each row says by an example what its words are for. */

/** Words that an expression is put together of, with one that they are for. */
export interface WordRow {
  readonly example: string;
  /** Alternatives of an expression. */
  readonly words: string;
}

/** The alternatives of all rows, in their order. */
export const either = (rows: readonly WordRow[]): string => rows.map(({ words }) => words).join("|");
