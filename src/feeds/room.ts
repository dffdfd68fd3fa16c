/** The room behind the door: the list, the network and the reading thread, and what `feeds` does with one feed. */
import { createHash } from "node:crypto";
import type { AddOptions, FeedSpec, FeedsOptions, Probe } from "./feeds.ts";
import { createGuard, type Guard } from "./guard.ts";
import { type FeedList, readFeedList, specFor } from "./list.ts";
import { obtain } from "./obtain.ts";
import { problem } from "./problem.ts";
import { createReader, type Reader } from "./reader.ts";

/** Everything that the parts of this room need from each other. */
export interface FeedsRoom extends FeedsOptions {
  readonly guard: Guard;
  readonly reader: Reader;
  /** The feeds that are followed now: the file's, plus the added, less the removed ones. */
  followed(): Promise<readonly FeedSpec[]>;
  list(): Promise<FeedList>;
}

/** A short name of an address, for keys of the store. */
export function feedKey(url: string): string {
  return createHash("sha256").update(url).digest("hex").slice(0, 16);
}

/** Whether an article-like thing passes a feed's filter. */
export async function passes(
  room: FeedsRoom,
  spec: FeedSpec,
  item: { id: string; title: string; text: string; published: string | null; url: string | null },
): Promise<boolean> {
  if (!spec.filter) return true;
  const search = room.search();
  const text = `${item.title}\n${item.text}`;
  const article = {
    id: item.id,
    title: item.title,
    body: item.text,
    source: spec.source,
    published: item.published,
    language: spec.language ?? search.languageOf(text),
    kind: "excerpt" as const,
    url: item.url,
  };
  return (
    (await search.matches(spec.filter, article, { now: room.clock.now(), zone: spec.zone ?? "UTC" })) !==
    undefined
  );
}

/** Opens the network and the thread that reads. @throws Refusal("url") for an entry of `allowHosts` that is none */
export function openRoom(options: FeedsOptions): FeedsRoom {
  const { library, clock, store } = options;
  let reading: Promise<FeedList> | undefined;
  const list = () => {
    reading ??= readFeedList(options.file, library);
    return reading;
  };
  return {
    ...options,
    guard: createGuard({ allowHosts: options.allowHosts, clock }),
    reader: createReader(clock),
    list,
    async followed() {
      const changes = new Map(await store().entries("feeds:list:"));
      const shipped = (await list()).specs.filter(({ url }) => !changes.has(`feeds:list:${feedKey(url)}`));
      return [...shipped, ...[...changes.values()].filter(isSpec)];
    },
  };
}

/** Follows a feed after reading it once. @throws Refusal */
export async function follow(
  room: FeedsRoom,
  url: string,
  given: AddOptions,
  signal: AbortSignal,
): Promise<FeedSpec> {
  const found = await probe(room, url, given, signal);
  const { topic } = await room.list();
  const filter = given.filter === "all" ? undefined : (given.filter ?? topic);
  const spec = specFor(
    { url: found.url, zone: given.zone, filter, links: given.links },
    room.library,
    found.title,
  );
  await room.store().set(`feeds:list:${feedKey(spec.url)}`, spec);
  return spec;
}

/** Stops following; null when the feed is not followed. */
export async function unfollow(room: FeedsRoom, url: string): Promise<FeedSpec | null> {
  const spec = (await room.followed()).find((each) => sameAddress(each.url, url));
  if (!spec) return null;
  await room.store().set(`feeds:list:${feedKey(spec.url)}`, "removed");
  return spec;
}

/** Reads a feed and says of each item whether it would be kept. @throws Refusal */
export async function probe(
  room: FeedsRoom,
  url: string,
  given: AddOptions,
  signal: AbortSignal,
): Promise<Probe> {
  const { guard, reader, clock, library } = room;
  const address = guard.check(
    /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i.test(url) ? `https://${url}` : url,
  ).href;
  const known = (await room.list()).specs.find((spec) => sameAddress(spec.url, address));
  const spec = known ?? specFor({ url: address, zone: given.zone, links: given.links }, library);
  const filter = given.filter === "all" ? undefined : (given.filter ?? spec.filter);
  const links = given.links ?? spec.links;
  const { feed, fetched } = await obtain(address, {
    guard,
    reader,
    clock,
    zone: given.zone ?? spec.zone,
    links,
    asking: { signal },
  });
  const problems = [...feed.problems];
  const filtered = { ...spec, filter };
  for (const item of filter ? feed.items : []) {
    if (!(await passes(room, filtered, item))) problems.push(problem("offTopic", item.id, filter));
  }
  return {
    url: fetched.url,
    title: feed.title,
    format: feed.format,
    encoding: feed.encoding,
    items: feed.items,
    problems,
  };
}

function isSpec(change: unknown): change is FeedSpec {
  return typeof change === "object" && change !== null && "url" in change && "source" in change;
}

function sameAddress(a: string, b: string): boolean {
  const plain = (url: string) =>
    url
      .trim()
      .replace(/^https?:\/\//i, "")
      .replace(/\/$/, "")
      .toLowerCase();
  return plain(a) === plain(b);
}
