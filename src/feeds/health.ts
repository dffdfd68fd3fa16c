/** How each feed is: by the age of its newest item and by what its last polls gave, not by a status code. */
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import type { FeedCondition, FeedHealth } from "./feeds.ts";
import { type Silence, silenceOf } from "./rate.ts";
import type { FeedsRoom } from "./room.ts";
import { allStates, type FeedState, keyOf } from "./state.ts";

/** A feed whose newest item is older than this answers but does not live. */
const STALE_MS = 60 * 86_400_000;

export async function healthOf(room: FeedsRoom): Promise<readonly FeedHealth[]> {
  const states = await allStates(room.store());
  const now = room.clock.now();
  const all = (await room.followed()).map((spec) => ({ spec, state: states.get(keyOf(spec.url)) }));
  return all.map(({ spec, state }) => {
    const condition = conditionOf(state, now);
    return {
      spec,
      title: state?.title ?? "",
      condition,
      reason: reasonFor(condition, state, now),
      newest: state?.newest ?? null,
      polled: instant(state?.polled),
      read: instant(state?.read ?? (state?.failures === 0 ? state.polled : undefined)),
      next: state?.retired ? null : instant(state?.next),
      failures: state?.failures ?? 0,
    };
  });
}

/** A fast clock shows only where an item is new: it is remembered, so that nobody is told again and again. */
const CLOCK_MS = 7 * 86_400_000;

function clockFault(state: FeedState | undefined, now: number): Words | null {
  return state?.clock && now - state.clock.seen < CLOCK_MS ? state.clock.words : null;
}

function conditionOf(state: FeedState | undefined, now: number): FeedCondition {
  if (!state) return "new";
  if (state.retired) return "retired";
  if (state.failures > 0) return "failing";
  if (state.odd) return "odd";
  if (isStale(state.newest, now)) return "stale";
  return silenceOf(state, now) ? "quiet" : "fresh";
}

/** Whether the newest item (an ISO instant, or null when none has a date) is too old for a living feed. */
export function isStale(newest: string | null, now: number): boolean {
  return newest !== null && now - Date.parse(newest) > STALE_MS;
}

export const RETIRED: Words = errors.retired;

function reasonFor(
  condition: FeedCondition,
  state: FeedState | undefined,
  now: number,
): FeedHealth["reason"] {
  if (condition === "retired") return RETIRED;
  if (condition === "stale") return staleSince(state?.newest ?? null);
  if (condition === "quiet" && state) return inWords(silenceOf(state, now));
  if (condition === "failing") return state?.failed ?? null;
  return condition === "odd" ? (state?.odd ?? null) : clockFault(state, now);
}

/** What a feed that no longer lives is told by. @param newest the date of its newest item */
export function staleSince(newest: string | null): Words {
  const day = newest?.slice(0, 10);
  return errors.staleSince(day);
}

function inWords(silence: Silence | null): Words | null {
  if (!silence) return null;
  const { days, perDay } = silence;
  const often = perDay >= 1;
  const n = Math.round(often ? perDay : 1 / perDay);
  return errors.silent(days, often, n);
}

function instant(ms: number | undefined): string | null {
  return ms === undefined || ms === 0 ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
