/** How many items a day a feed usually brings, so that one that has fallen silent is noticed. */
import type { Feed } from "./feed.ts";
import type { FeedState } from "./state.ts";

const DAY = 86_400_000;
/** The memory of the average: older days count less and less. */
const MEMORY_DAYS = 14;
/** At a steady rate so many items fail to come by chance once in 400 times. */
const MISSED = 6;
const SHORTEST_SILENCE_DAYS = 2;

export interface Silence {
  readonly days: number;
  readonly perDay: number;
}

/** Before the first poll: by the dates of the items that are there. */
export function firstRate(feed: Feed, now: number): Pick<FeedState, "rate" | "lastNew"> {
  const dates = feed.items.flatMap(({ published }) => (published === null ? [] : [Date.parse(published)]));
  if (dates.length === 0) return { lastNew: now };
  const [oldest, newest] = [Math.min(...dates), Math.max(...dates)];
  const days = Math.max(1, (now - oldest) / DAY);
  return { lastNew: newest, ...(dates.length > 3 && { rate: dates.length / days }) };
}

/** After a poll that brought so many items that were not there before (an exponential average over time). */
export function nextRate(before: FeedState, fresh: number, now: number): Pick<FeedState, "rate" | "lastNew"> {
  const days = Math.max(now - before.polled, 60_000) / DAY;
  const weight = 1 - Math.exp(-days / MEMORY_DAYS);
  const known = before.rate ?? 0;
  return {
    rate: known + weight * (fresh / days - known),
    lastNew: fresh > 0 ? now : (before.lastNew ?? now),
  };
}

/** How long a feed has brought nothing, where that is much longer than usual; null where it is not. */
export function silenceOf({ rate = 0, lastNew }: FeedState, now: number): Silence | null {
  if (lastNew === undefined || rate <= 0) return null;
  const days = (now - lastNew) / DAY;
  return days > Math.max(SHORTEST_SILENCE_DAYS, MISSED / rate)
    ? { days: Math.floor(days), perDay: rate }
    : null;
}
