/** Words of alphabetic scripts: one written form for each, stop words told from others, stems taken. */
import englishStemmer from "natural/lib/natural/stemmers/porter_stemmer.js";
import { distinctStem } from "./distinct.ts";
import { regular } from "./irregular.ts";
import { russianStem } from "./russian/stem.ts";
import { ENGLISH_STOP_WORDS } from "./stop-words/english.ts";
import { RUSSIAN_STOP_WORDS } from "./stop-words/russian.ts";

const STOPPED = new Set([...ENGLISH_STOP_WORDS, ...RUSSIAN_STOP_WORDS]);
/** Stems already taken; emptied when full, so that a stream of new words cannot grow it without end. */
const known = new Map<string, string>();
const KNOWN_LIMIT = 100_000;

/** Apostrophes as people write them, the Uzbek letter mark among them; what stands behind one with s goes too. */
const APOSTROPHES = /['’ʼʻ‘`´′]s?(?!\p{L})|['’ʼʻ‘`´′]|\p{M}|\p{Cf}/gu;
/** Letters of neighbouring Cyrillic alphabets, by the Russian ones that newspapers write for them. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  қ: "к",
  ғ: "г",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  ҳ: "х",
  ҷ: "дж",
  ә: "а",
  і: "и",
  є: "е",
  ґ: "г",
};
const LOOK_ALIKE: readonly (readonly [latin: string, cyrillic: string])[] = [
  ..."aа bв eе kк mм hн oо pр cс tт yу xх iі jј sѕ".split(" "),
].map((pair) => [pair.charAt(0), pair.charAt(1)]);
const TO_CYRILLIC = new Map(LOOK_ALIKE);
const TO_LATIN = new Map(LOOK_ALIKE.map(([latin, cyrillic]) => [cyrillic, latin]));

/**
 * Lower case, compatible forms united, accents, apostrophes and invisible characters gone; й stays й, ё becomes е.
 * A word of two alphabets that looks like one of a single alphabet is that (ШOС with a Latin O).
 */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  if (/^[а-я]+$/.test(word)) return word;
  const plain = word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=и)\u0306/g, "\ue000")
    .replace(APOSTROPHES, "")
    .replace(/и\ue000/g, "й")
    .normalize("NFC")
    .replace(/[қғңөұүһҳҷәієґ]/g, (letter) => NEIGHBOURS[letter] ?? letter);
  return /[a-z]/.test(plain) && /[\u0400-\u04ff]/.test(plain) ? inOneAlphabet(plain) : plain;
}

/** A mixed word in the alphabet that has all its letters; as it is when neither has. */
function inOneAlphabet(word: string): string {
  const all = (letters: ReadonlyMap<string, string>, own: RegExp) =>
    [...word].map((letter) => letters.get(letter) ?? (own.test(letter) ? letter : "\0")).join("");
  const cyrillic = all(TO_CYRILLIC, /[^a-z]/);
  if (!cyrillic.includes("\0")) return cyrillic;
  const latin = all(TO_LATIN, /[^\u0400-\u04ff]/);
  return latin.includes("\0") ? word : latin;
}

/** Whether a folded word carries no meaning of its own (the, of, который). */
export function isStopWord(folded: string): boolean {
  return STOPPED.has(folded);
}

/** The stem of a folded word: Porter's for Latin letters, the dictionary form's for Cyrillic ones, else the word itself. */
export function stem(folded: string): string {
  const before = known.get(folded);
  if (before !== undefined) return before;
  const result = takeStem(folded);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(folded, result);
  return result;
}

function takeStem(word: string): string {
  if (word.length > 40) return word;
  if (/^[a-z]+$/.test(word)) return distinctStem(word) ?? englishStemmer.stem(regular(word));
  if (/^[а-я]+$/.test(word)) return russianStem(word);
  return word;
}
