/** JSON Feed by feedsmith; of broken JSON, the items that are whole. */
import { parseJsonFeed } from "feedsmith";
import { reasonOf } from "../errors.ts";
import { type Problem, problem } from "./problem.ts";
import { MOST_ITEMS, type RawFeed } from "./raw.ts";

/** Whether a text is meant to be JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:[\w$.]{1,100}\(\s*)?[{[]/.test(text);
}

/** A single item longer than this is none. */
const LONGEST_ITEM = 1024 * 1024;

/**
 * Null when the JSON is no feed. Numbers as ids and a missing version are taken as they come.
 * @param dense the text is made to exhaust a parser: it is read item by item
 */
export function readJsonFeed(text: string, dense = false): RawFeed | null {
  const problems: Problem[] = [];
  const document = (dense ? undefined : parsed(text)) ?? salvaged(text, problems);
  const items = Array.isArray(document) ? document : recordOf(document).items;
  if (!Array.isArray(items)) return null;
  if (items.length > MOST_ITEMS) problems.push(problem("tooMany", null, String(MOST_ITEMS)));
  const title = recordOf(document).title;
  const known = typeof title === "string" ? title : "";
  const read = items.slice(0, MOST_ITEMS).map((item) => itemOf(item));
  for (const [at, item] of read.entries()) if (!item) problems.push(problem("unreadable", `#${at + 1}`));
  const language = recordOf(document).language;
  return {
    format: "json",
    title: known,
    language: typeof language === "string" ? language : undefined,
    items: read.filter((item) => item !== null),
    problems,
  };
}

/** What is read of an item; others may be long lists, and are left alone. */
const FIELDS = [
  "id",
  "title",
  "url",
  "external_url",
  "content_html",
  "content_text",
  "summary",
  "date_published",
  "date_modified",
];

function itemOf(item: unknown): RawFeed["items"][number] | null {
  try {
    const all = recordOf(item);
    const known = Object.fromEntries(FIELDS.map((field) => [field, all[field]]));
    const feed = parseJsonFeed({ version: "https://jsonfeed.org/version/1.1", title: "-", items: [known] });
    const read = feed.items?.[0];
    if (!read) return null;
    const text = read.content_text === undefined ? undefined : escaped(read.content_text);
    return {
      id: read.id,
      title: read.title === undefined ? undefined : escaped(read.title),
      links: [read.url, read.external_url].filter((url) => url !== undefined),
      published: read.date_published,
      updated: read.date_modified,
      texts: [read.content_html, text, read.summary].filter((value) => value !== undefined),
    };
  } catch (thrown) {
    // feedsmith names what it could not read; the item is reported by its place.
    return reasonOf(thrown) ? null : null;
  }
}

/** Titles and content_text are plain: what looks like markup in them is text. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}

/** Mended step by step: control characters, commas before an end, words behind the end. */
const MENDING: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[\u0000-\u001f]+/g, " "),
  (text) => text.replace(/,(?=\s*[}\]])/g, ""),
  (text) => text.slice(0, Math.max(text.lastIndexOf("}"), text.lastIndexOf("]")) + 1),
];

/** JSON with its small faults mended; undefined where it cannot be read. */
export function parsed(text: string): unknown {
  let mended = text;
  for (const mend of MENDING) {
    try {
      mended = mend(mended);
      return JSON.parse(mended);
    } catch {}
  }
  return undefined;
}

/** Of JSON that breaks off or has faults: the objects of its `items` that can be read one by one. */
function salvaged(text: string, problems: Problem[]): unknown {
  const start = /"items"\s*:\s*\[/.exec(text);
  if (!start) return undefined;
  problems.push(problem("broken"));
  const title = /"title"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text.slice(0, start.index))?.[1];
  const items = objectsIn(text.slice(start.index + start[0].length)).map((piece) =>
    piece.length > LONGEST_ITEM ? null : (parsed(piece) ?? null),
  );
  return { title: title ? parsed(title) : "", items };
}

/** The texts of the objects of an array, by counting braces outside strings. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { index, 0: token } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}\]]/g)) {
    if (token === "]" && depth === 0) break;
    if (token === "{" && depth++ === 0) from = index;
    if (token === "}" && --depth === 0 && found.push(text.slice(from, index + 1)) > MOST_ITEMS) return found;
    depth = Math.max(0, depth);
  }
  if (depth > 0) found.push(text.slice(from));
  return found;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
