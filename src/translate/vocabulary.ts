/** Words and names of one language in another, as a person would write them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../article.ts";
import type { Words } from "../i18n/words.ts";
import { openDictionary } from "../language/dictionary.ts";
import { type GlossaryEntry, openGlossary } from "../language/glossary.ts";
import { plainHan, stemsKey } from "../language/keys.ts";
import { foldWord, isStopWord, stem } from "../language/words.ts";
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

/** Opens the project's own; costs some 30 ms and is needed only where a headline is in another language. */
export function openVocabulary(): Vocabulary {
  const silent = () => {};
  const glossary = openGlossary(silent);
  const dictionary = openDictionary(silent);
  const listed = readList();
  const lands = countries();
  const russian = spellings([
    ...listed.map(({ word }) => word),
    ...[...lands.values()].map(({ ru }) => ru),
    ...glossary.entries.flatMap(({ ru }) => ru[0] ?? []),
  ]);
  const english = spellings([
    ...listed.flatMap(({ renderings }) => renderings),
    ...[...lands.values()].map(({ en }) => en),
  ]);
  const common = new Set(COMMON_WORDS.split(/\s+/).map(keyOf));

  const englishOf = (word: string): readonly (readonly string[])[] =>
    isHan(word)
      ? bestFirst(word, dictionary.english(plainHan(word)), dictionary.han)
      : dictionary.fromRussian(keyOf(word));
  const inEnglish = (stems: readonly string[]) =>
    stems.map((one) => english.get(one) ?? dictionary.wordOf(one) ?? one).join(" ");
  const inRussian = (stems: readonly string[]) =>
    dictionary
      .russian(stems)
      .map((ones) => ones.map((one) => russian.get(one)))
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
    country: (word, to) => lands.get(keyOf(word))?.[to],
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

/** The countries that the platform knows, by each of their names of one word. */
function countries(): ReadonlyMap<string, Words> {
  const of = (locale: Language) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  const [en, zh, ru] = [of("en"), of("zh"), of("ru")];
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const found = new Map<string, Words>();
  for (const code of letters.flatMap((one) => letters.map((other) => one + other))) {
    const names = { en: en.of(code), zh: zh.of(code), ru: ru.of(code) };
    if (!names.en || !names.zh || !names.ru) continue;
    const own = { en: names.en, zh: names.zh, ru: names.ru };
    for (const name of Object.values(own)) if (!/\s/.test(name)) found.set(keyOf(name), own);
  }
  return found;
}

/** The project's Russian words with their English ones; none where the list cannot be read. */
function readList(): readonly { readonly word: string; readonly renderings: readonly string[] }[] {
  let text: string;
  try {
    text = readFileSync(join(root, "corpus", "russian.tsv"), "utf8");
  } catch {
    return [];
  }
  return text
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [word = "", renderings = ""] = line.split("\t");
      return { word, renderings: renderings.split(";") };
    });
}
