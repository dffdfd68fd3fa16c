/** Brings articles that arrive to the watches they are news to; one process does it, the others stand by. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Article } from "../article.ts";
import type { Keeper } from "../articles/keep.ts";
import type { Library } from "../articles/library.ts";
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Search } from "../search/search.ts";
import { slicer } from "../slices.ts";
import { readRow } from "../state/rows.ts";
import type { StateStore } from "../state/store.ts";
import { planSilences } from "./alerts.ts";
import type { DeliveryCounts } from "./counts.ts";
import { gather, type Hit } from "./gather.ts";
import { createLeaps } from "./leaps.ts";
import { asFound, isNews } from "./match.ts";
import { DAY_MS, type FoundArticle, newId } from "./model.ts";
import { keepNews } from "./news.ts";
import { parkWatch } from "./park.ts";
import { leaseRow } from "./schema.ts";
import { createWatchIndex } from "./watch-index.ts";

export interface Matching {
  arrived(articles: readonly Article[]): void;
  /** What came lately is looked at once more: the state may have lost what became of it. */
  again(): void;
  /** Does what is to be done; answers for how long nothing is. @throws BotError "unavailable" */
  step(): Promise<number>;
  stop(): Promise<void>;
}

const LEASE = "matching:all:lease";
/** Everything that came in before this instant has been looked at. */
const THROUGH = "matching:all:through";
/** A process that dies while it matches keeps the others from it for so long. */
const LEASE_MS = 30_000;
/** What came in so long ago has been looked at by whoever had the lease. */
const RECENT_MS = 10 * 60_000;
/** Articles of one batch: what they bring to a watch goes into one message, written at once. */
const BATCH = 50;
/** Articles for watches that are written in one go: some milliseconds of work. */
const WRITTEN = 32;
const STANDING_BY_MS = 5_000;
/** How often it is looked at whether a watch has been silent for too long. */
const SILENCES_MS = 10_000;

