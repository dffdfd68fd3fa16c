/** Reads the filters of a query: title, source, lang, after, before, on, sort. */
import type { Language } from "../../article.ts";
import { readDate, writeDate } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { type QueryPiece, tokenize } from "./pieces.ts";
import { printTerm, quoted } from "./print.ts";
import type { SourceNames, Term } from "./query.ts";

/** The query being read, and which names `source:` may take. */
interface Scene {
  readonly draft: Draft;
  readonly text: string;
  readonly pieces: readonly QueryPiece[];
  readonly names: SourceNames | undefined;
}

type Filter = QueryPiece & { readonly kind: "filter" };

/** A filter with its value; `part` is how the person wrote both. */
interface Given {
  readonly filter: Filter;
  readonly value: string;
  readonly inQuotes: boolean;
  readonly part: string;
}

/** A publisher's name has at most this many words when it stands without quotes, and a date so many. */
const NAME_WORDS = 6;
const DATE_WORDS = 3;

const LANGUAGES: readonly (readonly [Language, RegExp])[] = [
  ["zh", /^(?:zh(?:-.*)?|cn|chinese|中文|汉语|漢語|кит(?:айский)?)$/],
  ["en", /^(?:en(?:-.*)?|english|英文|英语|英語|англ(?:ийский)?)$/],
  ["ru", /^(?:ru(?:-.*)?|russian|俄文|俄语|俄語|рус(?:ский)?)$/],
];
const SORTS: readonly (readonly ["new" | "best", RegExp])[] = [
  ["new", /^(?:new|newest|date|latest|最新|时间|новые|дата)$/],
  ["best", /^(?:best|relevance|相关|相关性|лучшие)$/],
];

/** Reads one filter, which may take pieces after it (from index `next`) as its value; answers where to go on. */
export function readFilter(scene: Scene, filter: Filter, next: number): number {
  const { draft, pieces, text } = scene;
  const borrowed = borrow(filter, pieces, next);
  const value = [filter.value, ...borrowed.map((piece) => piece.text)].join(" ").trim();
  const part = text.slice(filter.start, (borrowed.at(-1) ?? filter).end);
  const after = next + borrowed.length;
  const given = {
    filter,
    value,
    inQuotes: borrowed[0] ? borrowed[0].kind === "phrase" : filter.quoted,
    part,
  };
  if (value === "") draft.broken("empty-filter", part);
  else if (filter.name === "without") {
    if (filter.minus) draft.broken("not-excludable", part);
    else draft.place({ kind: "words", text: value, about: true }, true);
  } else if (filter.name === "title") {
    const kind = given.inQuotes ? "phrase" : "words";
    draft.place({ kind, text: value, title: true }, filter.minus);
  } else {
    draft.filter();
    if (filter.name === "source") return readSources(scene, given, after);
    if (filter.name === "lang") readLanguages(draft, given);
    else if (filter.name === "sort") readSort(draft, given);
    else readDateFilter(draft, given, filter.name);
  }
  return after;
}

type Value = QueryPiece & { readonly kind: "word" | "phrase" };

/** The pieces from `next` on that belong to the value: after `name:` and a space, or `on:` and a month's `2026`. */
function borrow(filter: Filter, pieces: readonly QueryPiece[], next: number): readonly Value[] {
  if (filter.quoted) return [];
  const follower = pieces[next];
  if (filter.value === "" && follower && canBeValue(filter, follower)) return [follower];
  const isDate = filter.name === "after" || filter.name === "before" || filter.name === "on";
  if (!isDate || readDate(filter.value)) return [];
  const own = filter.value === "" ? [] : [filter.value];
  const run = wordsFrom(pieces, next).slice(0, DATE_WORDS - own.length);
  const text = (words: number) => [...own, ...run.slice(0, words).map((piece) => piece.text)].join(" ");
  const words = run.findIndex((_, at) => readDate(text(at + 1)) !== null) + 1;
  return run.slice(0, words);
}

