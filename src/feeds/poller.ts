/** Polls feeds: each by one replica at a time, asking only for what is new, and remembering how it went. */

import { setImmediate as breathe } from "node:timers/promises";
import { removedArticles } from "../articles/edit.ts";
import { Refusal } from "../net/refusal.ts";
import { newestOf, oldestWanted } from "./age.ts";
import type { FeedResult } from "./feeds.ts";
import { isStale, RETIRED, staleSince } from "./health.ts";
import { fetchInTurn } from "./hosts.ts";
import { ingest } from "./ingest.ts";
import { obtainFrom } from "./obtain.ts";
import { oddityOf } from "./oddity.ts";
import {
  intervalAfter,
  intervalAfterFailures,
  nextPoll,
  notBefore,
  spread,
  turnover,
  type Wishes,
} from "./pace.ts";
import { askLeave, readPages } from "./pages.ts";
import { BUSY, nothing, skipped, WAITING } from "./poll-result.ts";
import { problem } from "./problem.ts";
import { firstRate, nextRate } from "./rate.ts";
import type { FeedsRoom } from "./room.ts";
import { type FeedSpec, shownUrl } from "./spec.ts";
import { allStates, blank, type FeedState, feedKey, keyOf, saveState, stateOf } from "./state.ts";

/** Feeds polled at the same time; those of one host still wait for each other. */
const AT_ONCE = 8;
/** A replica that dies while it polls a feed keeps others away for this long. */
const LEASE_MS = 120_000;
/** Articles taken in before others get their turn: each is indexed, sketched and written. */
const ONE_TURN = 20;
/** Clocks of replicas differ by less. */
const AHEAD_MS = 60_000;
/** How long what was seen of the states is good for; other replicas poll too. */
const SEEN_MS = 60_000;
/** At a start so many milliseconds a feed are taken to ask all that wait, but no more than so many in all. */
const START_MS = 1_000;
const LONGEST_START_MS = 2 * 60_000;

export interface PollOptions {
  /** Also those that are not due; only a server's Retry-After is still heeded. */
  readonly all: boolean;
  readonly tell?: (result: FeedResult) => void;
}

