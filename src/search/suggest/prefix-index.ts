/** Completable texts by how their words begin, so that a keystroke looks at few of very many. */

import { createTable } from "../index/memory/table.ts";
import type { Suggestion } from "../search.ts";

export interface PrefixEntry extends Suggestion {
  /** Letters and digits only, so that spaces and marks need not be typed. */
  readonly key: string;
  /** Offsets in the key where a word, or any Han character, begins. */
  readonly starts: readonly number[];
  readonly published: string;
}

export interface PrefixMatch {
  readonly entry: PrefixEntry;
  /** 0 it starts so, 1 a word in it does, 2 its words do but apart, 3 it holds another name of the same thing. */
  readonly rank: number;
}

/** How many candidates one keystroke looks at, and how many finds are enough to choose from. */
const MOST_CANDIDATES = 2_000;
const MOST_FOUND = 200;
/** Words are found by this many of their first characters. */
const BEGINNINGS = [1, 2, 4];
/** How far into a text words can be completed. */
const MOST_STARTS = 60;
const HAN = /\p{Script=Han}/u;
const KINDS: readonly Suggestion["kind"][] = ["term", "name", "source", "title"];

/** Entries by the first characters of each of their words. */
export function createShelf() {
  const entries = new Map<number, PrefixEntry>();
  /** Most beginnings are of one entry, which then stands for its list. */
  const byBeginning = createTable<number | number[]>();
  let next = 0;

  const beginningsOf = ({ key, starts }: PrefixEntry) =>
    new Set(starts.flatMap((start) => BEGINNINGS.map((length) => key.slice(start, start + length))));
  const slotsOf = (beginning: string): readonly number[] => {
    const list = byBeginning.get(beginning) ?? [];
    return typeof list === "number" ? [list] : list;
  };
  const listOf = (text: string, at = 0) => slotsOf(text.slice(at, at + longestBeginning(text, at)));
  /** Slots of entries that may have the words side by side, then of those that may have them apart; newest last. */
  const candidates = (words: readonly string[]): Iterable<number> => {
    const whole = words.join("");
    const lists = [listOf(whole)];
    for (let at = 1; at < whole.length && HAN.test(whole.charAt(at)); at++) lists.push(listOf(whole, at));
    const [together = []] = lists.sort(byLength);
    const [apart = []] = words.map((word) => listOf(word)).sort(byLength);
    return new Set([
      ...together.slice(-MOST_CANDIDATES).reverse(),
      ...apart.slice(-MOST_CANDIDATES).reverse(),
    ]);
  };

  return {
    add(entry: PrefixEntry): number {
      const slot = next++;
      entries.set(slot, entry);
      for (const beginning of beginningsOf(entry)) {
        const list = byBeginning.get(beginning);
        if (list === undefined) byBeginning.set(beginning, slot);
        else if (typeof list === "number") byBeginning.set(beginning, [list, slot]);
        else list.push(slot);
      }
      return slot;
    },
    remove(slot: number): void {
      const entry = entries.get(slot);
      for (const beginning of entry ? beginningsOf(entry) : []) {
        const list = slotsOf(beginning).filter((other) => other !== slot);
        if (list.length > 0) byBeginning.set(beginning, list);
        else byBeginning.delete(beginning);
      }
      entries.delete(slot);
    },
    find(words: readonly string[]): readonly PrefixMatch[] {
      const found: PrefixMatch[] = [];
      for (const slot of candidates(words)) {
        const entry = entries.get(slot);
        const rank = entry && rankOf(entry, words);
        if (entry && rank !== undefined) found.push({ entry, rank });
        if (found.length === MOST_FOUND) break;
      }
      return found.sort(compare);
    },
  };
}

function rankOf({ key, starts }: PrefixEntry, words: readonly string[]): number | undefined {
  const whole = words.join("");
  const first = key.indexOf(whole);
  if (first === 0) return 0;
  if (first > 0 && starts.some((start) => key.startsWith(whole, start))) return 1;
  if (words.length === 1) return undefined;
  return words.every((word) => starts.some((start) => key.startsWith(word, start))) ? 2 : undefined;
}

/** How many characters from here on a list is kept for. */
function longestBeginning(text: string, at: number): number {
  return BEGINNINGS.findLast((length) => length <= text.length - at) ?? 1;
}

function byLength(a: readonly unknown[], b: readonly unknown[]): number {
  return a.length - b.length;
}

/** Better ones first. */
export function compare(a: PrefixMatch, b: PrefixMatch): number {
  return (
    a.rank - b.rank ||
    KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
    (a.entry.published < b.entry.published ? 1 : a.entry.published > b.entry.published ? -1 : 0) ||
    a.entry.key.length - b.entry.key.length ||
    (a.entry.text < b.entry.text ? -1 : 1)
  );
}

/** Letters and digits of a text without accents, and where words begin among them. */
export function lettersOf(text: string): { key: string; starts: readonly number[] } {
  let key = "";
  const starts: number[] = [];
  for (const [run] of text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    for (let at = 0; at < run.length; at++)
      if (starts.length < MOST_STARTS && (at === 0 || HAN.test(run.charAt(at)))) starts.push(key.length + at);
    key += run;
  }
  return { key, starts };
}
