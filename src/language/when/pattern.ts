/** Patterns for plain text in lower case: whole words of alphabets, and Chinese, which has no spaces between words. */

/** What was found in a text, and where: half-open range of UTF-16 units. */
export interface TextMatch<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters of the alphabets in lower case, as ranges: a pattern of Unicode properties takes a hundred times as long to
 * compile, and there are some hundreds of patterns.
 */
const LETTER = "[a-z\\u00df-\\u024f\\u0430-\\u052f]";
/** What a word goes on with; outside Chinese. */
export const WITHIN = "[0-9a-z\\u00df-\\u024f\\u0430-\\u052f]";

/** Whole words: no letter of an alphabet and no digit stands before or after. `*` is the rest of a word. */
export function words(source: string): RegExp {
  return new RegExp(`(?<!${WITHIN})(?:${withEndings(source)})(?!${WITHIN})`, "gu");
}

/** Anywhere, as in Chinese. */
export function anywhere(source: string): RegExp {
  return new RegExp(withLetters(source), "gu");
}

/** How a Russian verb asks for something: as an imperative or an infinitive, "отключи", "отключайте", "отключить". */
const ASKED = "(?:[аяиыуе]|[оеыи]ва)?(?:[йиь]|[йиь]те|ть|ти)(?:с[яь])?";

/** Writes the star out as at most twelve letters, and `~` behind a Russian verb's stem as the endings that ask for it. */
export function withEndings(source: string): string {
  return withLetters(source.replaceAll("*", "\\p{L}{0,12}").replaceAll("~", ASKED));
}

function withLetters(source: string): string {
  return source.replaceAll("\\p{L}", LETTER).replaceAll("\\p{Script=Han}", "[\\u3400-\\u9fff]");
}

/**
 * The text as every reader of free words sees it: compatible forms united, lower case, ё as е, one kind of dash, quote
 * and apostrophe. Each unit stays where it is, so that a place in it is a place in `text`.
 */
export function lowered(text: string): string {
  const low = text.toLowerCase();
  const same = low.length === text.length ? low : Array.from(text, lowerOne).join("");
  return same
    .replace(/ё/g, "е")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}

function lowerOne(character: string): string {
  const low = character.toLowerCase();
  return low.length === character.length ? low : character;
}

/**
 * Whether the text has something of each pattern, one behind the other. The patterns carry the flag `g`. One
 * expression with `.*` in between would begin anew wherever its first part stands.
 */
export function inOrder(text: string, ...patterns: readonly RegExp[]): boolean {
  let at = 0;
  return patterns.every((pattern) => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    at = pattern.lastIndex;
    pattern.lastIndex = 0;
    return found;
  });
}

/** Every match of a pattern, with what is read from it; a match that reads as nothing is left out. */
export function findAll<T>(
  pattern: RegExp,
  text: string,
  read: (match: RegExpExecArray) => T | undefined,
): TextMatch<T>[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = read(match);
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
}

/** Of what overlaps the longer one stays, and of two as long the first; in the order of the text. */
export function longest<T>(found: readonly TextMatch<T>[]): TextMatch<T>[] {
  const sorted = [...found].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: TextMatch<T>[] = [];
  const used = new Set<number>();
  for (const one of sorted) {
    let free = true;
    for (let at = one.start; at < one.end && free; at += 1) free = !used.has(at);
    if (!free) continue;
    for (let at = one.start; at < one.end; at += 1) used.add(at);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}