/** @throws BotError("unavailable") when the store cannot be used */
export async function pollFeeds(
  room: FeedsRoom,
  { all, tell }: PollOptions,
  signal: AbortSignal,
): Promise<readonly FeedResult[]> {
  if (all || room.clock.monotonic() - room.seen.at > SEEN_MS) {
    room.seen.states = new Map(await allStates(room.store()));
    room.seen.at = room.clock.monotonic();
  }
  const { states } = room.seen;
  const followed = await room.followed();
  for (const { url } of followed) {
    const state = states.get(keyOf(url));
    if (state && waits(state, room.clock.now())) room.hosts.hold(state.movedTo ?? url, state.notBefore);
  }
  const startMs = Math.min(followed.length * START_MS, LONGEST_START_MS);
  const due = followed.filter(
    ({ url }) => all || dueAt(room, url, states.get(keyOf(url)), startMs) <= room.clock.now(),
  );
  const results: FeedResult[] = [];
  const queue = [...due];
  const work = async () => {
    for (let spec = queue.shift(); spec && !signal.aborted; spec = queue.shift()) {
      const result = await pollLeased(room, spec, all, signal);
      results.push(result);
      tell?.(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

/** When a feed is due, epoch milliseconds. Those that wait when the process starts are spread over `startMs`. */
function dueAt(room: FeedsRoom, url: string, state: FeedState | undefined, startMs: number): number {
  if (state?.retired) return Number.POSITIVE_INFINITY;
  const now = room.clock.now();
  const known = state && !isOfAhead(state, now);
  const { next, notBefore, movedTo } = known ? state : { next: 0, notBefore: 0, movedTo: null };
  const started = now - (room.clock.monotonic() - room.started);
  const wanted = next < started ? started + spread(url) * startMs : next;
  return Math.max(wanted, notBefore, room.hosts.heldUntil(movedTo ?? url));
}

/** Whether a clock wrote it that was ahead then: its instants are no reason to wait. */
const isOfAhead = ({ polled }: FeedState, now: number): boolean => polled > now + AHEAD_MS;
const waits = (state: FeedState, now: number): boolean => state.notBefore > now && !isOfAhead(state, now);

async function pollLeased(
  room: FeedsRoom,
  spec: FeedSpec,
  all: boolean,
  signal: AbortSignal,
): Promise<FeedResult> {
  const lease = `feeds:lease:${feedKey(spec.url)}`;
  if (!(await room.store().claim(lease, LEASE_MS))) return skipped(spec, BUSY);
  try {
    const state = await stateOf(room.store(), spec.url);
    const now = room.clock.now();
    if (state) room.seen.states.set(keyOf(spec.url), state);
    if (state?.retired) return skipped(spec, RETIRED);
    if (state && waits(state, now)) return skipped(spec, WAITING);
    if (state && !all && state.next > now && !isOfAhead(state, now)) return skipped(spec, BUSY);
    const result = await pollOne(room, spec, state, signal);
    const after = await stateOf(room.store(), spec.url);
    if (after) room.seen.states.set(keyOf(spec.url), after);
    return result;
  } finally {
    await room.store().delete(lease);
  }
}

async function pollOne(
  room: FeedsRoom,
  spec: FeedSpec,
  state: FeedState | undefined,
  signal: AbortSignal,
): Promise<FeedResult> {
  const { clock } = room;
  const address = state?.movedTo ?? spec.url;
  const before = state ?? blank(clock.now());
  try {
    const headers = {
      ...(before.etag !== null && { "if-none-match": before.etag }),
      ...(before.modified !== null && { "if-modified-since": before.modified }),
    };
    if (spec.links !== undefined || before.format === "html") await askLeave(room, spec, address, signal);
    const fetched = await fetchInTurn(room, address, { headers, signal, home: spec.url, agent: spec.agent });
    if (!fetched) return skipped(spec, WAITING);
    const now = clock.now();
    if (fetched.status === 410) {
      await saveState(room.store(), spec.url, { ...before, polled: now, retired: true });
      return { ...skipped(spec, RETIRED), outcome: "failed" };
    }
    if (fetched.status === 304 && state) {
      const { ttl } = wishesOf(before);
      const intervalMs = intervalAfter(before.intervalMs, false, isStale(before.newest, now), ttl);
      const next = nextPoll(now, intervalMs, spec.url, wishesOf(before));
      await saveState(room.store(), spec.url, {
        ...before,
        movedTo: fetched.movedTo ?? before.movedTo,
        polled: now,
        read: now,
        next,
        intervalMs,
        notBefore: 0,
        failures: 0,
        failed: null,
      });
      await readPages(room, spec, [], signal);
      return { ...skipped(spec, null), outcome: "unchanged" };
    }
    if (fetched.status >= 400) {
      const wait = notBefore(fetched.headers["retry-after"], now);
      return failed(
        room,
        spec,
        { ...before, notBefore: wait },
        new Refusal("status", String(fetched.status)),
      );
    }
    const { feed, fetched: own } = await obtainFrom(fetched, {
      ...room,
      zone: spec.zone,
      links: spec.links,
      localClock: spec.clock === "local",
      mapping: spec.mapping,
      known: before.format,
      asking: { signal, home: spec.url, agent: spec.agent },
    });
    if (feed.format === "html") await askLeave(room, spec, own.url, signal);
    const fast = feed.problems.find(({ kind }) => kind === "ahead")?.reason;
    const odd = oddityOf(before, feed, state !== undefined);
    const newest = newestOf(feed);
    const stale = isStale(newest, now);
    // What was not read whole must be asked for again.
    const trusted = odd === null && own.complete;
    const ingested = odd
      ? nothing(before)
      : await room.oneAtATime(async () => {
          const result = await ingest(room, spec, feed, await room.catalogue(), {
            memory: state?.items,
            since: oldestWanted(room, spec, stale),
            removed: await removedArticles(room.store()),
          });
          for (let at = 0; at < result.put.length; at += ONE_TURN) {
            await room.keeper.keep(result.put.slice(at, at + ONE_TURN));
            await breathe();
          }
          return result;
        });
    const usual = state === undefined ? firstRate(feed, now) : nextRate(before, ingested.unseen, now);
    const intervalMs = Math.min(
      intervalAfter(before.intervalMs, ingested.unseen + ingested.updated > 0, stale, feed.ttl),
      turnover(feed.items.length, usual.rate),
    );
    await saveState(room.store(), spec.url, {
      title: feed.title,
      etag: trusted ? (own.headers.etag ?? null) : null,
      modified: trusted ? (own.headers["last-modified"] ?? null) : null,
      movedTo: own === fetched ? (fetched.movedTo ?? before.movedTo) : own.url,
      format: odd ? before.format : feed.format,
      polled: now,
      read: now,
      next: nextPoll(now, intervalMs, spec.url, feed),
      notBefore: 0,
      intervalMs,
      wishes: { ttl: feed.ttl, skipHours: feed.skipHours, skipDays: feed.skipDays },
      failures: 0,
      newest: newest ?? before.newest,
      language: odd ? before.language : languageIn(feed.language),
      size: odd ? before.size : feed.items.length,
      items: ingested.items,
      retired: false,
      odd,
      failed: null,
      clock: fast ? { words: fast, seen: now } : before.clock,
      ...usual,
    });
    await readPages(room, spec, ingested.worthReading, signal);
    const { fresh, updated, duplicate, offTopic } = ingested;
    const empty = feed.items.length === 0 ? problem("empty").reason : null;
    return {
      url: shownUrl(spec),
      source: spec.source,
      outcome: "polled",
      fresh,
      updated,
      duplicate,
      offTopic,
      reason: odd ?? empty ?? (stale ? staleSince(newest) : (fast ?? null)),
    };
  } catch (thrown) {
    if (signal.aborted || !(thrown instanceof Refusal)) throw thrown;
    return failed(room, spec, before, thrown);
  }
}

async function failed(
  room: FeedsRoom,
  spec: FeedSpec,
  before: FeedState,
  refusal: Refusal,
): Promise<FeedResult> {
  const now = room.clock.now();
  const failures = before.failures + 1;
  const intervalMs = intervalAfterFailures(failures);
  const next = Math.max(nextPoll(now, intervalMs, spec.url, wishesOf(before)), before.notBefore);
  await saveState(room.store(), spec.url, {
    ...before,
    polled: now,
    next,
    failures,
    failed: refusal.words,
    // Where it moved to may be gone; its own address knows where it is now.
    ...(before.movedTo !== null && { movedTo: null, etag: null, modified: null, format: undefined }),
  });
  return { ...skipped(spec, refusal.words), outcome: "failed" };
}

function languageIn(tag: string | null): string | null {
  return tag?.split(/[-_]/)[0] ?? null;
}

function wishesOf({ wishes }: FeedState): Wishes {
  return wishes ?? { ttl: null, skipHours: [], skipDays: [] };
}
