/** The feeds' room alone, with a library, a store and a clock that tests can move: no search, no commands. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Publisher } from "../../src/article.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import type { FeedResult } from "../../src/feeds/feeds.ts";
import { pollFeeds } from "../../src/feeds/poller.ts";
import { openRoom } from "../../src/feeds/room.ts";
import type { DnsLookup } from "../../src/net/connector.ts";
import { createSearch } from "../../src/search/create.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { NOW } from "./samples.ts";

export type BareRoom = Awaited<ReturnType<typeof openBare>>;

/**
 * @param feeds entries of a list of feeds
 * @param more publishers, and how names of hosts are resolved
 */
export async function openBare(
  feeds: readonly object[],
  hosts: readonly string[],
  start = NOW,
  { publishers = [], lookup }: { publishers?: readonly Publisher[]; lookup?: DnsLookup } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "sco-bare-"));
  await writeFile(join(folder, "feeds.yaml"), JSON.stringify(feeds));
  let now = start;
  let leapt = 0;
  // Whoever waits for a host waits no real time.
  const clock: Clock = {
    ...systemClock,
    now: () => now + leapt,
    monotonic: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
  const library = createLibrary(publishers);
  const store = memoryStore(clock);
  const search = createSearch({ publishers, now: clock.now });
  const room = openRoom({
    file: join(folder, "feeds.yaml"),
    allowHosts: hosts,
    hostGapMs: 0,
    ...(lookup && { lookup }),
    keeper: {
      catchUp: async () => {},
      keep: async (articles) => library.put(articles),
      drop: async (ids) => library.remove(ids),
      since: () => [],
      cameAt: () => undefined,
      tidy: async () => {},
    },
    ...{ library, clock, search: () => search, store: () => store },
  });
  return {
    ...{ room, library, clock },
    pass: (ms: number) => {
      now += ms;
    },
    /** Moves what the wall clock says, and nothing else. */
    leap: (ms: number) => {
      leapt += ms;
    },
    article: (title: string) => library.newest().find((article) => article.title === title),
    poll: (all = true): Promise<readonly FeedResult[]> =>
      pollFeeds(room, { all }, new AbortController().signal),
    close: async () => {
      await Promise.all([room.guard.close(), room.reader.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
