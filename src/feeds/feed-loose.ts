/** The second reader of XML feeds: takes what can be had, however broken the markup, and says what was wrong. */
import { createFields } from "./loose-fields.ts";
import { formatOf, headOf, isAlternate, itemOf, type LooseItem } from "./loose-item.ts";
import { type FeedFormat, MOST_ITEMS } from "./raw.ts";
import { STRAY, sound } from "./sound.ts";
import { readTags, type Tag } from "./tags.ts";

export interface LooseFeed {
  readonly format: FeedFormat;
  readonly title: string;
  readonly language?: string | undefined;
  readonly ttl?: number | undefined;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
  /** "blank" says nothing at all; "cut" broke off before it said what it is. */
  readonly items: readonly (LooseItem | "blank" | "cut")[];
  /** The root element as it stands; null where it does not end. */
  readonly document: string | null;
  /** Something else stands before or behind it. */
  readonly junk: boolean;
  /** It declares entities. */
  readonly entities: boolean;
}

const ROOTS = new Set(["rss", "feed", "rdf"]);
/** Prefixes of the namespaces that are read, however a feed calls them; Atom's names are the same as RSS's. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "purl.org/dc/elements/1.1": "dc",
  "purl.org/dc/terms": "dcterms",
  "purl.org/rss/1.0/modules/content": "content",
  "search.yahoo.com/mrss": "media",
  "news.yandex.ru": "yandex",
  "turbo.yandex.ru": "turbo",
  "www.w3.org/2005/atom": "",
  "purl.org/atom/ns#": "",
  "purl.org/rss/1.0": "",
};

/** Linear in the text's length; never throws. */
export function readLoosely(text: string): LooseFeed {
  const markup = sound(text);
  const prefixes = new Map<string, string>([["atom", ""]]);
  const head = createFields(markup);
  const inner = createFields(markup);
  const items: LooseFeed["items"][number][] = [];
  let root: Tag | undefined;
  let item: Tag | undefined;
  let itemName = "";
  let end = -1;
  let begun = false;
  let junk = false;
  let entities = false;
  const bases: { root?: string | undefined; channel?: string | undefined; link?: string | undefined } = {};

  const keyOf = (name: string): string => {
    const at = name.indexOf(":");
    if (at < 0) return name;
    const prefix = prefixes.get(name.slice(0, at)) ?? name.slice(0, at);
    return prefix === "" ? name.slice(at + 1) : `${prefix}:${name.slice(at + 1)}`;
  };
  const finishItem = (truncated = false) => {
    if (!item) return;
    const { fields, broken } = inner.end(truncated);
    const read = itemOf(item, fields, broken);
    const around = [bases.root, bases.channel, item.attributes.get("xml:base"), bases.link];
    const known = around.filter((base) => base !== undefined);
    const named = read.title !== undefined && read.links.length > 0;
    const isBlank = fields.every(({ value, attributes }) => value.trim() === "" && !attributes.has("href"));
    if (items.length <= MOST_ITEMS)
      items.push(
        truncated && !named
          ? "cut"
          : isBlank && !item.attributes.has("rdf:about")
            ? "blank"
            : { ...read, ...(known.length > 0 && { bases: known }) },
      );
    item = undefined;
    bases.link = undefined;
  };

  readTags(markup, true, {
    open(tag) {
      for (const [name, value] of tag.attributes) {
        const known =
          NAMESPACES[
            value
              .trim()
              .toLowerCase()
              .replace(/^https?:\/\/|\/$/g, "")
          ];
        if (name.startsWith("xmlns:") && known !== undefined) prefixes.set(name.slice(6), known);
      }
      const local = tag.name.slice(tag.name.indexOf(":") + 1);
      const base = tag.attributes.get("xml:base");
      if (local === "item" || local === "entry") {
        if (itemName !== "" && itemName !== tag.name) return;
        if (itemName === "" && tag.name.includes(":")) prefixes.set(tag.name.split(":")[0] ?? "", "");
        finishItem();
        begun = true;
        [item, itemName] = [tag, tag.name];
      } else if (!root && itemName === "" && ROOTS.has(local)) {
        begun = true;
        root = tag;
        bases.root = base;
      } else if (local === "channel" && !item) {
        begun = true;
        bases.channel = base;
      } else {
        const key = keyOf(tag.name);
        if (key === "link" && item && isAlternate(tag)) bases.link ??= base;
        (item ? inner : head).open(tag, key);
        junk ||= !begun || (end >= 0 && !item);
      }
    },
    close(name, from, to) {
      if (name === itemName) finishItem();
      else if (name === root?.name || /(?:^|:)channel$/.test(name)) {
        finishItem();
        if (name === root?.name) end = to;
      } else (item ? inner : head).close(keyOf(name), from, to);
    },
    text(part) {
      const stray = part.includes(STRAY);
      if (stray) (item ? inner : head).fault();
      (item ? inner : head).text(stray ? part.replaceAll(STRAY, "&lt;") : part);
      if (!begun || (end >= 0 && !item)) junk ||= /[^\s\]>"]/.test(part);
    },
    cdata: (part) => (item ? inner : head).text(part.replaceAll(STRAY, "<")),
    declaration(part) {
      entities ||= /!entity\s/i.test(part);
    },
  });
  finishItem(end < 0);
  const known = head.end().fields;
  return {
    format: formatOf(root?.name ?? itemName),
    ...headOf(known, root),
    items,
    document: root && end > root.from ? text.slice(root.from, end) : null,
    junk,
    entities,
  };
}
