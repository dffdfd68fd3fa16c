/** A word as the lists that were written for news have it, and how the compiled dictionary writes it down. */
import type { Language } from "../article.ts";
import { plainHan, wordKey } from "./keys.ts";

/** One place of a word in the lists. */
export interface Listed {
  readonly word: string;
  /** How many words of its language stand before it in its family. */
  readonly at: number;
  /** The usual word of its family in each language; empty where it has none. */
  readonly usual: Readonly<Record<Language, string>>;
}

/** The letter of the table in the compiled dictionary. */
export const LISTED = "l";

/** What a word of a language is found by. */
export function keyOf(word: string, language: Language): string {
  return language === "zh" ? plainHan(word) : wordKey(word);
}

export function writeListed({ word, at, usual: { zh, en, ru } }: Listed): string {
  return [at, word, zh, en, ru].join("|");
}

export function readListed(written: string): Listed {
  const [at = "", word = "", zh = "", en = "", ru = ""] = written.split("|");
  return { word, at: Number(at), usual: { zh, en, ru } };
}
