/** The language tools of search, as clustering needs them: terms, their translations, and what the glossary knows. */

import type { Dictionary } from "../language/dictionary.ts";
import type { Glossary, GlossaryEntry, Known } from "../language/glossary.ts";
import { plainHan } from "../language/keys.ts";
import { theDictionary, theGlossary } from "../language/open.ts";
import { createAnalyzer } from "../search/analyze.ts";
import type { Tongue } from "./profile.ts";

type Translation = ReturnType<Tongue["translate"]>[number];

/** Renderings of a term that are looked at, and how much less each further one counts. */
const RENDERINGS = 6;
const DECAY = 0.85;
/** English renderings that lead on to the third language, how many there, and how much less these count. */
const PIVOTS = 2;
const PIVOT_WEIGHT = 0.8;
/** Longest name that is looked for: words of an alphabetic script, Han characters. */
const LONGEST_WORDS = 4;
const LONGEST_HAN = 8;
/** Names of places, people and events mark an event; a body or an idea stands in every other article. */
const TELLING: Readonly<Record<GlossaryEntry["kind"], number>> = {
  ...{ person: 1, place: 0.6, event: 1, media: 0.7, term: 0.7 },
  ...{ document: 0.5, body: 0.4, idea: 0.3 },
};

/** What is known of other languages; each may be empty. */
export interface Sources {
  readonly glossary: Glossary;
  readonly dictionary: Dictionary;
}

/** @param open called once, when the first article is read */
export function createTongue(open: () => Sources = shipped): Tongue {
  const { analyze } = createAnalyzer();
  let opened: Sources | undefined;
  const sources = (): Sources => {
    opened ??= open();
    return opened;
  };
  const translated = new Map<string, readonly Translation[]>();
  return {
    analyze,
    translate(term) {
      const before = translated.get(term);
      if (before) return before;
      const made = translationsOf(term, sources().dictionary);
      translated.set(term, made);
      return made;
    },
    concepts: (text, tokens) => {
      const { glossary } = sources();
      const words = tokens.flatMap(({ term }) => (/^\p{Script=Han}|^\d/u.test(term) ? [] : [term]));
      const runs = text.match(/[\p{Script=Han}·・]{2,}/gu) ?? [];
      return [
        ...named(words.length, 1, LONGEST_WORDS, (from, to) => glossary.byStems(words.slice(from, to))),
        ...runs
          .map(plainHan)
          .flatMap((run) =>
            named(run.length, 2, LONGEST_HAN, (from, to) => glossary.byHan(run.slice(from, to))),
          ),
      ];
    },
  };
}

/** The project's own. Search opens them too and tells when one is missing; once is enough. */
function shipped(): Sources {
  return { glossary: theGlossary(), dictionary: theDictionary() };
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

/** Entries named by parts of a sequence, the longest name first, none inside another. */
function named(
  length: number,
  shortest: number,
  longest: number,
  look: (from: number, to: number) => readonly Known[],
): { id: string; weight: number }[] {
  const found: { id: string; weight: number }[] = [];
  for (let from = 0; from < length; ) {
    let next = from + 1;
    for (let to = Math.min(length, from + longest); to >= from + shortest; to--) {
      const entries = look(from, to);
      if (entries.length === 0) continue;
      for (const { entry } of entries)
        found.push({ id: entry.zh[0] ?? "", weight: TELLING[entry.kind] / entries.length });
      next = to;
      break;
    }
    from = next;
  }
  return found;
}
