/** A table of ways to say one thing: each row finds one way, and its example is a text in which it does. */
import { findAll, longest, type TextMatch } from "../language/when/pattern.ts";

export interface PatternRow<T> {
  readonly example: string;
  readonly is: RegExp;
  readonly read: (match: RegExpExecArray) => T | undefined;
}

/** All that the rows find in a text in lower case; of what overlaps the longer stays. */
export function rowsIn<T>(rows: readonly PatternRow<T>[], low: string): TextMatch<T>[] {
  return longest(rows.flatMap(({ is, read }) => findAll(is, low, read)));
}
