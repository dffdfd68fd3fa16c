/** The analyzer: text of any script → terms with their places, the same for articles and for queries. */

import { joinWords, type WordPlace } from "./compounds.ts";
import { hanTokens, hanWords, simplifyHan } from "./han.ts";
import { nameSpans } from "./han-names.ts";
import { transliteratedRuns } from "./names/han-sounds.ts";
import { hanNumbers, NUMBER, numberOfWord, PERCENT, plainNumber, SCALE, scaled } from "./numbers.ts";
import type { Token } from "./text.ts";
import { foldWord, isStopWord, stem } from "./words.ts";

const HAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー";
/** Soft hyphens and characters without width, which a page or a message may have anywhere in a word. */
const INVISIBLE = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";
/** What may stand inside a Han run without ending it: a scar of line wrapping, or a dot within a name. */
const GAP = `(?:\\s{1,4}|[·・‧•∙⋅･]|[${INVISIBLE}]{1,4})`;
const LETTER = `(?:(?![${HAN}])\\p{L})`;
const WORD = `(?:(?![${HAN}])[\\p{L}\\p{M}\\p{Nd}${INVISIBLE}])+(?:['’ʼʻ‘\\x60´]${LETTER}+)*`;
const PIECES = new RegExp(
  [
    `(?<number>${NUMBER})(?:[余多餘]?\\s?-?(?<scale>${SCALE})(?!${LETTER})|(?!${LETTER}|\\p{Nd}))(?<percent>\\s?(?:${PERCENT}))?`,
    `(?<han>[${HAN}]+(?:${GAP}[${HAN}]+)*)`,
    "(?<dotted>(?:\\p{L}\\.)+\\p{L}(?!\\p{L})\\.?|\\p{L}[&＆]\\p{L}(?!\\p{L}))",
    "(?<money>[$€£¥￥₽])",
    `(?<word>${WORD})`,
  ].join("|"),
  "giu",
);
const MONEY: Readonly<Record<string, string>> = {
  $: "dollar",
  "€": "euro",
  "£": "pound",
  "¥": "yuan",
  "￥": "yuan",
  "₽": "рубль",
};

/** Every term of a text in the order of its places; works on any string. A text of stop words keeps them. */
export function analyze(text: string): Token[] {
  const terms = read(text, false);
  return terms.length > 0 ? terms : read(text, true);
}

/** The terms of a text, of Han text only the words: what it tells, where `analyze` has all by which it may be found. */
export function analyzeWords(text: string): Token[] {
  const terms = read(text, false, "words");
  return terms.length > 0 ? terms : read(text, true, "words");
}

/** The tokens of `analyze` whose term is in `terms`; Han runs without any of them are not segmented. */
export function locate(text: string, terms: ReadonlySet<string>): Token[] {
  const words = [...terms].filter((term) => term.length !== 2);
  const found = read(text, false, words);
  return (found.length > 0 ? found : read(text, true, words)).filter((token) => terms.has(token.term));
}

/** What is read of Han text: everything, words alone, or of the words only those in a list. */
type HanWanted = "all" | "words" | readonly string[];

function read(text: string, keepStopWords: boolean, wanted: HanWanted = "all"): Token[] {
  const tokens: Token[] = [];
  const words: (WordPlace & { readonly kept: boolean })[] = [];
  const shouted = !/\p{Ll}/u.test(text);
  for (const match of text.matchAll(PIECES)) {
    const { number, han, dotted, money, word } = match.groups ?? {};
    const start = match.index;
    if (han !== undefined) readHan(han, start, tokens, wanted);
    else if (number !== undefined) readNumber(match, text, tokens);
    else if (money !== undefined) tokens.push({ term: stem(MONEY[money] ?? ""), start, end: start + 1 });
    else {
      const written = word ?? dotted?.replace(/[.&＆]/g, "") ?? "";
      const acronym = !shouted && written.length > 1 && written === written.toUpperCase();
      const folded = foldWord(written);
      const kept = folded !== "" && (keepStopWords || acronym || !isStopWord(folded));
      words.push({ folded, start, end: start + match[0].length, kept });
    }
  }
  const joined = joinWords(text, words);
  for (const [at, word] of words.entries()) if (word.kept && !joined.dropped.has(at)) readWord(word, tokens);
  tokens.push(...joined.tokens);
  return tokens.sort((a, b) => a.start - b.start || a.end - b.end);
}

function readHan(written: string, at: number, tokens: Token[], wanted: HanWanted): void {
  const { run, startOf, endOf } = joinHan(written, at);
  const push = (term: string, from: number, to: number) =>
    tokens.push({ term, start: startOf(from), end: endOf(to) });
  const found = (from: number, to: number) => push(run.slice(from, to), from, to);
  if (wanted === "words") hanWords(run, (from, to) => to - from > 1 && found(from, to));
  else readHanTerms(written, run, wanted === "all" || wanted.some((word) => run.includes(word)), found);
  hanNumbers(run, push);
}

