/** The stem of a Russian word: that of its dictionary form where the build knows it, else by rule. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import russianStemmer from "natural/lib/natural/stemmers/porter_stemmer_ru.js";
import { root } from "../../root.ts";
import { findLine } from "../sorted-lines.ts";

/** Where the build puts the forms whose own stem is not that of their dictionary form. */
export const LEMMAS_PATH = join(root, "dist", "lemmas.tsv");

/** Read when the first Russian word comes; without the file every word has its stem by rule. */
let lemmas: Buffer | undefined;

/** @param word folded, of Cyrillic letters alone */
export function russianStem(word: string): string {
  lemmas ??= readLemmas();
  return findLine(lemmas, word) ?? plainStem(word);
}

function readLemmas(): Buffer {
  try {
    return readFileSync(LEMMAS_PATH);
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * The stem by rule alone. Porter takes the end of some bare names for an ending (Лавров, Казахстан, Вьетнам) and
 * leaves it where a case ending follows (Лаврова, Казахстане), and -ость goes in the nominative only: here both go
 * in all cases.
 */
export function plainStem(word: string): string {
  return (russianStemmer.stem(word) || word)
    .replace(/(?<=.{4})ост$/, "")
    .replace(/(?<=.{4})(?:ийск|йск|ск)$/, "")
    .replace(/(?<=.{3})(?:ов|ев|ам|ям|ом|ем|ах|ях|ит|ен|ил|ыл)$/, "")
    .replace(/(?<=.[ая])[нл]$/, "")
    .replace(/(?<=.{2})и$/, "");
}
