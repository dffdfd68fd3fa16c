/** The room behind the door: the list, the network and the reading thread, and what `feeds` does with one feed. */
import { systemClock } from "../clock.ts";
import { createGuard, type Guard } from "../net/guard.ts";
import { type Catalogue, createCatalogue } from "./catalogue.ts";
import type { AddOptions, FeedsOptions, Probe } from "./feeds.ts";
import { createHosts, type Hosts } from "./hosts.ts";
import { type FeedList, readFeedList, specFor } from "./list.ts";
import { obtain } from "./obtain.ts";
import { isInPacks, unknownPacks } from "./packs.ts";
import { problem } from "./problem.ts";
import { createReader, type FeedReader } from "./reader.ts";
import { createRobots, type Robots } from "./robots.ts";
import { type FeedSpec, shownUrl } from "./spec.ts";
import { type FeedState, feedKey, keyOf } from "./state.ts";

/** Everything that the parts of this room need from each other. */
export interface FeedsRoom extends FeedsOptions {
  readonly guard: Guard;
  readonly reader: FeedReader;
  /** The feeds that are followed now: the file's, plus the added, less the removed ones. */
  followed(): Promise<readonly FeedSpec[]>;
  list(): Promise<FeedList>;
  readonly hosts: Hosts;
  /** What sites say of their pages. */
  readonly asksRobots: Robots;
  /** Ids of articles whose pages wait for a later poll of their feed, by its address. */
  readonly unreadPages: Map<string, readonly string[]>;
  /** What the library has; made when it is first asked. */
  catalogue(): Promise<Catalogue>;
  /** Work on articles, one piece after the other, so that no copy slips in beside its original. */
  oneAtATime<T>(work: () => Promise<T>): Promise<T>;
  /** When this process began, by the clock that never jumps; feeds that were never polled start spread out from here. */
  readonly started: number;
  /** What this process last saw of the feeds' states, and when by that clock, so that a round without work asks the store for little. */
  readonly seen: { at: number; states: Map<string, FeedState> };
}

/** Milliseconds between two requests to one host; hosts of SCO_ALLOW_HOSTS are the operator's own. */
const GAP_MS = 1_000;
const TRUSTED_GAP_MS = 0;

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
  return search.meets(spec.filter, article, { now: room.clock.now(), zone: spec.zone ?? "UTC" });
}

