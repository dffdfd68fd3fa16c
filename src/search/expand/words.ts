/** Words of alphabetic scripts across languages: each by itself, and as parts of names and phrases. */
import { stem } from "../../language/words.ts";
import type { Alternative } from "../types.ts";
import { type Asked, byEntries, byHanWords, type Draft, translations, WEIGHTS } from "./draft.ts";

/** Weight of a phrase beside the words that it is made of. */
const PHRASE = 0.9;
const LONGEST = 6;
/** Chinese words kept for each English rendering of a Russian word. */
const PIVOTED = 10;
const HAN = /\p{Script=Han}/u;

/** Whether a draft is a word of an alphabetic script. */
export function isWord({ term }: Draft): boolean {
  return /\p{L}/u.test(term) && !HAN.test(term);
}

/** Adds to each word its translations, and gives the phrases that neighbouring words make. */
export function translateWords(drafts: readonly Draft[], asked: Asked): Draft[] {
  const words = drafts.filter(isWord);
  for (const word of words) {
    word.alternatives.push(...byEntries(asked.glossary.byStems([word.term]), word.term, asked));
    word.alternatives.push(...byHanWords(hanOf([word.term], asked), asked), ...byRussian(word.term, asked));
  }
  const phrases: Draft[] = [];
  for (let i = 0; i < words.length; ) {
    const found = phraseAt(words.slice(i, i + LONGEST), asked);
    if (found?.phrase) phrases.push(found.phrase);
    i += found?.length ?? 1;
  }
  return phrases;
}

/** English for a Russian word, and Chinese for that English; Russian for an English word. */
function byRussian(term: string, asked: Asked): Alternative[] {
  const { dictionary } = asked;
  const english = dictionary.fromRussian(term);
  const han = english.flatMap((stems, i) =>
    byHanWords(dictionary.han(stems).slice(0, PIVOTED), asked).map((way) => ({
      ...way,
      weight: way.weight * WEIGHTS.pivot * WEIGHTS.decay.english ** i,
    })),
  );
  const direct = [...english, ...dictionary.russian([term])];
  return [...translations(direct, WEIGHTS.dictionary, WEIGHTS.decay.english, asked), ...han];
}

/** The longest run of these words, from the first on, that the sources know as one thing. */
function phraseAt(words: readonly Draft[], asked: Asked): { length: number; phrase?: Draft } | undefined {
  for (let length = words.length; length >= 2; length--) {
    const terms = words.slice(0, length).map(({ term }) => term);
    const entries = asked.glossary.byStems(terms);
    const han = hanOf(terms, asked);
    if (entries.length + han.length === 0) continue;
    const others = [...byEntries(entries, terms.join(" "), asked), ...byHanWords(han, asked)];
    const start = words[0]?.start ?? 0;
    const end = words[length - 1]?.end ?? 0;
    if (others.length === 0) return { length };
    const written = asked.text.slice(start, end);
    const alternatives = [{ terms, weight: 1, through: "written" } as const, ...others];
    return { length, phrase: { written, start, end, weight: PHRASE, term: terms.join(" "), alternatives } };
  }
  return undefined;
}

/** The dictionary's Han words; a word that it lacks is looked up once more by the stem of its stem. */
function hanOf(terms: readonly string[], { dictionary }: Asked): readonly string[] {
  const found = dictionary.han(terms);
  const [only, another] = terms;
  if (found.length > 0 || only === undefined || another !== undefined) return found;
  const shorter = stem(only);
  return shorter.length > 3 && shorter !== only ? dictionary.han([shorter]) : found;
}
