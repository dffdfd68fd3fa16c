/** Which of feedsmith's fields is our title, link, date and text, for RSS, RDF and Atom. */
import { parseAtomFeed, parseRdfFeed, parseRssFeed } from "feedsmith";
import type { RawFeed } from "./raw.ts";

export type Parsed = Omit<RawFeed, "problems">;

/** The format that a document's root element names; bare items are RSS. */
export function formatOf(document: string): "rss" | "atom" | "rdf" {
  const root = /<(?:[\w-]+:)?(rss|feed|rdf|entry)(?=[\s>])/i.exec(document)?.[1]?.toLowerCase();
  if (root === "rdf") return "rdf";
  return root === "feed" || root === "entry" ? "atom" : "rss";
}

/** @throws whatever feedsmith throws at markup that it cannot read */
export function parsedXml(document: string): Parsed {
  const format = formatOf(document);
  return format === "atom" ? fromAtom(document) : format === "rdf" ? fromRdf(document) : fromRss(document);
}

function fromRss(document: string): Parsed {
  const feed = parseRssFeed(document);
  return {
    format: "rss",
    title: feed.title ?? "",
    language: feed.language ?? feed.dc?.languages?.[0],
    base: feed.xml?.base,
    ttl: feed.ttl,
    skipHours: within(document, "skipHours").map(Number).filter(Number.isInteger),
    skipDays: within(document, "skipDays"),
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      title: item.title ?? item.dc?.titles?.[0] ?? item.atom?.title?.value,
      links: some(
        item.link,
        ...hrefs(item.atom?.links),
        item.guid?.isPermaLink === false ? undefined : addressIn(item.guid?.value),
      ),
      published:
        item.pubDate ??
        first(item.dc?.dates, item.dcterms?.issued, item.dcterms?.created) ??
        item.atom?.published,
      updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
      texts: some(
        item.content?.encoded,
        item.description,
        item.atom?.content?.value,
        item.atom?.summary?.value,
      ),
      base: item.xml?.base,
    })),
  };
}

function fromRdf(document: string): Parsed {
  const feed = parseRdfFeed(document);
  return {
    format: "rdf",
    title: feed.title ?? "",
    language: feed.dc?.languages?.[0],
    base: feed.xml?.base,
    items: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about,
      title: item.title ?? item.dc?.titles?.[0],
      links: some(item.link, addressIn(item.rdf?.about)),
      published: first(item.dc?.dates, item.dcterms?.issued, item.dcterms?.created),
      updated: item.dcterms?.modified?.[0],
      texts: some(item.content?.encoded, item.description, item.dc?.descriptions?.[0]),
      base: item.xml?.base,
    })),
  };
}

function fromAtom(document: string): Parsed {
  const feed = parseAtomFeed(document);
  return {
    format: "atom",
    title: feed.title?.value ?? "",
    language: feed.xml?.lang,
    base: feed.xml?.base,
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value,
      links: some(...hrefs(entry.links), entry.content?.src, addressIn(entry.id)),
      published: entry.published ?? first(entry.dc?.dates, entry.dcterms?.issued, entry.dcterms?.created),
      updated: entry.updated ?? entry.dcterms?.modified?.[0],
      texts: some(entry.content?.value, entry.summary?.value),
      base: entry.xml?.base,
    })),
  };
}

/** The texts inside a list of the channel; feedsmith gives none where there is only one. */
function within(document: string, list: string): string[] {
  const [, inner = ""] =
    new RegExp(`<${list}>([^]{0,2000}?)</${list}>`, "i").exec(document.slice(0, 20_000)) ?? [];
  return Array.from(inner.matchAll(/>([^<>]+)<\//g), ([, text = ""]) => text.trim());
}

type Link = { readonly href?: string; readonly rel?: string; readonly type?: string };

/** Addresses of Atom links that lead to the article, pages before other types. */
function hrefs(links: readonly Link[] | undefined): (string | undefined)[] {
  const alternate = (links ?? []).filter(({ rel }) => rel === undefined || rel === "" || rel === "alternate");
  const pages = alternate.filter(({ type }) => type === undefined || type.includes("html"));
  return [...pages, ...alternate].map(({ href }) => href);
}

function addressIn(id: string | undefined): string | undefined {
  return id !== undefined && /^\s*https?:\/\//i.test(id) ? id : undefined;
}

function first(...dates: (readonly string[] | undefined)[]): string | undefined {
  return dates.flatMap((each) => each ?? [])[0];
}

function some(...values: (string | undefined)[]): string[] {
  return values.filter((value): value is string => value !== undefined && value.trim() !== "");
}
