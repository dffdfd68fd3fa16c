/** What an article tells, as features that can be compared across languages: words, translations, numbers, names. */
import type { Article } from "../article.ts";
import type { Token } from "../search/types.ts";
import { hanNames, soundOf } from "./names.ts";

/** Feature → how much of the article it is, before rarity is counted. */
export type Features = ReadonlyMap<string, number>;

export interface Profile {
  readonly id: string;
  /** Epoch milliseconds, or null when unknown. */
  readonly at: number | null;
  /** Terms as the article has them. */
  readonly words: Features;
  /** What its terms are called in the other languages; the weight of a term is shared among them. */
  readonly echoes: Features;
  /** Things that the glossary knows by name, the same in every language. */
  readonly concepts: Features;
  /** Numbers but for years and single digits, the longer the heavier. */
  readonly numbers: Features;
  /** How its names and foreign words sound. */
  readonly sounds: Features;
}

/** The language tools that profiles are made with. */
export interface Tongue {
  analyze(text: string): readonly Token[];
  /** What a term is called in other languages, with weights in (0, 1]. */
  translate(term: string): readonly { readonly term: string; readonly weight: number }[];
  /** Ids of the glossary's entries that a text names, each with how telling its kind is. */
  concepts(text: string): readonly { readonly id: string; readonly weight: number }[];
}

/** Title and opening say what the news is; what follows is often background. */
const TITLE = 2;
const OPENING = 1.5;
const OPENING_LENGTH = 240;
/** Articles are compared by their beginnings; longer texts would only be slower. */
const COMPARED = 2_500;

/** Marks and labels of a summary: no part of what it tells. */
const SCAFFOLD =
  /(?:\[\d+\])+|(?:Core (?:Viewpoint|Points?|View)|Group \d+(?::[^\n]{0,60}(?=\n| - ))?)\s*[:\-–—]?/g;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

export function profileOf(article: Article, tongue: Tongue): Profile {
  const body = article.body.replace(SCAFFOLD, " ");
  const opening = body.slice(0, OPENING_LENGTH);
  const rest = body.slice(OPENING_LENGTH, COMPARED);
  const parts = [
    [article.title, TITLE],
    [opening, OPENING],
    [rest, 1],
  ] as const;
  const words = new Map<string, number>();
  const echoes = new Map<string, number>();
  const concepts = new Map<string, number>();
  const numbers = new Map<string, number>();
  const sounds = new Map<string, number>();
  for (const [text, weight] of parts) {
    for (const { term, number } of readTerms(text, tongue)) {
      if (number) raise(numbers, term, numberWeight(term));
      else {
        add(words, term, weight);
        for (const echo of tongue.translate(term)) add(echoes, echo.term, weight * echo.weight);
      }
    }
    for (const { id, weight: telling } of tongue.concepts(text)) add(concepts, id, weight * telling);
    for (const sound of hanNames(text)) raise(sounds, sound, 1);
    for (const { sound, name } of soundsOf(text)) raise(sounds, sound, name ? 1 : 0.5);
  }
  return {
    id: article.id,
    at: article.published === null ? null : Date.parse(article.published),
    words: dampened(words),
    echoes: dampened(echoes),
    concepts: dampened(concepts),
    numbers,
    sounds,
  };
}

/** The words of a text and what they are called in other languages, each once. */
export function readFeatures(text: string, tongue: Tongue): { words: Features; echoes: Features } {
  const words = new Map<string, number>();
  const echoes = new Map<string, number>();
  for (const { term, number } of readTerms(text, tongue)) {
    words.set(term, 1);
    if (!number) for (const echo of tongue.translate(term)) raise(echoes, echo.term, echo.weight);
  }
  return { words, echoes };
}

/** The terms of a text; of the readings of one number (12, 12000000000) only the fullest. */
function readTerms(text: string, tongue: Tongue): { term: string; number: boolean }[] {
  const terms: { term: string; number: boolean }[] = [];
  let lastNumber: { start: number; length: number; at: number } | undefined;
  const wordEnds = hanWords(text);
  for (const { term, start, end } of tongue.analyze(text)) {
    const number = /^\d/.test(term);
    if (!number && /^\p{Script=Han}/u.test(term) && (term.length < 2 || wordEnds.get(start) !== end))
      continue;
    if (number && lastNumber?.start === start) {
      if (end - start >= lastNumber.length) terms[lastNumber.at] = { term, number };
      continue;
    }
    if (number) lastNumber = { start, length: end - start, at: terms.length };
    terms.push({ term, number });
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

function dampened(features: ReadonlyMap<string, number>): Features {
  return new Map([...features].map(([feature, weight]) => [feature, Math.log1p(weight)]));
}
