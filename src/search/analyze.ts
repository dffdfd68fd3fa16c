/** Text → terms with offsets, and query words → what they look for. */
import { foldText } from "./analysis/fold.ts";
import { languageOf } from "./analysis/language.ts";
import { locate } from "./analysis/locate.ts";
import { ANALYZER_VERSION, analyze } from "./analysis/tokens.ts";
import type { Analyzer, QueryTerm } from "./types.ts";

/** The analyzer of Chinese, English and Russian; other languages are read as words of their script. */
export function createAnalyzer(): Analyzer {
  return {
    version: ANALYZER_VERSION,
    analyze,
    locate,
    fold: foldText,
    interpret: (text) =>
      analyze(text).map(
        ({ term, start, end }): QueryTerm => ({
          written: text.slice(start, end),
          start,
          end,
          weight: 1,
          alternatives: [{ terms: [term], weight: 1, through: "written" }],
        }),
      ),
    languageOf,
  };
}
