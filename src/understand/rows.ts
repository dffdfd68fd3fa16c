/** A table of ways to say one thing: each row finds one way, and its example is a text in which it does. */
import { type Found, findAll, longest } from "../language/when/pattern.ts";

export interface Row<T> {
  readonly example: string;
  readonly is: RegExp;
  readonly read: (match: RegExpExecArray) => T | undefined;
}

/** All that the rows find in a text in lower case; of what overlaps the longer stays. */
export function rowsIn<T>(rows: readonly Row<T>[], low: string): Found<T>[] {
  return longest(rows.flatMap(({ is, read }) => findAll(is, low, read)));
}

/** Words that an expression is put together of, with one that they are for. */
export interface WordRow {
  readonly example: string;
  /** Alternatives of an expression. */
  readonly words: string;
}

/** The alternatives of all rows, in their order. */
export const either = (rows: readonly WordRow[]): string => rows.map(({ words }) => words).join("|");
