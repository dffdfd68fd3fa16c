/** What every expander of a query is given, and what it is. */
import type { Dictionary } from "../../language/dictionary.ts";
import type { Glossary } from "../../language/glossary.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Addition, DraftTerm } from "./terms.ts";

/** Everything that expanding a run of words draws on. */
export interface Expanding {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly glossary: Glossary;
  readonly dictionary: Dictionary;
  /** A question is asked: what only stands for a word is looked for, too. */
  readonly wide: boolean;
}

/** Gives what it found for the terms so far; changes nothing. */
export type Expander = (terms: readonly DraftTerm[], asked: Expanding) => Promise<readonly Addition[]>;