export function createMatching(rooms: {
  readonly store: StateStore;
  readonly keeper: Pick<Keeper, "catchUp" | "since" | "cameAt">;
  readonly library: Pick<Library, "between" | "get" | "publisher">;
  readonly search: () => Search;
  readonly clock: Clock;
  readonly log: Log;
  readonly counts: Pick<DeliveryCounts, "failed">;
}): Matching {
  const { store, keeper, clock, log, counts } = rooms;
  const owner = newId();
  const waiting = new Map<string, { readonly article: Article; readonly came: number }>();
  const recent = new Map<string, { readonly article: Article; readonly came: number }>();
  /** What was found, but could not be written yet, by key of the watch. */
  const unwritten = new Map<string, FoundArticle[]>();
  const watches = createWatchIndex({
    ...rooms,
    excessive: (key, reason, now) => parkWatch(store, key, reason, now),
  });
  const leaps = createLeaps(clock);
  let caughtUp = false;
  let renewed = Number.NEGATIVE_INFINITY;
  let listened = Number.NEGATIVE_INFINITY;

  function forget(from: Map<string, { readonly came: number }>): void {
    const oldest = clock.monotonic() - RECENT_MS;
    for (const [id, { came }] of from) {
      if (came > oldest) return;
      from.delete(id);
    }
  }

  /** Whether this process is the one that matches; keeps others away for a while more. */
  async function holdsLease(): Promise<boolean> {
    if (clock.monotonic() - renewed < LEASE_MS / 3) return true;
    const there = await readRow(store, LEASE, leaseRow, clock.now());
    if (there !== undefined && there !== owner) return false;
    const held = await store.commit({
      when: { [LEASE]: there },
      set: { [LEASE]: owner },
      ttl: { [LEASE]: LEASE_MS },
    });
    if (held) renewed = clock.monotonic();
    return held;
  }

  /** What came in while no process was there. */
  async function catchUp(): Promise<void> {
    await keeper.catchUp();
    const now = clock.now();
    const through = await store.get(THROUGH);
    const since = typeof through === "number" ? Math.min(through, now) - RECENT_MS : now - DAY_MS;
    caughtUp = true;
    // While the log is read everything in it seems to arrive.
    const early = [...waiting.values()].map(({ article }) => article);
    waiting.clear();
    arrived(early.filter(({ id }) => (keeper.cameAt(id) ?? now) > since));
    arrived(keeper.since(since));
  }

  function arrived(articles: readonly Article[]): void {
    const came = clock.monotonic();
    const now = clock.now();
    for (const article of articles) if (isNews(article, now)) waiting.set(article.id, { article, came });
  }

  async function matchOne(article: Article, now: number): Promise<void> {
    const found = asFound(article);
    for await (const { group, sure } of watches.candidates(article)) {
      const { query, zone, keys } = group;
      try {
        if (!sure && !(await rooms.search().meets(query, article, { now, zone }))) continue;
      } catch (thrown) {
        await putAside([...keys], thrown, now);
        continue;
      }
      for (const key of keys) {
        // After a look that was broken off it is found once more.
        const others = (unwritten.get(key) ?? []).filter(({ id }) => id !== found.id);
        unwritten.set(key, [...others, found]);
      }
    }
  }

  /** Whether a watch has been silent is known once all that came has been looked at. */
  async function listen(): Promise<void> {
    if (clock.monotonic() - listened < SILENCES_MS || leaps.doubtful || !(await holdsLease())) return;
    listened = clock.monotonic();
    await planSilences(store, rooms.library, clock.now());
  }

  async function writeFound(now: number): Promise<void> {
    const hits = [...unwritten].map(([key, found]) => ({ key, found }));
    if (hits.length === 0) return;
    await keepNews(store, [...new Set(hits.flatMap(({ found }) => found))]);
    let busy = 0;
    for (const page of pagesOf(hits)) {
      for (const [at, end] of (await gather(rooms, page, now)).entries()) {
        const key = page[at]?.key ?? "";
        if (end === "busy") {
          busy += 1;
          continue;
        }
        unwritten.delete(key);
        if (end === "gone") watches.remove(key);
        else if (end !== "gathered") await putAside([key], end.defect, now);
      }
      await nextTurn();
      await holdsLease();
    }
    if (busy > 0) throw new Error(`the rows of ${busy} watches kept changing`);
  }

  /** Watches that nothing can be done for; all others go on. */
  async function putAside(keys: readonly string[], thrown: unknown, now: number): Promise<void> {
    log.error({ err: thrown, event: "watch-defect", watches: keys.length }, "watches were put aside");
    counts.failed("watches");
    for (const key of keys) {
      watches.remove(key);
      await parkWatch(store, key, reasonOf(thrown), now);
    }
  }

  return {
    arrived,
    again() {
      for (const [id, one] of recent) if (!waiting.has(id)) waiting.set(id, one);
    },
    async step() {
      forget(recent);
      await leaps.afterBack(async () => watches.anew());
      if (!caughtUp) await catchUp();
      if (waiting.size === 0 && unwritten.size === 0) {
        await listen();
        return Number.POSITIVE_INFINITY;
      }
      if (!(await holdsLease())) {
        forget(waiting);
        return STANDING_BY_MS;
      }
      const now = clock.now();
      const batch = [...waiting.values()].slice(0, BATCH);
      await watches.refresh(now);
      if (watches.size > 0) {
        await rooms.search().ready();
        // Most articles take less than a slice each.
        const rest = slicer();
        for (const { article } of batch) {
          await matchOne(article, now);
          await rest();
          await holdsLease();
        }
      }
      for (const one of batch) {
        const { id } = one.article;
        if (waiting.get(id) === one) waiting.delete(id);
        recent.delete(id);
        recent.set(id, { ...one, came: clock.monotonic() });
      }
      await writeFound(now);
      if (waiting.size > 0) return 0;
      await store.set(THROUGH, now);
      return Number.POSITIVE_INFINITY;
    },
    async stop() {
      // The next one need not wait for the end of a lease.
      if (clock.monotonic() - renewed < LEASE_MS)
        await store.commit({ when: { [LEASE]: owner }, set: { [LEASE]: undefined } }).catch(() => undefined);
    },
  };
}

/** Pages of about as many articles as are written in one go, however many come to one watch. */
function* pagesOf(hits: readonly Hit[]): Iterable<readonly Hit[]> {
  let page: Hit[] = [];
  let found = 0;
  for (const hit of hits) {
    page.push(hit);
    found += hit.found.length;
    if (found < WRITTEN) continue;
    yield page;
    [page, found] = [[], 0];
  }
  if (page.length > 0) yield page;
}
