/** Queries typed in pinyin, with or without spaces and tones: syllables are read as characters that the articles have. */
import { foldWord } from "../../language/words.ts";
import type { Alternative, Vocabulary } from "../types.ts";
import { type Asked, byEntries, type Draft, pairsOf, WEIGHTS } from "./draft.ts";

const WORD = /[a-zà-öø-ÿāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+(?:['’][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+)*[1-5]?/giu;
const LONGEST_SYLLABLE = 6;
const MOST_SYLLABLES = 12;
/** Words that the longest name of the glossary can be typed as. */
const MOST_WORDS = 16;
/** Readings kept of one word, and half-built readings followed at a time. */
const READINGS = 6;
const BEAM = 200;

interface Word {
  readonly letters: string;
  readonly start: number;
  readonly end: number;
  /** Every way to part the letters into syllables. */
  readonly parses: readonly (readonly string[])[];
  readonly marked: boolean;
}

/** Adds the characters that pinyin stands for to the words, and gives terms for words that have no draft. */
export function readPinyin(drafts: readonly Draft[], asked: Asked): Draft[] {
  const more: Draft[] = [];
  for (const run of runsOf(asked)) {
    if (!isPinyin(run, asked)) continue;
    const whole = run.some(({ parses }) => parses[0]?.length === 1) && run.length > 1;
    const groups = whole ? [run] : run.map((word) => [word]);
    for (const group of groups) more.push(...add(group, drafts, asked));
    more.push(...named(run, drafts, asked));
  }
  return more;
}

/** Runs of neighbouring words that can all be read as pinyin. */
function runsOf({ text, dictionary }: Asked): Word[][] {
  const runs: Word[][] = [];
  let last = -1;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const parts = match[0].split(/['’]/).map((part) => foldWord(part.replace(/[1-5]$/, "")));
    const parses = product(parts.map((part) => syllables(part, (one) => dictionary.characters(one) !== "")));
    if (parses.length === 0) continue;
    const marked = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ1-5]/u.test(match[0].normalize("NFC"));
    const word = { letters: parts.join(""), start, end, parses, marked };
    const run = runs.at(-1);
    if (run && /^[\s-]*$/.test(text.slice(last, start))) run.push(word);
    else runs.push([word]);
    last = end;
  }
  return runs;
}

/** Pinyin is what has a word that is unknown otherwise: jingshen, but not China (chi na) or change (chang e). */
function isPinyin(run: readonly Word[], { vocabulary, glossary, dictionary }: Asked): boolean {
  const isSingle = ({ parses }: Word) => parses[0]?.length === 1;
  const absent = run.filter(({ letters }) => vocabulary.count(letters) === 0);
  if (run.every(isSingle))
    return run.length > (absent.some(({ marked }) => marked) ? 1 : 2) && absent.length === run.length;
  return absent.some(
    (word) =>
      (word.marked || !isSingle(word)) &&
      dictionary.han([word.letters]).length === 0 &&
      glossary.byStems([word.letters]).length === 0,
  );
}

function add(group: readonly Word[], drafts: readonly Draft[], asked: Asked): Draft[] {
  const start = group[0]?.start ?? 0;
  const end = group.at(-1)?.end ?? 0;
  const ways = readings(product(group.map(({ parses }) => parses)), asked);
  if (ways.length === 0) return group.length > 1 ? group.flatMap((word) => add([word], drafts, asked)) : [];
  return noted(start, end, ways, drafts, asked);
}

/** Adds ways that the term at a place does not have yet, or gives a new term. */
function noted(
  start: number,
  end: number,
  ways: Alternative[],
  drafts: readonly Draft[],
  asked: Asked,
): Draft[] {
  const same = drafts.find((draft) => draft.start === start && draft.end === end);
  if (same) {
    const known = new Set(same.alternatives.map(({ terms }) => terms.join(" ")));
    same.alternatives.push(...ways.filter(({ terms }) => !known.has(terms.join(" "))));
    return [];
  }
  const written = asked.text.slice(start, end);
  return [{ written, start, end, weight: 1, term: written, alternatives: ways }];
}

/** From left to right, the longest rows of words that a glossary's entry is pronounced like. */
function named(run: readonly Word[], drafts: readonly Draft[], asked: Asked): Draft[] {
  const more: Draft[] = [];
  for (let from = 0; from < run.length; ) {
    let to = Math.min(run.length, from + MOST_WORDS);
    let ways: Alternative[] = [];
    for (; to > from; to--) {
      const letters = run.slice(from, to).map((word) => word.letters);
      ways = byEntries(asked.glossary.byPinyin(letters.join("")), "", asked);
      if (ways.length > 0) break;
    }
    const start = run[from]?.start ?? 0;
    if (ways.length > 0) more.push(...noted(start, run[to - 1]?.end ?? start, ways, drafts, asked));
    from = Math.max(to, from + 1);
  }
  return more;
}

/** Words of the articles with these syllables, the most common first. */
function readings(parses: readonly (readonly string[])[], { dictionary, vocabulary }: Asked): Alternative[] {
  const words = parses.flatMap((syllables) => {
    if (syllables.length > MOST_SYLLABLES) return [];
    const [first, ...rest] = syllables.map((syllable) => [...dictionary.characters(syllable)]);
    let built = first ?? [];
    if (rest.length === 0) return built.filter((word) => vocabulary.count(word) > 0);
    for (const characters of rest) built = extend(built, characters, vocabulary);
    return built;
  });
  const known = words
    .map((word) => ({ word, count: rarest(word, vocabulary) }))
    .sort((a, b) => b.count - a.count);
  const most = known[0]?.count ?? 1;
  return known.slice(0, READINGS).map(({ word, count }) => ({
    terms: pairsOf(word),
    weight: WEIGHTS.pinyin * Math.sqrt(count / most),
    through: "pinyin" as const,
  }));
}

function extend(built: readonly string[], characters: readonly string[], vocabulary: Vocabulary): string[] {
  const longer: string[] = [];
  for (const word of built)
    for (const character of characters)
      if (vocabulary.count(word.slice(-1) + character) > 0) longer.push(word + character);
  if (longer.length <= BEAM) return longer;
  return longer.sort((a, b) => rarest(b, vocabulary) - rarest(a, vocabulary)).slice(0, BEAM);
}

function rarest(word: string, vocabulary: Vocabulary): number {
  return Math.min(...pairsOf(word).map((pair) => vocabulary.count(pair)));
}

/** Every way to part letters into syllables, fewest syllables first. */
export function syllables(letters: string, isSyllable: (letters: string) => boolean): string[][] {
  const from = new Map<number, string[][]>([[letters.length, [[]]]]);
  for (let at = letters.length - 1; at >= 0; at--) {
    const ways: string[][] = [];
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - at); length >= 1; length--) {
      const one = letters.slice(at, at + length);
      const rest = from.get(at + length);
      if (!rest || !isSyllable(one)) continue;
      for (const way of rest) if (ways.length < 8) ways.push([one, ...way]);
    }
    if (ways.length > 0) from.set(at, ways);
  }
  return (from.get(0) ?? []).sort((a, b) => a.length - b.length).slice(0, 4);
}

function product(parts: readonly (readonly (readonly string[])[])[]): string[][] {
  let result: string[][] = [[]];
  for (const ways of parts)
    result = result.flatMap((before) => ways.map((way) => [...before, ...way])).slice(0, 16);
  return result.filter((way) => way.length > 0);
}
