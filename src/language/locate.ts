/** Finds given terms in a text without analysing all of it: for the marks and passages of hits, on every search. */

import { hanTerms, simplifyHan } from "./han.ts";
import type { Token } from "./text.ts";
import { locate as locateByAnalysis } from "./tokens.ts";
import { foldWord, stem } from "./words.ts";

const HAN_TERM = /^\p{Script=Han}{2,}$/u;
const HAN_CHARACTER = /^[\u3400-\u9fff]$/;
/** Places of a single character that are looked at. */
const FEW = 6;
/** Stems of Latin and Cyrillic words that only words give; "dollar" also stands for a sign. */
const WORD_TERM = /^(?!(?:dollar|euro|pound|yuan|рубл)$)(?:[a-z]|[\u0400-\u052f])+$/;
const WORDS =
  /(?:[A-Za-z\u0400-\u052f]\.)+[A-Za-z\u0400-\u052f](?![A-Za-z\u0400-\u052f])\.?|[A-Za-z][&＆][A-Za-z](?![A-Za-z])|[A-Za-z\u00c0-\u024f\u0400-\u052f](?:[A-Za-z\u00c0-\u024f\u0400-\u052f0-9]|[\u0300-\u036f])*(?:['’ʼ‘][A-Za-z\u00c0-\u024f\u0400-\u052f]+)*/g;
/** What line wrapping, or a dot within a name, may put between two characters of a Han term. */
const GAP = "(?:\\s{1,4}|[·・‧•∙⋅･])?";

/** Text of which the short cuts below know all letters: no ligatures, full-width or rarer letters. */
const USUAL = /^[\u0000-\u024f\u0400-\u052f\u2000-\u206f\u2e80-\u9fff\uff00-\uff0f\uff1a-\uff20]*$/;
const TORN = /[\u3400-\u9fff](?:\s{1,4}|[·・‧•∙⋅･])[\u3400-\u9fff]/;

/**
 * The tokens of a text that are in `terms`, by start. A Han word is found wherever its characters stand,
 * also where the segmenter would cut otherwise; for all else the result is that of filtering `analyze`.
 */
export function locate(text: string, terms: ReadonlySet<string>): Token[] {
  if (!USUAL.test(text)) return locateByAnalysis(text, terms);
  const han: string[] = [];
  const words = new Set<string>();
  const others = new Set<string>();
  const found: Token[] = [];
  for (const term of terms) {
    if (HAN_TERM.test(term)) han.push(term);
    else if (HAN_CHARACTER.test(term)) locateCharacter(text, term, found);
    else (WORD_TERM.test(term) ? words : others).add(term);
  }
  if (others.size > 0) for (const token of locateByAnalysis(text, others)) found.push(token);
  if (han.length > 0) locateHan(text, han, found);
  if (words.size > 0) locateWords(text, words, found);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function locateHan(text: string, terms: readonly string[], found: Token[]): void {
  const plain = simplifyHan(text);
  const whole = !TORN.test(plain);
  for (const term of terms) {
    if (whole) {
      for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1))
        found.push({ term, start: at, end: at + term.length });
      continue;
    }
    const pattern = patternOf(term);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
      found.push({ term, start: match.index, end: match.index + match[0].length });
      pattern.lastIndex = match.index + 1;
    }
  }
}

/** A word of one character is told from a part of a longer word by the segmenter, in a few places only. */
function locateCharacter(text: string, character: string, found: Token[]): void {
  const plain = simplifyHan(text);
  let seen = 0;
  for (
    let at = plain.indexOf(character);
    at >= 0 && seen < FEW;
    at = plain.indexOf(character, at + 1), seen++
  ) {
    const before = /\p{Script=Han}{0,6}$/u.exec(plain.slice(Math.max(0, at - 6), at))?.[0] ?? "";
    const after = /^\p{Script=Han}{0,6}/u.exec(plain.slice(at + 1, at + 7))?.[0] ?? "";
    hanTerms(before + character + after, true, (start, end) => {
      if (start === before.length && end === start + 1)
        found.push({ term: character, start: at, end: at + 1 });
    });
  }
}

function locateWords(text: string, terms: ReadonlySet<string>, found: Token[]): void {
  for (const { 0: written, index } of text.matchAll(WORDS)) {
    const term = termOf(written);
    if (terms.has(term)) found.push({ term, start: index, end: index + written.length });
  }
}

const patternOf = createCache((term) => new RegExp([...term].join(GAP), "g"));

/** The term that a word as written gives; stop words too, for a query of nothing else looks for them. */
const termOf = createCache((written) => stem(foldWord(written.replace(/[.&＆]/g, ""))));

/** Remembers results; forgets all of them when there are too many. */
function createCache<T>(make: (key: string) => T, limit = 50_000): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= limit) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
