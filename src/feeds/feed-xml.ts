/** RSS, RDF and Atom: feedsmith's strict reading, and the loose one for what that does not give. */
import { type ParsedFeed, parsedXml } from "./feed-fields.ts";
import { readLoosely } from "./feed-loose.ts";
import type { LooseItem } from "./loose-item.ts";
import { type Problem, problem } from "./problem.ts";
import { type FeedFormat, MOST_ITEMS, type RawFeed, type RawItem } from "./raw.ts";
import { legalXml } from "./sound.ts";

/** Whether a text has anything of an XML feed in it. */
export function looksLikeXmlFeed(text: string): boolean {
  const [head = "", ...comments] = text.split("<!--");
  const view = head + comments.map((each) => each.slice(Math.max(0, each.indexOf("-->")))).join("");
  if (/<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i.test(view)) return true;
  return !/<html[\s>]/i.test(view) && /<(?:channel|item|entry)[\s>]/i.test(view);
}

/**
 * Reads an XML feed; never throws. What was wrong with it is named in the problems.
 * @param dense the text is made to exhaust a parser: it is given only the fields that are read
 */
export function readXmlFeed(text: string, dense = false): RawFeed {
  const { items: found, document, junk, entities, ...head } = readLoosely(legalXml(text));
  const items = found.filter((item) => typeof item !== "string").slice(0, MOST_ITEMS);
  const tooMany = found.length > MOST_ITEMS;
  const problems: Problem[] = [];
  if (entities) problems.push(problem("entities"));
  if (document === null) problems.push(problem("truncated"));
  if (junk) problems.push(problem("junk"));
  if (found.includes("blank")) problems.push(problem("nothing", `#${found.indexOf("blank") + 1}`));
  if (found.at(-1) === "cut") problems.push(problem("unreadable", `#${found.length}`));
  if (tooMany) problems.push(problem("tooMany", null, String(MOST_ITEMS)));
  const strict = dense || tooMany || document === null ? null : attempt(document, head.format);
  if (strict?.items.length === items.length) {
    const read = items.map((item, at) => better(strict.items[at], item));
    return { ...head, title: strict.title || head.title, items: read, problems };
  }
  if (document !== null && !tooMany && !dense) problems.push(problem("broken"));
  return { ...head, items, problems };
}

/** The strict reading of an item, unless it lacks something that the loose one has, or leads elsewhere. */
function better(strict: RawItem | undefined, loose: LooseItem): RawItem {
  const lacks =
    (loose.title && !strict?.title) ||
    loose.links[0]?.trim() !== strict?.links[0]?.trim() ||
    (loose.published && !strict?.published);
  if (!strict || lacks || loose.mended) return loose;
  return { ...strict, texts: [...strict.texts, ...loose.more], bases: loose.bases };
}

/** Parses a whole document; null when feedsmith cannot. */
function attempt(document: string, format: FeedFormat): ParsedFeed | null {
  try {
    return parsedXml(document, format);
  } catch {
    return null;
  }
}
