/** Queries typed in pinyin, with or without spaces and tones: syllables are read as characters that the articles have. */
import { foldWord } from "../../language/words.ts";
import type { Expanding } from "./expanding.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Addition, DraftTerm, Variant } from "./terms.ts";
import { byEntries, pairsOf, WEIGHTS } from "./variants.ts";

const WORD = /[a-zà-öø-ÿāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+(?:['’][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+)*[1-5]?/giu;
const HAN = /\p{Script=Han}/u;
const LONGEST_SYLLABLE = 6;
const MOST_SYLLABLES = 12;
/** Letters of the longest word that can be a name of the glossary; parting letters into syllables costs their square. */
const LONGEST_WORD = 160;
/** Words that the longest name of the glossary can be typed as. */
const MOST_WORDS = 16;
/** Words of one query that are read at most: each is built up character by character. */
const MOST_READ = 16;
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

/** The characters that pinyin stands for, for words that are none otherwise. */
export async function readPinyin(
  _terms: readonly DraftTerm[],
  asked: Expanding,
): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  let left = MOST_READ;
  for (const run of runsOf(asked)) {
    await asked.lexicon.learn(run.map(({ letters }) => letters));
    if (!isPinyin(run, asked)) continue;
    const whole = run.some(({ parses }) => parses[0]?.length === 1) && run.length > 1;
    for (const group of whole ? [run] : run.map((word) => [word])) {
      left -= group.length;
      if (left >= 0) found.push(...(await read(group, asked)));
    }
    found.push(...(await named(run, asked)));
  }
  return found;
}

/** Runs of neighbouring words that can all be read as pinyin. */
function runsOf({ text, dictionary }: Expanding): Word[][] {
  const runs: Word[][] = [];
  let last = -1;
  for (const match of text.matchAll(WORD)) {
    if (match[0].length > LONGEST_WORD) continue;
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
function isPinyin(run: readonly Word[], { lexicon, glossary, dictionary }: Expanding): boolean {
  const isSingle = ({ parses }: Word) => parses[0]?.length === 1;
  const absent = run.filter(({ letters }) => lexicon.count(letters) === 0);
  if (run.every(isSingle))
    return run.length > (absent.some(({ marked }) => marked) ? 1 : 2) && absent.length === run.length;
  return absent.some(
    (word) =>
      (word.marked || !isSingle(word)) &&
      dictionary.han([word.letters]).length === 0 &&
      glossary.byStems([word.letters]).length === 0,
  );
}

async function read(group: readonly Word[], asked: Expanding): Promise<readonly Addition[]> {
  const variants = await readings(product(group.map(({ parses }) => parses)), asked);
  if (variants.length > 0) return [additionAt(group, variants, asked)];
  const found: Addition[] = [];
  for (const word of group.length > 1 ? group : []) found.push(...(await read([word], asked)));
  return found;
}

function additionAt(words: readonly Word[], variants: readonly Variant[], { text }: Expanding): Addition {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  return { start, end, term: text.slice(start, end), variants };
}

/** From left to right, the longest rows of words that a glossary's entry is pronounced like. */
async function named(run: readonly Word[], asked: Expanding): Promise<readonly Addition[]> {
  const found: Addition[] = [];
  for (let from = 0; from < run.length; ) {
    let to = Math.min(run.length, from + MOST_WORDS);
    let variants: readonly Variant[] = [];
    for (; to > from; to--) {
      const letters = run.slice(from, to).map((word) => word.letters);
      variants = await asked.lexicon.present(
        asRead(byEntries(asked.glossary.byPinyin(letters.join("")), "", asked.dictionary)),
      );
      if (variants.length > 0) break;
    }
    if (variants.length > 0) found.push(additionAt(run.slice(from, to), variants, asked));
    from = Math.max(to, from + 1);
  }
  return found;
}

/** The Chinese name is what was typed; names in other languages are its translations. */
function asRead(variants: readonly Variant[]): Variant[] {
  return variants.map((one) => (HAN.test(one.terms[0] ?? "") ? { ...one, via: "pinyin" } : one));
}

/** Words of the articles with these syllables, the most common first. */
export async function readings(
  parses: readonly (readonly string[])[],
  { dictionary, lexicon }: Expanding,
): Promise<Variant[]> {
  const words: string[] = [];
  for (const syllables of parses) {
    if (syllables.length > MOST_SYLLABLES) continue;
    const [first = [], ...rest] = syllables.map((syllable) => [...dictionary.characters(syllable)]);
    let built = first;
    if (rest.length === 0) await lexicon.learn(built);
    for (const characters of rest) built = await extended(built, characters, lexicon);
    words.push(...(rest.length > 0 ? built : built.filter((word) => lexicon.count(word) > 0)));
  }
  const known = words
    .map((word) => ({ word, count: rarest(word, lexicon) }))
    .sort((a, b) => b.count - a.count);
  const most = known[0]?.count ?? 1;
  return known.slice(0, READINGS).map(({ word, count }) => ({
    terms: pairsOf(word),
    weight: WEIGHTS.pinyin * Math.sqrt(count / most),
    via: "pinyin",
  }));
}

async function extended(
  built: readonly string[],
  characters: readonly string[],
  lexicon: Lexicon,
): Promise<string[]> {
  const pairOf = (word: string, character: string) => word.slice(-1) + character;
  const lasts = new Set(built.map((word) => word.slice(-1)));
  await lexicon.learn([...lasts].flatMap((last) => characters.map((character) => pairOf(last, character))));
  const longer = built.flatMap((word) =>
    characters
      .filter((character) => lexicon.count(pairOf(word, character)) > 0)
      .map((character) => word + character),
  );
  if (longer.length <= BEAM) return longer;
  return longer.sort((a, b) => rarest(b, lexicon) - rarest(a, lexicon)).slice(0, BEAM);
}

function rarest(word: string, lexicon: Lexicon): number {
  return Math.min(...pairsOf(word).map((pair) => lexicon.count(pair)));
}

/** Every way to part letters into syllables, fewest syllables first; none for more letters than any name has. */
export function syllables(letters: string, isSyllable: (letters: string) => boolean): string[][] {
  if (letters.length > LONGEST_WORD) return [];
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
