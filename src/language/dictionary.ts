/** Chinese, English and Russian words for each other, looked up in the compiled file as it lies on disk: a binary search over its lines. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";
import { createSpellings, type Spellings } from "./spellings.ts";

/** Where the build puts the compiled dictionary. */
export const DICTIONARY_PATH = join(root, "dist", "dictionary.tsv");

export interface Dictionary {
  /** False when there is no compiled dictionary; then nothing has a translation. */
  readonly present: boolean;
  /** Simplified Han words for a run of English stems, best first. */
  han(stems: readonly string[]): readonly string[];
  /** English renderings of a simplified Han word, best first, each as stems that belong together. */
  english(word: string): readonly (readonly string[])[];
  /** English renderings of a Russian stem, best first, each as stems that belong together. */
  fromRussian(stem: string): readonly (readonly string[])[];
  /** Russian renderings of a run of English stems, best first, each as stems that belong together. */
  russian(stems: readonly string[]): readonly (readonly string[])[];
  /** Simplified characters that are pronounced like a syllable without its tone, "" when it is none. */
  characters(syllable: string): string;
  /** Every English stem that is in some rendering; read on first use. */
  spellings(): Spellings;
  /** A word that has this stem. */
  wordOf(stem: string): string | undefined;
}

const NEWLINE = 10;
const NOTHING: Dictionary = {
  present: false,
  han: () => [],
  english: () => [],
  fromRussian: () => [],
  russian: () => [],
  characters: () => "",
  spellings: () => createSpellings(() => []),
  wordOf: () => undefined,
};

/** Opens the compiled dictionary (some 20 ms, 7 MB); `absent` is told the reason when that fails. */
export function openDictionary(absent: (reason: string) => void, path = DICTIONARY_PATH): Dictionary {
  let lines: Buffer;
  try {
    lines = readFileSync(path);
  } catch (error) {
    absent(error instanceof Error ? error.message : String(error));
    return NOTHING;
  }
  let spellings: Spellings | undefined;
  return {
    present: true,
    han: (stems) => split(find(lines, `e${stems.join(" ")}`)),
    english: (word) => phrases(find(lines, `z${word}`)),
    fromRussian: (stem) => phrases(find(lines, `r${stem}`)),
    russian: (stems) => phrases(find(lines, `x${stems.join(" ")}`)),
    characters: (syllable) => find(lines, `p${syllable}`) ?? "",
    spellings: () => {
      spellings ??= createSpellings((_script, length) => wordsOf(lines, length).map(([stem = ""]) => stem));
      return spellings;
    },
    wordOf: (wanted) => {
      const [stem, word = stem] = wordsOf(lines, wanted.length).find(([one]) => one === wanted) ?? [];
      return word;
    },
  };
}

/** English stems of a length, each with a word that has it where that is another. */
function wordsOf(lines: Buffer, length: number): readonly (readonly string[])[] {
  return split(find(lines, `w${length}`)).map((one) => one.split("="));
}

function split(row: string | undefined): readonly string[] {
  return row === undefined ? [] : row.split(";");
}

function phrases(row: string | undefined): readonly (readonly string[])[] {
  return split(row).map((rendering) => rendering.split(" "));
}

/** The rest of the line that begins with `key` and a tab, in lines sorted by their bytes. */
function find(lines: Buffer, key: string): string | undefined {
  const wanted = Buffer.from(`${key}\t`);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : lines.lastIndexOf(NEWLINE, middle - 1) + 1;
    const order = lines.compare(
      wanted,
      0,
      wanted.length,
      start,
      Math.min(start + wanted.length, lines.length),
    );
    const end = lines.indexOf(NEWLINE, middle);
    if (order === 0) return lines.toString("utf8", start + wanted.length, end < 0 ? lines.length : end);
    if (order < 0) low = end < 0 ? high : end + 1;
    else high = start;
  }
  return undefined;
}
