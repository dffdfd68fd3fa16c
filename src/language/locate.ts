/** Finds given terms in a text without analysing all of it: for the marks and passages of hits, on every search. */

import { COVERED_TERMS, joinWords } from "./compounds.ts";
import { hanTokens, simplifyHan } from "./han.ts";
import { type NameSpan, nameSpans } from "./han-names.ts";
import type { Token } from "./text.ts";
import { type HanRun, hanRuns, locate as locateByAnalysis } from "./tokens.ts";
import { foldWord, stem } from "./words.ts";

const HAN_TERM = /^\p{Script=Han}{2,}$/u;
const HAN_CHARACTER = /^[\u3400-\u9fff]$/;
/** Places of a single character that are looked at. */
const FEW = 6;
/** Characters beside it that are segmented with it. */
const AROUND = 6;
/** Stems of Latin and Cyrillic words that only words give; "dollar" also stands for a sign. */
const WORD_TERM = /^(?!(?:dollar|euro|pound|yuan|рубл)$)(?:[a-z]|[\u0400-\u052f])+$/;
const WORDS =
  /(?:[A-Za-z\u0400-\u052f]\.)+[A-Za-z\u0400-\u052f](?![A-Za-z\u0400-\u052f])\.?|[A-Za-z][&＆][A-Za-z](?![A-Za-z])|[A-Za-z\u00c0-\u024f\u0400-\u052f](?:[A-Za-z\u00c0-\u024f\u0400-\u052f0-9]|[\u0300-\u036f])*(?:['’ʼ‘][A-Za-z\u00c0-\u024f\u0400-\u052f]+)*/g;

/** Text of which the short cuts below know all letters: no ligatures, full-width or rarer letters. */
const USUAL =
  /^[\u0000-\u00ac\u00ae-\u024f\u0400-\u052f\u2000-\u200a\u2010-\u205f\u2e80-\u9fff\uff00-\uff0f\uff1a-\uff20]*$/;
/** Words that may be one with their neighbour. */
const HYPHENED =
  /[A-Za-z\u00c0-\u024f\u0400-\u052f][-\u2010\u2011][A-Za-z\u00c0-\u024f\u0400-\u052f]|\b(?:anti|cyber|non|counter|post|multi) |(?:анти|кибер) /i;
const TORN = /[\u3400-\u9fff](?:\s{1,4}|[·・‧•∙⋅･])[\u3400-\u9fff]/;

/**
 * The tokens of a text that are in `terms`, by start. A Han word is found wherever its characters stand,
 * also where the segmenter would cut otherwise; for all else the result is that of filtering `analyze`.
 */
export function locate(text: string, terms: ReadonlySet<string>): Token[] {
  if (!USUAL.test(text)) return locateByAnalysis(text, terms);
  const han: string[] = [];
  const characters: string[] = [];
  const words = new Set<string>();
  const others = new Set<string>();
  const found: Token[] = [];
  for (const term of terms) {
    if (HAN_TERM.test(term)) han.push(term);
    else if (HAN_CHARACTER.test(term)) characters.push(term);
    else (WORD_TERM.test(term) && !COVERED_TERMS.has(term) ? words : others).add(term);
  }
  if (others.size > 0) for (const token of locateByAnalysis(text, others)) found.push(token);
  const runs = han.length + characters.length > 0 ? runsOf(text) : [];
  if (han.length > 0) locateHan(runs, han, found);
  for (const character of characters) locateCharacter(runs, character, found);
  if (words.size > 0) locateWords(text, words, found);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function locateHan(runs: readonly HanRun[], terms: readonly string[], found: Token[]): void {
  for (const { run, startOf, endOf } of runs) {
    const spans = nameSpans(run);
    for (const term of terms)
      for (let at = run.indexOf(term); at >= 0; at = run.indexOf(term, at + 1))
        if (isFree(spans, at, at + term.length, term))
          found.push({ term, start: startOf(at), end: endOf(at + term.length) });
  }
}

/** Whether a place holds a term of its own: no part of a longer name, unless that name is known by it. */
function isFree(spans: readonly NameSpan[], start: number, end: number, term: string): boolean {
  return spans.every((span) => {
    if (end <= span.start || start >= span.end) return true;
    return span.parts.some((part) => part.term === term && span.start + part.start === start);
  });
}

/** A word of one character is told from a part of a longer word by the segmenter, in a few places only. */
function locateCharacter(runs: readonly HanRun[], character: string, found: Token[]): void {
  for (const { run, startOf, endOf } of runs) {
    let seen = 0;
    for (
      let at = run.indexOf(character);
      at >= 0 && seen < FEW;
      at = run.indexOf(character, at + 1), seen++
    ) {
      const from = Math.max(0, at - AROUND);
      hanTokens(run.slice(from, at + 1 + AROUND), true, (term, start, end) => {
        if (from + start === at && term === character)
          found.push({ term, start: startOf(at), end: endOf(from + end) });
      });
    }
  }
}

/** The Han runs of a text; a text in which none is torn is read as one. */
function runsOf(text: string): readonly HanRun[] {
  if (TORN.test(text)) return hanRuns(text);
  return [{ run: simplifyHan(text), startOf: (from) => from, endOf: (to) => to }];
}

function locateWords(text: string, terms: ReadonlySet<string>, found: Token[]): void {
  const words = [...text.matchAll(WORDS)];
  const joined = HYPHENED.test(text) ? joinWords(text, words.map(placeOf)) : undefined;
  for (const [at, { 0: written, index }] of words.entries()) {
    const term = termOf(written);
    if (terms.has(term) && !joined?.dropped.has(at))
      found.push({ term, start: index, end: index + written.length });
  }
  for (const token of joined?.tokens ?? []) if (terms.has(token.term)) found.push(token);
}

function placeOf({ 0: written, index }: RegExpExecArray) {
  return { folded: foldWord(written.replace(/[.&＆]/g, "")), start: index, end: index + written.length };
}

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
