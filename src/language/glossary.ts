/** The project's glossary: SCO bodies, people, places and programmes by their names in three languages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
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
    const shipped = parseGlossary(text);
    const keys = readKeys(text) ?? shipped.map(keysOf);
    return createGlossary([...team, ...shipped], [...team.map(keysOf), ...keys]);
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
  const entries: GlossaryEntry[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [kind, zh, en, ru, pinyin, ...rest] = line.split("\t");
    const known = ENTRY_KINDS.find((one) => one === kind);
    if (!known || !zh || !en || !ru || !pinyin || rest.length > 0)
      throw new Error(
        `glossary line ${index + 1} needs a kind, zh, en, ru and pinyin, parted by tabs: ${line}`,
      );
    entries.push({
      kind: known,
      zh: names(zh),
      en: names(en),
      ru: names(ru),
      pinyin: pinyin.replace("=", "").trim(),
    });
  }
  return entries;
}

function names(cell: string): readonly string[] {
  return cell
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Makes entries findable by each of their names. @param keys of the entries in turn, where they were taken before */
export function createGlossary(
  entries: readonly GlossaryEntry[],
  keys: readonly Keys[] = entries.map(keysOf),
): Glossary {
  const stems = new Map<string, Known[]>();
  const han = new Map<string, Known[]>();
  const pinyin = new Map<string, Known[]>();
  for (const [at, entry] of entries.entries()) {
    const own = keys[at] ?? keysOf(entry);
    const known = { entry, han: own.han, stems: own.stems.map((key) => key.split(" ")) };
    for (const key of own.stems) note(stems, key, known);
    for (const name of own.han) note(han, name, known);
    if (entry.pinyin !== "") note(pinyin, lettersOf(entry.pinyin), known);
  }
  let spellings: Spellings | undefined;
  let words: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    entries,
    spellings: () => {
      spellings ??= createSpellings(shelved([...stems.keys()].flatMap((key) => key.split(" "))));
      return spellings;
    },
    wordOf: (wanted) => {
      words ??= wordsByBeginning(entries);
      const near = words.get(beginningOf(wanted)) ?? [];
      return near.find((word) => stem(word) === wanted);
    },
    byStems: (wanted) => stems.get(wanted.join(" ")) ?? [],
    byHan: (name) => han.get(name) ?? [],
    byPinyin: (letters) => pinyin.get(lettersOf(letters)) ?? [],
  };
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

function note(table: Map<string, Known[]>, key: string, entry: Known): void {
  const row = table.get(key);
  if (!row) table.set(key, [entry]);
  else if (!row.includes(entry)) row.push(entry);
}
