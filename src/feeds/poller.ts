/** Polls the feeds that are due. */

import type { FeedResult } from "./feeds.ts";
import type { FeedsRoom } from "./room.ts";

export async function pollFeeds(
  room: FeedsRoom,
  _poll: { readonly all: boolean; readonly tell?: (result: FeedResult) => void },
  _signal: AbortSignal,
): Promise<readonly FeedResult[]> {
  await room.followed();
  return [];
}
