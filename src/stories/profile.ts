/** What an article tells, as features that can be compared across languages: words, translations, numbers, names. */

import type { Article } from "../article.ts";
import type { Token } from "../language/text.ts";
import { newsOf } from "./dateline.ts";
import { type Features, featuresOf, type Numbering } from "./features.ts";
import { hanNames, soundOf } from "./names.ts";

/**
 * words: terms as the article has them. echoes: what its terms are called in the other languages. concepts:
 * things that the glossary knows by name. numbers: all but years and single digits, the longer the heavier.
 * sounds: how its names and foreign words sound.
 */
export type Kind = "words" | "echoes" | "concepts" | "numbers" | "sounds";

/** One value for each kind of feature. */
export function byKind<T>(make: (kind: Kind) => T): Record<Kind, T> {
  return {
    words: make("words"),
    echoes: make("echoes"),
    concepts: make("concepts"),
    numbers: make("numbers"),
    sounds: make("sounds"),
  };
}

export type Profile = Readonly<Record<Kind, Features>> & {
  /** Epoch milliseconds, or null when unknown. */
  readonly at: number | null;
};

/** The language tools that profiles are made with. */
export interface Tongue {
  analyze(text: string): readonly Token[];
  /** What a term is called in other languages, with weights in (0, 1]. */
  translate(term: string): readonly { readonly term: string; readonly weight: number }[];
  /** Ids of the glossary's entries that a text names, each with how telling its kind is. */
  concepts(
    text: string,
    tokens: readonly Token[],
  ): readonly { readonly id: string; readonly weight: number }[];
}

/** Title and opening say what the news is; what follows is often background. */
const TITLE = 2;
const OPENING = 1.5;
const OPENING_LENGTH = 240;
/** Articles are compared by their beginnings; longer texts would only be slower. */
const COMPARED = 1200;

/** Marks and labels of a summary: no part of what it tells. */
const SCAFFOLD =
  /(?:\[\d+\])+|(?:Core (?:Viewpoint|Points?|View)|Group \d+(?::[^\n]{0,60}(?=\n| - ))?)\s*[:\-–—]?/g;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** @param common terms whose translations are not looked up, as they say nothing anyway */
export function profileOf(
  article: Article,
  tongue: Tongue,
  numberings: Readonly<Record<Kind, Numbering>>,
  common: ReadonlySet<string>,
): Profile {
  const found = byKind(() => new Map<string, number>());
  const body = newsOf(article.body).replace(SCAFFOLD, " ").slice(0, COMPARED);
  for (const [text, base] of [
    [article.title, TITLE],
    [body, 1],
  ] as const) {
    const tokens = tongue.analyze(text);
    for (const { term, number, start } of readTerms(text, tokens)) {
      const weight = base === 1 && start < OPENING_LENGTH ? OPENING : base;
      if (number) raise(found.numbers, term, numberWeight(term));
      else {
        add(found.words, term, weight);
        if (common.has(term)) continue;
        for (const echo of tongue.translate(term)) add(found.echoes, echo.term, weight * echo.weight);
      }
    }
    for (const { id, weight } of tongue.concepts(text, tokens)) add(found.concepts, id, base * weight);
    for (const sound of hanNames(text)) raise(found.sounds, sound, 1);
    for (const { sound, name } of soundsOf(text)) raise(found.sounds, sound, name ? 1 : 0.5);
  }
  return {
    at: article.published === null ? null : Date.parse(article.published),
    words: featuresOf(dampened(found.words), numberings.words),
    echoes: featuresOf(dampened(found.echoes), numberings.echoes),
    concepts: featuresOf(dampened(found.concepts), numberings.concepts),
    numbers: featuresOf(found.numbers, numberings.numbers),
    sounds: featuresOf(found.sounds, numberings.sounds),
  };
}

/** The words and numbers of a text and what the words are called in other languages, each once. */
export interface Reading {
  readonly words: ReadonlySet<string>;
  readonly echoes: ReadonlySet<string>;
}

export function readingOf(text: string, tongue: Tongue): Reading {
  const words = new Set(readTerms(text, tongue.analyze(text)).map(({ term }) => term));
  const echoes = new Set([...words].flatMap((word) => tongue.translate(word).map(({ term }) => term)));
  return { words, echoes };
}

interface Term {
  readonly term: string;
  readonly number: boolean;
  readonly start: number;
}

/** The terms of a text; of the readings of one number (12, 12000000000) only the fullest. */
function readTerms(text: string, tokens: readonly Token[]): Term[] {
  const terms: Term[] = [];
  let lastNumber: { start: number; length: number; at: number } | undefined;
  const wordEnds = hanWords(text);
  for (const { term, start, end } of tokens) {
    const number = /^\d/.test(term);
    if (!number && /^\p{Script=Han}/u.test(term) && (term.length < 2 || wordEnds.get(start) !== end))
      continue;
    if (number && lastNumber?.start === start) {
      if (end - start >= lastNumber.length) terms[lastNumber.at] = { term, number, start };
      continue;
    }
    if (number) lastNumber = { start, length: end - start, at: terms.length };
    terms.push({ term, number, start });
  }
  return terms;
}

/** Where the Han words of a text begin and end; pairs of characters across two words tell nothing. */
function hanWords(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  if (!/\p{Script=Han}/u.test(text)) return ends;
  for (const { segment, index } of segmenter.segment(text)) ends.set(index, index + segment.length);
  return ends;
}

/** 0 for what any article may have by chance (a year, one digit), up to 1 for what hardly two events share. */
function numberWeight(term: string): number {
  if (/^(?:19|20)\d\d$/.test(term)) return 0;
  const digits = term.replace(/[.%]/g, "").replace(/^0+|0+$/g, "");
  const size = term.replace(/%|\..*/g, "").length;
  const telling = digits.length + (size > 2 ? 0.5 : 0) + (/[.%]/.test(term) ? 0.5 : 0);
  return Math.min(1, Math.max(0, telling - 0.5) / 2.5);
}

/** Words whose sound may be met in another script: names inside a sentence, and long words that travel. */
function soundsOf(text: string): { sound: string; name: boolean }[] {
  const found: { sound: string; name: boolean }[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}’']{4,}/gu)) {
    const sound = soundOf(word.replace(/[’']s$/, ""));
    const name =
      /^\p{Lu}/u.test(word) && !/(?:^|[.!?。！？]["”»]?\s+)$/.test(text.slice(Math.max(0, index - 4), index));
    if (sound.length >= (name ? 3 : 4)) found.push({ sound, name });
  }
  return found;
}

function add(features: Map<string, number>, feature: string, weight: number): void {
  features.set(feature, (features.get(feature) ?? 0) + weight);
}

function raise(features: Map<string, number>, feature: string, weight: number): void {
  if (weight > (features.get(feature) ?? 0)) features.set(feature, weight);
}

function dampened(features: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...features].map(([feature, weight]) => [feature, Math.log1p(weight)]));
}
