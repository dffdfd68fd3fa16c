/** Words as the articles write them, for corrections: a stem hides how near a misspelt word is to the right one. */

import SearchableMap from "minisearch/SearchableMap";
import { soundOf } from "../../../language/sound.ts";
import type { Token } from "../../../language/text.ts";
import { foldWord } from "../../../language/words.ts";

export interface Surface {
  readonly word: string;
  /** The indexed term that the word gives. */
  readonly term: string;
}

export interface Surfaces {
  /** Notes each word of an article once; `texts` are its texts with their tokens. */
  add(texts: readonly (readonly [text: string, tokens: readonly Token[]])[]): void;
  remove(texts: readonly (readonly [text: string, tokens: readonly Token[]])[]): void;
  /** Words within an edit distance (a letter added, lost, changed) of a folded word, nearest first. */
  near(word: string, distance: number): readonly (Surface & { readonly distance: number })[];
  /** Words with this sound. */
  sounding(sound: string): readonly Surface[];
  entries(): Iterable<readonly [word: string, term: string, articles: number]>;
  restore(word: string, term: string, articles: number): void;
}

/** Letters that a typo can be in, in words that are long enough to be told apart by one. */
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]{4,30}$/u;

export function createSurfaces(): Surfaces {
  const words = new SearchableMap<{ readonly term: string; articles: number }>();
  const bySound = new Map<string, string[]>();

  const learn = (word: string, term: string, articles: number): void => {
    words.set(word, { term, articles });
    const sound = soundOf(word);
    const alike = bySound.get(sound);
    if (alike) alike.push(word);
    else bySound.set(sound, [word]);
  };
  const forget = (word: string): void => {
    words.delete(word);
    const sound = soundOf(word);
    const others = (bySound.get(sound) ?? []).filter((other) => other !== word);
    if (others.length > 0) bySound.set(sound, others);
    else bySound.delete(sound);
  };

  const each = (
    texts: readonly (readonly [string, readonly Token[]])[],
    act: (word: string, term: string) => void,
  ): void => {
    const seen = new Set<string>();
    for (const [text, tokens] of texts)
      for (const { term, start, end } of tokens) {
        if (end - start < 4 || text.charCodeAt(start) > 0x52f) continue;
        const written = text.slice(start, end);
        if (seen.has(written)) continue;
        seen.add(written);
        const word = foldWord(written);
        if (seen.has(word) && word !== written) continue;
        seen.add(word);
        if (WORD.test(word)) act(word, term);
      }
  };

  return {
    add: (texts) =>
      each(texts, (word, term) => {
        const known = words.get(word);
        if (known) known.articles++;
        else learn(word, term, 1);
      }),
    remove: (texts) =>
      each(texts, (word) => {
        const known = words.get(word);
        if (known && --known.articles === 0) forget(word);
      }),
    near: (word, distance) =>
      [...words.fuzzyGet(word, distance)]
        .map(([near, [{ term }, edits]]) => ({ word: near, term, distance: edits }))
        .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1)),
    sounding: (sound) =>
      (bySound.get(sound) ?? []).map((word) => ({ word, term: words.get(word)?.term ?? word })),
    *entries() {
      for (const [word, { term, articles }] of words) yield [word, term, articles] as const;
    },
    restore: learn,
  };
}
