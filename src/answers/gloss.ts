/** Helps a reader who does not know the article's language see that a sentence answers. */
import type { Language } from "../article.ts";
import type { Passage, PassageTerm } from "../search/search.ts";
import type { AnswerSentence } from "./answers.ts";

/** A gloss of more words than this is harder to read than the sentence. */
const MOST = 6;

/** What the sentence's words mean in the question's; empty where both are in one language. */
export function glossOf(
  { text, met }: Passage,
  terms: readonly PassageTerm[],
  question: Language,
  article: Language,
): AnswerSentence["gloss"] {
  if (question === article) return [];
  const gloss = new Map<string, string>();
  for (const { term, mark } of met) {
    const asked = terms[term]?.written ?? "";
    const found = text.slice(...mark);
    const same = found.toLowerCase() === asked.toLowerCase() || /^[\p{N}.,%\s]+$/u.test(found);
    if (!same && !gloss.has(found)) gloss.set(found, asked);
  }
  const longest = [...gloss].filter(
    ([found]) => ![...gloss.keys()].some((other) => other !== found && other.includes(found)),
  );
  return longest.slice(0, MOST).map(([found, asked]) => ({ found, asked }));
}
