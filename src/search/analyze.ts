/** Text → terms with offsets, and query words → what they look for. */

import { languageOf } from "../language/detect.ts";
import { foldText } from "../language/fold.ts";
import { locate } from "../language/locate.ts";
import type { SourceName } from "../language/missing.ts";
import { theDictionary, theGlossary } from "../language/open.ts";
import { analyze } from "../language/tokens.ts";
import { analyzerVersion } from "../language/version.ts";
import { interpret } from "./expand/expand.ts";
import type { Analyzer } from "./types.ts";

/**
 * The analyzer of Chinese, English and Russian; other languages are read as words of their script.
 * Glossary and dictionary are opened by the first query that needs them.
 * @param missing told once for each source that cannot be read; queries then go on without it
 */
export function createAnalyzer(missing: (source: SourceName, reason: string) => void = () => {}): Analyzer {
  return {
    version: analyzerVersion(),
    analyze,
    locate,
    fold: foldText,
    interpret: (text, vocabulary) =>
      interpret({ text, vocabulary, glossary: theGlossary(missing), dictionary: theDictionary(missing) }),
    languageOf,
  };
}
