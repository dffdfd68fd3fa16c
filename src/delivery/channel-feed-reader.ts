/** Channels' feeds as they are asked for from outside: under fair use, made once a minute at most. */
import { momentOf } from "../article.ts";
import { type ArticleData, articleData } from "../articles/present.ts";
import type { Caller, Doors } from "../command.ts";
import { readRows } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";
import { leftOutIn } from "../state/settings.ts";
import { type Channel, channelOf } from "./channel-feed.ts";
import { scheduleRow, watchRow } from "./schema.ts";

/** Articles of a feed, how long they are kept, and of how many feeds. */
const ENTRIES = 40;
const KEPT_MS = 60_000;
const FEEDS = 500;

/**
 * The newest articles of what the channel of an address follows; null where there is no such feed.
 * @throws BotError "rate-limited" where the visitor, or the feed, is asked for too often; "unavailable"
 */
export type ReadChannelFeed = (address: string, visitor: Caller) => Promise<readonly ArticleData[] | null>;

/** Fair use, as far as it is needed here. */
export interface Turns {
  run<T>(caller: Caller, work: () => Promise<T>): Promise<T>;
}

type Rooms = Pick<Doors, "store" | "search" | "library" | "clock" | "without">;

/** @param fair left out for a process that answers one person */
export function createChannelFeeds(rooms: Rooms, fair?: Turns): ReadChannelFeed {
  const { clock } = rooms;
  const run: Turns["run"] = (caller, work) => (fair ? fair.run(caller, work) : work());
  const made = new Map<
    string,
    { readonly until: number; readonly articles: Promise<readonly ArticleData[]> }
  >();

  /** Those who ask while it is made get the same. */
  function articlesOf(channel: Channel, visitor: Caller): Promise<readonly ArticleData[]> {
    const name = channelScope(channel);
    const kept = made.get(name);
    if (kept && kept.until > clock.monotonic()) return kept.articles;
    // Making it counts for the feed, whoever asks: many visitors get no more searches than one.
    const articles = run({ ...visitor, user: `feed of ${name}` }, () => collect(channel, rooms));
    made.delete(name);
    made.set(name, { until: clock.monotonic() + KEPT_MS, articles });
    const oldest = made.size > FEEDS ? made.keys().next().value : undefined;
    if (oldest !== undefined) made.delete(oldest);
    articles.catch(() => {
      if (made.get(name)?.articles === articles) made.delete(name);
    });
    return articles;
  }

  return async (address, visitor) => {
    // The address is looked at each time, so that a feed that has ended is gone at once.
    const channel = await run(visitor, () => channelOf(address, rooms));
    return channel && articlesOf(channel, visitor);
  };
}

async function collect(channel: Channel, rooms: Rooms): Promise<readonly ArticleData[]> {
  const { store, clock } = rooms;
  const scope = channelScope(channel);
  const [watches, schedules, without] = await Promise.all([
    readRows(store, `watch:${scope}:`, watchRow, clock.now()),
    readRows(store, `schedule:${scope}:`, scheduleRow, clock.now()),
    leftOutIn(store, { ...channel, user: "" }, clock.now()),
  ]);
  const { search, library } = without.length > 0 ? rooms.without(without) : rooms;
  await search.ready();
  const queries = [...watches.map(({ query }) => query), ...schedules.flatMap(({ topic }) => topic ?? [])];
  const ids = new Set<string>();
  for (const query of new Set(queries)) {
    const found = await search.scores(query, { limit: ENTRIES * 5, now: clock.now(), zone: "UTC" });
    for (const { id } of found) ids.add(id);
  }
  // A summary of everything is everything that is new.
  if (schedules.some(({ topic }) => topic === undefined))
    for (const { id } of library.newest().slice(0, ENTRIES)) ids.add(id);
  return [...ids]
    .flatMap((id) => library.get(id) ?? [])
    .sort((a, b) => ((momentOf(a) ?? "") < (momentOf(b) ?? "") ? 1 : -1))
    .slice(0, ENTRIES)
    .map((article) => articleData(article, library));
}
