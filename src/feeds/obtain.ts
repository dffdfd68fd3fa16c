/** From an address to a feed: fetches it, and where it is a site's page, the feed that the page points to. */
import type { Clock } from "../clock.ts";
import type { Fetched, FetchOptions, Guard } from "../net/guard.ts";
import { Refusal } from "../net/refusal.ts";
import type { Feed } from "./feed.ts";
import { problem } from "./problem.ts";
import type { FeedFormat } from "./raw.ts";
import type { FeedReader } from "./reader.ts";
import type { Mapping } from "./spec.ts";

export interface Obtained {
  readonly feed: Feed;
  /** Where the feed itself is. */
  readonly fetched: Fetched;
}

export interface ObtainOptions {
  readonly guard: Guard;
  readonly reader: FeedReader;
  readonly clock: Clock;
  /** The publisher's IANA zone, where it is known. */
  readonly zone?: string | undefined;
  /** For index pages: what an article's address looks like. */
  readonly links?: string | undefined;
  /** Its dates name a wrong offset: their hour is the zone's. */
  readonly localClock?: boolean | undefined;
  /** For JSON that is no JSON Feed. */
  readonly mapping?: Mapping | undefined;
  /** What was read at this address before: where it was a feed, a page is no answer. */
  readonly known?: FeedFormat | undefined;
  readonly asking?: FetchOptions;
}

/** An address that says it leads to a feed. */
const NAMES_FEED = /(?:\/(?:rss|feeds?|atom)\/?|\.(?:rss|rdf|atom)|(?:rss|feed|atom|index|news)\.xml)$/i;

/** Tried where a page announces no feed and lists no articles. */
const USUAL_PLACES = ["/feed", "/rss.xml", "/feed.xml", "/atom.xml"];
const MOST_TRIES = 4;

/** @throws Refusal saying why no feed could be had */
export async function obtain(address: string, options: ObtainOptions): Promise<Obtained> {
  return obtainFrom(await options.guard.fetch(address, options.asking), options);
}

/** The feed in what was fetched already, or one that it points to. @throws Refusal */
export async function obtainFrom(answer: Fetched, options: ObtainOptions): Promise<Obtained> {
  const { guard, reader, clock, zone, links, localClock, mapping, known } = options;
  const feedWanted =
    known === undefined && links === undefined && NAMES_FEED.test(new URL(answer.url).pathname);
  const read = async (fetched: Fetched) => {
    const contentType = fetched.headers["content-type"] ?? "";
    const reading = await reader.feed({
      bytes: fetched.bytes,
      contentType,
      url: fetched.url,
      zone,
      now: clock.now(),
      links,
      localClock,
      mapping,
    });
    if (!reading.feed || fetched.complete) return reading;
    if (reading.feed.problems.some(({ kind }) => kind === "truncated")) return reading;
    return { feed: { ...reading.feed, problems: [problem("truncated"), ...reading.feed.problems] } };
  };
  const first = answered(answer);
  const reading = await read(first);
  const isPage = (reading.feed ?? { format: "html" }).format === "html";
  if (isPage && known !== undefined && known !== "html") throw new Refusal("page", first.url);
  if (isPage && feedWanted && looksLikePage(first)) throw new Refusal("page", first.url);
  if (reading.feed) return { feed: reading.feed, fetched: first };
  const guessed = reading.announced.length === 0 && links === undefined ? USUAL_PLACES : [];
  const usual = guessed.map((path) => new URL(path, first.url).href);
  let reason: unknown = new Refusal("nofeed", first.url);
  for (const candidate of [...reading.announced, ...usual].slice(0, MOST_TRIES)) {
    try {
      const fetched = answered(await guard.fetch(candidate, options.asking));
      const found = await read(fetched);
      if (found.feed) return { feed: found.feed, fetched };
    } catch (thrown) {
      if (reading.announced.includes(candidate)) reason = thrown;
    }
  }
  throw reason;
}

function looksLikePage({ bytes }: Fetched): boolean {
  return /<(?:!doctype html|html|head|body)[\s>]/i.test(
    Buffer.from(bytes.subarray(0, 5_000)).toString("latin1"),
  );
}

/** @throws Refusal("status") for anything but a page */
export function answered(fetched: Fetched): Fetched {
  if (fetched.status < 200 || fetched.status > 299 || fetched.status === 204) {
    throw new Refusal("status", String(fetched.status));
  }
  return fetched;
}
