/** Text → terms with offsets, and query words → what they look for. */
import type { Analyzer, QueryTerm, Token } from "./types.ts";

/** Stand-in until the real pipeline lands: lower-cased words, and Han characters in pairs. */
export function createAnalyzer(): Analyzer {
  const analyze = (text: string): Token[] => {
    const tokens: Token[] = [];
    for (const { 0: run, index } of text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}.%]+/gu)) {
      if (!/^\p{Script=Han}/u.test(run) || run.length === 1)
        tokens.push({ term: run.toLowerCase(), start: index, end: index + run.length });
      else
        for (let i = 0; i + 1 < run.length; i++)
          tokens.push({ term: run.slice(i, i + 2), start: index + i, end: index + i + 2 });
    }
    return tokens;
  };
  return {
    version: "stand-in",
    analyze,
    locate: (text, terms) => analyze(text).filter((token) => terms.has(token.term)),
    fold: (text) => ({ text: text.toLowerCase(), at: (i) => i }),
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
    languageOf: (text) =>
      /\p{Script=Han}/u.test(text) ? "zh" : /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en",
  };
}
