/** RSS, RDF and Atom by feedsmith; what it cannot read is mended item by item and read again. */
import { formatOf, type Parsed, parsedXml } from "./feed-fields.ts";
import { isBlank, masked, mend, pieces, quoted, trimmed, withoutOpenCdata } from "./mend.ts";
import { type Problem, problem } from "./problem.ts";
import { MOST_ITEMS, type RawFeed, type RawItem } from "./raw.ts";
import { basesIn } from "./xml-base.ts";

/** Whether a text has anything of an XML feed in it. */
export function looksLikeXmlFeed(text: string): boolean {
  const view = masked(text);
  if (/<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i.test(view)) return true;
  return !/<html[\s>]/i.test(view) && /<(?:channel|item|entry)[\s>]/i.test(view);
}

/**
 * Reads an XML feed; never throws. Items that cannot be read are named in the problems.
 * @param dense the text is made to exhaust a parser: it is given only the fields that are read
 */
export function readXmlFeed(text: string, dense = false): RawFeed {
  const written = trimmed(text);
  const document = withoutOpenCdata(written);
  const all = pieces(document, MOST_ITEMS + 1);
  const found = all.filter((piece) => !isBlank(piece));
  const kept = found.slice(0, MOST_ITEMS);
  const problems: Problem[] = strangers(text, document);
  if (document !== written) problems.push(problem("broken"));
  if (found.length < all.length) problems.push(problem("nothing", `#${all.findIndex(isBlank) + 1}`));
  if (found.length > kept.length) problems.push(problem("tooMany", null, String(MOST_ITEMS)));
  const whole = dense || found.length > kept.length ? null : attempt(document);
  if (whole && whole.items.length === found.length) {
    const known = basesIn(document);
    const bases = known?.length === all.length ? known.filter((_, at) => !isBlank(all[at] ?? "")) : null;
    const items = whole.items.map((item, at) => {
      const piece = found[at] ?? "";
      const read = lacks(item, piece) ? (readPieces([piece], document)[0] ?? item) : item;
      return bases ? { ...read, bases: bases[at] } : read;
    });
    if (!ENDED.test(document)) problems.push(problem("truncated"));
    return { ...whole, items, problems };
  }
  if (!ENDED.test(document)) problems.push(problem("truncated"));
  else if (document === written) problems.push(problem("broken"));
  const head = attempt(headOf(document)) ?? { format: formatOf(document), title: "" };
  const read = readPieces(kept, document);
  for (const [at, item] of read.entries()) if (!item) problems.push(problem("unreadable", `#${at + 1}`));
  return { ...head, items: read.filter((item) => item !== null), problems };
}

const ENDED = /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>\s*$/i;
const PROLOG = /^\ufeff|<\?[\s\S]*?\?>|<!doctype\s[^>[]*(?:\[[\s\S]*?\]\s*)?>|<!--[\s\S]*?-->/gi;

/** A word on what stands around the feed and is ignored: other text, and entities that it declares. */
function strangers(text: string, document: string): Problem[] {
  const at = text.indexOf(document.slice(0, 20));
  const before = text.slice(0, Math.max(0, Math.min(at, 10_000)));
  const behind = text.slice(text.lastIndexOf(document.slice(-20)) + 20).slice(0, 10_000);
  const problems: Problem[] = [];
  if (/<!entity\s/i.test(before)) problems.push(problem("entities"));
  if (
    `${before.replace(PROLOG, "")}${ENDED.test(document) ? behind.replace(PROLOG, "") : ""}`.trim() !== ""
  ) {
    problems.push(problem("junk"));
  }
  return problems;
}

/** Reads many mended items at once, halving what does not parse until the bad ones stand alone. */
function readPieces(found: readonly string[], document: string, hard = false): (RawItem | null)[] {
  if (found.length === 0) return [];
  const cut = !ENDED.test(document) && document.endsWith(found.at(-1) ?? "");
  const mended = found.map((piece, at) => mend(piece, hard, cut && at === found.length - 1));
  const items = attempt(wrapped(document, mended.map(({ text }) => text).join("")))?.items;
  if (items?.length === found.length)
    return items.map((item, at) => ({ ...item, mended: mended[at]?.changed ?? true }));
  if (found.length > 1) {
    const middle = Math.ceil(found.length / 2);
    return [...readPieces(found.slice(0, middle), document), ...readPieces(found.slice(middle), document)];
  }
  return hard ? [null] : readPieces(found, document, true);
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
