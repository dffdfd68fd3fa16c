/** Names across alphabets, by their sound: Томас Дэвис is looked for as Thomas Davis, and the other way round. */
import { soundOf, toLatin } from "../../language/sound.ts";
import { editsBetween } from "../../language/spellings.ts";
import { foldWord, stem } from "../../language/words.ts";
import type { Alternative } from "../types.ts";
import { type Asked, byHanWords, type Draft, WEIGHTS } from "./draft.ts";
import { isWord } from "./words.ts";

const SHORTEST = 4;
const KEPT = 3;
/** Letters that differ between a name and its like, at most: one in so many. */
const LETTERS_AN_EDIT = 2.5;

/** Adds to each name the like-sounding words of the other alphabet, and Chinese names that go with them. */
export function carryNames(drafts: readonly Draft[], asked: Asked): void {
  for (const draft of drafts) {
    const folded = foldWord(draft.written);
    if (!isWord(draft) || folded.length < SHORTEST || draft.corrected !== undefined) continue;
    if (draft.alternatives.some(({ through }) => through === "translation")) continue;
    const isCyrillic = /^[а-я]+$/.test(folded);
    if (!isCyrillic && !/^\p{Lu}[\p{L}'’]+$/u.test(draft.written)) continue;
    // Case endings change the sound: a Russian name is also tried without them.
    for (const name of new Set([folded, isCyrillic ? stem(folded) : folded])) {
      if (name.length < SHORTEST) continue;
      draft.alternatives.push(...alike(name, isCyrillic, asked));
      if (isCyrillic) draft.alternatives.push(...chinese(name, asked));
    }
  }
}

/** Words of the articles, in the other alphabet, that sound the same and are spelt nearly so. */
function alike(name: string, isCyrillic: boolean, { vocabulary }: Asked): Alternative[] {
  return vocabulary
    .sounding(soundOf(name))
    .filter(({ word }) => word.charCodeAt(0) >= 0x400 !== isCyrillic)
    .map(({ word, term }) => ({ term, edits: apart(name, word) }))
    .filter(({ edits }) => edits <= name.length / LETTERS_AN_EDIT)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, KEPT)
    .map(({ term, edits }) => ({
      terms: [term],
      weight: WEIGHTS.name * WEIGHTS.decay.english ** edits,
      through: "script",
    }));
}

/** Han words for the English words of the dictionary that a Russian name sounds like (Чикаго, 芝加哥). */
function chinese(name: string, asked: Asked): Alternative[] {
  const latin = stem(toLatin(name));
  const words = asked.dictionary
    .spellings()
    .near(latin, latin.length > 6 ? 2 : 1)
    .filter(({ term }) => soundOf(term) === soundOf(latin))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, KEPT)
    .flatMap(({ term }) => asked.dictionary.han([term]).slice(0, KEPT));
  return byHanWords(words, asked);
}

function apart(one: string, other: string): number {
  const latin = (word: string) => (word.charCodeAt(0) >= 0x400 ? toLatin(word).replace(/kh/g, "h") : word);
  return editsBetween(latin(one), latin(other), Math.ceil(one.length / LETTERS_AN_EDIT));
}
