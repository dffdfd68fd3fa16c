/** JSON and JSONP that are no feed, read by a mapping that says where the items and their parts are. */
import { escaped, parsed } from "./feed-json.ts";
import { problem } from "./problem.ts";
import { MOST_ITEMS, type RawFeed, type RawItem } from "./raw.ts";
import type { Mapping } from "./spec.ts";

/** JSONP's JSON: `callback({…});` → `{…}`. */
export function withoutCallback(text: string): string {
  const call = /^\s*(?:\/\*.{0,20}\*\/\s*)?[\w$.]{1,100}\s*\(/.exec(text);
  if (!call) return text;
  const end = text.lastIndexOf(")");
  return text.slice(call[0].length, end < call[0].length ? undefined : end);
}

/** Null when there is no list where the mapping says. @param base what relative addresses are relative to */
export function readMappedJson(text: string, mapping: Mapping, base: string): RawFeed | null {
  const items = at(parsed(withoutCallback(text)), mapping.items);
  if (!Array.isArray(items)) return null;
  const read = items.slice(0, MOST_ITEMS).map((item) => itemOf(item, mapping, base));
  return {
    format: "json",
    title: "",
    items: read.filter((item) => item !== null),
    problems: read.flatMap((item, n) => (item ? [] : [problem("unreadable", `#${n + 1}`)])),
  };
}

/** Some lists give a headline with its link, or with entities, as their pages have it. */
const MARKUP =
  /<\/(?:a|b|i|u|em|strong|span|font|p)\s*>|<br\s*\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d?);/i;

function itemOf(item: unknown, mapping: Mapping, base: string): RawItem | null {
  const value = (path: string | undefined) => (path === undefined ? undefined : textAt(item, path));
  const title = value(mapping.title);
  if (title === undefined) return null;
  const address = value(mapping.url);
  const url = address !== undefined && URL.canParse(address, base) ? new URL(address, base).href : undefined;
  return {
    id: value(mapping.id) ?? url,
    title: MARKUP.test(title) ? title : escaped(title),
    links: url === undefined ? [] : [url],
    published: value(mapping.date),
    texts: [value(mapping.text)].filter((each) => each !== undefined),
  };
}

/** What stands at a path, or an address in which `{field}` is filled in; numbers are written out. */
function textAt(item: unknown, path: string): string | undefined {
  if (/\{[^{}]+\}/.test(path)) {
    let whole = true;
    const filled = path.replace(/\{([^{}]{1,100})\}/g, (_, field: string) => {
      const found = plain(at(item, field));
      whole &&= found !== undefined;
      return encodeURIComponent(found ?? "");
    });
    return whole ? filled : undefined;
  }
  return plain(at(item, path));
}

function plain(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

/** Follows `$.data.list`, `data.list`, `items[0].name`; undefined where the way ends. */
function at(value: unknown, path: string): unknown {
  const steps = path
    .replace(/^\$\.?/, "")
    .split(/[.[\]]+/)
    .filter(Boolean)
    .slice(0, 20);
  return steps.reduce<unknown>((inner, step) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, step)) return undefined;
    return Object.entries(inner).find(([name]) => name === step)?.[1];
  }, value);
}
