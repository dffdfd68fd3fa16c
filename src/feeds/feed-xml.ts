/** RSS, RDF and Atom by feedsmith; what it cannot read is mended item by item and read again. */
import { formatOf, type Parsed, parsedXml } from "./feed-fields.ts";
import { masked, mend, pieces, quoted, trimmed } from "./mend.ts";
import { type Problem, problem } from "./problem.ts";
import type { RawFeed, RawItem } from "./raw.ts";

/** More items than this are not a feed but an archive. */
const MOST_ITEMS = 20_000;

/** Whether a text has anything of an XML feed in it. */
export function looksLikeXmlFeed(text: string): boolean {
  const view = masked(text);
  if (/<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i.test(view)) return true;
  return !/<html[\s>]/i.test(view) && /<(?:channel|item|entry)[\s>]/i.test(view);
}

/** Reads an XML feed; never throws. Items that cannot be read are named in the problems. */
export function readXmlFeed(text: string): RawFeed {
  const document = trimmed(text);
  const found = pieces(document);
  const kept = found.slice(0, MOST_ITEMS);
  const problems: Problem[] = [];
  if (found.length > kept.length) problems.push(problem("tooMany", null, String(MOST_ITEMS)));
  const whole = found.length > kept.length ? null : attempt(document);
  if (whole && whole.items.length === found.length) {
    const items = whole.items.map((item, at) =>
      lacks(item, found[at] ?? "") ? (mendedItem(document, found[at] ?? "") ?? item) : item,
    );
    return { ...whole, items, problems };
  }
  problems.push(problem(/<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>\s*$/i.test(document) ? "broken" : "truncated"));
  const head = attempt(headOf(document)) ?? { format: formatOf(document), title: "" };
  const items = kept.flatMap((piece, at) => {
    const sole = attempt(wrapped(document, `${piece}</${/^<([\w:-]+)/.exec(piece)?.[1]}>`))?.items[0];
    const item = sole && !lacks(sole, piece) ? sole : (mendedItem(document, piece) ?? sole);
    if (!item) problems.push(problem("unreadable", `#${at + 1}`));
    return item ? [item] : [];
  });
  return { ...head, items, problems };
}

function mendedItem(document: string, piece: string): RawItem | undefined {
  const item =
    attempt(wrapped(document, mend(piece, false)))?.items[0] ??
    attempt(wrapped(document, mend(piece, true)))?.items[0];
  return item && { ...item, mended: true };
}

/** Whether an item's text has a field that the parser did not give. */
function lacks(item: RawItem, piece: string): boolean {
  const has = (field: RegExp) => field.test(piece);
  return (
    (!item.title && has(/<title\b[^>]*>\s*[^\s<]/i)) ||
    (item.links.length === 0 && has(/<link\b[^>]*(?:>\s*[^\s<]|href)/i)) ||
    (!item.published && has(/<(?:pubdate|published|issued|dc:date)\b[^>]*>\s*[^\s<]/i))
  );
}

/** Parses a whole document; null when feedsmith cannot. */
function attempt(document: string): Parsed | null {
  try {
    return parsedXml(document);
  } catch {
    return null;
  }
}

const ROOT =
  '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">';

/** The document's own root element around other content, so that its namespaces hold there too. */
function wrapped(document: string, content: string): string {
  const [, name = "", attributes = ""] = /^<([\w:-]+)((?:\s[^<>]*)?)>/.exec(document) ?? [];
  if (!/^(?:[\w-]+:)?(?:rss|feed|rdf)$/i.test(name)) return `${ROOT}<channel>${content}</channel></rss>`;
  const inside = /rss$/i.test(name) ? `<channel>${content}</channel>` : content;
  return `<${name}${quoted(attributes)}>${inside}</${name}>`;
}

/** What stands before the first item: the feed's own title and wishes. */
function headOf(document: string): string {
  const first = masked(document).search(/<(?:[\w-]+:)?(?:item|entry)(?=[\s>/])/i);
  const head = (first < 0 ? document : document.slice(0, first)).replace(/^<[\w:-]+(?:\s[^<>]*)?>/, "");
  const inner = head.replace(/<channel[^<>]*>/i, "").replace(/<\/channel\s*>[\s\S]*$/i, "");
  const content = /^<(?:[\w-]+:)?rdf/i.test(document) ? `<channel>${inner}</channel>` : inner;
  return wrapped(document, content);
}
