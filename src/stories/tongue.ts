/** The language tools of search, as stories need them: terms and their translations. */
import type { Dictionary } from "../language/dictionary.ts";
import { theDictionary } from "../language/open.ts";
import { analyzeWords } from "../language/tokens.ts";
import type { Tongue } from "./profile.ts";

type Translation = ReturnType<Tongue["translate"]>[number];

/** Renderings of a term that are looked at, and how much less each further one counts. */
const RENDERINGS = 6;
const DECAY = 0.85;
/** English renderings that lead on to the third language, how many there, and how much less these count. */
const PIVOTS = 2;
const PIVOT_WEIGHT = 0.8;

/** The dictionary is opened when the first word is translated; search opens it too, and tells when it is missing. */
export function createTongue(): Tongue {
  const translated = new Map<string, readonly Translation[]>();
  return {
    analyze: analyzeWords,
    get common() {
      return theDictionary().common();
    },
    translate(term) {
      const before = translated.get(term);
      if (before) return before;
      const made = translationsOf(term, theDictionary());
      translated.set(term, made);
      return made;
    },
  };
}

/** Chinese and Russian meet English directly, and each other by way of it. */
function translationsOf(term: string, dictionary: Dictionary): Translation[] {
  const han = (stems: readonly string[]) =>
    dictionary.han(stems).flatMap((word) => (word.length > 1 ? [[word]] : []));
  if (/^\p{Script=Han}/u.test(term)) return throughEnglish(dictionary.english(term), dictionary.russian);
  if (/^\p{Script=Cyrillic}/u.test(term)) return throughEnglish(dictionary.fromRussian(term), han);
  return [...weighed(han([term])), ...weighed(dictionary.russian([term]))];
}

function throughEnglish(
  english: readonly (readonly string[])[],
  onwards: (stems: readonly string[]) => readonly (readonly string[])[],
): Translation[] {
  const further = english
    .slice(0, PIVOTS)
    .flatMap((stems, rank) => weighed(onwards(stems).slice(0, PIVOTS), PIVOT_WEIGHT * DECAY ** rank));
  return [...weighed(english), ...further];
}

/** Renderings with their weights; one of several words shares its weight among them. */
function weighed(renderings: readonly (readonly string[])[], first = 1): Translation[] {
  return renderings
    .slice(0, RENDERINGS)
    .flatMap((terms, rank) =>
      terms.map((term) => ({ term, weight: (first * DECAY ** rank) / terms.length })),
    );
}
