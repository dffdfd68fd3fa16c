/** Misspelt words of four letters and more: the nearest word that the articles, the glossary or the dictionary have. */

import { editsBetween } from "../../language/spellings.ts";
import { foldWord } from "../../language/words.ts";
import type { Expanding } from "./expanding.ts";
import { soundsLikeName } from "./names.ts";
import type { Addition, DraftTerm } from "./terms.ts";
import { WEIGHTS } from "./variants.ts";
import { isWord } from "./words.ts";

const SHORTEST = 4;
/** From this length on two letters may be wrong. */
const LONG = 8;
/** Words of one query that are corrected at most: each is compared with many. */
const MOST = 12;

/** A correction for each word that nobody knows; a word that means something somewhere is left as it is. */
export async function correct(terms: readonly DraftTerm[], asked: Expanding): Promise<readonly Addition[]> {
  const read = terms.filter(({ variants }) => variants.some(({ via }) => via === "pinyin"));
  const misspelt = terms.filter(
    (one) =>
      one.term.length >= SHORTEST &&
      isWord(one) &&
      !isKnown(one, asked) &&
      !read.some(({ start, end }) => start <= one.start && end >= one.end),
  );
  const { glossary, dictionary } = asked;
  // All are asked for together, as the archive may be far away.
  const found = await Promise.all(
    misspelt.slice(0, MOST).map(async (one): Promise<readonly Addition[]> => {
      const { start, end, term, written } = one;
      if (await soundsLikeName(one, asked)) return [];
      const nearest = await nearestTo(term, written, asked);
      if (nearest === undefined) return [];
      const corrected =
        nearest.word ?? glossary.wordOf(nearest.term) ?? dictionary.wordOf(nearest.term) ?? nearest.term;
      const variants = [{ terms: [nearest.term], weight: WEIGHTS.correction, via: "correction" as const }];
      return [{ start, end, term: nearest.term, corrected, variants }];
    }),
  );
  return found.flat();
}

function isKnown({ term, variants }: DraftTerm, { lexicon, glossary, dictionary }: Expanding): boolean {
  return (
    lexicon.count(term) > 0 ||
    term.includes(" ") ||
    variants.some(({ via }) => via === "pinyin" || via === "quantity") ||
    glossary.spellings().has(term) ||
    dictionary.spellings().has(term) ||
    dictionary.fromRussian(term).length > 0
  );
}

/** Words of the articles come before the glossary's, these before the dictionary's, common before rare ones. */
async function nearestTo(
  term: string,
  written: string,
  { lexicon, glossary, dictionary }: Expanding,
): Promise<Candidate | undefined> {
  const allowed = term.length >= LONG ? 2 : 1;
  const lists: readonly (() => Promise<readonly Candidate[]> | readonly Candidate[])[] = [
    // A swap of neighbours is one slip, though the vocabulary counts two. Words are compared as they are
    // written: a letter that is lost can change the whole stem (misinformaton).
    async () => {
      const word = foldWord(written);
      const near = await lexicon.near(word, 2);
      return near
        .map((one) => ({ ...one, edits: editsBetween(word, one.word, allowed) }))
        .filter((one) => one.edits <= allowed && one.term !== term);
    },
    () => glossary.spellings().near(term, allowed),
    // A name that nobody knows is no misspelt common word.
    () => (/^\p{Lu}/u.test(written) ? [] : dictionary.spellings().near(term, allowed)),
  ];
  for (const list of lists) {
    const found = await list();
    await lexicon.learn(found.map((one) => one.term));
    const cost = (one: Candidate) =>
      one.edits + (one.term[0] === term[0] ? 0 : 0.5) - Math.min(0.4, lexicon.count(one.term) / 1000);
    const [first, ...rest] = found;
    if (first) return rest.reduce((best, one) => (cost(one) < cost(best) ? one : best), first);
  }
  return undefined;
}

interface Candidate {
  readonly term: string;
  /** As the articles write it, when it is from there. */
  readonly word?: string;
  readonly edits: number;
}
