/** What is wrong with a feed or one of its items, as sentences that say what was done about it. */
import { PROBLEMS } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";

export type ProblemKind = keyof typeof PROBLEMS;

export interface Problem {
  /** The item's id as in `items`, `#3` for the third one when it could not be read, null for the whole feed. */
  readonly item: string | null;
  readonly kind: ProblemKind;
  readonly reason: Words;
}

/** @param what the detail that the sentence names, shortened */
export function problem(kind: ProblemKind, item: string | null = null, what = ""): Problem {
  return { item, kind, reason: PROBLEMS[kind](what.length > 80 ? `${what.slice(0, 79)}…` : what) };
}