/** Whether the piece after `name:` and a space can be its value. */
function canBeValue({ name }: Filter, piece: QueryPiece): piece is Value {
  if ((piece.kind !== "word" && piece.kind !== "phrase") || piece.minus || piece.text === "") return false;
  if (name === "lang") return find(LANGUAGES, piece.text) !== undefined;
  if (name === "sort") return find(SORTS, piece.text) !== undefined;
  return name === "title" || name === "source" || name === "without" || readDate(piece.text) !== null;
}

function readSources({ draft, pieces, names }: Scene, given: Given, next: number): number {
  const { filter, inQuotes, part } = given;
  const list = filter.minus ? draft.query.notSources : draft.query.sources;
  const values = inQuotes ? [given.value] : given.value.split(",").filter(Boolean);
  let at = next;
  for (const [i, value] of values.entries()) {
    const isLast = i === values.length - 1;
    const run = isLast && !inQuotes ? wordsFrom(pieces, at).map((piece) => piece.text) : [];
    const name = longestName(value, run, names);
    const near = name ? undefined : names?.nearest(value);
    const term: Term = { kind: isWord(value) ? "words" : "phrase", text: value };
    if (name) at += name.words;
    else {
      const readAs = `${filter.minus ? "-" : ""}${near ? `source:${quoted(near)}` : printTerm(term)}`;
      draft.broken("unknown-source", values.length > 1 ? `source:${value}` : part, readAs);
    }
    const known = name?.text ?? near;
    if (!known) draft.place(term, filter.minus);
    else if (!list.includes(known)) list.push(known);
  }
  return at;
}

/** Whether a text would read as one plain word; others stand in quotes. */
function isWord(text: string): boolean {
  const [piece, ...more] = tokenize(text);
  return piece?.kind === "word" && !piece.minus && piece.text === text && more.length === 0;
}

/** The plain words that stand from here on and could belong to an unquoted name or date. */
function wordsFrom(pieces: readonly QueryPiece[], from: number): readonly Value[] {
  const words: Value[] = [];
  for (const piece of pieces.slice(from, from + NAME_WORDS - 1)) {
    if (piece.kind !== "word" || piece.minus) break;
    words.push(piece);
  }
  return words;
}

/** The longest known name that starts with this word and goes on with these. */
function longestName(first: string, run: readonly string[], names: SourceNames | undefined) {
  if (!names) return { text: first, words: 0 };
  for (let words = run.length; words >= 0; words--) {
    const text = [first, ...run.slice(0, words)].join(" ");
    if (names.knows(text)) return { text, words };
  }
  return undefined;
}

function readLanguages(draft: Draft, { filter, value, part }: Given) {
  const list = filter.minus ? draft.query.notLanguages : draft.query.languages;
  for (const written of value.split(",")) {
    const language = find(LANGUAGES, written);
    if (!language) draft.broken("bad-language", part);
    else if (!list.includes(language)) list.push(language);
  }
}

function readSort({ query, broken }: Draft, { filter, value, part }: Given) {
  const sort = find(SORTS, value);
  if (!sort || filter.minus) return broken(sort ? "not-excludable" : "bad-sort", part);
  if (query.sort && query.sort !== sort) broken("repeated", `sort:${query.sort}`, `sort:${sort}`);
  query.sort = sort;
}

/** Without a date (`-after:` is `before:`, and the other way round) or with one that the calendar lacks, says so. */
function readDateFilter({ query, broken }: Draft, given: Given, name: "after" | "before" | "on") {
  const { filter, value, part } = given;
  const read = readDate(value);
  if (!read) return broken("bad-date", part);
  if (filter.minus && name === "on") return broken("not-excludable", part);
  const side = !filter.minus ? name : name === "after" ? "before" : "after";
  const readAs = `${side}:${writeDate(read.when)}`;
  const earlier = query[side] && `${side}:${writeDate(query[side])}`;
  if (earlier && earlier !== readAs) broken("repeated", earlier, readAs);
  if (read.impossible) broken("bad-date", part, readAs);
  else if (filter.minus) broken("not-excludable", part, readAs);
  query[side] = read.when;
}

function find<T>(table: readonly (readonly [T, RegExp])[], value: string): T | undefined {
  const plain = value.normalize("NFKC").toLowerCase();
  return table.find(([, names]) => names.test(plain))?.[0];
}