function readHanTerms(
  written: string,
  run: string,
  segmented: boolean,
  found: (from: number, to: number) => void,
): void {
  const seen = new Set<string>();
  hanTokens(run, segmented, (_, from, to) => {
    seen.add(`${from} ${to}`);
    found(from, to);
  });
  for (const [from, to] of foreignNames(written, run)) {
    if (seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`);
    found(from, to);
  }
}

/** Where foreign names stand in a run: their parts, as dots divide them in what is written, and the whole. */
function* foreignNames(written: string, run: string): Iterable<readonly [start: number, end: number]> {
  let at = 0;
  for (const part of DOTS.test(written) ? written.split(DOTS) : []) {
    const { length } = part.replaceAll(GAP_CHARACTERS, "");
    yield* between(at, at + length);
    at += length;
  }
  yield* between(0, run.length);

  /** Names of countries are no part of a person's. */
  function* between(from: number, to: number): Iterable<readonly [start: number, end: number]> {
    let start = from;
    for (const span of [...nameSpans(run.slice(from, to)), { start: to - from, end: to - from }]) {
      for (const [a, b] of transliteratedRuns(run.slice(start, from + span.start), 3))
        yield [start + a, start + b];
      start = from + span.end;
    }
  }
}

/** What divides the parts of a foreign name. */
const DOTS = /[·・‧•∙⋅･]/;

/** A run of Han characters without gaps, in simplified form, and where its parts stand in the text. */
export interface HanRun {
  readonly run: string;
  /** Offset in the text of the run's offset `from`. */
  startOf(from: number): number;
  /** Offset in the text right behind what ends at the run's offset `to`. */
  endOf(to: number): number;
}

const HAN_RUN = new RegExp(`[${HAN}]+(?:${GAP}[${HAN}]+)*`, "gu");
/** Within a name there may be brackets, dashes and quotation marks too: 刚果（金）, “和平使命”演习. */
const NAMES_GAP = /[\s·・‧•∙⋅･（）()“”"「」\-－—–]/u;
const NAMES_RUN = new RegExp(`[${HAN}]+(?:[\\s·・‧•∙⋅･（）()“”"「」\\-－—–]{1,3}[${HAN}]+)*`, "gu");

/** The runs of Han characters in a text. */
export function hanRuns(text: string): HanRun[] {
  return [...text.matchAll(HAN_RUN)].map((match) => joinHan(match[0], match.index));
}

/** The runs of Han characters in a text, joined over what names may have between them. */
export function hanNameRuns(text: string): HanRun[] {
  return [...text.matchAll(NAMES_RUN)].map((match) => joinHan(match[0], match.index, NAMES_GAP));
}

const GAPS = new RegExp(`[\\s·・‧•∙⋅･${INVISIBLE}]`);
const GAP_CHARACTERS = new RegExp(GAPS, "g");

function joinHan(written: string, at: number, gaps = GAPS): HanRun {
  if (!gaps.test(written))
    return { run: simplifyHan(written), startOf: (from) => at + from, endOf: (to) => at + to };
  const places: number[] = [];
  let run = "";
  for (let i = 0; i < written.length; i++) {
    const character = written.charAt(i);
    if (gaps.test(character)) continue;
    run += character;
    places.push(at + i);
  }
  return {
    run: simplifyHan(run),
    startOf: (from) => places[from] ?? at,
    endOf: (to) => (places[to - 1] ?? at) + 1,
  };
}

function readNumber(match: RegExpMatchArray, text: string, tokens: Token[]): void {
  const { number = "", scale, percent } = match.groups ?? {};
  const start = match.index ?? 0;
  const end = start + number.length;
  const digits = plainNumber(number);
  if (digits === undefined) {
    for (const part of number.matchAll(/\p{Nd}+/gu)) {
      const term = plainNumber(part[0]) ?? part[0];
      tokens.push({ term, start: start + part.index, end: start + part.index + part[0].length });
    }
    return;
  }
  tokens.push({ term: digits, start, end });
  const value = scale === undefined ? digits : scaled(digits, scale);
  const scaleEnd = start + match[0].length - (percent?.length ?? 0);
  if (scale !== undefined) tokens.push({ term: value, start, end: scaleEnd });
  const share = text.slice(Math.max(0, start - 3), start) === "百分之";
  if (share) tokens.push({ term: `${value}%`, start: start - 3, end: scaleEnd });
  else if (percent !== undefined) tokens.push({ term: `${value}%`, start, end: start + match[0].length });
}

function readWord({ folded, start, end }: WordPlace, tokens: Token[]): void {
  const counted = numberOfWord(folded);
  if (counted !== undefined) tokens.push({ term: counted, start, end });
  if (counted === undefined || !/^\d/.test(folded)) tokens.push({ term: stem(folded), start, end });
}
