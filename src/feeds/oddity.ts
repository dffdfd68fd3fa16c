/** Feeds that changed suddenly: taken over, hijacked or broken. They are flagged, and their items not kept. */
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import type { Feed } from "./feed.ts";
import type { FeedState } from "./state.ts";

/** A feed grows or shrinks by this factor, and by so many items, only when something happened to it. */
const FACTOR = 10;
const MANY = 200;

/** What is odd about a feed as against the last time it was trusted; null when nothing is. */
export function oddityOf(before: FeedState, feed: Feed, known: boolean): Words | null {
  if (!known || before.size === 0) return null;
  const language = feed.language?.split(/[-_]/)[0] ?? null;
  if (language !== null && before.language !== null && language !== before.language) {
    return errors.otherLanguage(before.language, language);
  }
  const [small, large] = [before.size, feed.items.length].sort((a, b) => a - b) as [number, number];
  if (large < MANY || large < small * FACTOR) return null;
  return errors.otherSize(feed.items.length, before.size);
}
