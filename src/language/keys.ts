/** The glossary's names as the index meets them. The build takes them ahead: the first query would wait for hundreds of words to be stemmed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { root } from "../root.ts";
import { simplifyHan } from "./han.ts";
import { analyze } from "./tokens.ts";
import { foldWord, stem } from "./words.ts";

/** Where the build puts the keys of the glossary as it was then. */
export const KEYS_PATH = join(root, "dist", "glossary-keys.tsv");

/** What one entry's names are found by. */
export interface Keys {
  /** Chinese names in simplified characters without marks. */
  readonly han: readonly string[];
  /** English and Russian names: their stems, parted by spaces. */
  readonly stems: readonly string[];
}

interface Names {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly ru: readonly string[];
}

export function keysOf({ zh, en, ru }: Names): Keys {
  return { han: zh.map(plainHan), stems: [...en, ...ru].map(stemsKey) };
}

/** A Chinese name as the index has it: simplified, without dots and spaces. */
export function plainHan(name: string): string {
  return simplifyHan(name).replace(/[^\p{L}\p{N}]/gu, "");
}

/** What one word is found by, in whichever script. */
export function wordKey(word: string): string {
  return /^\p{Script=Han}/u.test(word) ? plainHan(word) : stem(foldWord(word));
}

/** The stems of a name in an alphabetic script, parted by spaces. */
export function stemsKey(name: string): string {
  return analyze(name)
    .map(({ term }) => term)
    .join(" ");
}

/** The keys of all entries as a file: one line an entry, below a line that tells which glossary they are of. */
export function writeKeys(glossary: string, entries: readonly Names[]): string {
  const lines = entries.map(keysOf).map(({ han, stems }) => `${han.join(";")}\t${stems.join(";")}`);
  return [headOf(glossary), ...lines].join("\n");
}

/** The keys that the build took of just this glossary; undefined when it was edited since, or never built. */
export function readKeys(glossary: string, path = KEYS_PATH): readonly Keys[] | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path, "utf8").split("\n");
  } catch {
    return undefined;
  }
  if (lines.shift() !== headOf(glossary)) return undefined;
  // Most who ask for names in one script ask for none in the other.
  return lines.map((line) => ({
    get han() {
      return line.slice(0, line.indexOf("\t")).split(";");
    },
    get stems() {
      return line.slice(line.indexOf("\t") + 1).split(";");
    },
  }));
}

function headOf(glossary: string): string {
  return `# Keys of glossary ${crc32(glossary)}`;
}
