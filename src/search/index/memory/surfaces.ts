/** Words as the articles write them, for corrections: a stem hides how near a misspelt word is to the right one. */

import { soundDistance, soundKeys } from "../../../language/names/distance.ts";
import { isTransliterated } from "../../../language/names/han-sounds.ts";
import { createShelves } from "../../../language/spellings.ts";
import type { Token } from "../../../language/text.ts";
import { foldWord } from "../../../language/words.ts";

export interface Surface {
  readonly word: string;
  /** The indexed term that the word gives. */
  readonly term: string;
}

interface Near extends Surface {
  readonly distance: number;
}

export interface Surfaces {
  /** Notes each word of one of an article's texts. @param seen what its other texts had, and then has */
  add(text: string, tokens: readonly Token[], seen: Set<string>): void;
  remove(text: string, tokens: readonly Token[], seen: Set<string>): void;
  /** Words within an edit distance (a letter added, lost, changed, swapped) of a folded word, nearest first. */
  near(word: string, distance: number): readonly Near[];
  /** Words of whatever script that sound like a folded name, the nearest first; itself among them. */
  sounding(name: string): readonly Surface[];
  entries(): Iterable<readonly [word: string, term: string, articles: number]>;
  restore(word: string, term: string, articles: number): void;
}

/** Letters that a typo can be in, in words that are long enough to be told apart by one. */
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]{4,30}$/u;

/** Candidates of one key that are laid beside a name, the distance at which two still sound alike, and how many are told. */
export const ALIGNED = 2_000;
export const ALIKE = 0.2;
export const KEPT = 24;

/** Look-ups that are remembered: those of some queries. */
const REMEMBERED = 512;

/** Words whose sounds nobody has asked for; so many are read in one go when somebody does. */
const UNHEARD = 4_000;

export function createSurfaces(): Surfaces {
  const words = new Map<string, { readonly term: string; articles: number }>();
  const spelt = createShelves();
  const bySound = new Map<string, string[]>();
  const unheard = new Set<string>();
  /** What was looked up last, as one question is planned several times; of no use once a word has come or gone. */
  const lookups = new Map<string, readonly Near[]>();
  const once = (key: string, look: () => readonly Near[]): readonly Near[] => {
    const before = lookups.get(key);
    if (before) return before;
    const found = look();
    if (lookups.size >= REMEMBERED) lookups.clear();
    lookups.set(key, found);
    return found;
  };

  const termOf = (word: string): string => words.get(word)?.term ?? word;
  const learn = (word: string, term: string, articles: number): void => {
    words.set(word, { term, articles });
    lookups.clear();
    spelt.add(word);
    unheard.add(word);
    if (unheard.size > UNHEARD) hear(1);
  };
  /** Reads the sounds of so many words, the oldest first. */
  const hear = (most: number): void => {
    for (const word of unheard) {
      if (most-- <= 0) return;
      unheard.delete(word);
      for (const key of soundKeys(word)) {
        const alike = bySound.get(key);
        if (alike) alike.push(word);
        else bySound.set(key, [word]);
      }
    }
  };
  const forget = (word: string): void => {
    words.delete(word);
    lookups.clear();
    spelt.remove(word);
    if (unheard.delete(word)) return;
    for (const key of soundKeys(word)) {
      const others = (bySound.get(key) ?? []).filter((other) => other !== word);
      if (others.length > 0) bySound.set(key, others);
      else bySound.delete(key);
    }
  };

  return {
    add: (text, tokens, seen) =>
      eachWord(text, tokens, seen, (word, term) => {
        const known = words.get(word);
        if (known) known.articles++;
        else learn(word, term, 1);
      }),
    remove: (text, tokens, seen) =>
      eachWord(text, tokens, seen, (word) => {
        const known = words.get(word);
        if (known && --known.articles === 0) forget(word);
      }),
    near: (word, distance) =>
      once(`${distance} ${word}`, () =>
        spelt
          .near(word, distance)
          .map(({ term: near, edits }) => ({ word: near, term: termOf(near), distance: edits }))
          .sort(byDistance),
      ),
    sounding: (name) =>
      once(name, () => {
        hear(UNHEARD);
        const candidates = new Set(
          soundKeys(name).flatMap((key) => (bySound.get(key) ?? []).slice(0, ALIGNED)),
        );
        return [...candidates]
          .map((word) => ({ word, distance: soundDistance(name, word, ALIKE) }))
          .filter(({ distance }) => distance <= ALIKE)
          .sort(byDistance)
          .slice(0, KEPT)
          .map((one) => ({ ...one, term: termOf(one.word) }));
      }),
    *entries() {
      for (const [word, { term, articles }] of words) yield [word, term, articles] as const;
    },
    restore: learn,
  };
}

function byDistance(a: Omit<Near, "term">, b: Omit<Near, "term">): number {
  return a.distance - b.distance || (a.word < b.word ? -1 : 1);
}

/** Calls back for each word of a text that was not seen yet, with the term that it gives. */
export function eachWord(
  text: string,
  tokens: readonly Token[],
  seen: Set<string>,
  act: (word: string, term: string) => void,
): void {
  for (const { term, start, end } of tokens) {
    if (text.charCodeAt(start) > 0x52f) {
      if (term.length > 2 && !seen.has(term) && isTransliterated(term)) act(term, term);
      seen.add(term);
      continue;
    }
    if (end - start < 4) continue;
    const written = text.slice(start, end);
    if (seen.has(written)) continue;
    seen.add(written);
    const word = foldWord(written);
    if (seen.has(word) && word !== written) continue;
    seen.add(word);
    if (WORD.test(word)) act(word, term);
  }
}
