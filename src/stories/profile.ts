/** The terms of a text as stories are told by them: words, what they are called in other languages, numbers, sounds of names. */

import type { Token } from "../language/text.ts";
import { soundOf } from "./names.ts";

/** The language tools that profiles are made with. */
export interface Tongue {
  /** The words of a text, its names and its numbers. */
  analyze(text: string): readonly Token[];
  /** Terms that any article of this beat may have; sharing them says nothing about the event. */
  readonly common: ReadonlySet<string>;
  /** What a term is called in other languages, with weights in (0, 1]. */
  translate(term: string): readonly { readonly term: string; readonly weight: number }[];
}

/** The words and numbers of a text and what the words are called in other languages, each once. */
export interface TermProfile {
  readonly words: ReadonlySet<string>;
  readonly echoes: ReadonlySet<string>;
}

export function readingOf(text: string, tongue: Tongue): TermProfile {
  const words = new Set(readTerms(tongue.analyze(text)).map(({ term }) => term));
  const echoes = new Set([...words].flatMap((word) => tongue.translate(word).map(({ term }) => term)));
  return { words, echoes };
}

interface Term {
  readonly term: string;
  readonly number: boolean;
  readonly start: number;
}

/** The terms of a text; of the readings of one number (12, 12000000000) only the fullest. */
export function readTerms(tokens: readonly Token[]): Term[] {
  const terms: Term[] = [];
  let lastNumber: { start: number; length: number; at: number } | undefined;
  for (const { term, start, end } of tokens) {
    const number = /^\d/.test(term);
    if (number && lastNumber?.start === start) {
      if (end - start >= lastNumber.length) terms[lastNumber.at] = { term, number, start };
      continue;
    }
    if (number) lastNumber = { start, length: end - start, at: terms.length };
    terms.push({ term, number, start });
  }
  return terms;
}

/** 0 for what any article may have by chance (a year, one digit), up to 1 for what hardly two events share. */
export function numberWeight(term: string): number {
  if (/^(?:19|20)\d\d$/.test(term)) return 0;
  const digits = term.replace(/[.%]/g, "").replace(/^0+|0+$/g, "");
  const size = term.replace(/%|\..*/g, "").length;
  const telling = digits.length + (size > 2 ? 0.5 : 0) + (/[.%]/.test(term) ? 0.5 : 0);
  return Math.min(1, Math.max(0, telling - 0.5) / 2.5);
}

/** Words whose sound may be met in another script: names inside a sentence, and long words that travel. */
export function soundsOf(text: string): { sound: string; name: boolean }[] {
  const found: { sound: string; name: boolean }[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}’']{4,}/gu)) {
    const sound = soundOf(word.replace(/[’']s$/, ""));
    const name =
      /^\p{Lu}/u.test(word) && !/(?:^|[.!?。！？]["”»]?\s+)$/.test(text.slice(Math.max(0, index - 4), index));
    if (sound.length >= (name ? 3 : 4)) found.push({ sound, name });
  }
  return found;
}
