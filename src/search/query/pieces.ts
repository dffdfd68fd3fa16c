/** Cuts a typed query into words, phrases, filters and ORs; offsets are those of the text as typed. */

export type FilterName = "title" | "without" | "source" | "lang" | "after" | "before" | "on" | "sort";

/** Half-open range of UTF-16 offsets in the typed text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

export type QueryPiece = Range &
  (
    | { readonly kind: "word"; readonly text: string; readonly minus: boolean }
    | { readonly kind: "phrase"; readonly text: string; readonly minus: boolean; readonly open: boolean }
    | {
        readonly kind: "filter";
        readonly name: FilterName;
        /** Empty when there is nothing to read after the colon. */
        readonly value: string;
        readonly quoted: boolean;
        readonly minus: boolean;
      }
    | { readonly kind: "or" }
    | { readonly kind: "minus" }
  );

const NAMES = new Map<string, FilterName>();
for (const [name, words] of [
  ["title", "title 标题 標題 заголовок"],
  ["without", "without без 不含 除外"],
  ["source", "source 来源 來源 источник"],
  ["lang", "lang language 语言 語言 язык"],
  ["after", "after since после"],
  ["before", "before until до"],
  ["on", "on date дата"],
  ["sort", "sort 排序 сортировка"],
] as const)
  for (const word of words.split(" ")) NAMES.set(word, name);
const ORS: ReadonlySet<string> = new Set(["OR", "ИЛИ", "或"]);

const QUOTES = /[“”„‟＂«»「」『』]/g;
const SEPARATORS = /[（）()、；;]/;
/** What a word may not begin or end with; `$`, `#`, `%` and the like mean something. */
const LEADING = /^[^\p{L}\p{N}\p{Sc}\p{So}#@%+&\p{M}]+/u;
const TRAILING = /[^\p{L}\p{N}\p{Sc}\p{So}%+\p{M}]+$/u;

/** Same length as the text given, so that offsets hold. */
function plain(typed: string): string {
  return typed
    .replace(/[\p{Cc}\p{Cs}\p{Zs}\u2028\u2029\uFEFF]/gu, " ")
    .replace(/：/g, ":")
    .replace(/[－−]/g, "-")
    .replace(/，/g, ",")
    .replace(QUOTES, '"');
}

/** Cuts a query into pieces. Never throws, whatever the string. */
export function tokenize(typed: string): readonly QueryPiece[] {
  const text = plain(typed);
  const pieces: QueryPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const piece = pieceAt(text, at);
    if (piece.kind !== "word" || piece.text !== "") pieces.push(piece);
    at = piece.end;
  }
  return pieces;
}

function pieceAt(text: string, start: number): QueryPiece {
  const char = text.charAt(start);
  if (char === '"') return phraseAt(text, start, start, false);
  if (char === "-" && text.charAt(start + 1) === '"') return phraseAt(text, start, start + 1, true);
  if (isBreak(text, start)) return { kind: "word", text: "", minus: false, start, end: start + 1 };
  let end = start + 1;
  while (end < text.length && !isBreak(text, end) && text.charAt(end) !== '"') end++;
  return classify(text, start, end);
}

/** Spaces, brackets and commas part words; a comma inside a number does not, nor the space of "14,4 %". */
function isBreak(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === " ") return !/^\d [%％]/.test(text.slice(Math.max(0, at - 1), at + 2));
  if (char === ",") return !/^\d,\d/.test(text.slice(Math.max(0, at - 1), at + 2)) && !inList(text, at);
  return SEPARATORS.test(char);
}

/** A comma right after and right before a letter may list a filter's values: `lang:zh,en`. */
function inList(text: string, at: number): boolean {
  return /^[\p{L}\p{N}],[\p{L}\p{N}]/u.test(text.slice(Math.max(0, at - 1), at + 2));
}

function phraseAt(text: string, start: number, quote: number, minus: boolean): QueryPiece {
  const close = text.indexOf('"', quote + 1);
  const end = close < 0 ? text.length : close;
  return {
    kind: "phrase",
    text: tidyPhrase(text.slice(quote + 1, end)),
    minus,
    open: close < 0,
    start,
    end: close < 0 ? end : close + 1,
  };
}

/** A phrase keeps its marks, but not its margins or its doubled spaces; without a letter it is empty. */
function tidyPhrase(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text.trim().replace(/ +/g, " ") : "";
}

function classify(text: string, start: number, end: number): QueryPiece {
  const run = text.slice(start, end);
  const bare = run.replace(/^[^\p{L}\p{N}\p{Sc}\p{So}#@%+&\p{M}-]+/u, "");
  const minus = bare.startsWith("-");
  const word = bare.replace(LEADING, "");
  if (word === "")
    return minus ? { kind: "minus", start, end } : { kind: "word", text: "", minus, start, end };
  const colon = word.indexOf(":");
  const name = colon > 0 ? NAMES.get(word.slice(0, colon).normalize("NFKC").toLowerCase()) : undefined;
  if (name) return filterAt(text, start, end, name, word.slice(colon + 1), minus);
  const body = word.replace(TRAILING, "");
  if (!minus && ORS.has(body)) return { kind: "or", start, end };
  return { kind: "word", text: /[\p{L}\p{N}]/u.test(body) ? body : "", minus, start, end };
}

/** `name:value`, or `name:"a value"`. A value with nothing to read is left empty for the parser to judge. */
function filterAt(
  text: string,
  start: number,
  end: number,
  name: FilterName,
  written: string,
  minus: boolean,
): QueryPiece {
  if (written === "" && text.charAt(end) === '"') {
    const phrase = phraseAt(text, start, end, minus);
    const value = phrase.kind === "phrase" ? phrase.text : "";
    return { kind: "filter", name, value, quoted: true, minus, start, end: phrase.end };
  }
  return { kind: "filter", name, value: tidyWord(written), quoted: false, minus, start, end };
}

/** A word without the marks at its ends; empty when nothing is left to look for. */
function tidyWord(word: string): string {
  const tidy = word.replace(LEADING, "").replace(TRAILING, "");
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : "";
}
