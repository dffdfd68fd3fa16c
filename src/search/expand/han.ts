/** Han words across languages: a run of characters is covered with the longest words that the sources know. */
import type { Dictionary } from "../../language/dictionary.ts";
import { type HanRun, hanRuns } from "../../language/tokens.ts";
import type { Expanding } from "./expanding.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { byEntries, pairsOf, translations, WEIGHTS } from "./variants.ts";

/** Characters of the longest name or word that is looked for. */
const LONGEST = { glossary: 16, dictionary: 8 };

/** English renderings of a Chinese word that are carried on into Russian. */
const PIVOTED = 4;

/** Translations of Han words, and the terms that longer words make. */
export async function translateHan(
  _terms: readonly DraftTerm[],
  { text, glossary, dictionary, lexicon }: Expanding,
): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  const add = (word: string, place: { start: number; end: number }, others: readonly Variant[]) =>
    found.push({
      ...place,
      term: word,
      variants: [{ terms: pairsOf(word), weight: 1, via: "written" }, ...others],
    });
  for (const run of hanRuns(text)) {
    for (const { word, place, found } of cover(run, (word) => glossary.byHan(word), LONGEST.glossary))
      add(word, place, byEntries(found, word, dictionary));
    for (const { word, place, found } of cover(run, dictionary.english, LONGEST.dictionary)) {
      const weight = WEIGHTS.dictionary * (word.length === 1 ? WEIGHTS.character / 3 : 1);
      const russian = found.slice(0, PIVOTED).flatMap((stems) => inRussian(stems, dictionary));
      add(word, place, [
        ...translations(dictionary.russianOfHan(word), weight, WEIGHTS.decay.english),
        ...translations(found, weight, WEIGHTS.decay.english),
        ...translations(russian, weight * WEIGHTS.pivot, WEIGHTS.decay.english),
      ]);
    }
  }
  const present = new Set(await lexicon.present(found.flatMap(({ variants }) => variants)));
  return found.filter(({ variants }) => variants.some((one) => one.via !== "written" && present.has(one)));
}

/** An English rendering in Russian; one of two words that has none of its own, word by word. */
function inRussian(stems: readonly string[], dictionary: Dictionary): readonly (readonly string[])[] {
  const whole = dictionary.russian(stems);
  const [first, second, more] = stems;
  if (whole.length > 0 || first === undefined || second === undefined || more !== undefined) return whole;
  const others = dictionary.russian([second]).slice(0, 2);
  return dictionary
    .russian([first])
    .slice(0, 2)
    .flatMap((one) => others.map((other) => [...one, ...other]));
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
