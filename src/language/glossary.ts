/** The project's glossary: SCO bodies, people, places and programmes by their names in three languages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "../once.ts";
import { root } from "../root.ts";
import { type Keys, keysOf, readKeys } from "./keys.ts";
import { createSpellings, type Spellings, shelved } from "./spellings.ts";
import { foldWord, stem } from "./words.ts";

/** One thing that has several names: 上海精神, "Shanghai Spirit", «шанхайский дух», "shanghai jingshen". */
export interface Named {
  readonly kind: "name" | "term" | "source";
  /** Every way of writing it that is worth showing. */
  readonly forms: readonly string[];
  /** How its first form is pronounced, typed but not shown. */
  readonly pinyin?: string;
}

/** The file that people edit; its first lines say how. */
export const GLOSSARY_PATH = join(root, "corpus", "glossary.tsv");

export const ENTRY_KINDS = ["body", "document", "person", "place", "event", "idea", "media", "term"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One thing and its names; the first name of each language is the usual one. */
export interface GlossaryEntry {
  readonly kind: EntryKind;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly ru: readonly string[];
  /** How the first Chinese name is pronounced: syllables without tones, parted by spaces. */
  readonly pinyin: string;
}

/** An entry with its names as the index can meet them. */
export interface Known {
  readonly entry: GlossaryEntry;
  /** Chinese names in simplified characters without marks. */
  readonly han: readonly string[];
  /** English and Russian names as stems. */
  readonly stems: readonly (readonly string[])[];
}

export interface Glossary {
  readonly entries: readonly GlossaryEntry[];
  /** Stems of all names in alphabetic scripts; gathered on first use. */
  spellings(): Spellings;
  /** The shortest word of all names that has this stem, folded. */
  wordOf(stem: string): string | undefined;
  /** Entries that have a name in an alphabetic script with just these stems. */
  byStems(stems: readonly string[]): readonly Known[];
  /** Entries that have this Chinese name, in simplified characters without marks. */
  byHan(name: string): readonly Known[];
  /** Entries whose Chinese name is pronounced like this, spaces left out. */
  byPinyin(letters: string): readonly Known[];
}

/** Reads the glossary; a missing file is an empty one, of which `absent` is told the reason. @param team entries that go before its own */
export function openGlossary(
  absent: (reason: string) => void,
  path = GLOSSARY_PATH,
  team: readonly GlossaryEntry[] = [],
): Glossary {
  try {
    const text = readFileSync(path, "utf8");
    const keys = readKeys(text);
    if (!keys) return createGlossary([...team, ...parseGlossary(text)]);
    // The build has read every line of just this text: here those are read that are asked for.
    const lines = text.split(/\r?\n/).filter(isEntry);
    const entry = (at: number) => team[at] ?? parseLine(lines[at - team.length] ?? "");
    return findable([...team.map(keysOf), ...keys], entry);
  } catch (error) {
    absent(error instanceof Error ? error.message : String(error));
    return createGlossary(team);
  }
}

/** The glossary's names for completion; reading them costs a few milliseconds, making them findable does not come with it. */
export function readNames(absent: (reason: string) => void, path = GLOSSARY_PATH): Named[] {
  try {
    return namesOfEntries(parseGlossary(readFileSync(path, "utf8")));
  } catch (error) {
    absent(error instanceof Error ? error.message : String(error));
    return [];
  }
}

/** The names of entries, for completion. */
export function namesOfEntries(entries: readonly GlossaryEntry[]): Named[] {
  return entries.map(({ kind, zh, en, ru, pinyin }) => ({
    kind: kind === "term" || kind === "idea" || kind === "document" ? "term" : "name",
    forms: [...zh, ...en, ...ru].map((name) => name.replace("=", "")),
    pinyin,
  }));
}

/** An entry of a line in which names of a language, and the pinyin, may be left out; undefined when it is none. */
export function parseGlossaryLine(line: string): GlossaryEntry | undefined {
  const [kind, zh = "", en = "", ru = "", pinyin = "", ...rest] = line.split("\t");
  const known = ENTRY_KINDS.find((one) => one === kind?.trim());
  const entry = { zh: names(zh), en: names(en), ru: names(ru) };
  if (!known || rest.some((cell) => cell.trim() !== "")) return undefined;
  if (entry.zh.length + entry.en.length + entry.ru.length === 0) return undefined;
  return { kind: known, ...entry, pinyin: pinyin.replace("=", "").trim() };
}

/** One entry a line, five columns parted by tabs, names parted by semicolons; `#` begins a remark. */
export function parseGlossary(text: string): GlossaryEntry[] {
  return text.split(/\r?\n/).flatMap((line, index) => (isEntry(line) ? [parseLine(line, index + 1)] : []));
}

const isEntry = (line: string): boolean => line.trim() !== "" && !line.startsWith("#");

/** @throws Error with the number of a line that is no entry */
function parseLine(line: string, number = 0): GlossaryEntry {
  const [kind, zh, en, ru, pinyin, ...rest] = line.split("\t");
  const known = ENTRY_KINDS.find((one) => one === kind);
  if (!known || !zh || !en || !ru || !pinyin || rest.length > 0)
    throw new Error(`glossary line ${number} needs a kind, zh, en, ru and pinyin, parted by tabs: ${line}`);
  return {
    kind: known,
    zh: names(zh),
    en: names(en),
    ru: names(ru),
    pinyin: pinyin.replace("=", "").trim(),
  };
}

function names(cell: string): readonly string[] {
  return cell
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Makes entries findable by each of their names. */
export function createGlossary(entries: readonly GlossaryEntry[]): Glossary {
  return findable(entries.map(keysOf), (at) => entries[at] as GlossaryEntry);
}

/** @param keys of the entries in turn @param read gives the entry of a number */
function findable(keys: readonly Keys[], read: (at: number) => GlossaryEntry): Glossary {
  const entries = once(() => keys.map((_, at) => read(at)));
  const all = new Map<number, Known>();
  const knownOf = (at: number): Known => {
    const { han = [], stems = [] } = keys[at] ?? {};
    const known = all.get(at) ?? { entry: read(at), han, stems: stems.map((key) => key.split(" ")) };
    all.set(at, known);
    return known;
  };
  const han = once(() => tableOf(keys, (own) => own.han));
  const stems = once(() => tableOf(keys, (own) => own.stems));
  const pinyin = once(() =>
    tableOf(entries(), (entry) => (entry.pinyin === "" ? [] : [lettersOf(entry.pinyin)])),
  );
  const words = once(() => wordsByBeginning(entries()));
  const spellings = once(() =>
    createSpellings(shelved([...stems().keys()].flatMap((key) => key.split(" ")))),
  );
  return {
    get entries() {
      return entries();
    },
    spellings,
    wordOf: (wanted) => {
      const near = words().get(beginningOf(wanted)) ?? [];
      return near.find((word) => stem(word) === wanted);
    },
    byStems: (wanted) => (stems().get(wanted.join(" ")) ?? []).map(knownOf),
    byHan: (name) => (han().get(name) ?? []).map(knownOf),
    byPinyin: (letters) => (pinyin().get(lettersOf(letters)) ?? []).map(knownOf),
  };
}

/** The numbers of the items that have each key, each once. */
function tableOf<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, number[]> {
  const table = new Map<string, number[]>();
  for (const [at, item] of items.entries())
    for (const key of keysOf(item)) {
      const row = table.get(key);
      if (!row) table.set(key, [at]);
      else if (row.at(-1) !== at) row.push(at);
    }
  return table;
}

/** A stem begins like its word: so few words have to be stemmed to find those of a stem. */
const beginningOf = (word: string): string => word.slice(0, 2);

/** The words of all English and Russian names by how they begin, each once, the shortest first. */
function wordsByBeginning(entries: readonly GlossaryEntry[]): ReadonlyMap<string, readonly string[]> {
  const all = entries.flatMap(({ en, ru }) => [...en, ...ru].join(" ").match(/\p{L}+/gu) ?? []);
  const table = new Map<string, string[]>();
  for (const word of [...new Set(all.map(foldWord))].sort((a, b) => a.length - b.length)) {
    const row = table.get(beginningOf(word));
    if (row) row.push(word);
    else table.set(beginningOf(word), [word]);
  }
  return table;
}

/** Pinyin as it is compared: letters only, ü typed as v or u. */
function lettersOf(pinyin: string): string {
  return pinyin.replace(/[^a-z]/g, "").replaceAll("v", "u");
}
