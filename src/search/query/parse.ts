/** Reads a typed query. Whatever is broken is read as well as it can be, and said. */

import { bounded, distinct, LONGEST_QUERY, MOST_WORDS } from "./bounds.ts";
import { type Broken, createDraft, type Draft } from "./draft.ts";
import { separate } from "./exclusions.ts";
import { readFilter } from "./filters.ts";
import { type QueryPiece, tokenize } from "./pieces.ts";
import { printTerm } from "./print.ts";
import type { Query, SourceNames, Term } from "./query.ts";

/** How the query was read, and what had to be guessed for it. */
export interface ParsedQuery {
  readonly query: Query;
  readonly remarks: readonly Broken[];
}

/**
 * Parses a query. Never throws, whatever the string. Without `names`, `source:` takes one word or a quoted
 * name and believes it.
 * @param literally words are looked for even where they say what is left out
 */
export function parseQuery(typed: string, names?: SourceNames, literally = false): ParsedQuery {
  const whole = typed.slice(0, LONGEST_QUERY);
  const { text, without } = literally ? { text: whole, without: [] } : separate(whole);
  const pieces = tokenize(text);
  const draft = createDraft();
  for (let at = 0; at < pieces.length; ) at = readPiece(draft, text, pieces, at, names);
  for (const one of without)
    if (names?.knows(one)) draft.query.notSources.push(one);
    else draft.place({ kind: "words", text: one, about: true }, true);
  draft.dropOr();
  const { query, remarks } = draft;
  if (isEmpty(query) && remarks.length === 0 && typed.trim() !== "")
    draft.broken("no-words", typed.trim().slice(0, 40));
  // What stood between two runs may have been said before.
  const clauses = mergeRuns(distinct(mergeRuns(query.clauses)));
  const { query: within, beyond } = bounded({ ...query, clauses });
  if (beyond !== undefined) draft.broken("too-many-words", beyond.slice(0, 40), String(MOST_WORDS));
  else if (typed.length > LONGEST_QUERY)
    draft.broken("too-long", typed.slice(LONGEST_QUERY, LONGEST_QUERY + 40), String(LONGEST_QUERY));
  return { query: within, remarks };
}

/** Whether there is nothing to look for, to filter by or to sort. */
export function isEmpty(query: Query): boolean {
  const { clauses, mustNot, sources, notSources, languages, notLanguages, after, before, on, sort } = query;
  const lists = [clauses, mustNot, sources, notSources, languages, notLanguages];
  return lists.every((list) => list.length === 0) && !after && !before && !on && !sort;
}

/** Guillemets around one word are how Russian writes a name (операция «Паутина»), which has translations. */
const NAMED = /^-?«\s*[\p{L}\p{N}-]+\s*»$/u;

/** Reads the piece at an index, and those it takes with it; answers the index to go on from. */
function readPiece(
  draft: Draft,
  text: string,
  pieces: readonly QueryPiece[],
  at: number,
  names: SourceNames | undefined,
): number {
  const piece = pieces[at];
  if (!piece) return pieces.length;
  const written = text.slice(piece.start, piece.end);
  if (piece.kind === "filter") return readFilter({ draft, text, pieces, names }, piece, at + 1);
  if (piece.kind === "or") draft.or(written);
  else if (piece.kind === "minus") draft.broken("lone-minus", written);
  else if (piece.kind === "word") draft.place({ kind: "words", text: piece.text }, piece.minus);
  else if (piece.text === "") draft.broken("empty-phrase", written);
  else if (NAMED.test(written)) draft.place({ kind: "words", text: piece.text }, piece.minus);
  else {
    const term: Term = { kind: "phrase", text: piece.text };
    draft.place(term, piece.minus);
    if (piece.open) draft.broken("open-quote", written, `${piece.minus ? "-" : ""}${printTerm(term)}`);
  }
  return at + 1;
}

/** Plain words that follow each other become one run, so that they are analysed together. */
function mergeRuns(clauses: readonly (readonly Term[])[]): readonly (readonly Term[])[] {
  const merged: (readonly Term[])[] = [];
  for (const entry of clauses) {
    const run = plainRun(merged.at(-1));
    const word = plainRun(entry);
    if (run && word) merged[merged.length - 1] = [{ kind: "words", text: `${run} ${word}` }];
    else merged.push(entry);
  }
  return merged;
}

function plainRun(entry: readonly Term[] | undefined): string | undefined {
  const [term] = entry ?? [];
  return entry?.length === 1 && term?.kind === "words" && !term.title ? term.text : undefined;
}
