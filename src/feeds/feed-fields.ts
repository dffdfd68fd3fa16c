/** Which of feedsmith's fields is our title, link, date and text, for RSS, RDF and Atom. */
import { parseAtomFeed, parseRdfFeed, parseRssFeed } from "feedsmith";
import type { FeedFormat, RawFeed } from "./raw.ts";

export type ParsedFeed = Pick<RawFeed, "title" | "items">;

/** @throws whatever feedsmith throws at markup that it cannot read */
export function parsedXml(document: string, format: FeedFormat): ParsedFeed {
  return format === "atom" ? fromAtom(document) : format === "rdf" ? fromRdf(document) : fromRss(document);
}

function fromRss(document: string): ParsedFeed {
  const feed = parseRssFeed(document);
  return {
    title: feed.title ?? "",
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
    })),
  };
}

function fromRdf(document: string): ParsedFeed {
  const feed = parseRdfFeed(document);
  return {
    title: feed.title ?? "",
    items: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about,
      title: item.title ?? item.dc?.titles?.[0],
      links: some(item.link, addressIn(item.rdf?.about)),
      published: first(item.dc?.dates, item.dcterms?.issued, item.dcterms?.created),
      updated: item.dcterms?.modified?.[0],
      texts: some(item.content?.encoded, item.description, item.dc?.descriptions?.[0]),
    })),
  };
}

function fromAtom(document: string): ParsedFeed {
  const feed = parseAtomFeed(document);
  return {
    title: feed.title?.value ?? "",
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      title: entry.title?.value,
      links: some(...hrefs(entry.links), entry.content?.src, addressIn(entry.id)),
      published: entry.published ?? first(entry.dc?.dates, entry.dcterms?.issued, entry.dcterms?.created),
      updated: entry.updated ?? entry.dcterms?.modified?.[0],
      texts: some(entry.content?.value, entry.summary?.value),
    })),
  };
}

type Link = { readonly href?: string; readonly rel?: string; readonly type?: string };

/** Addresses of Atom links that lead to the article, pages before other types. */
export function hrefs(links: readonly Link[] | undefined): (string | undefined)[] {
  const alternate = (links ?? []).filter(({ rel }) => rel === undefined || rel === "" || rel === "alternate");
  const pages = alternate.filter(({ type }) => type === undefined || type.includes("html"));
  return [...pages, ...alternate].map(({ href }) => href);
}

export function addressIn(id: string | undefined): string | undefined {
  return id !== undefined && /^\s*https?:\/\//i.test(id) ? id : undefined;
}

function first(...dates: (readonly string[] | undefined)[]): string | undefined {
  return dates.flatMap((each) => each ?? [])[0];
}

export function some(...values: (string | undefined)[]): string[] {
  return values.filter((value): value is string => value !== undefined && value.trim() !== "");
}
