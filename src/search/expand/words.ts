/** Words of alphabetic scripts across languages: each by itself, and as parts of names and phrases. */
import type { Known } from "../../language/glossary.ts";
import { stem } from "../../language/words.ts";
import type { Expanding } from "./expanding.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { byEntries, byHanWords, translations, WEIGHTS } from "./variants.ts";

/** Weight of a phrase beside the words that it is made of. */
const PHRASE = 0.9;
const LONGEST = 6;
/** Chinese words kept for each English rendering of a Russian word. */
const PIVOTED = 10;
/** English renderings of each of two Russian words that are tried together. */
const COMPOSED = 3;
const HAN = /\p{Script=Han}/u;

/** Whether a term is a word of an alphabetic script. */
export function isWord({ term }: Pick<DraftTerm, "term">): boolean {
  return /\p{L}/u.test(term) && !HAN.test(term);
}

/** Translations of each word, and the phrases that neighbouring words make. */
export async function translateWords(
  terms: readonly DraftTerm[],
  asked: Expanding,
): Promise<readonly Addition[]> {
  const words = terms.filter((one) => isWord(one) && !one.term.includes(" "));
  const single = words.map(({ start, end, term }) => ({
    start,
    end,
    term,
    variants: [
      ...byEntries(asked.glossary.byStems([term]), term, asked.dictionary),
      ...translations(
        asked.dictionary.family(term).map((one) => [one]),
        WEIGHTS.family,
        1,
      ),
      ...byHanWords(hanOf([term], asked)),
      ...byRussian(term, asked),
    ],
  }));
  const phrases = words.flatMap((_, from) => phrasesFrom(words.slice(from, from + LONGEST), from, asked));
  await asked.lexicon.learn(
    [...single, ...phrases].flatMap(({ variants }) => variants.flatMap((one) => one.terms)),
  );
  const kept = await covering(phrases, asked);
  // A word within a name is not looked for by what it means elsewhere (Внутренняя Монголия: no internal affairs).
  const inName = ({ start, end }: Addition) =>
    kept.some((phrase) => phrase.isName && phrase.start <= start && phrase.end >= end);
  return [...single.filter((one) => !inName(one)), ...kept];
}

interface Phrase extends Addition {
  readonly from: number;
  readonly length: number;
  /** Whether it is the name of a place or a person; what a body is called says what it is (Development Bank). */
  readonly isName: boolean;
}

/** From left to right, the longest phrases that an article has under another name. */
async function covering(phrases: readonly Phrase[], { lexicon }: Expanding): Promise<readonly Phrase[]> {
  const kept: Phrase[] = [];
  let next = 0;
  for (const phrase of phrases) {
    const { from, length } = phrase;
    if (from < next) continue;
    const others = await lexicon.present(phrase.variants.filter(({ via }) => via !== "written"));
    if (others.length === 0) continue;
    kept.push(phrase);
    next = from + length;
  }
  return kept;
}

/** The runs of these words, from the first on, that the sources know as one thing; the longest first. */
function phrasesFrom(words: readonly DraftTerm[], from: number, asked: Expanding): Phrase[] {
  const found: Phrase[] = [];
  for (let length = words.length; length >= 2; length--) {
    const terms = words.slice(0, length).map(({ term }) => term);
    const entries: readonly Known[] = asked.glossary.byStems(terms);
    const others = [
      ...byEntries(entries, terms.join(" "), asked.dictionary),
      ...phraseElsewhere(terms, asked),
    ];
    if (others.length === 0) continue;
    const isName = entries.some(({ entry }) => entry.kind === "place" || entry.kind === "person");
    const start = words[0]?.start ?? 0;
    const end = words[length - 1]?.end ?? 0;
    const variants = [{ terms, weight: 1, via: "written" } as const, ...others];
    found.push({ start, end, term: terms.join(" "), weight: PHRASE, variants, from, length, isName });
  }
  return found;
}

/** What words that belong together are in the other languages. */
function phraseElsewhere(terms: readonly string[], asked: Expanding): Variant[] {
  const { dictionary } = asked;
  const english = [...dictionary.fromRussian(terms.join(" ")), ...composed(terms, asked)];
  return [
    ...byHanWords([...dictionary.hanOfRussian(terms), ...hanOf(terms, asked)]),
    ...translations([...english, ...dictionary.russian(terms)], WEIGHTS.dictionary, WEIGHTS.decay.english),
    ...english.flatMap((stems) =>
      byHanWords(dictionary.han(stems)).map((one) => ({ ...one, weight: one.weight * WEIGHTS.pivot })),
    ),
  ];
}

/** Two Russian words as the English ones that together have a Chinese name (пальмовое масло, palm oil, 棕榈油). */
function composed(terms: readonly string[], { dictionary }: Expanding): (readonly string[])[] {
  const [first = "", second = "", more] = terms;
  if (more !== undefined || !/^[а-я]/.test(first) || !/^[а-я]/.test(second)) return [];
  const single = (term: string) =>
    dictionary
      .fromRussian(term)
      .flatMap((stems) => (stems.length === 1 ? stems : []))
      .slice(0, COMPOSED);
  const others = single(second);
  return single(first)
    .flatMap((one) => others.map((other) => [one, other]))
    .filter((stems) => dictionary.han(stems).length > 0);
}

/** English and Chinese for a Russian word, and Chinese for that English; Russian for an English word. */
function byRussian(term: string, { dictionary }: Expanding): Variant[] {
  const english = dictionary.fromRussian(term);
  const han = english.flatMap((stems, i) =>
    byHanWords(dictionary.han(stems).slice(0, PIVOTED)).map((one) => ({
      ...one,
      weight: one.weight * WEIGHTS.pivot * WEIGHTS.decay.english ** i,
    })),
  );
  const direct = [...english, ...dictionary.russian([term])];
  return [
    ...translations(direct, WEIGHTS.dictionary, WEIGHTS.decay.english),
    ...byHanWords(dictionary.hanOfRussian([term])),
    ...han,
  ];
}

/** The dictionary's Han words; a word that it lacks is looked up once more by the stem of its stem. */
function hanOf(terms: readonly string[], { dictionary }: Expanding): readonly string[] {
  const found = dictionary.han(terms);
  const [only, another] = terms;
  if (found.length > 0 || only === undefined || another !== undefined) return found;
  const shorter = stem(only);
  return shorter.length > 3 && shorter !== only ? dictionary.han([shorter]) : found;
}
