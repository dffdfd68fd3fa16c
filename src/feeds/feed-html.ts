/** Web pages instead of feeds: the feeds they point to, and the articles that an index page lists. */
import { lineOfHtml, tidy } from "./plain.ts";
import { problem } from "./problem.ts";
import type { RawFeed, RawItem } from "./raw.ts";

/** Whether a text is a web page. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:!doctype html|html|head|body|title|a|div|p)[\s>]/i.test(text.slice(0, 20_000));
}

/** Addresses of the feeds that a page announces, absolute, best first. */
export function announcedFeeds(html: string, base: string): string[] {
  const links = [...html.slice(0, 500_000).matchAll(/<(?:link|a)\s[^<>]*>/gi)].map(([tag]) => tag);
  const announced = links.filter(
    (tag) =>
      /alternate/i.test(attribute(tag, "rel")) && /(?:rss|atom|rdf|feed\+json)/i.test(attribute(tag, "type")),
  );
  const guessed = links.filter((tag) =>
    /^[^?#]*(?:\/(?:rss|feed|atom)\/?|\.(?:rss|rdf|atom)|(?:rss|feed|atom|index)\.xml)$/i.test(
      attribute(tag, "href"),
    ),
  );
  const comments = (tag: string) =>
    /comment|评论|коммент/i.test(attribute(tag, "title") + attribute(tag, "href")) ? 1 : 0;
  const best = announced.toSorted((a, b) => comments(a) - comments(b));
  return [...new Set([...best, ...guessed].flatMap((tag) => absolute(attribute(tag, "href"), base) ?? []))];
}

/**
 * Reads the links of an index page as items. Without a pattern, the largest group of links of one shape
 * (`/n1/N/N/cN-N.html`) with article-like texts is taken.
 * @param pattern what an article's address looks like: `*` stands for anything
 * @returns null when the page lists no articles
 */
export function readIndexPage(html: string, base: string, pattern?: string): RawFeed | null {
  const all = anchors(html, documentBase(html, base));
  const wanted = pattern === undefined ? null : wildcard(pattern);
  const chosen = wanted ? all.filter(({ url }) => wanted.test(url)) : commonest(all, base);
  const byUrl = new Map<string, RawItem>();
  for (const { url, text, after } of chosen) {
    const known = byUrl.get(url);
    if (known && (known.title ?? "").length >= text.length) continue;
    byUrl.set(url, { id: url, title: text, links: [url], published: dateNear(url, after), texts: [] });
  }
  const items = [...byUrl.values()].filter(({ title }) => title !== "");
  if (items.length === 0) return null;
  return {
    format: "html",
    title: /<title[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? "",
    language: /<html[^>]+lang\s*=\s*["']?([\w-]+)/i.exec(html)?.[1],
    items,
    problems: [problem("index", null, pattern ?? shapeOf(chosen[0]?.url ?? ""))],
  };
}

/** An index page lists some hundred. */
const MOST_LINKS = 10_000;

interface Anchor {
  readonly url: string;
  readonly text: string;
  /** What stands behind the link on the page; often its date. */
  readonly after: string;
}

function anchors(html: string, base: string): Anchor[] {
  const found: Anchor[] = [];
  for (const match of html.matchAll(/<a\s([^<>]*)>([\s\S]{0,2000}?)<\/a\s*>/gi)) {
    if (found.length === MOST_LINKS) break;
    const url = absolute(attribute(`<a ${match[1]}>`, "href"), base);
    if (!url) continue;
    const text = lineOfHtml(match[2] ?? "") || tidy(attribute(`<a ${match[1]}>`, "title")).trim();
    const end = match.index + match[0].length;
    found.push({ url, text, after: lineOfHtml(html.slice(end, end + 200).split(/<a\s/i)[0] ?? "") });
  }
  return found;
}

/** At least three links, whose texts are long enough to be headlines. */
function commonest(all: readonly Anchor[], base: string): Anchor[] {
  const site = siteOf(base);
  const groups = new Map<string, Anchor[]>();
  for (const anchor of all) {
    if (siteOf(anchor.url) !== site || !isHeadline(anchor.text)) continue;
    const shape = shapeOf(anchor.url);
    const group = groups.get(shape);
    if (group) group.push(anchor);
    else groups.set(shape, [anchor]);
  }
  const distinct = (group: readonly Anchor[]) => new Set(group.map(({ url }) => url)).size;
  const [largest] = [...groups.values()].sort((a, b) => distinct(b) - distinct(a));
  return largest && distinct(largest) >= 3 ? largest : [];
}

function isHeadline(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 6 || (han === 0 && text.length >= 15 && /\S\s+\S/.test(text));
}

/** `https://news.example/n1/2026/0317/c1002-40.html` → `/n1/N/N/cN-N.html`; words of a slug count as one. */
function shapeOf(url: string): string {
  const { pathname } = new URL(url);
  const parts = pathname
    .split("/")
    .map((part) => (/^[^.]*-[^.]*-/.test(part) ? "*" : part.replace(/\d+/g, "N")));
  return parts.join("/");
}

/** A day in the address (/2026/0317/, /2026-03-17/, /20260317/), or one beside the link. */
function dateNear(url: string, after: string): string | undefined {
  const inUrl = /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-])/.exec(
    new URL(url).pathname,
  );
  const beside = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?/.exec(
    after,
  )?.[0];
  return beside ?? (inUrl ? `${inUrl[1]}-${inUrl[2]}-${inUrl[3]}` : undefined);
}

function wildcard(pattern: string): RegExp {
  return new RegExp(
    pattern
      .split("*")
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*"),
    "i",
  );
}

function documentBase(html: string, base: string): string {
  const written = /<base\s[^<>]*>/i.exec(html)?.[0] ?? "";
  return absolute(attribute(written, "href"), base) ?? base;
}

function absolute(href: string, base: string): string | undefined {
  if (href === "" || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function siteOf(url: string): string {
  return new URL(url).hostname.split(".").slice(-2).join(".");
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim().replaceAll("&amp;", "&");
}
