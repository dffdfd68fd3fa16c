/** Watches: which articles are news to them, and planning one message of several, never twice. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Article } from "../article.ts";
import { leavesOut } from "../articles/left-out.ts";
import type { Library } from "../articles/library.ts";
import type { Search } from "../search/search.ts";
import { readRow } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";
import { channelSettingsKey, leftOutIn, readSettings, type Settings } from "../state/settings.ts";
import type { Change, StateStore } from "../state/store.ts";
import { countForAlerts } from "./alerts.ts";
import { NAMED } from "./compose.ts";
import {
  DAY_MS,
  type Delivery,
  DONE_MS,
  doneKey,
  doneOf,
  type Found,
  knownKey,
  lastKey,
  NEWS_MS,
  outboxKey,
  pauseKey,
  SEEN_MS,
  type Spoke,
  seenKey,
  type Watch,
} from "./model.ts";
import { deliveryRow, spokeRow, watchRow } from "./schema.ts";
import { followUp } from "./threads/threads.ts";
import { quietUntil } from "./times.ts";
import { alsoToWebhook } from "./webhook/also.ts";
import { titleMark, watchLine } from "./words.ts";

/** A burst that is still arriving goes into one message. */
const SETTLE_MS = 2000;
const TRIES = 6;
/** What a new watch knows at most of what is there. */
const MOST = 1000;
/** Other publishers repeat a headline within hours; a column has the same one every day. */
const ECHO_MS = 18 * 3_600_000;

/** Whether an article is news at all: dated within the last month, or undated. */
export function isNews({ published }: Pick<Article, "published">, now: number): boolean {
  return published === null || now - Date.parse(published) < NEWS_MS;
}

/** News that the library holds and a query matches, newest first; also what is known to a new watch. */
export async function matchesOf(
  { search, library }: { readonly library: Library; readonly search: Search },
  { query, zone }: Pick<Watch, "query" | "zone">,
  now: number,
): Promise<readonly Found[]> {
  await search.ready();
  const lately = `after:${NEWS_MS / DAY_MS}d ${query}`;
  const best = await search.scores(lately, { limit: MOST, now, zone, standing: true });
  const articles = best.flatMap(({ id }) => library.get(id) ?? []);
  return articles
    .filter((article) => article.published !== null && isNews(article, now))
    .map(asFound)
    .sort((a, b) => ((a.published ?? "") < (b.published ?? "") ? 1 : -1));
}

/** What a watch's message says of an article, but for the passage. */
export function asFound({ id, title, source, published, url, story }: Article): Found {
  return { id, title, source, published, url, ...(story && { story: story.id }), matched: [], snippet: "" };
}

/** Articles with why each matched, and a passage. */
export async function withPassages(
  found: readonly Found[],
  { query, zone }: Pick<Watch, "query" | "zone">,
  { search, library }: { readonly library: Pick<Library, "get">; readonly search: Pick<Search, "matches"> },
  now: number,
): Promise<readonly Found[]> {
  const shown: Found[] = [];
  for (const one of found) {
    const article = one.snippet === "" ? library.get(one.id) : undefined;
    const hit = article && (await search.matches(query, article, { now, zone }));
    shown.push(hit ? { ...one, matched: hit.matched, snippet: hit.snippet.text } : one);
    // Lets whatever else waits go first.
    await nextTurn();
  }
  return shown;
}

/**
 * Adds to a watch's open message what it has not seen, as one step, again when somebody else was quicker.
 * Answers false when the watch is no more. @throws BotError "unavailable"
 */
export async function planFound(
  rooms: Rooms,
  key: string,
  found: readonly Found[],
  now: number,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { store } = rooms;
    const watch = await readRow(store, key, watchRow, now);
    if (!watch) return false;
    const change = await changeFor(rooms, { key, watch }, found, now);
    if (change === null || (await store.commit(change))) return true;
  }
  throw new Error(`the message of ${key} kept changing`);
}

interface Rooms {
  readonly store: StateStore;
  readonly library: Pick<Library, "get" | "publisher">;
}

