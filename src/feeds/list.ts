/** The list of feeds: corpus/feeds.yaml, or the file that SCO_FEEDS names (YAML or OPML). */
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import * as z from "zod";
import type { Publisher } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { faultAt, whyUnreadable } from "../articles/unreadable.ts";
import type { Words } from "../i18n/words.ts";
import { isZone } from "../time.ts";
import type { FeedSpec } from "./feeds.ts";
import { readOpml } from "./opml.ts";
import { siteOf } from "./site.ts";

const entry = z.object({
  // Such an address is refused when it is fetched, and the list is shown to everybody.
  url: z
    .url({ protocol: /^https?$/, error: "address" })
    .refine((url) => !/^[^:]+:\/+[^/?#]*@/.test(url), "open"),
  /** Any name of a publisher of corpus/sources.json, or another name. */
  publisher: z.string().min(1).optional(),
  /** Other lists call it this. */
  name: z.string().min(1).optional(),
  language: z.enum(["zh", "en", "ru"], "language").optional(),
  zone: z.string().refine(isZone, "zone").optional(),
  filter: z.string().optional(),
  links: z.string().optional(),
  pages: z.boolean("truth").default(true),
});
/** What an entry wants, by the word that the schema fails with. */
const WANTS: Readonly<Record<string, Words>> = {
  address: {
    en: "an address that begins with http:// or https://",
    zh: "以 http:// 或 https:// 开头的网址",
    ru: "адрес, который начинается с http:// или https://",
  },
  open: {
    en: "an address without a user name and password",
    zh: "不含用户名和密码的网址",
    ru: "адрес без имени пользователя и пароля",
  },
  language: { en: "one of zh, en, ru", zh: "zh、en、ru 之一", ru: "zh, en или ru" },
  zone: {
    en: "a time zone such as Asia/Shanghai",
    zh: "Asia/Shanghai 这样的时区",
    ru: "часовой пояс, например Asia/Shanghai",
  },
  truth: { en: "true or false", zh: "true 或 false", ru: "true или false" },
};
const TEXT: Words = { en: "text", zh: "文本", ru: "текст" };
const NO_LIST: Words = {
  en: "it wants a list of feeds, each with its url",
  zh: "应为订阅源列表，每项都有 url",
  ru: "здесь нужен список лент, у каждой — url",
};

const file = z.union([
  z.array(z.unknown()).transform((feeds) => ({ topic: undefined, feeds })),
  z.string().transform((text) => ({ topic: undefined, feeds: text.split(/\s+/).filter(Boolean) })),
  z.object({ topic: z.string().optional(), feeds: z.array(z.unknown()) }),
]);

export interface FeedList {
  /** What `feeds add` keeps when it is told no filter. */
  readonly topic: string | undefined;
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
    return { topic: undefined, specs: [], faults: [faultAt(path, NO_LIST)] };
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
    if (issue) faults.push(faultAt(path, wrong(at + 1, issue)));
    else if (read.data)
      specs.set(read.data.url, specFor({ publisher: read.data.name, ...read.data }, library));
  }
  return { topic: list.topic, specs: [...specs.values()], faults };
}

function wrong(number: number, { path, message }: z.core.$ZodIssue): Words {
  const field = path.join(".") || "url";
  const { en, zh, ru } = WANTS[path.length === 0 ? "address" : message] ?? TEXT;
  return {
    en: `feed ${number}: ${field} wants ${en}`,
    zh: `第 ${number} 个订阅源：${field} 应为：${zh}`,
    ru: `лента ${number}: ${field} — нужно: ${ru}`,
  };
}

type Entry = Omit<z.output<typeof entry>, "pages" | "name"> & { readonly pages?: boolean | undefined };

/** Completes an entry with what its publisher, known by name or by site, says. */
export function specFor(given: Entry, library: Library, title = ""): FeedSpec {
  const host = new URL(given.url).hostname;
  const publisher =
    given.publisher === undefined ? publisherAt(host, library) : library.publisher(given.publisher);
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

/** The publisher whose home is at this host, or else at another host of the same site. */
function publisherAt(host: string, library: Library): Publisher | undefined {
  const bare = (name: string) => name.replace(/^(?:www|rss|feeds?|m)\./, "");
  const homes = library.publishers.map((publisher) => ({ publisher, own: new URL(publisher.home).hostname }));
  const found =
    homes.find(({ own }) => bare(own) === bare(host)) ??
    homes.find(({ own }) => siteOf(own) === siteOf(host));
  return found?.publisher;
}
