/** Words and names of one language in another, as a person would write them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../article.ts";
import type { GlossaryEntry } from "../language/glossary.ts";
import { plainHan, stemsKey, wordKey } from "../language/keys.ts";
import { theDictionary, theGlossary } from "../language/open.ts";
import { foldWord, isStopWord } from "../language/words.ts";
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

/** Opens the project's own; needed only where a headline is in another language. */
export function openVocabulary(): Vocabulary {
  const glossary = theGlossary();
  const dictionary = theDictionary();
  /** By script: which of the words are asked for is known only then. */
  const common = {
    han: once(() => commonWords(isHan)),
    other: once(() => commonWords((word) => !isHan(word))),
  };

  const englishOf = (word: string): readonly (readonly string[])[] =>
    isHan(word)
      ? bestFirst(word, dictionary.english(plainHan(word)), dictionary.han)
      : dictionary.fromRussian(wordKey(word));
  const inEnglish = (stems: readonly string[]) =>
    stems.map((one) => dictionary.written(one, "en") ?? dictionary.wordOf(one) ?? one).join(" ");
  const others = once(readOthers);
  const inRussian = (stems: readonly string[]) =>
    dictionary
      .russian(stems)
      .map((ones) => ones.map((one) => dictionary.written(one, "ru") ?? spelled(one, others())))
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
      const meanings = /^\p{Script=Latin}/u.test(word) ? [[wordKey(word)]] : englishOf(word);
      const into = to === "en" ? inEnglish : to === "ru" ? inRussian : inChinese;
      return meanings
        .filter((stems) => stems.length <= 2 && stems.every((one) => one.length > 2))
        .slice(0, WEIGHED)
        .flatMap((stems) => into(stems) ?? [])[0];
    },
    country: (word, to) => dictionary.country(wordKey(word))?.[to] || undefined,
    isCommon: (word) => common[isHan(word) ? "han" : "other"]().has(wordKey(word)),
  };
}

function commonWords(wanted: (word: string) => boolean): ReadonlySet<string> {
  return new Set(COMMON_WORDS.split(/\s+/).filter(wanted).map(wordKey));
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
    if (wordKey(words[at] ?? "") === wanted) found.push(words[at] ?? "");
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
