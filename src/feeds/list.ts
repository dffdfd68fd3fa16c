/** The list of feeds: corpus/feeds.yaml, or the file that SCO_FEEDS names (YAML or OPML). */
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod";
import type { Publisher } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { faultAt, whyUnreadable } from "../articles/unreadable.ts";
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import { entry, type FeedEntry, wrongEntry } from "./list-entry.ts";
import { readOpml } from "./opml.ts";
import { siteOf } from "./site.ts";
import type { FeedSpec } from "./spec.ts";

const file = z.union([
  z.array(z.unknown()).transform((feeds) => ({ topic: undefined, feeds })),
  z.string().transform((text) => ({ topic: undefined, feeds: text.split(/\s+/).filter(Boolean) })),
  z.object({ topic: z.string().optional(), feeds: z.array(z.unknown()) }),
]);

export interface FeedList {
  /** What `feeds add` keeps when it is told no filter. */
  readonly topic: string | undefined;
  /** All that stand in the list, whether their group is followed or not. */
  readonly specs: readonly FeedSpec[];
  readonly faults: readonly Words[];
}

/** Reads the list; what is wrong in it is told and left out, never thrown. */
export async function readFeedList(path: string, library: Library): Promise<FeedList> {
  try {
    const text = await readFile(path, "utf8");
    if (/^\s*(?:<\?xml|<opml)/i.test(text))
      return listOf({ topic: undefined, feeds: readOpml(text) }, path, library);
    const read = file.safeParse(parse(text));
    if (read.success) return listOf(read.data, path, library);
    return { topic: undefined, specs: [], faults: [faultAt(path, errors.noList)] };
  } catch (thrown) {
    return { topic: undefined, specs: [], faults: [faultAt(path, whyUnreadable(thrown))] };
  }
}

function listOf(
  list: { topic?: string | undefined; feeds: readonly unknown[] },
  path: string,
  library: Library,
): FeedList {
  const specs = new Map<string, FeedSpec>();
  const faults: Words[] = [];
  for (const [at, feed] of list.feeds.entries()) {
    const read = entry.safeParse(typeof feed === "string" ? { url: feed } : feed);
    const issue = read.error?.issues[0];
    if (issue) faults.push(faultAt(path, wrongEntry(at + 1, issue)));
    else if (read.data)
      specs.set(read.data.url, specFor({ publisher: read.data.name, ...read.data }, library));
  }
  return { topic: list.topic, specs: [...specs.values()], faults };
}

/** Completes an entry with what its publisher, known by name or by site, says. */
export function specFor(given: Partial<FeedEntry> & { url: string }, library: Library, title = ""): FeedSpec {
  const host = new URL(given.url).hostname;
  const publisher =
    given.publisher === undefined ? publisherAt(host, library) : library.publisher(given.publisher);
  const zone = given.zone ?? publisher?.zone;
  const { pack, language, links, agent, mapping, grade, remark } = given;
  const filter = given.filter === "all" ? undefined : given.filter;
  return {
    url: given.url,
    source: publisher ? nameIn(publisher.names, language) : (given.publisher ?? (title || host)),
    pages: given.pages ?? true,
    ...(zone && { zone }),
    ...(publisher && { country: publisher.country }),
    ...(given.clock === "local" && { clock: "local" as const }),
    ...(given.keep === "excerpt" && { keep: "excerpt" as const }),
    ...(given.robots === false && { robots: false as const }),
    ...(given.archive && { archive: true as const }),
    ...(given.guess && { guess: true as const }),
    ...known({ pack, language, filter, links, agent, mapping, grade, remark }),
  };
}

/** What is there, without what is not. */
function known<T extends object>(all: T): T {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ""),
  ) as T;
}

function nameIn(
  names: { readonly zh: string; readonly en: string; readonly ru: string },
  language = "en",
): string {
  return language === "zh" ? names.zh : language === "ru" ? names.ru : names.en;
}

/** The publisher whose home is at this host, or else at another host of the same site. */
function publisherAt(host: string, library: Library): Publisher | undefined {
  const bare = (name: string) => name.replace(/^(?:www|rss|feeds?|m)\./, "");
  const homes = library.publishers.map((publisher) => ({ publisher, own: new URL(publisher.home).hostname }));
  const found =
    homes.find(({ own }) => bare(own) === bare(host)) ??
    homes.find(({ own }) => siteOf(own) === siteOf(host));
  return found?.publisher;
}
