/** JSON Feed by feedsmith; of broken JSON, the items that are whole. */
import { parseJsonFeed } from "feedsmith";
import { reasonOf } from "../errors.ts";
import { type Problem, problem } from "./problem.ts";
import type { RawFeed } from "./raw.ts";

/** Whether a text is meant to be JSON. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** Null when the JSON is no feed. Numbers as ids and a missing version are taken as they come. */
export function readJsonFeed(text: string): RawFeed | null {
  const problems: Problem[] = [];
  const document = parsed(text) ?? salvaged(text, problems);
  const items = Array.isArray(document) ? document : recordOf(document).items;
  if (!Array.isArray(items)) return null;
  const title = recordOf(document).title;
  const known = typeof title === "string" ? title : "";
  const read = items.map((item) => itemOf(item));
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

function itemOf(item: unknown): RawFeed["items"][number] | null {
  try {
    const feed = parseJsonFeed({ version: "https://jsonfeed.org/version/1.1", title: "-", items: [item] });
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
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}

function parsed(text: string): unknown {
  const repaired = text.replace(/[\u0000-\u001f]+/g, " ");
  for (const candidate of [
    text,
    repaired,
    repaired.replace(/,(?=\s*[}\]])/g, ""),
    repaired.replace(/[^}\]]*$/, ""),
  ]) {
    try {
      return JSON.parse(candidate);
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
  const items = objectsIn(text.slice(start.index + start[0].length)).map((piece) => parsed(piece) ?? null);
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
    if (token === "}" && --depth === 0) found.push(text.slice(from, index + 1));
    depth = Math.max(0, depth);
  }
  if (depth > 0) found.push(text.slice(from));
  return found;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
