/** Helps a reader who does not know the article's language see that a sentence answers. */

import type { Language } from "../article.ts";
import type { Mark } from "../language/text.ts";
import type { Passage, PassageTerm } from "../search/search.ts";
import type { AnswerSentence } from "./sentence.ts";

/** A gloss of more words than this is harder to read than the sentence. */
const MOST = 6;

/** Figures need no gloss, and one Chinese character has too many meanings for one. */
const TELLS_NOTHING = /^(?:[\p{N}.,%\s]+|\p{Script=Han})$/u;

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
    const same = found.toLowerCase() === asked.toLowerCase() || TELLS_NOTHING.test(found);
    // One rendering is enough to see it; the parts of a longer one would each stand for the whole.
    if (!same && !gloss.has(asked) && !isChance(mark, met)) gloss.set(asked, found);
  }
  const all = [...gloss].map(([asked, found]) => ({ found, asked }));
  return all
    .filter(({ found }) => !all.some((other) => other.found !== found && other.found.includes(found)))
    .slice(0, MOST);
}

/** Whether a word is only the end of one met word and the beginning of the next: 国外 in 中国外贸. */
function isChance([start, end]: Mark, met: Passage["met"]): boolean {
  const over = (at: number) =>
    met.some(({ mark: [from, to] }) => from < at && at < to && (from < start || to > end));
  return over(start) && over(end);
}
