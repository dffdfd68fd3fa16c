/** Articles of a file that is one JSON document: a list of them, or an object that holds one list. */
import { BotError } from "../errors.ts";
import { UNREADABLE } from "../i18n/library.ts";
import { namedFields } from "./field-names.ts";

/** Lists lie no deeper than `{"data": {"result": {"list": […]}}}`. */
const DEEPEST = 3;

/** What a document holds: an article, or a list of them. */
export type JsonDocument = { readonly article: unknown } | { readonly list: readonly unknown[] };

/**
 * Reads a text that is one JSON document; null when it is none, as JSON Lines are, or a single one of them.
 * @throws BotError("bad-input") when it holds neither an article nor one list of articles
 */
export function readJsonDocument(text: string): JsonDocument | null {
  const document = parsed(text);
  if (document === undefined) return null;
  if (Array.isArray(document)) return { list: document };
  const record = recordOf(document);
  const list = record && !isWhole(record) ? listIn([record], DEEPEST) : null;
  if (list) return { list };
  // In one line, it is JSON Lines with one of them.
  if (!text.trim().includes("\n")) return null;
  if (isArticle(record)) return { article: document };
  throw new BotError("bad-input", UNREADABLE.noList);
}

/** Whether a text that is no JSON was meant to be one document: it opens one and does not end it in its first line. */
export function isBrokenDocument(text: string): boolean {
  return /^\s*(?:\[|\{\s*\n)/.test(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The one list of articles that lies least deep; of several, none is the one that was meant. */
function listIn(records: readonly Record<string, unknown>[], deepest: number): readonly unknown[] | null {
  const values = records.flatMap((record) => Object.values(record));
  const lists = values.filter((value): value is unknown[] => Array.isArray(value));
  const [first, second] = lists.filter((list) => list.some((one) => isArticle(recordOf(one))));
  if (second) throw new BotError("bad-input", UNREADABLE.severalLists);
  if (first) return first;
  const inner = values.map(recordOf).filter((one) => one !== null);
  const below = inner.length > 0 && deepest > 1 ? listIn(inner, deepest - 1) : null;
  // A list of objects that are no articles: each of them is refused with its reason.
  const others = lists.filter((list) => list.some((one) => recordOf(one)));
  return below ?? (others.length === 1 ? (others[0] ?? null) : null);
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function isArticle(record: Record<string, unknown> | null): boolean {
  if (!record) return false;
  const { title, body } = namedFields(record).fields;
  return typeof title === "string" || typeof body === "string";
}

/** A feed has a title, too, but no text of its own. */
function isWhole(record: Record<string, unknown>): boolean {
  return typeof namedFields(record).fields.body === "string";
}
