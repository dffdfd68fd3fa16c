/** Figures on which the articles of one story differ, side by side; which one is right is not for us to say. */
import type { Article } from "../article.ts";
import { sentences } from "../search/sentences.ts";
import type { Reader } from "./key-sentences.ts";

/** Two statements of one thing with different figures, each copied from its article. */
export interface Figures {
  readonly sides: readonly [Side, Side];
}

export interface Side {
  /** The figure as written: `41`, `66 percent`, `71%`. */
  readonly figure: string;
  /** The clause it stands in, letter for letter. */
  readonly text: string;
  /** Id of the article. */
  readonly article: string;
}

export function disagreements(
  _articles: readonly Article[],
  _read: Reader,
  _rarity: (term: string) => number,
): Figures[] {
  void sentences;
  return [];
}
