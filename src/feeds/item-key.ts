/** How the items of one feed are told apart: ids and links count as far as they differ from item to item. */
import { createHash } from "node:crypto";
import { cleanLink, isArticleLink, linkKey, namesArticle } from "./canonical.ts";
import type { FeedItem } from "./feed.ts";
import { bare } from "./near.ts";

export interface Identity {
  /** Names to remember the item by, surest first; it is remembered under the first. */
  readonly keys: readonly string[];
  /** Where the item itself is; null where its link leads to a front page or to a list of many. */
  readonly link: string | null;
  /** Whether the link names this article and no other. */
  readonly named: boolean;
  /** Whether several items of the feed stand on the page that the link leads to. */
  readonly shared: boolean;
  /** Whether the feed's id names this item and no other. */
  readonly sure: boolean;
}

/** From so many items of different titles on, a link leads to a list. */
const LIST = 3;
/** What some programs write for "no id". */
const NO_ID = /^(?:n\/?a|none|null|nil|undefined|nan|guid|id|item|-*|0+)$/i;

/** Reads the whole feed once; the answer then names each of its items. */
export function identityIn(all: readonly FeedItem[]): (item: FeedItem) => Identity {
  const pageOf = ({ url }: FeedItem) => (url !== null && isArticleLink(url) ? linkKey(url) : null);
  const own = (item: FeedItem) =>
    [bare(item.title), item.published ?? "", item.title ? "" : item.text].join("\n");
  const ids = counted(
    all,
    ({ id }) => id,
    (item) => `${pageOf(item) ?? ""}\n${own(item)}`,
  );
  const pages = counted(all, pageOf, own);
  const places = counted(all, pageOf, ({ url }) => url ?? "");
  return (item) => {
    const page = pageOf(item);
    const onPage = page === null ? 0 : (pages.get(page) ?? 0);
    // Several items on one page, each with its own place there: the place is part of the address.
    const placed = onPage > 1 && (places.get(page ?? "") ?? 0) >= onPage;
    const link = page === null || item.url === null || (onPage >= LIST && !placed) ? null : item.url;
    const alone = (ids.get(item.id) ?? 0) <= 1;
    const whole = hashOf(`${item.id}\n${own(item)}`);
    return {
      keys: alone ? [hashOf(item.id), whole] : [whole, hashOf(item.id)],
      link: link === null || placed ? link : cleanLink(link),
      named: page !== null && onPage <= 1 && namesArticle(item.url ?? ""),
      shared: onPage > 1,
      sure: alone && !NO_ID.test(item.id.trim()) && !(item.id === item.url && page === null),
    };
  };
}

/** How many different items the items with one name are, by name. */
function counted(
  all: readonly FeedItem[],
  name: (item: FeedItem) => string | null,
  value: (item: FeedItem) => string,
): Map<string, number> {
  const values = new Map<string, Set<string>>();
  for (const item of all) {
    const key = name(item);
    if (key !== null) values.set(key, (values.get(key) ?? new Set()).add(value(item)));
  }
  return new Map([...values].map(([key, each]) => [key, each.size]));
}

/** A short name for a text, for the memory of items. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 11);
}