async function changeFor(
  rooms: Rooms,
  { key: watchKey, watch }: { readonly key: string; readonly watch: Watch },
  all: readonly Found[],
  now: number,
): Promise<Change | null> {
  const { store } = rooms;
  const [without, known] = await Promise.all([
    leftOutIn(store, { ...watch, user: watch.by }),
    store.get(knownKey(watch)).then(asIds),
  ]);
  const isOut = leavesOut(rooms.library, without);
  const wanted = without.length > 0 ? all.filter((one) => !isOut(rooms.library.get(one.id) ?? one)) : all;
  const fresh = await unseenOf(store, watch, wanted, ({ id }) => id);
  const unseen = fresh.filter(({ id }) => !known.has(id));
  const again = wanted.filter((one) => !fresh.includes(one));
  if (unseen.length === 0 && again.length === 0) return null;
  const scope = channelScope(watch);
  const spokeKey = lastKey(watch);
  const [spokeBefore, settings, paused, untold] = await Promise.all([
    readRow(store, spokeKey, spokeRow, now),
    readSettings(store, channelSettingsKey(watch)),
    store.get(pauseKey(scope)),
    unseenOf(store, watch, unseen, markOf),
  ]);
  const message = messageOf(watch, spokeBefore ?? { n: 1, at: 0 }, settings, now);
  const key = outboxKey(message);
  const open = await readRow(store, key, deliveryRow, now);
  const titles = new Set((open?.found ?? []).map(markOf));
  const told = untold.filter((one) => {
    const mark = markOf(one);
    const again = titles.has(mark);
    titles.add(mark);
    return !again;
  });
  const repeated = unseen.filter((one) => !told.includes(one));
  // In a channel that takes nothing no thread goes on.
  const below = paused === undefined ? { told, again } : { told: [], again: [] };
  const { first, counted, change: threads } = await followUp(rooms, watch, below, { settings, now });
  const leads = paused === undefined ? first : told;
  if (unseen.length === 0 && Object.keys(threads.set).length === 0) return null;
  const set: Record<string, unknown> = {};
  const ttl: Record<string, number> = {};
  const keep = (name: string, value: unknown, ms: number): void => {
    set[name] = value;
    ttl[name] = ms;
  };
  for (const one of unseen) {
    keep(seenKey(watch, one.id), 1, SEEN_MS);
    keep(seenKey(watch, markOf(one)), 1, ECHO_MS);
  }
  const skip = (
    id: string,
    why: "paused" | "duplicate story" | "nothing new in it",
    reason: string,
  ): void => {
    const done = doneOf({ ...message, id }, now, { state: "skipped", why, reason });
    keep(doneKey(scope, done), done, DONE_MS);
  };
  for (const { id, title } of repeated) skip(`${message.id}-${id}`, "duplicate story", title);
  for (const { id, title } of counted) skip(`${message.id}-${id}`, "nothing new in it", title);
  const whole = withFound(open ?? message, leads);
  if (paused !== undefined) for (const { id, title } of told) skip(`${message.id}-${id}`, "paused", title);
  else if (leads.length > 0) set[key] = whole;
  const also =
    told[0] === undefined
      ? { set: {}, at: {} }
      : await alsoToWebhook(store, { ...message, id: `${watch.id}.${told[0].id}`, found: told }, now);
  const alerts =
    unseen.length === 0
      ? { when: {}, set: {}, ttl: {}, at: {} }
      : await countForAlerts(store, watch, unseen, { settings, paused: paused !== undefined, now });
  const unseenStill = Object.fromEntries(unseen.map(({ id }) => [seenKey(watch, id), undefined]));
  return {
    when: {
      ...{ [watchKey]: watch, [spokeKey]: spokeBefore, [key]: open },
      ...{ ...unseenStill, ...alerts.when, ...threads.when },
    },
    set: Object.assign(set, also.set, alerts.set, threads.set),
    ttl: Object.assign(ttl, alerts.ttl, threads.ttl),
    at: { ...also.at, ...alerts.at, ...threads.at, [key]: whole.after },
  };
}

/** Those of which nothing is seen under the name that is asked for. */
async function unseenOf(
  store: StateStore,
  watch: Watch,
  found: readonly Found[],
  nameOf: (one: Found) => string,
): Promise<readonly Found[]> {
  const seen = await Promise.all(found.map((one) => store.get(seenKey(watch, nameOf(one)))));
  return found.filter((_, at) => seen[at] === undefined);
}

/** Marks of titles; one article is found by thousands of watches. */
const marks = new Map<string, string>();
const MARKS_KEPT = 1000;

function markOf({ title }: Pick<Found, "title">): string {
  const known = marks.get(title);
  if (known !== undefined) return known;
  if (marks.size >= MARKS_KEPT) marks.clear();
  const mark = titleMark(title);
  marks.set(title, mark);
  return mark;
}

function asIds(value: unknown): ReadonlySet<unknown> {
  return new Set(Array.isArray(value) ? value : []);
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
    query: watch.query,
    ...(watch.mention && { mention: watch.mention }),
    n: spoke.n,
    found: [],
    total: 0,
  };
}

/** All are counted; the message keeps what it names. */
function withFound(item: Delivery, told: readonly Found[]): Delivery {
  const before = item.found ?? [];
  const found = [...before, ...told].slice(0, NAMED);
  return { ...item, found, total: (item.total ?? before.length) + told.length };
}
