/** Han words across languages: a run of characters is covered with the longest words that the sources know. */
import { type HanRun, hanRuns } from "../../language/tokens.ts";
import type { Alternative } from "../types.ts";
import { type Asked, byEntries, type Draft, pairsOf, translations, WEIGHTS } from "./draft.ts";

/** Characters of the longest name or word that is looked for. */
const LONGEST = { glossary: 16, dictionary: 8 };

/** English renderings of a Chinese word that are carried on into Russian. */
const PIVOTED = 4;

/** Adds translations to the terms that stand for Han words, and gives the terms that longer words make. */
export function translateHan(drafts: readonly Draft[], asked: Asked): Draft[] {
  const longer: Draft[] = [];
  const add = (
    word: string,
    { start, end }: { start: number; end: number },
    ways: readonly Alternative[],
  ) => {
    if (ways.length === 0) return;
    // Glossary and dictionary may know the same word; it is still one.
    const same = [...drafts, ...longer].find((draft) => draft.start === start && draft.end === end);
    if (same) same.alternatives.push(...ways);
    else {
      const written: Alternative = { terms: pairsOf(word), weight: 1, through: "written" };
      longer.push({
        written: asked.text.slice(start, end),
        start,
        end,
        weight: 1,
        term: word,
        alternatives: [written, ...ways],
      });
    }
  };
  for (const run of hanRuns(asked.text)) {
    for (const { word, place, found } of cover(run, (word) => asked.glossary.byHan(word), LONGEST.glossary))
      add(word, place, byEntries(found, word, asked));
    for (const { word, place, found } of cover(run, asked.dictionary.english, LONGEST.dictionary)) {
      const weight = WEIGHTS.dictionary * (word.length === 1 ? WEIGHTS.character / 3 : 1);
      const russian = found.slice(0, PIVOTED).flatMap((stems) => asked.dictionary.russian(stems));
      add(word, place, [
        ...translations(found, weight, WEIGHTS.decay.english, asked),
        ...translations(russian, weight * WEIGHTS.pivot, WEIGHTS.decay.english, asked),
      ]);
    }
  }
  return longer;
}

/** From left to right, the longest words for which something is found. */
function* cover<T>({ run, startOf, endOf }: HanRun, look: (word: string) => readonly T[], longest: number) {
  for (let from = 0; from < run.length; ) {
    let length = Math.min(longest, run.length - from);
    let found: readonly T[] = [];
    for (; length >= 1; length--) {
      found = look(run.slice(from, from + length));
      if (found.length > 0) break;
    }
    const to = from + length;
    if (found.length > 0)
      yield { word: run.slice(from, to), place: { start: startOf(from), end: endOf(to) }, found };
    from += Math.max(1, length);
  }
}
