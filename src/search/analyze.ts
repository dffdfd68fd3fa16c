/** Text → terms with offsets, and query words → what they look for. */
import { foldText } from "./analysis/fold.ts";
import { languageOf } from "./analysis/language.ts";
import { locate } from "./analysis/locate.ts";
import { ANALYZER_VERSION, analyze } from "./analysis/tokens.ts";
import { interpret } from "./interpret/interpret.ts";
import { type Dictionary, openDictionary } from "./translation/dictionary.ts";
import { type Glossary, openGlossary } from "./translation/glossary.ts";
import type { SourceName } from "./translation/missing.ts";
import type { Analyzer } from "./types.ts";

/**
 * The analyzer of Chinese, English and Russian; other languages are read as words of their script.
 * Glossary and dictionary are opened by the first query that needs them.
 * @param missing told once for each source that cannot be read; queries then go on without it
 */
export function createAnalyzer(missing: (source: SourceName, reason: string) => void = () => {}): Analyzer {
  let glossary: Glossary | undefined;
  let dictionary: Dictionary | undefined;
  return {
    version: ANALYZER_VERSION,
    analyze,
    locate,
    fold: foldText,
    interpret: (text, vocabulary) => {
      glossary ??= openGlossary((reason) => missing("glossary", reason));
      dictionary ??= openDictionary((reason) => missing("dictionary", reason));
      return interpret({ text, vocabulary, glossary, dictionary });
    },
    languageOf,
  };
}
