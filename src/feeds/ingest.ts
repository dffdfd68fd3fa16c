/** From a feed's items to the library's articles: new, updated, a copy of another, off topic, or nothing new. */
import { createHash } from "node:crypto";
import type { Article } from "../article.ts";
import { toArticle } from "../articles/draft.ts";
import { articleId } from "../articles/identity.ts";
import { BotError } from "../errors.ts";
import { cleanLink, isArticleLink, linkKey } from "./canonical.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Feed, FeedItem } from "./feed.ts";
import type { FeedSpec } from "./feeds.ts";
import { type FeedsRoom, passes } from "./room.ts";
import type { ItemMemory } from "./state.ts";

/** Of a feed that is an archive, the newest items. */
const MOST_ITEMS = 1_000;
const MOST_TITLES = 10;

export interface Ingested {
  readonly put: readonly Article[];
  /** New or changed articles whose pages are worth reading, newest first. */
  readonly worthReading: readonly Article[];
  readonly fresh: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly offTopic: number;
  /** What to remember of the feed's items until the next poll. */
  readonly items: ItemMemory;
}

/** @param memory of the last poll's items, undefined for the first: then an item without a date has none */
export async function ingest(
  room: FeedsRoom,
  spec: FeedSpec,
  feed: Feed,
  catalogue: Catalogue,
  memory: ItemMemory | undefined,
): Promise<Ingested> {
  const put = new Map<string, Article>();
  const links = new Map<string, string>();
  const counts = { fresh: 0, updated: 0, duplicate: 0, offTopic: 0 };
  const worthReading: string[] = [];
  const items: Record<string, readonly [id: string, hash: string]> = {};
  const identify = identityIn(feed.items);
  const current = (id: string | undefined) => (id ? (put.get(id) ?? room.library.get(id)) : undefined);
  const add = (article: Article) => {
    put.set(article.id, article);
    if (article.url !== null) links.set(linkKey(article.url), article.id);
  };

  for (const item of newestFirst(feed.items)) {
    const { key, link } = identify(item);
    const hash = hashOf([item.title, item.text, item.updated ?? "", spec.filter ?? ""].join("\n"));
    const [knownId, knownHash] = memory?.[key] ?? ["", ""];
    const draft = drafted(room, spec, item, link, memory !== undefined);
    if (!draft) continue;
    const byLink = link === null ? undefined : (links.get(linkKey(link)) ?? catalogue.byLink(link)?.id);
    const before =
      current(knownId || undefined) ?? current(byLink) ?? (link === null ? current(draft.id) : undefined);
    if (hash === knownHash && (before || knownId === "")) {
      items[key] = [knownId, hash];
      continue;
    }
    if (before) {
      const after = revised(before, draft, knownId === before.id);
      items[key] = [before.id, hash];
      if (!after) {
        if (knownId === "") counts.duplicate += 1;
        continue;
      }
      counts.updated += 1;
      add(after);
      worthReading.push(after.id);
    } else if (!(await passes(room, spec, { ...item, url: link }))) {
      counts.offTopic += 1;
      items[key] = ["", hash];
    } else {
      const original = current(catalogue.twin(draft)?.id);
      items[key] = [original?.id ?? draft.id, hash];
      if (original) {
        counts.duplicate += 1;
        add(withCopy(original, draft) ?? original);
      } else {
        counts.fresh += 1;
        add(draft);
        worthReading.push(draft.id);
      }
    }
  }
  const readable = worthReading.flatMap((id) => put.get(id) ?? []).filter(({ url }) => isPage(url));
  return {
    put: [...put.values()].filter((article) => room.library.get(article.id) !== article),
    worthReading: readable,
    ...counts,
    items,
  };
}

/** Whether a server can answer with this article alone: what a fragment names only a browser can show. */
function isPage(url: string | null): boolean {
  return url !== null && new URL(url).hash === "";
}

/** The article with another address; null where it has none or it is known already. */
export function withCopy(original: Article, { source, url }: Article): Article | null {
  const known = [original.url, ...(original.copies ?? []).map((copy) => copy.url)];
  if (url === null || known.some((address) => address !== null && linkKey(address) === linkKey(url)))
    return null;
  return { ...original, copies: [...(original.copies ?? []), { source, url }] };
}

/**
 * The article as the feed has it now, with its earlier titles; null when nothing changed.
 * @param sure whether this very item was seen with another text; else a longer text counts, a shorter does not
 */
function revised(before: Article, now: Article, sure: boolean): Article | null {
  if (before.source !== now.source) return null;
  const retitled = now.title !== before.title && (sure || !before.formerTitles?.includes(now.title));
  const longer = now.body.length > before.body.length;
  const rewritten =
    now.body !== before.body && now.body !== "" && (longer || (sure && before.kind === "excerpt"));
  if (!retitled && !rewritten && !sure) return null;
  const former = (before.formerTitles ?? []).filter((title) => title !== now.title);
  return {
    ...before,
    ...(now.url !== null && before.url === null && { url: now.url }),
    title: now.title,
    body: rewritten ? now.body : before.body,
    ...(retitled && { formerTitles: [...former, before.title].slice(-MOST_TITLES) }),
  };
}

function drafted(
  room: FeedsRoom,
  spec: FeedSpec,
  item: FeedItem,
  url: string | null,
  known: boolean,
): Article | null {
  const now = `${new Date(room.clock.now()).toISOString().slice(0, 19)}Z`;
  const identity = {
    url: url ?? `${spec.url}#${item.id}`,
    source: spec.source,
    published: null,
    title: item.title,
    body: "",
  };
  try {
    const article = toArticle({
      id: articleId(identity, (id) => isTaken(room, id, url)),
      title: item.title,
      body: item.text,
      source: spec.source.slice(0, 200),
      url,
      published: item.published ?? (known ? now : null),
      language: spec.language,
      kind: "excerpt",
    });
    return { ...article, arrived: now };
  } catch (thrown) {
    if (thrown instanceof BotError) return null;
    throw thrown;
  }
}

/** Whether an id belongs to another article; one without a link has an id that is its own when it comes again. */
function isTaken(room: FeedsRoom, id: string, url: string | null): boolean {
  const holder = room.library.get(id);
  if (!holder) return false;
  if (url === null || holder.url === null) return url !== holder.url;
  return linkKey(holder.url) !== linkKey(url);
}

/** How a feed's items are told apart: ids and links count as far as they differ from item to item. */
function identityIn(all: readonly FeedItem[]): (item: FeedItem) => { key: string; link: string | null } {
  const linkOf = ({ url }: FeedItem) => (url !== null && isArticleLink(url) ? linkKey(url) : null);
  const ids = different(
    all,
    ({ id }) => id,
    (item) => linkOf(item) ?? item.title,
  );
  const links = different(all, linkOf, ({ title }) => title);
  return (item) => {
    const own = linkOf(item);
    // Three items of different titles under one link: it leads to a front page, not to an article.
    const link = own !== null && (links.get(own) ?? 0) <= 2 && item.url !== null ? cleanLink(item.url) : null;
    const key = (ids.get(item.id) ?? 0) > 1 ? `${item.id}\n${link ?? item.title}` : item.id;
    return { key: hashOf(key), link };
  };
}

/** How many different values the items with one name have, by name. */
function different(
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

function newestFirst(items: readonly FeedItem[]): readonly FeedItem[] {
  return items.toSorted((a, b) => ((a.published ?? "") < (b.published ?? "") ? 1 : -1)).slice(0, MOST_ITEMS);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 11);
}
