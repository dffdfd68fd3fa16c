/** Names across alphabets, by their sound: Томас Дэвис is looked for as Thomas Davis, and the other way round. */
import { soundOf, toLatin } from "../../language/sound.ts";
import { editsBetween } from "../../language/spellings.ts";
import { foldWord, stem } from "../../language/words.ts";
import type { Asked } from "./expand.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { byHanWords, WEIGHTS } from "./variants.ts";
import { isWord } from "./words.ts";

const SHORTEST = 4;
const KEPT = 3;
/** Letters that differ between a name and its like, at most: one in so many. */
const LETTERS_AN_EDIT = 2.5;
/** Names of one query that are carried at most: each is compared with many. */
const MOST = 12;

/** For each name the like-sounding words of the other alphabet, and Chinese names that go with them. */
export async function carryNames(terms: readonly DraftTerm[], asked: Asked): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  for (const one of terms.filter((one) => isWord(one) && one.corrected === undefined)) {
    const { start, end, term, written } = one;
    const folded = foldWord(written);
    const isCyrillic = /^[а-я]+$/.test(folded);
    if (folded.length < SHORTEST || found.length >= MOST) continue;
    if (!isCyrillic && !/^\p{Lu}[\p{L}'’]+$/u.test(written)) continue;
    const translated = await asked.lexicon.present(one.variants.filter(({ via }) => via === "translation"));
    if (translated.length > 0) continue;
    // Case endings change the sound: a Russian name is also tried without them.
    const names = [...new Set([folded, isCyrillic ? stem(folded) : folded])].filter(
      (name) => name.length >= SHORTEST,
    );
    const variants: Variant[] = [];
    for (const name of names) {
      variants.push(...(await alike(name, isCyrillic, asked)));
      if (isCyrillic) variants.push(...chinese(name, asked));
    }
    if (variants.length > 0) found.push({ start, end, term, variants });
  }
  return found;
}

/** Words of the articles, in the other alphabet, that sound the same and are spelt nearly so. */
async function alike(name: string, isCyrillic: boolean, { lexicon }: Asked): Promise<Variant[]> {
  return (await lexicon.soundingLike(name))
    .filter(({ word }) => word.charCodeAt(0) >= 0x400 !== isCyrillic)
    .map(({ word, term }) => ({ term, edits: apart(name, word) }))
    .filter(({ edits }) => edits <= name.length / LETTERS_AN_EDIT)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, KEPT)
    .map(({ term, edits }) => ({
      terms: [term],
      weight: WEIGHTS.name * WEIGHTS.decay.english ** edits,
      via: "script",
    }));
}

/** Han words for the English words of the dictionary that a Russian name sounds like (Чикаго, 芝加哥). */
function chinese(name: string, { dictionary }: Asked): Variant[] {
  const latin = stem(toLatin(name));
  const words = dictionary
    .spellings()
    .near(latin, latin.length > 6 ? 2 : 1)
    .filter(({ term }) => soundOf(term) === soundOf(latin))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, KEPT)
    .flatMap(({ term }) => dictionary.han([term]).slice(0, KEPT));
  return byHanWords(words);
}

function apart(one: string, other: string): number {
  const latin = (word: string) => (word.charCodeAt(0) >= 0x400 ? toLatin(word).replace(/kh/g, "h") : word);
  return editsBetween(latin(one), latin(other), Math.ceil(one.length / LETTERS_AN_EDIT));
}
