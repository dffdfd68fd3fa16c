/** Words and names of one language in another, as a person would write them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../article.ts";
import { type Country, countries } from "../language/countries.ts";
import type { GlossaryEntry } from "../language/glossary.ts";
import { plainHan, stemsKey } from "../language/keys.ts";
import { theDictionary, theGlossary } from "../language/open.ts";
import { foldWord, isStopWord, stem } from "../language/words.ts";
import { once } from "../once.ts";
import { root } from "../root.ts";
import { COMMON_WORDS } from "../stories/common.ts";
import { isHan } from "./words.ts";

export interface Vocabulary {
  /** The glossary's entry that just these words name. */
  named(words: readonly string[]): GlossaryEntry | undefined;
  /** A word in another language; undefined where nothing is known, or it is one that says nothing. */
  translate(word: string, to: Language): string | undefined;
  /** A country in another language. */
  country(word: string, to: Language): string | undefined;
  /** Whether any article of this beat may have the word. */
  isCommon(word: string): boolean;
}

/** Renderings of a word that are weighed against each other. */
const WEIGHED = 5;
/** Words after the first of a stem that are looked at. */
const NEIGHBOURS = 40;

/** Opens the project's own; costs some 30 ms and is needed only where a headline is in another language. */
export function openVocabulary(): Vocabulary {
  const glossary = theGlossary();
  const dictionary = theDictionary();
  const listed = readList();
  const lands = byName(countries());
  const russian = spellings([
    ...listed.map(({ word }) => word),
    ...countries().flatMap(({ ru }) => ru),
    ...glossary.entries.flatMap(({ ru }) => ru[0] ?? []),
  ]);
  const english = spellings([
    ...listed.flatMap(({ renderings }) => renderings),
    ...countries().flatMap(({ en }) => en),
  ]);
  const common = new Set(COMMON_WORDS.split(/\s+/).map(keyOf));

  const englishOf = (word: string): readonly (readonly string[])[] =>
    isHan(word)
      ? bestFirst(word, dictionary.english(plainHan(word)), dictionary.han)
      : dictionary.fromRussian(keyOf(word));
  const inEnglish = (stems: readonly string[]) =>
    stems.map((one) => english.get(one) ?? dictionary.wordOf(one) ?? one).join(" ");
  const others = once(readOthers);
  const inRussian = (stems: readonly string[]) =>
    dictionary
      .russian(stems)
      .map((ones) => ones.map((one) => russian.get(one) ?? spelled(one, others())))
      .find((words) => words.every((word) => word !== undefined))
      ?.join(" ");
  const inChinese = (stems: readonly string[]) => {
    const back = (word: string) =>
      dictionary.english(word).findIndex((one) => one.join(" ") === stems.join(" "));
    const rank = (word: string, at: number) =>
      (back(word) < 0 ? 9 : back(word)) + at / 4 + (word.length === 2 ? 0 : 1);
    return dictionary
      .han(stems)
      .slice(0, 4 * WEIGHED)
      .map((word, at) => ({ word, rank: rank(word, at) }))
      .sort((one, other) => one.rank - other.rank)[0]?.word;
  };

  return {
    named: (words) =>
      words.every(isHan)
        ? glossary.byHan(plainHan(words.join("")))[0]?.entry
        : glossary.byStems(stemsKey(words.join(" ")).split(" "))[0]?.entry,
    translate(word, to) {
      if (!isHan(word) && (word.length < 3 || isStopWord(foldWord(word)))) return undefined;
      const meanings = /^\p{Script=Latin}/u.test(word) ? [[keyOf(word)]] : englishOf(word);
      const into = to === "en" ? inEnglish : to === "ru" ? inRussian : inChinese;
      return meanings
        .filter((stems) => stems.length <= 2 && stems.every((one) => one.length > 2))
        .slice(0, WEIGHED)
        .flatMap((stems) => into(stems) ?? [])[0];
    },
    country: (word, to) => lands.get(keyOf(word))?.[to][0],
    isCommon: (word) => common.has(keyOf(word)),
  };
}

function keyOf(word: string): string {
  return isHan(word) ? plainHan(word) : stem(foldWord(word));
}

/** Of several English renderings that one first which leads back to the word soonest. */
function bestFirst(
  word: string,
  renderings: readonly (readonly string[])[],
  back: (stems: readonly string[]) => readonly string[],
): readonly (readonly string[])[] {
  const rank = (stems: readonly string[]): number => {
    const place = back(stems).indexOf(word);
    return (place < 0 ? 99 : place) + 2 * stems.length;
  };
  return renderings
    .slice(0, WEIGHED)
    .map((stems, at) => ({ stems, at, rank: rank(stems) + at }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ stems }) => stems);
}

/** A word for each stem of some words and names; the first that has it. */
function spellings(texts: readonly string[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of texts.flatMap((text) => text.split(/[\s()]+/))) {
    const key = keyOf(word);
    if (!words.has(key)) words.set(key, word);
  }
  return words;
}

/** Countries by each of their names of one word. */
function byName(all: readonly Country[]): ReadonlyMap<string, Country> {
  const names = all.flatMap((one) => [...one.zh, ...one.en, ...one.ru].map((name) => [name, one] as const));
  return new Map(names.filter(([name]) => !/\s/.test(name)).map(([name, one]) => [keyOf(name), one]));
}

/** The project's Russian words with their English ones; none where the list cannot be read. */
function readList(): readonly { readonly word: string; readonly renderings: readonly string[] }[] {
  return linesOf("russian.tsv").map((line) => {
    const [word = "", renderings = ""] = line.split("\t");
    return { word, renderings: renderings.split(";") };
  });
}

/** The forty thousand other Russian words, sorted, so that those of a stem stand together. */
function readOthers(): readonly string[] {
  return linesOf("openrussian.tsv")
    .map((line) => line.slice(0, line.indexOf("\t")))
    .sort();
}

/** The shortest of some sorted words that has this stem; words of a stem begin with it. */
function spelled(wanted: string, words: readonly string[]): string | undefined {
  let low = 0;
  for (let high = words.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < low + NEIGHBOURS && words[at]?.startsWith(wanted); at++)
    if (keyOf(words[at] ?? "") === wanted) found.push(words[at] ?? "");
  return found.sort((one, other) => one.length - other.length)[0];
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(join(root, "corpus", file), "utf8")
      .split(/\r?\n/)
      .filter((line) => line !== "" && !line.startsWith("#"));
  } catch {
    return [];
  }
}
