/** Finds known names in a text of any script: from left to right, the longest name that stands at a place. */
import { hanWords } from "../han.ts";
import { type HanRun, hanNameRuns } from "../tokens.ts";
import { foldWord } from "../words.ts";

/** A word of an alphabetic script as it stands in a text. */
export interface Word {
  readonly folded: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** A text taken apart once for all indexes that look for names in it. */
export interface NameText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly runs: readonly HanRun[];
}

export interface Match<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** What a name may look like: for each of its words the forms that this word has. */
export type NameForms = readonly (readonly string[])[];
/** The capitals that a name must have: none, a first one, nothing but capitals. */
export type Capitals = "any" | "first" | "all";

/** Names that a build made ready: those whose first word has a form, or that begin with two Han characters. */
export type StoredNames<T> = (first: string) => readonly NameEntry<T>[];

export interface NameIndex<T> {
  /** Of two names that are alike the one added first counts. @param name forms of its words, or a name of one form */
  add(name: string | NameForms, value: T, capitals?: Capitals): void;
  find(text: NameText): Match<T>[];
  /** All names by what they begin with, as they are looked up. */
  rows(): Iterable<readonly [first: string, entries: readonly NameEntry<T>[]]>;
}

export interface NameEntry<T> {
  /** The whole Han name, or for each word its forms. */
  readonly key: NameForms;
  readonly value: T;
  readonly capitals: Capitals;
}

const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:['’ʼʻ‘`](?!\p{Script=Han})\p{L}+)*/gu;
/** What may stand between two words of one name. */
const JOIN = /^(?:\.?[\s\u00a0]{1,3}|\s?[-‐‑–—−&]\s?|[\s\u00a0]?[«"“][\s]?|\.)$/u;
const HAN = /\p{Script=Han}/u;
/** Beginnings that are kept as they were looked up; emptied when full. */
const READY = 50_000;
/** Names of two characters are held against the words around them, this far. */
const AROUND = 6;

export function readNameText(text: string): NameText {
  const words = [...text.matchAll(WORD)].map(({ 0: written, index }) => ({
    folded: foldWord(written),
    written,
    start: index,
    end: index + written.length,
  }));
  return { text, words, runs: HAN.test(text) ? hanNameRuns(text) : [] };
}

/** Whether two neighbouring words may belong to one name. */
export function isJoined(text: string, before: Word, after: Word): boolean {
  return JOIN.test(text.slice(before.end, after.start));
}

/** @param stored names that come after those that are added */
export function createNameIndex<T>(stored: StoredNames<T> = () => []): NameIndex<T> {
  /** By each form of the first word; by the first two Han characters. */
  const added = new Map<string, NameEntry<T>[]>();
  const ready = new Map<string, readonly NameEntry<T>[]>();
  const note = (first: string, entry: NameEntry<T>) => {
    const row = added.get(first);
    if (row) row.push(entry);
    else added.set(first, [entry]);
    ready.clear();
  };
  const entriesOf = (first: string): readonly NameEntry<T>[] => {
    const known = ready.get(first);
    if (known) return known;
    const row = [...(added.get(first) ?? []), ...stored(first)].sort((a, b) => sizeOf(b) - sizeOf(a));
    if (ready.size >= READY) ready.clear();
    ready.set(first, row);
    return row;
  };
  return {
    add(name, value, capitals = "any") {
      if (typeof name === "string" && HAN.test(name)) {
        const plain = name.replace(/[^\p{L}\p{N}]/gu, "");
        if (plain.length > 1) note(plain.slice(0, 2), { key: [[plain]], value, capitals });
        return;
      }
      const key =
        typeof name === "string"
          ? readNameText(name).words.map(({ folded }) => [folded])
          : name.map((forms) => forms.map(foldWord));
      const [first = []] = key;
      for (const form of first) note(form, { key, value, capitals });
    },
    *rows() {
      for (const first of added.keys()) yield [first, entriesOf(first)] as const;
    },
    find(text) {
      const found = text.runs.flatMap((run) => inRun(run, entriesOf));
      for (let i = 0; i < text.words.length; ) {
        const match = atWord(text, i, entriesOf);
        if (match) found.push(match.found);
        i += match?.length ?? 1;
      }
      return found.sort((a, b) => a.start - b.start);
    },
  };
}

/** Han names by their characters, others by their words. */
function sizeOf({ key }: NameEntry<unknown>): number {
  const [name = ""] = key[0] ?? [];
  return HAN.test(name) ? name.length : key.length;
}

function inRun<T>({ run, startOf, endOf }: HanRun, entriesOf: StoredNames<T>): Match<T>[] {
  const found: Match<T>[] = [];
  for (let i = 0; i < run.length - 1; ) {
    const entry = entriesOf(run.slice(i, i + 2)).find(
      ({ key: [[name = ""] = []] }) => run.startsWith(name, i) && (name.length > 2 || isWhole(run, i)),
    );
    const length = entry?.key[0]?.[0]?.length ?? 1;
    if (entry) found.push({ value: entry.value, start: startOf(i), end: endOf(i + length) });
    i += length;
  }
  return found;
}

/** Whether two characters of a run are no parts of two other words (中国 in 其中国际, 总理 in 总理事会). */
function isWhole(run: string, at: number): boolean {
  const from = Math.max(0, at - AROUND);
  let whole = true;
  hanWords(run.slice(from, at + AROUND), (start, end) => {
    const [a, b] = [from + start, from + end];
    if ((a < at && b > at && b !== at + 2) || (a < at + 2 && b > at + 2 && a !== at)) whole = false;
  });
  return whole;
}

function atWord<T>(
  { text, words }: NameText,
  at: number,
  entriesOf: StoredNames<T>,
): { found: Match<T>; length: number } | undefined {
  const first = words[at];
  if (!first) return undefined;
  for (const { key, value, capitals } of entriesOf(first.folded)) {
    const last = words[at + key.length - 1];
    if (!last || !key.every((forms, k) => forms.includes(words[at + k]?.folded ?? ""))) continue;
    if (capitals === "first" && !/^\p{Lu}/u.test(first.written)) continue;
    if (capitals === "all" && /\p{Ll}/u.test(text.slice(first.start, last.end))) continue;
    const joined = key.every((_, k) => {
      const [before, after] = [words[at + k - 1], words[at + k]];
      return k === 0 || !before || !after || isJoined(text, before, after);
    });
    if (joined) return { found: { value, start: first.start, end: last.end }, length: key.length };
  }
  return undefined;
}
