/** The list of feeds: corpus/feeds.yaml, or the file that SCO_FEEDS names (YAML or OPML). */
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod";
import { reasonOf } from "../errors.ts";
import type { Library } from "../library/library.ts";
import { isZone } from "../time.ts";
import type { FeedSpec } from "./feeds.ts";
import { readOpml } from "./opml.ts";

const entry = z.object({
  // Such an address is refused when it is fetched, and the list is shown to everybody.
  url: z
    .url({ protocol: /^https?$/, error: "an address that begins with http:// or https://" })
    .refine((url) => !/^[^:]+:\/+[^/?#]*@/.test(url), "an address without a user name and password"),
  /** Any name of a publisher of corpus/sources.json, or another name. */
  publisher: z.string().min(1).optional(),
  /** Other lists call it this. */
  name: z.string().min(1).optional(),
  language: z.enum(["zh", "en", "ru"], "one of zh, en, ru").optional(),
  zone: z.string().refine(isZone, "a time zone such as Asia/Shanghai").optional(),
  filter: z.string().optional(),
  links: z.string().optional(),
  pages: z.boolean().default(true),
});
const file = z.union([
  z.array(z.unknown()).transform((feeds) => ({ topic: undefined, feeds })),
  z.string().transform((text) => ({ topic: undefined, feeds: text.split(/\s+/).filter(Boolean) })),
  z.object({ topic: z.string().optional(), feeds: z.array(z.unknown()) }),
]);

export interface FeedList {
  /** What `feeds add` keeps when it is told no filter. */
  readonly topic: string | undefined;
  readonly specs: readonly FeedSpec[];
  readonly faults: readonly string[];
}

/** Reads the list; what is wrong in it is told and left out, never thrown. */
export async function readFeedList(path: string, library: Library): Promise<FeedList> {
  try {
    const text = await readFile(path, "utf8");
    if (/^\s*(?:<\?xml|<opml)/i.test(text))
      return listOf({ topic: undefined, feeds: readOpml(text) }, path, library);
    const read = file.safeParse(parse(text));
    if (read.success) return listOf(read.data, path, library);
    return { topic: undefined, specs: [], faults: [`${path}: it wants a list of feeds, each with its url`] };
  } catch (thrown) {
    return { topic: undefined, specs: [], faults: [`${path}: ${reasonOf(thrown).split("\n")[0]}`] };
  }
}

function listOf(
  list: { topic?: string | undefined; feeds: readonly unknown[] },
  path: string,
  library: Library,
): FeedList {
  const specs = new Map<string, FeedSpec>();
  const faults: string[] = [];
  for (const [at, feed] of list.feeds.entries()) {
    const read = entry.safeParse(typeof feed === "string" ? { url: feed } : feed);
    const issue = read.error?.issues[0];
    if (issue) faults.push(`${path}: feed ${at + 1}: ${issue.path.join(".") || "it"} wants ${issue.message}`);
    else if (read.data)
      specs.set(read.data.url, specFor({ publisher: read.data.name, ...read.data }, library));
  }
  return { topic: list.topic, specs: [...specs.values()], faults };
}

type Entry = Omit<z.output<typeof entry>, "pages" | "name"> & { readonly pages?: boolean | undefined };

/** Completes an entry with what its publisher, known by name or by site, says. */
export function specFor(given: Entry, library: Library, title = ""): FeedSpec {
  const host = new URL(given.url).hostname;
  const publisher =
    given.publisher === undefined
      ? library.publishers.find(({ home }) => siteOf(new URL(home).hostname) === siteOf(host))
      : library.publisher(given.publisher);
  const zone = given.zone ?? publisher?.zone;
  return {
    url: given.url,
    source: publisher ? nameIn(publisher.names, given.language) : (given.publisher ?? (title || host)),
    pages: given.pages ?? true,
    ...(zone && { zone }),
    ...(given.language && { language: given.language }),
    ...(given.filter && { filter: given.filter }),
    ...(given.links && { links: given.links }),
  };
}

function nameIn(
  names: { readonly zh: string; readonly en: string; readonly ru: string },
  language = "en",
): string {
  return language === "zh" ? names.zh : language === "ru" ? names.ru : names.en;
}

function siteOf(host: string): string {
  return host.replace(/^(www|rss|feeds?|paper|m)\./, "");
}
