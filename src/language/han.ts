/** Han text: simplified characters, words by the platform's segmenter, and every pair of neighbours. */
import { Converter } from "opencc-js/t2cn";
import { nameSpans } from "./han-names.ts";

const simplify = Converter({ from: "t", to: "cn" });
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** The segmenter's cost per character grows with the string; runs are cut to this many code units. */
const SLICE = 200;

/**
 * Simplified form of Han text, code unit by code unit where that is possible: the result always has the
 * length of `text`, so that offsets stay true (characters whose counterpart is longer are left alone).
 */
export function simplifyHan(text: string): string {
  return isSimple(text) ? text : text.replace(RUN, simplifyRun);
}

/** What the conversion looks at together; one traditional word is no reason to convert a whole article. */
const RUN = /[\u2e80-\u2fff\u3030-\u9fff\ud800-\udfff\uf900-\ufaff\uff66-\uffff]+/g;

function simplifyRun(run: string): string {
  if (isSimple(run)) return run;
  const united = sameLength(run, run.normalize("NFKC"));
  return sameLength(united, simplify(united));
}

/** By code unit: 0 not yet known, 1 stays as it is, 2 may change (alone or as part of a phrase). */
const known = new Uint8Array(0x10000);
/** Characters that the conversion only changes in company (著作, 藉口, 乾燥). */
for (const character of "著藉乾瞭覆麼徵") known[character.charCodeAt(0)] = 2;

/** Whether no Han character of a text is one that simplifying changes; most texts are, and are spared the work. */
export function isSimple(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x2e80 || (code > 0x9fff && code < 0xd800) || (code > 0xfaff && code < 0xff66)) continue;
    if (known[code] === 0) {
      const character = text.charAt(i);
      const united = character.normalize("NFKC");
      known[code] = (code & 0xf800) === 0xd800 || simplify(united) !== character ? 2 : 1;
    }
    if (known[code] === 2) return false;
  }
  return true;
}

function sameLength(text: string, changed: string): string {
  if (changed.length === text.length) return changed;
  let result = "";
  for (const character of text) {
    const one = simplify(character.normalize("NFKC"));
    result += one.length === character.length ? one : character;
  }
  return result;
}

/**
 * Calls back with each term of a run of Han characters that has neither gaps nor marks in it: names that are one
 * term, and around them words (of one character, or of three and more) and pairs of neighbours. Words of two
 * characters are pairs already; without `segmented` the other words are left out.
 */
export function hanTokens(
  run: string,
  segmented: boolean,
  found: (term: string, start: number, end: number) => void,
): void {
  let from = 0;
  for (const { start, end, parts } of nameSpans(run)) {
    between(from, start);
    for (const { term, start: at } of parts) found(term, start + at, start + at + term.length);
    from = end;
  }
  between(from, run.length);

  function between(from: number, to: number): void {
    if (to > from)
      hanTerms(run.slice(from, to), segmented, (start, end) =>
        found(run.slice(from + start, from + end), from + start, from + end),
      );
  }
}

/** The terms that all stand where a Han word stands, as the index has them. */
export function hanTermsOf(word: string): readonly string[] {
  if (word.length <= 2) return [word];
  const terms = new Set<string>();
  hanTokens(word, false, (term) => terms.add(term));
  return [...terms];
}

function hanTerms(run: string, segmented: boolean, found: (start: number, end: number) => void): void {
  const starts: number[] = [];
  for (let i = 0; i < run.length; i += (run.codePointAt(i) ?? 0) > 0xffff ? 2 : 1) starts.push(i);
  starts.push(run.length);
  for (let i = 2; i < starts.length; i++) found(starts[i - 2] ?? 0, starts[i] ?? 0);
  if (!segmented) return;
  hanWords(run, (start, end) => {
    if (end - start !== 2) found(start, end);
  });
}

/** Calls back with each word that the platform's segmenter sees in a run of Han characters. */
export function hanWords(run: string, found: (start: number, end: number) => void): void {
  for (let from = 0; from < run.length; from += SLICE)
    for (const { segment, index } of segmenter.segment(run.slice(from, from + SLICE)))
      found(from + index, from + index + segment.length);
}
