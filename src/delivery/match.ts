/** Watches: which articles are news to them, and planning one message of several, never twice. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import type { Clock } from "../clock.ts";
import type { Search } from "../search/search.ts";
import { channelScope } from "../state/scope.ts";
import { channelSettingsKey, readSettings, type Settings } from "../state/settings.ts";
import type { Change, StateStore } from "../state/store.ts";
import {
  DAY_MS,
  type Delivery,
  DONE_MS,
  doneKey,
  doneOf,
  type Found,
  lastKey,
  NEWS_MS,
  outboxKey,
  pauseKey,
  SEEN_MS,
  type Spoke,
  seenKey,
  type Watch,
  watchKey,
} from "./model.ts";
import { quietUntil } from "./times.ts";
import { watchLine } from "./words.ts";

export interface Rooms {
  readonly store: StateStore;
  readonly library: Library;
  /** Asked for only when something is watched. */
  readonly search: () => Search;
  readonly clock: Clock;
}

/** A burst that is still arriving goes into one message. */
const SETTLE_MS = 2000;
/** Articles that one message names; the others are counted. */
const NAMED = 20;
const TRIES = 6;
/** Other publishers repeat a headline within hours; a column has the same one every day. */
const ECHO_MS = 18 * 3_600_000;

/** Whether an article is news at all: dated within the last month, or undated. */
function isNews({ published }: Pick<Article, "published">, now: number): boolean {
  return published === null || now - Date.parse(published) < NEWS_MS;
}

/** Plans what articles bring to watches. @throws BotError "unavailable"; then all of it is to be done again */
export async function planArticles(rooms: Rooms, articles: readonly Article[]): Promise<void> {
  const now = rooms.clock.now();
  const news = articles.filter((article) => isNews(article, now));
  if (news.length === 0) return;
  const watches = (await rooms.store.entries("watch:")).map(([, value]) => value as Watch);
  if (watches.length === 0) return;
  const search = rooms.search();
  const found = new Map<Watch, Found[]>();
  // Article by article: what one was analysed for serves every watch.
  for (const article of news)
    for (const watch of watches) {
      const one = await look(search, watch, article, now);
      if (one) found.set(watch, [...(found.get(watch) ?? []), one]);
    }
  for (const [watch, some] of found) await planFound(rooms.store, watch, some, now);
}

/** What a start may have missed: news of the index that a watch has not seen yet. */
export async function planMissed(rooms: Rooms): Promise<void> {
  const now = rooms.clock.now();
  const { library } = rooms;
  for (const [, value] of await rooms.store.entries("watch:")) {
    const watch = value as Watch;
    const seen = new Set(await rooms.store.keys(seenKey(watch, "")));
    const told = (id: string): boolean => seen.has(seenKey(watch, id));
    const found = await matchesOf({ library, search: rooms.search() }, watch, now, told);
    if (found.length > 0) await planFound(rooms.store, watch, found, now);
  }
}

/** News that the library holds and a query matches, newest first, without what was told; also what a new watch counts as seen. */
export async function matchesOf(
  { search, library }: Pick<Rooms, "library"> & { readonly search: Search },
  watch: Pick<Watch, "query" | "zone">,
  now: number,
  told: (id: string) => boolean = () => false,
): Promise<readonly Found[]> {
  await search.ready();
  const lately = `after:${NEWS_MS / DAY_MS}d ${watch.query}`;
  const { hits } = await search.search(lately, { limit: 1000, now, zone: watch.zone });
  const found: Found[] = [];
  for (const { id } of hits) {
    const article = library.get(id);
    if (article?.published && isNews(article, now) && !told(id)) {
      const one = await look(search, watch, article, now);
      if (one) found.push(one);
    }
  }
  return found.sort((a, b) => ((a.published ?? "") < (b.published ?? "") ? 1 : -1));
}

async function look(
  search: Search,
  watch: Pick<Watch, "query" | "zone">,
  article: Article,
  now: number,
): Promise<Found | undefined> {
  // Lets whatever else waits go first.
  await nextTurn();
  const hit = await search.matches(watch.query, article, { now, zone: watch.zone });
  if (!hit) return undefined;
  const { id, title, source, published, url } = article;
  return { id, title, source, published, url, matched: hit.matched, snippet: hit.snippet.text };
}

