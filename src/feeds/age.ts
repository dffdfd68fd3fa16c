/** How old a feed is, and how old what it brings may be. */
import type { Feed } from "./feed.ts";
import type { FeedsRoom } from "./room.ts";
import type { FeedSpec } from "./spec.ts";

/** Of a feed that no longer lives, nothing older comes in unless that was asked for. */
const OLDEST_OF_STALE_DAYS = 30;
const DAY_MS = 86_400_000;

/** The instant before which an item that is not known yet is left out, epoch milliseconds. */
export function oldestWanted({ clock, keepDays = 730 }: FeedsRoom, spec: FeedSpec, stale: boolean): number {
  const days = stale && !spec.archive ? Math.min(OLDEST_OF_STALE_DAYS, keepDays) : keepDays;
  return clock.now() - days * DAY_MS;
}

/** The date of its newest item, or null when none has one. */
export function newestOf({ items }: Feed): string | null {
  return items.reduce<string | null>(
    (latest, { published }) =>
      published !== null && (latest === null || published > latest) ? published : latest,
    null,
  );
}
