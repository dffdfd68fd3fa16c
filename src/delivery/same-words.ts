/** Finding what a person means of what is set up, by its words: case, inflection, order and spaces do not matter. */
import { analyze } from "../language/tokens.ts";

/** The one with exactly these words; else the only one that has them all. */
export function bySameWords<T>(asked: string, all: readonly T[], wordsOf: (one: T) => string): T | undefined {
  const plain = bare(asked);
  const exact = all.find((one) => wordsOf(one) === asked) ?? all.find((one) => bare(wordsOf(one)) === plain);
  if (exact) return exact;
  const terms = termsOf(asked);
  if (terms.size === 0) return undefined;
  const having = all.filter((one) => {
    const theirs = termsOf(wordsOf(one));
    return [...terms].every((term) => theirs.has(term));
  });
  return having.length === 1 ? having[0] : undefined;
}

function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function termsOf(text: string): ReadonlySet<string> {
  return new Set(analyze(text).map(({ term }) => term));
}