/** Two articles with the same words in the title tell a reader the same. */
function titleMark(title: string): string {
  return `=${title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 120)}`;
}

/** Adds to the watch's open message what it has not seen; as one step, again when somebody else was quicker. */
async function planFound(
  store: StateStore,
  watch: Watch,
  found: readonly Found[],
  now: number,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const change = await changeFor(store, watch, found, now);
    if (change === null || (await store.commit(change))) return;
    if ((await store.get(watchKey(watch))) === undefined) return;
  }
  throw new Error("a watch's message kept changing");
}

async function changeFor(
  store: StateStore,
  watch: Watch,
  found: readonly Found[],
  now: number,
): Promise<Change | null> {
  const seen = new Set(await store.keys(seenKey(watch, "")));
  const unseen = found.filter(({ id }) => !seen.has(seenKey(watch, id)));
  if (unseen.length === 0) return null;
  const scope = channelScope(watch);
  const [spokeBefore, settings, paused] = await Promise.all([
    store.get(lastKey(watch)),
    readSettings(store, channelSettingsKey(watch)),
    store.get(pauseKey(scope)),
  ]);
  const fresh = messageOf(watch, (spokeBefore ?? { n: 1, at: 0 }) as Spoke, settings, now);
  const key = outboxKey(fresh);
  const open = (await store.get(key)) as Delivery | undefined;
  const known = new Set((open?.found ?? []).map(({ title }) => titleMark(title)));
  const told = unseen.filter(({ title }) => {
    const mark = titleMark(title);
    const again = seen.has(seenKey(watch, mark)) || known.has(mark);
    known.add(mark);
    return !again;
  });
  const repeated = unseen.filter((one) => !told.includes(one));
  const set: Record<string, unknown> = {};
  const ttl: Record<string, number> = {};
  const keep = (name: string, value: unknown, ms: number): void => {
    set[name] = value;
    ttl[name] = ms;
  };
  for (const { id, title } of unseen) {
    keep(seenKey(watch, id), 1, SEEN_MS);
    keep(seenKey(watch, titleMark(title)), 1, ECHO_MS);
  }
  const skip = (id: string, why: "paused" | "duplicate story", reason: string): void => {
    const done = doneOf({ ...fresh, id }, now, { state: "skipped", why, reason });
    keep(doneKey(scope, done), done, DONE_MS);
  };
  for (const { id, title } of repeated) skip(`${fresh.id}-${id}`, "duplicate story", title);
  if (paused !== undefined) for (const { id, title } of told) skip(`${fresh.id}-${id}`, "paused", title);
  else if (told.length > 0) set[key] = { ...(open ?? fresh), found: merged(open?.found ?? [], told) };
  const unseenStill = Object.fromEntries(unseen.map(({ id }) => [seenKey(watch, id), undefined]));
  return {
    when: { [watchKey(watch)]: watch, [lastKey(watch)]: spokeBefore, [key]: open, ...unseenStill },
    set,
    ttl,
  };
}

/** The next message of a watch, still empty: after its quiet interval and the channel's quiet hours. */
function messageOf(watch: Watch, spoke: Spoke, settings: Settings, now: number): Delivery {
  const { id, platform, workspace, channel, by } = watch;
  const zone = settings.zone ?? watch.zone;
  const free = Math.max(now + SETTLE_MS, Math.min(spoke.at, now) + watch.every * 60_000);
  const quiet = quietUntil(settings.quiet, free, zone);
  return {
    id: `${id}.${spoke.n}`,
    kind: "watch",
    source: id,
    platform,
    target: { workspace, channel },
    title: watchLine(watch),
    due: now,
    by,
    locale: settings.language ?? watch.locale,
    zone,
    state: "pending",
    attempt: 0,
    after: quiet ?? free,
    ...(quiet !== undefined && { why: "quiet hours" as const }),
    n: spoke.n,
    found: [],
  };
}

/** All are counted; the ones beyond what a message names lose their passage. */
function merged(open: readonly Found[], told: readonly Found[]): readonly Found[] {
  return [...open, ...told].map((one, at) => (at < NAMED ? one : { ...one, snippet: "", matched: [] }));
}
