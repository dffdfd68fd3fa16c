/** Feeds that changed suddenly: taken over, hijacked or broken. They are flagged, and their items not kept. */
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
    return {
      en: `Its language changed suddenly from ${before.language} to ${language}; its items are not kept until it is added again.`,
      zh: `它的语言突然从 ${before.language} 变为 ${language}；重新添加之前不保留其条目。`,
      ru: `Её язык внезапно сменился с ${before.language} на ${language}; записи не сохраняются, пока её не добавят снова.`,
    };
  }
  const [small, large] = [before.size, feed.items.length].sort((a, b) => a - b) as [number, number];
  if (large < MANY || large < small * FACTOR) return null;
  return {
    en: `It suddenly has ${feed.items.length} items instead of ${before.size}; they are not kept until it is added again.`,
    zh: `它的条目数突然从 ${before.size} 变为 ${feed.items.length}；重新添加之前不予保留。`,
    ru: `В ней внезапно ${feed.items.length} записей вместо ${before.size}; они не сохраняются, пока её не добавят снова.`,
  };
}