/** Opens the network and the thread that reads. @throws Refusal("url") for an entry of `allowHosts` that is none */
export function openRoom(options: FeedsOptions): FeedsRoom {
  const { library, clock, store } = options;
  let reading: Promise<FeedList> | undefined;
  let catalogue: Promise<Catalogue> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const guard = createGuard({
    allowHosts: options.allowHosts,
    clock: systemClock,
    contact: options.contact,
    ...(options.lookup && { lookup: options.lookup }),
  });
  const robots = createRobots(guard, clock, options.robots ?? true);
  const usualGapMs = (url: string) => options.hostGapMs ?? (guard.trusts(url) ? TRUSTED_GAP_MS : GAP_MS);
  const gapMs = (url: string) => Math.max(usualGapMs(url), robots.delayMs(url));
  const list = () => {
    reading ??= readFeedList(options.file, library).then((read) => ({
      ...read,
      faults: [...read.faults, ...unknownPacks(read.specs, options.packs)],
    }));
    return reading;
  };
  return {
    ...options,
    guard,
    asksRobots: robots,
    unreadPages: new Map(),
    reader: createReader(systemClock),
    hosts: createHosts(clock, gapMs),
    started: clock.monotonic(),
    seen: { at: Number.NEGATIVE_INFINITY, states: new Map() },
    catalogue() {
      catalogue ??= createCatalogue(library);
      return catalogue;
    },
    oneAtATime(work) {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    list,
    async followed() {
      const changes = new Map(await store().list("feeds:list:"));
      const listed = (await list()).specs.filter((spec) => {
        const change = changes.get(changeKey(spec.url));
        if (change !== undefined && change !== TESTED) return false;
        return isInPacks(spec, options.packs) && (spec.guess === undefined || change === TESTED);
      });
      return [...listed, ...[...changes.values()].filter(isSpec)];
    },
  };
}

/**
 * Follows a feed after reading it once. One that is followed already, or was, keeps its settings but for those that
 * are given, and is trusted again.
 * @throws Refusal
 */
export async function follow(
  room: FeedsRoom,
  url: string,
  given: AddOptions,
  signal: AbortSignal,
): Promise<FeedSpec> {
  const found = await probe(room, url, given, signal);
  const known = (await specOf(room, url)) ?? (await specOf(room, found.url));
  const { topic } = await room.list();
  const spec = known ?? {
    ...specFor({ url: found.url, zone: given.zone, links: given.links }, room.library, found.title),
    filter: topic,
  };
  const { filter = spec.filter, links = spec.links, zone = spec.zone } = given;
  const settled = {
    ...spec,
    ...{ links, zone, filter: filter === "all" ? undefined : filter },
    ...(given.archive && { archive: true as const }),
  };
  await room.store().set(changeKey(spec.url), settled);
  await room.store().delete(keyOf(spec.url));
  room.seen.at = Number.NEGATIVE_INFINITY;
  return settled;
}

/** Stops following the feed of this address, or of one that is shown so; null when it is not followed. */
export async function unfollow(room: FeedsRoom, url: string): Promise<FeedSpec | null> {
  const followed = await room.followed();
  const find = (by: (each: FeedSpec) => string) => followed.find((each) => sameAddress(by(each), url));
  const spec = find((each) => each.url) ?? find(shownUrl);
  if (!spec) return null;
  await room.store().set(changeKey(spec.url), "removed");
  return spec;
}

/** What is kept of a feed of the list that is a guess and was seen to work. */
const TESTED = "tested";

/** The row that says how a feed is followed otherwise than the list has it. */
function changeKey(url: string): string {
  return `feeds:list:${feedKey(url)}`;
}

/** Turns a feed on that the list only guesses, now that it was seen to work. */
async function believe(room: FeedsRoom, spec: FeedSpec): Promise<void> {
  const key = changeKey(spec.url);
  if (!spec.guess || (await room.store().get(key)) !== undefined) return;
  await room.store().set(key, TESTED);
  room.seen.at = Number.NEGATIVE_INFINITY;
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
    /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]|$)/u.test(url)
      ? `https://${url}`
      : url,
  ).href;
  const spec =
    (await specOf(room, address)) ?? specFor({ url: address, zone: given.zone, links: given.links }, library);
  const filter = given.filter === "all" ? undefined : (given.filter ?? spec.filter);
  const links = given.links ?? spec.links;
  const { feed, fetched } = await obtain(address, {
    guard,
    reader,
    clock,
    zone: given.zone ?? spec.zone,
    links,
    localClock: spec.clock === "local",
    mapping: spec.mapping,
    asking: { signal, home: address, agent: spec.agent },
  });
  const problems = [...feed.problems];
  const known = await specOf(room, address);
  // A feed that nobody follows would be followed with the list's topic.
  const wanted = filter ?? (known || given.filter === "all" ? undefined : (await room.list()).topic);
  let kept = 0;
  for (const item of feed.items) {
    if (await passes(room, { ...spec, filter: wanted }, item)) kept += 1;
    else if (filter) problems.push(problem("offTopic", item.id, filter));
  }
  if (feed.items.length > 0 && known) await believe(room, known);
  return {
    kept,
    url: fetched.url,
    title: feed.title,
    format: feed.format,
    encoding: feed.encoding,
    items: feed.items,
    problems,
  };
}

/** The feed at an address as it is followed, or as the list has it although it was removed. */
async function specOf(room: FeedsRoom, address: string): Promise<FeedSpec | undefined> {
  const all = [...(await room.followed()), ...(await room.list()).specs];
  return all.find(({ url }) => sameAddress(url, address));
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
