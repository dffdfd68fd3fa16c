/** Web pages instead of feeds: the feeds they point to, and the articles that an index page lists. */
import { dateIn, dayInAddress, hourIn } from "./date-find.ts";
import { type Anchor, readLinks } from "./links.ts";
import { problem } from "./problem.ts";
import type { RawFeed, RawItem } from "./raw.ts";
import { isOneSite } from "./site.ts";

/** Whether a text is a web page. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:!doctype html|html|head|body|title|a|div|p)[\s>]/i.test(text.slice(0, 20_000));
}

/** A page with more is read up to here; its links to feeds stand at its beginning. */
const HEAD = 500_000;

/** Addresses of the feeds that a page announces, absolute, best first. */
export function announcedFeeds(html: string, base: string): string[] {
  const { pointers } = readLinks(html.slice(0, HEAD), base);
  const announced = pointers.filter(
    ({ rel, type }) => /alternate/i.test(rel) && /(?:rss|atom|rdf|feed\+json)/i.test(type),
  );
  const guessed = pointers.filter(({ href }) =>
    /^[^?#]*(?:\/(?:rss|feed|atom)\/?|\.(?:rss|rdf|atom)|(?:rss|feed|atom|index)\.xml)$/i.test(href),
  );
  const ofComments = ({ title, href }: { title: string; href: string }) =>
    /comment|评论|коммент/i.test(title + href) ? 1 : 0;
  const best = announced.toSorted((a, b) => ofComments(a) - ofComments(b));
  return [...new Set([...best, ...guessed].map(({ href }) => href))];
}

/**
 * Reads the links of an index page as items. Without a pattern, the largest group of links of one shape
 * (`/n1/N/N/cN-N.html`) with article-like texts is taken.
 * @param pattern what an article's address looks like: `*` stands for anything
 * @returns null when the page lists no articles
 */
export function readIndexPage(html: string, base: string, pattern?: string): RawFeed | null {
  const { anchors, title, language } = readLinks(html, base);
  const wanted = pattern === undefined ? null : wildcard(pattern);
  const chosen = wanted ? anchors.filter(({ url }) => wanted.test(url)) : commonest(anchors, base);
  const urls = new Set(chosen.map(({ url }) => url));
  const dated = datesOf(chosen, urls);
  const byUrl = new Map<string, RawItem>();
  for (const { url, text } of chosen) {
    const known = byUrl.get(url);
    if (known && (known.title ?? "").length >= text.length) continue;
    byUrl.set(url, { id: url, title: escaped(text), links: [url], published: dated.get(url), texts: [] });
  }
  const items = [...byUrl.values()].filter(({ title: named }) => named !== "");
  if (items.length === 0) return null;
  return {
    format: "html",
    title,
    language,
    items,
    problems: [problem("index", null, pattern ?? shapeOf(chosen[0]?.url ?? ""))],
  };
}

/** A day beside the link, or else the one in its address. */
function datesOf(chosen: readonly Anchor[], urls: ReadonlySet<string>): Map<string, string | undefined> {
  const dates = new Map<string, string | undefined>();
  // Where one column of dates stands before the links, what follows a link is the next one's date.
  const precede = datePlaces(chosen).before > datePlaces(chosen).after;
  for (const anchor of chosen) {
    const texts = anchor.beside((other) => urls.has(other));
    const [before = "", after = ""] = [texts.at(-1), texts.at(-2)];
    const around = [...texts.slice(0, -2), ...(precede ? [before] : [after])];
    const hour =
      anchor.day === undefined ? undefined : around.map(hourIn).find((found) => found !== undefined);
    const beside =
      around.map((text) => dateIn(text)).find((date) => date !== undefined) ??
      (hour && `${anchor.day?.trim()} ${hour}`);
    dates.set(anchor.url, dates.get(anchor.url) ?? beside);
  }
  for (const url of urls) dates.set(url, dates.get(url) ?? dayInAddress(url));
  return dates;
}

function datePlaces(chosen: readonly Anchor[]): { before: number; after: number } {
  const texts = chosen.map((anchor) => anchor.beside(() => true));
  const first = dateIn(texts[0]?.at(-1) ?? "");
  const last = dateIn(texts.at(-1)?.at(-2) ?? "");
  return { before: first === undefined ? 0 : 1, after: last === undefined ? 0 : 1 };
}

/** At least three links, whose texts are long enough to be headlines. */
function commonest(all: readonly Anchor[], base: string): Anchor[] {
  const groups = new Map<string, Anchor[]>();
  for (const anchor of all) {
    if (!isOneSite(anchor.url, base) || !isHeadline(anchor.text)) continue;
    const shape = shapeOf(anchor.url);
    const group = groups.get(shape);
    if (group) group.push(anchor);
    else groups.set(shape, [anchor]);
  }
  const distinct = (group: readonly Anchor[]) => new Set(group.map(({ url }) => url)).size;
  // News has dates, a menu has none: of two groups of about one size that tells which is which.
  const worth = (group: readonly Anchor[]) => {
    const urls = new Set(group.map(({ url }) => url));
    const dated = [...datesOf(group.slice(0, TRIED), urls).values()].filter((date) => date !== undefined);
    return urls.size * (dated.length * 2 >= Math.min(urls.size, TRIED) ? 2 : 1);
  };
  const large = [...groups.values()].filter((group) => distinct(group) >= 3);
  const [best] = large.map((group) => ({ group, worth: worth(group) })).sort((a, b) => b.worth - a.worth);
  return best?.group ?? [];
}

/** Links of a group that are looked at for dates. */
const TRIED = 50;

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

function wildcard(pattern: string): RegExp {
  return new RegExp(
    pattern
      .split("*")
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*"),
    "i",
  );
}

/** Text as the markup that it will be read as. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
