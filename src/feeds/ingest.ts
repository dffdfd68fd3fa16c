/** From a feed's items to the library's articles: new, updated, a copy of another, off topic, or nothing new. */

import { setImmediate as breathe } from "node:timers/promises";
import type { Article } from "../article.ts";
import { toArticle } from "../articles/draft.ts";
import type { RemovedArticles } from "../articles/edit.ts";
import { articleId } from "../articles/identity.ts";
import { BotError } from "../errors.ts";
import { withoutBoilerplate } from "./boilerplate.ts";
import { linkKey } from "./canonical.ts";
import type { Catalogue } from "./catalogue.ts";
import { excerptOf } from "./excerpt.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { withoutHeadline } from "./headline.ts";
import { hashOf, type Identity, identityIn } from "./item-key.ts";
import { revised, withCopy } from "./revise.ts";
import { type FeedsRoom, passes } from "./room.ts";
import { isListedTwice, isSameItem } from "./same-item.ts";
import type { FeedSpec } from "./spec.ts";
import type { ItemMemory } from "./state.ts";

/** Of a feed that is an archive, the newest items. */
const MOST_ITEMS = 1_000;

export interface Ingested {
  readonly put: readonly Article[];
  /** New or changed articles whose pages are worth reading, newest first. */
  readonly worthReading: readonly Article[];
  readonly fresh: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly offTopic: number;
  /** Items that were not in the feed before, whatever became of them. */
  readonly unseen: number;
  /** What to remember of the feed's items until the next poll. */
  readonly items: ItemMemory;
}

export interface IngestOptions {
  /** Of the last poll's items, undefined for the first: then an item without a date has none. */
  readonly memory: ItemMemory | undefined;
  /** Epoch milliseconds; items from before that are not known yet are left out. */
  readonly since: number;
  /** What was taken out by hand. */
  readonly removed: RemovedArticles;
}

export async function ingest(
  room: FeedsRoom,
  spec: FeedSpec,
  feed: Feed,
  catalogue: Catalogue,
  { memory, since, removed }: IngestOptions,
): Promise<Ingested> {
  const put = new Map<string, Article>();
  const byLink = new Map<string, Set<string>>();
  const counts = { fresh: 0, updated: 0, duplicate: 0, offTopic: 0, unseen: 0 };
  const worthReading: string[] = [];
  const items: Record<string, readonly [id: string, hash: string]> = {};
  /** Articles that an item of this very feed was found to be: a second item is not that article too. */
  const met = new Set<string>();
  const identify = identityIn(feed.items);
  const removedPages = new Set(removed.urls.map(linkKey));
  const current = (id: string | undefined) => (id ? (put.get(id) ?? room.library.get(id)) : undefined);
  const add = (article: Article) => {
    put.set(article.id, article);
    if (article.url === null) return;
    const key = linkKey(article.url);
    byLink.set(key, (byLink.get(key) ?? new Set()).add(article.id));
  };

  /** The article that an item is, by what is remembered of it, by its address, or by the id that it would get. */
  async function earlier(item: FeedItem, identity: Identity, knownId: string): Promise<Article | undefined> {
    const { link, named, sure } = identity;
    const here = link === null ? [] : [...(byLink.get(linkKey(link)) ?? []), ...catalogue.byLink(link)];
    const own = link === null ? baseId(spec, item, link) : knownId;
    for (const id of new Set([knownId, ...here, own])) {
      const article = current(id);
      if (!article) continue;
      // Two texts of the greatest length are long to compare.
      await breathe();
      const tie = link !== null && article.url !== null && linkKey(article.url) === linkKey(link);
      const ties = { link: named && tie, id: sure && id === knownId };
      if (met.has(article.id) ? isListedTwice(article, item) : isSameItem(article, item, ties))
        return article;
    }
    return undefined;
  }

  for (const item of newestFirst(feed.items)) {
    await breathe();
    const identity = identify(item);
    const { keys, link } = identity;
    const [key = ""] = keys;
    const hash = hashOf(
      [
        item.title,
        item.text,
        item.url ?? "",
        item.updated ?? "",
        spec.filter ?? "",
        item.published === null,
      ].join("\n"),
    );
    const seen = keys.flatMap((name) => (memory?.[name] ? [memory[name]] : []));
    if (seen.length === 0) counts.unseen += 1;
    const [knownId, knownHash] = seen.find((one) => one[1] === hash) ?? seen[0] ?? ["", ""];
    if (hash === knownHash && (knownId === "" || current(knownId))) {
      items[key] = [knownId, hash];
      met.add(knownId);
      continue;
    }
    // A message is one text; an article's headline above it says nothing more.
    const text = feed.format === "telegram" ? item.text : textWithout(item);
    const draft = drafted(
      room,
      spec,
      { ...item, text },
      link,
      memory !== undefined,
      (id) => current(id) !== undefined,
    );
    if (!draft) continue;
    const base = baseId(spec, item, link);
    if ([knownId, base].some((id) => removed.ids.has(id)) || (link && removedPages.has(linkKey(link)))) {
      items[key] = ["", hash];
      continue;
    }
    const before = await earlier(item, identity, knownId);
    if (before) {
      await breathe();
      const twice = met.has(before.id);
      const after = twice ? null : revised(before, draft, knownId === before.id);
      met.add(before.id);
      items[key] = [before.id, hash];
      if (!after) {
        if (knownId === "") counts.duplicate += 1;
        continue;
      }
      counts.updated += 1;
      add(after);
      if (!identity.shared) worthReading.push(after.id);
    } else if (item.published !== null && Date.parse(item.published) < since) {
    } else if (!(await passes(room, spec, { ...item, url: link }))) {
      counts.offTopic += 1;
      items[key] = ["", hash];
    } else {
      const original = current(catalogue.twin(draft)?.id);
      items[key] = [original?.id ?? draft.id, hash];
      met.add(original?.id ?? draft.id);
      if (original) {
        counts.duplicate += 1;
        add(withCopy(original, draft) ?? original);
      } else {
        counts.fresh += 1;
        add(draft);
        if (!identity.shared) worthReading.push(draft.id);
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

/** The text without its headline, share buttons and the like, unless nothing is left. */
function textWithout({ title, text }: FeedItem): string {
  return withoutBoilerplate(withoutHeadline(text, [title])) || text;
}

function drafted(
  room: FeedsRoom,
  spec: FeedSpec,
  item: FeedItem,
  url: string | null,
  known: boolean,
  taken: (id: string) => boolean,
): Article | null {
  const now = `${new Date(room.clock.now()).toISOString().slice(0, 19)}Z`;
  try {
    const article = toArticle({
      id: baseId(spec, item, url, taken),
      title: item.title,
      body: spec.keep === "excerpt" ? excerptOf(item.text) : item.text,
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

/** The id that an item gets: by its address; without one by feed, id and headline, so that it is its own when it comes again. */
function baseId(
  spec: FeedSpec,
  item: FeedItem,
  url: string | null,
  taken: (id: string) => boolean = () => false,
): string {
  const own = `${spec.url}#${item.id}\n${item.title}`;
  return articleId(
    { url: url ?? own, source: spec.source, published: null, title: item.title, body: "" },
    taken,
  );
}

function newestFirst(items: readonly FeedItem[]): readonly FeedItem[] {
  const instant = ({ published }: FeedItem) => (published === null ? 0 : Date.parse(published));
  // Where none has a date the feed's own order stays.
  return items.toSorted((a, b) => instant(b) - instant(a)).slice(0, MOST_ITEMS);
}
