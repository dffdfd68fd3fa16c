/** Misspelt words of five letters and more: the nearest word that the articles, the glossary or the dictionary have. */

import { editsBetween } from "../../language/spellings.ts";
import { foldWord } from "../../language/words.ts";
import { type Asked, type Draft, WEIGHTS } from "./draft.ts";
import { isWord } from "./words.ts";

const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 8;

/** Corrects each word that nobody knows; a word that means something somewhere is left as it is. */
export function correct(drafts: readonly Draft[], asked: Asked): void {
  const { glossary, dictionary } = asked;
  for (const draft of drafts) {
    if (draft.term.length < SHORTEST || !isWord(draft) || isKnown(draft, asked)) continue;
    const nearest = nearestTo(draft, asked);
    if (nearest === undefined) continue;
    const { term, word = glossary.wordOf(term) ?? dictionary.wordOf(term) ?? term } = nearest;
    draft.corrected = word;
    draft.term = term;
    draft.alternatives.push({ terms: [term], weight: WEIGHTS.correction, through: "correction" });
  }
}

function isKnown({ term, alternatives }: Draft, { vocabulary, glossary, dictionary }: Asked): boolean {
  return (
    vocabulary.count(term) > 0 ||
    alternatives.some(({ through }) => through !== "written") ||
    glossary.spellings().has(term) ||
    dictionary.spellings().has(term)
  );
}

/** Words of the articles come before the glossary's, these before the dictionary's, common before rare ones. */
function nearestTo({ term, written }: Draft, { vocabulary, glossary, dictionary }: Asked): Near | undefined {
  const allowed = term.length >= LONG ? 2 : 1;
  const lists: readonly (() => readonly Near[])[] = [
    // A swap of neighbours is one slip, though the vocabulary counts two. Words are compared as they are
    // written: a letter that is lost can change the whole stem (misinformaton).
    () => {
      const word = foldWord(written);
      return vocabulary
        .nearWords(word, 2)
        .map((near) => ({ ...near, edits: editsBetween(word, near.word, allowed) }))
        .filter((near) => near.edits <= allowed && near.term !== term);
    },
    () => glossary.spellings().near(term, allowed),
    // A name that nobody knows is no misspelt common word.
    () => (/^\p{Lu}/u.test(written) ? [] : dictionary.spellings().near(term, allowed)),
  ];
  const cost = (near: Near) =>
    near.edits + (near.term[0] === term[0] ? 0 : 0.5) - Math.min(0.4, vocabulary.count(near.term) / 1000);
  for (const list of lists) {
    const [first, ...rest] = list();
    if (first) return rest.reduce((best, near) => (cost(near) < cost(best) ? near : best), first);
  }
  return undefined;
}

interface Near {
  readonly term: string;
  /** As the articles write it, when it is from there. */
  readonly word?: string;
  readonly edits: number;
}
