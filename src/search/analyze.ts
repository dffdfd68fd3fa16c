/** The analyzer of Chinese, English and Russian: text → terms, and a query's words → what they look for. */
import type { Language } from "../article.ts";
import { languageOf } from "../language/detect.ts";
import { foldText } from "../language/fold.ts";
import { locate } from "../language/locate.ts";
import type { SourceName } from "../language/missing.ts";
import { theDictionary, theGlossary } from "../language/open.ts";
import type { Folded, Token } from "../language/text.ts";
import { analyze } from "../language/tokens.ts";
import { analyzerVersion } from "../language/version.ts";
import { expand } from "./expand/expand.ts";
import type { QueryTerm } from "./expand/terms.ts";
import type { Vocabulary } from "./index/index.ts";

/** The same pipeline for articles and for queries. Never throws, whatever the string. */
export interface Analyzer {
  /** Changes whenever the same text could give other tokens; part of the snapshot's name. */
  readonly version: string;
  /** All tokens of a text in order of `start`; overlapping ones (words and bigrams) are fine. */
  analyze(text: string): readonly Token[];
  /** The tokens of a text that are in `terms`; for Han words it may find them where the segmenter does not. */
  locate(text: string, terms: ReadonlySet<string>): readonly Token[];
  fold(text: string): Folded;
  /** What a run of plain query words looks for, translations, corrections and readings included. @param wide a question */
  expand(text: string, vocabulary: Vocabulary, wide?: boolean): Promise<readonly QueryTerm[]>;
  languageOf(text: string): Language;
}

/** @param missing told once for each source that cannot be read; queries then go on without it */
export function createAnalyzer(missing: (source: SourceName, reason: string) => void = () => {}): Analyzer {
  return {
    version: analyzerVersion(),
    analyze,
    locate,
    fold: foldText,
    expand: (text, vocabulary, wide = false) =>
      expand({ text, vocabulary, glossary: theGlossary(missing), dictionary: theDictionary(missing), wide }),
    languageOf,
  };
}
