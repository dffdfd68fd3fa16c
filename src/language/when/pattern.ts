/** Patterns for plain text in lower case: whole words of alphabets, and Chinese, which has no spaces between words. */

/** What was found in a text, and where: half-open range of UTF-16 units. */
export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** Whole words: no letter of an alphabet and no digit stands before or after. `*` stands for the rest of a word, at most twelve letters. */
export function words(source: string): RegExp {
  return new RegExp(`(?<!${ALPHABET})(?:${withEndings(source)})(?!${ALPHABET})`, "gu");
}

const ALPHABET = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}]";

/** Anywhere, as in Chinese. */
export function anywhere(source: string): RegExp {
  return new RegExp(source, "gu");
}

/** Writes the star out. */
export function withEndings(source: string): string {
  return source.replaceAll("*", "\\p{L}{0,12}");
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

/** Every match of a pattern, with what is read from it; a match that reads as nothing is left out. */
export function findAll<T>(
  pattern: RegExp,
  text: string,
  read: (match: RegExpExecArray) => T | undefined,
): Found<T>[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = read(match);
    return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
  });
}

/** Of what overlaps the longer one stays, and of two as long the first; in the order of the text. */
export function longest<T>(found: readonly Found<T>[]): Found<T>[] {
  const sorted = [...found].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Found<T>[] = [];
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
