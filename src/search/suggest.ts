/** Completion of titles, names, glossary terms and publishers while a person types, in any script. */
import type { Article, Publisher } from "../article.ts";
import type { Suggestion } from "./search.ts";
import { createTable } from "./table.ts";
import type { Suggester } from "./types.ts";

/** One thing that has several names: 上海精神, "Shanghai Spirit", «шанхайский дух», "shanghai jingshen". */
export interface Named {
  readonly kind: "name" | "term" | "source";
  /** Every way of writing it that is worth showing. */
  readonly forms: readonly string[];
  /** How its first form is pronounced, typed but not shown. */
  readonly pinyin?: string;
}

/** A publisher as something to complete: all of its names. */
export function namesOf({ names, aliases = [] }: Publisher): Named {
  const forms = [names.zh, names.en, names.ru, ...(names.pinyin ? [names.pinyin] : []), ...aliases];
  return { kind: "source", forms };
}

interface Entry extends Suggestion {
  /** Letters and digits only, so that spaces and marks need not be typed. */
  readonly key: string;
  /** Offsets in the key where a word, or any Han character, begins. */
  readonly starts: readonly number[];
  readonly published: string;
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

/**
 * @param named what is known besides the articles' titles
 * @param fold brings a text to one case, width and script, without touching its spaces
 * @param more names that are only read for the first suggestion
 */
export function createSuggester(
  named: readonly Named[],
  fold: (text: string) => string,
  more: () => readonly Named[] = () => [],
): Suggester {
  const terms = createShelf();
  const titles = createShelf();
  const slots = new Map<string, number>();
  /** Text shown → the keys of the other forms, to reach titles in another language. */
  const otherForms = new Map<string, readonly string[]>();
  const entry = (text: string, typed: string, rest: Omit<Entry, "text" | "key" | "starts">): Entry => ({
    text,
    ...lettersOf(fold(typed)),
    ...rest,
  });

  const know = ({ kind, forms, pinyin }: Named): void => {
    for (const form of forms) {
      // A publisher stays one, though the glossary names it too.
      if (otherForms.has(form)) continue;
      terms.add(entry(form, form, { kind, published: "" }));
      otherForms.set(
        form,
        forms.map((other) => lettersOf(fold(other)).key),
      );
    }
    if (pinyin && forms[0]) terms.add(entry(forms[0], pinyin, { kind, published: "" }));
  };
  named.forEach(know);
  let complete = false;

  const remove = (id: string) => {
    const slot = slots.get(id);
    if (slot !== undefined) titles.remove(slot);
    slots.delete(id);
  };
  return {
    put({ id, title, published }: Article) {
      remove(id);
      slots.set(id, titles.add(entry(title, title, { kind: "title", id, published: published ?? "" })));
    },
    remove,
    suggest(typed, limit) {
      const words = typed
        .split(/\s+/)
        .map((word) => lettersOf(fold(word)).key)
        .filter(Boolean);
      if (words.length === 0 || limit < 1) return [];
      if (!complete) more().forEach(know);
      complete = true;
      const known = terms.find(words);
      const direct = titles.find(words);
      const through = known
        .slice(0, direct.length < limit ? 3 : 0)
        .flatMap(({ entry }) => otherForms.get(entry.text) ?? [])
        .flatMap((key) => titles.find([key]))
        .map((found) => ({ ...found, rank: 3 }));
      const shown = [...direct, ...through.sort(compare)];
      const room = Math.max(Math.ceil(limit / 2), limit - shown.length);
      return unique([...unique(known).slice(0, room), ...unique(shown)]).slice(0, limit);
    },
  };
}

interface Found {
  readonly entry: Entry;
  /** 0 it starts so, 1 a word in it does, 2 its words do but apart, 3 it holds another name of the same thing. */
  readonly rank: number;
}

/** Entries by the first characters of each of their words. */
function createShelf() {
  const entries = new Map<number, Entry>();
  /** Most beginnings are of one entry, which then stands for its list. */
  const byBeginning = createTable<number | number[]>();
  let next = 0;

  const beginningsOf = ({ key, starts }: Entry) =>
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
    add(entry: Entry): number {
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
    find(words: readonly string[]): readonly Found[] {
      const found: Found[] = [];
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

function rankOf({ key, starts }: Entry, words: readonly string[]): number | undefined {
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

function compare(a: Found, b: Found): number {
  return (
    a.rank - b.rank ||
    KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind) ||
    (a.entry.published < b.entry.published ? 1 : a.entry.published > b.entry.published ? -1 : 0) ||
    a.entry.key.length - b.entry.key.length ||
    (a.entry.text < b.entry.text ? -1 : 1)
  );
}

function unique(found: readonly (Found | Suggestion)[]): readonly Suggestion[] {
  const seen = new Set<string>();
  const texts: Suggestion[] = [];
  for (const one of found) {
    const { text, kind, id } = "entry" in one ? one.entry : one;
    if (seen.has(text)) continue;
    seen.add(text);
    texts.push({ text, kind, ...(id !== undefined && { id }) });
  }
  return texts;
}

/** Letters and digits of a text without accents, and where words begin among them. */
function lettersOf(text: string): { key: string; starts: readonly number[] } {
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
