/** Which command an address of the page asks for, and at which address the answer of a command line stands. */
import type { Command } from "../../src/command.ts";
import { parseLine, type Values } from "../../src/inbox/parse.ts";

/** A command with its filled-in options, as a platform hands it to the bot. */
export interface Ask {
  readonly command: string;
  readonly values: Values;
}

/** What of the reader's own choice goes on from page to page. */
export interface Choice {
  readonly lang?: string | undefined;
  readonly zone?: string | undefined;
}

/** Pages whose last part is what the command is about: `/a/k7f2m`, `/d/2025-05-26`. */
const PAGES: Readonly<Record<string, { readonly command: string; readonly option: string }>> = {
  a: { command: "read", option: "id" },
  s: { command: "story", option: "story" },
  d: { command: "digest", option: "day" },
  b: { command: "brief", option: "period" },
};
/** Longest part of an address that is looked at, in UTF-16 units after decoding. */
const LONGEST = 200;
/** Articles on one page: a browser has more room than a chat. */
const LISTED = 10;

/** The command that a path asks for; null where there is no such page. */
export function askOf(path: string, query: URLSearchParams): Ask | null {
  const page = Math.min(Math.max(Math.trunc(Number(query.get("page") ?? 1)) || 1, 1), 10_000);
  if (path === "/") return { command: "search", values: { query: "sort:new", page, limit: LISTED } };
  if (path === "/search")
    return { command: "search", values: { query: query.get("q") ?? "", page, limit: LISTED } };
  const [, kind = "", last = ""] = /^\/([a-z])\/([^/]+)$/.exec(path) ?? [];
  const known = PAGES[kind];
  const about = decoded(last);
  // What is pasted in chat may be looked at elsewhere; a visitor's address makes the bot fetch nothing.
  if (!known || about === null || about.includes("://")) return null;
  return { command: known.command, values: { [known.option]: about, ...(page > 1 && { page }) } };
}

/** The address of what a button's line would show; null for a line that has no page, such as one that changes something. */
export function addressOf(line: string, commands: readonly Command[], choice: Choice = {}): string | null {
  const read = parsed(line, commands);
  if (!read) return null;
  const { command, values } = read;
  const text = (name: string) => String(values[name] ?? "");
  const page = typeof values.page === "number" && values.page > 1 ? { page: String(values.page) } : {};
  if (command.name === "search") {
    if (text("query") === "sort:new") return withQuery("/", { ...page, ...choice });
    return withQuery("/search", { q: text("query"), ...page, ...choice });
  }
  const [kind, known] = Object.entries(PAGES).find(([, one]) => one.command === command.name) ?? [];
  const about = known ? text(known.option) : "";
  return kind && about !== ""
    ? withQuery(`/${kind}/${encodeURIComponent(about)}`, { ...page, ...choice })
    : null;
}

export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

function parsed(line: string, commands: readonly Command[]) {
  try {
    return parseLine(line, commands);
  } catch {
    return null;
  }
}

function decoded(part: string): string | null {
  if (part.length > LONGEST * 9) return null;
  try {
    const text = decodeURIComponent(part);
    return text.length <= LONGEST ? text : null;
  } catch {
    return null;
  }
}
