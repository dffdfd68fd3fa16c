/** Chinese, English and Russian words for each other, looked up in the compiled file as it lies on disk: a binary search over its lines. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../article.ts";
import { root } from "../root.ts";
import { keyOf, LISTED, type Listed, readListed } from "./listed.ts";
import { findLine } from "./sorted-lines.ts";
import { createSpellings, type Spellings } from "./spellings.ts";

/** Where the build puts the compiled dictionary. */
export const DICTIONARY_PATH = join(root, "dist", "dictionary.tsv");

export interface Dictionary {
  /** False when there is no compiled dictionary; then nothing has a translation. */
  readonly present: boolean;
  /** Simplified Han words for a run of English stems, best first. */
  han(stems: readonly string[]): readonly string[];
  /** English renderings of a simplified Han word, best first, each as stems that belong together. */
  english(word: string): readonly (readonly string[])[];
  /** English renderings of a Russian stem, best first, each as stems that belong together. */
  fromRussian(stem: string): readonly (readonly string[])[];
  /** Russian renderings of a run of English stems, best first, each as stems that belong together. */
  russian(stems: readonly string[]): readonly (readonly string[])[];
  /** Simplified Han words for a run of Russian stems, best first, where they are known without English. */
  hanOfRussian(stems: readonly string[]): readonly string[];
  /** Russian renderings of a simplified Han word, likewise, each as stems that belong together. */
  russianOfHan(word: string): readonly (readonly string[])[];
  /** The places of a word, in whatever form, in the lists of words written for news. */
  listed(word: string, language: Language): readonly Listed[];
  /** Terms that any article of this beat may have; sharing them says nothing about an event. */
  common(): ReadonlySet<string>;
  /** Stems of the same language that are made from the same word and mean the same (economy, economic). */
  family(stem: string): readonly string[];
  /** English stems that may stand for an English stem, likeliest first (client, customer). */
  related(stem: string): readonly string[];
  /** Simplified characters that are pronounced like a syllable without its tone, "" when it is none. */
  characters(syllable: string): string;
  /** The syllables without tones that a simplified character is pronounced as; read on first use. */
  syllables(character: string): readonly string[];
  /** Every English stem that is in some rendering; read on first use. */
  spellings(): Spellings;
  /** A word that has this stem. */
  wordOf(stem: string): string | undefined;
}

/** What syllables of pinyin are made of. */
const INITIALS = ["", ..."b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ")];
const FINALS =
  "a o e i u v ai ei ao ou an en ang eng ong er ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang ue ve".split(
    " ",
  );

const NOTHING: Dictionary = {
  present: false,
  han: () => [],
  english: () => [],
  fromRussian: () => [],
  russian: () => [],
  hanOfRussian: () => [],
  russianOfHan: () => [],
  listed: () => [],
  common: () => new Set(),
  family: () => [],
  related: () => [],
  characters: () => "",
  syllables: () => [],
  spellings: () => createSpellings(() => []),
  wordOf: () => undefined,
};

/** Opens the compiled dictionary (some 20 ms, 7 MB); `absent` is told the reason when that fails. */
export function openDictionary(absent: (reason: string) => void, path = DICTIONARY_PATH): Dictionary {
  let lines: Buffer;
  try {
    lines = readFileSync(path);
  } catch (error) {
    absent(error instanceof Error ? error.message : String(error));
    return NOTHING;
  }
  /** By length, as the file has them; a row is read once. */
  const words = new Map<number, ReadonlyMap<string, string>>();
  let common: ReadonlySet<string> | undefined;
  let spellings: Spellings | undefined;
  let readings: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    present: true,
    han: (stems) => split(findLine(lines, `e${stems.join(" ")}`)),
    english: (word) => phrases(findLine(lines, `z${word}`)),
    fromRussian: (stem) => phrases(findLine(lines, `r${stem}`)),
    russian: (stems) => phrases(findLine(lines, `x${stems.join(" ")}`)),
    hanOfRussian: (stems) => split(findLine(lines, `c${stems.join(" ")}`)),
    russianOfHan: (word) => phrases(findLine(lines, `d${word}`)),
    listed: (word, language) =>
      split(findLine(lines, `${LISTED}${language} ${keyOf(word, language)}`)).map(readListed),
    common: () => {
      common ??= new Set(split(findLine(lines, "o")));
      return common;
    },
    family: (stem) => split(findLine(lines, `f${stem}`)),
    related: (stem) => split(findLine(lines, `n${stem}`)),
    characters: (syllable) => findLine(lines, `p${syllable}`) ?? "",
    syllables: (character) => {
      readings ??= readingsOf((syllable) => findLine(lines, `p${syllable}`) ?? "");
      return readings.get(character) ?? [];
    },
    spellings: () => {
      spellings ??= createSpellings((_script, length) => wordsOf(lines, length).map(([stem]) => stem));
      return spellings;
    },
    wordOf: (wanted) => {
      const known = words.get(wanted.length) ?? new Map(wordsOf(lines, wanted.length));
      words.set(wanted.length, known);
      return known.get(wanted);
    },
  };
}

/** English stems of a length, each with a word that has it. */
function wordsOf(lines: Buffer, length: number): readonly (readonly [stem: string, word: string])[] {
  return split(findLine(lines, `w${length}`)).map((one) => {
    const [stem = "", word = stem] = one.split("=");
    return [stem, word];
  });
}

/** By character, from the table of syllables. */
function readingsOf(characters: (syllable: string) => string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const initial of INITIALS)
    for (const final of FINALS)
      for (const character of characters(initial + final)) {
        const row = found.get(character) ?? [];
        row.push(initial + final);
        found.set(character, row);
      }
  return found;
}

function split(row: string | undefined): readonly string[] {
  return row === undefined ? [] : row.split(";");
}

function phrases(row: string | undefined): readonly (readonly string[])[] {
  return split(row).map((rendering) => rendering.split(" "));
}
