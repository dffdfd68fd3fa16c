/** Which of the fields that the loose reader found is our title, link, date and text. */
import { addressIn, hrefs, some } from "./feed-fields.ts";
import type { XmlElement } from "./loose-fields.ts";
import type { FeedFormat, RawItem } from "./raw.ts";
import type { Tag } from "./tags.ts";

export interface LooseItem extends RawItem {
  /** Fields of it were not closed, or had signs that begin no tag. */
  readonly mended: boolean;
  /** Its text by names that the strict reader does not know. */
  readonly more: readonly string[];
}

/** The format that a root element's name says; bare items are RSS. */
export function formatOf(name: string): FeedFormat {
  if (/rdf$/.test(name)) return "rdf";
  return /(?:feed|entry)$/.test(name) ? "atom" : "rss";
}

const valuesOf = (fields: readonly XmlElement[], ...keys: string[]) =>
  keys.flatMap((key) => some(...fields.filter((field) => field.key === key).map(({ value }) => value)));

/** What a feed says of itself. */
export function headOf(fields: readonly XmlElement[], root: Tag | undefined) {
  const [title = ""] = valuesOf(fields, "title", "dc:title");
  const [language = root?.attributes.get("xml:lang")] = valuesOf(fields, "language", "dc:language");
  const ttl = Number(valuesOf(fields, "ttl")[0]);
  return {
    title,
    language,
    ttl: Number.isInteger(ttl) ? ttl : undefined,
    skipHours: valuesOf(fields, "hour").map(Number).filter(Number.isInteger),
    skipDays: valuesOf(fields, "day").map((day) => day.trim()),
  };
}

/** The first of each kind that says anything. */
export function itemOf(item: Tag, fields: readonly XmlElement[], mended: boolean): LooseItem {
  const links = fields.filter(({ key }) => key === "link");
  const [guid] = fields.filter(({ key }) => key === "guid");
  const about = item.attributes.get("rdf:about");
  const [id = about] = valuesOf(fields, "guid", "id");
  const texts = valuesOf(fields, ...TEXTS);
  const more = valuesOf(fields, "yandex:full-text", "turbo:content");
  const all = texts.length + more.length > 0 ? more : valuesOf(fields, "media:description");
  return {
    id,
    title: valuesOf(fields, "title", "dc:title", "turbo:topic", "media:title")[0],
    links: some(
      ...valuesOf(links, "link"),
      ...hrefs(links.map(({ attributes }) => Object.fromEntries(attributes))),
      ...fields.filter(({ key }) => key === "content").map(({ attributes }) => attributes.get("src")),
      guid?.attributes.get("ispermalink") === "false" ? undefined : addressIn(id),
    ),
    published: valuesOf(fields, "pubdate", "published", "issued", "dc:date", "date", ...DATES)[0],
    updated: valuesOf(fields, "updated", "modified", "dcterms:modified")[0],
    texts: [...texts, ...all],
    more: all,
    mended,
  };
}
const DATES = ["dcterms:issued", "dcterms:created", "created"];
const TEXTS = ["content:encoded", "content", "description", "summary", "dc:description"];

/** Whether a link leads to the article. */
export function isAlternate({ attributes }: Tag): boolean {
  return ["", "alternate"].includes(attributes.get("rel") ?? "");
}
