/** Full texts: reads the pages behind new articles and replaces their excerpts. */
import type { Article } from "../article.ts";
import { languageOf } from "../language/detect.ts";
import type { Catalogue } from "./catalogue.ts";
import type { FeedSpec } from "./feeds.ts";
import { fetchInTurn } from "./hosts.ts";
import { answered } from "./obtain.ts";
import type { Page } from "./page.ts";
import { withCopy } from "./revise.ts";
import type { FeedsRoom } from "./room.ts";

/** Pages of one feed read after one poll; the others keep their excerpts. */
const MOST_PAGES = 20;
/** A poll does not wait longer than this for a site that wants a pause between its pages. */
const LONGEST_MS = 60_000;
const MOST_WAITING = 200;
const PAGE_BYTES = 4 * 1024 * 1024;
const PAGE_MS = 10_000;
/** Less than this is a caption or a teaser, not a text (Han characters say about twice as much). */
const SHORTEST = { zh: 120, en: 250, ru: 250 } as const;

/** Never rejects: where a page cannot be had, the excerpt stays. */
export async function readPages(
  room: FeedsRoom,
  spec: FeedSpec,
  articles: readonly Article[],
  signal: AbortSignal,
): Promise<void> {
  if (!spec.pages || spec.keep === "excerpt") return;
  const waited = (room.unreadPages.get(spec.url) ?? []).flatMap((id) => room.library.get(id) ?? []);
  const all = [...articles, ...waited.filter(({ id }) => !articles.some((article) => article.id === id))];
  const [first] = all;
  const allowed = first?.url ? await mayRead(room, spec, first.url, signal).catch(() => false) : false;
  const gapMs = first?.url ? room.asksRobots.delayMs(first.url) : 0;
  const most = gapMs > 0 ? Math.max(1, Math.min(MOST_PAGES, Math.floor(LONGEST_MS / gapMs))) : MOST_PAGES;
  // What a slow site does not give in this poll, and what has its date on its page alone, waits for the next ones.
  const waits = (article: Article) => gapMs > 0 || !isDated(article);
  const rest = allowed
    ? all
        .slice(most)
        .filter(waits)
        .slice(0, MOST_WAITING)
        .map(({ id }) => id)
    : [];
  if (rest.length > 0) room.unreadPages.set(spec.url, rest);
  else room.unreadPages.delete(spec.url);
  await Promise.all(
    all.slice(0, most).map((article) => readOne(room, spec, article, signal).catch(() => undefined)),
  );
}

/** Whether the site lets robots read a page, or the publisher gave leave. */
export async function mayRead(
  room: FeedsRoom,
  spec: FeedSpec,
  url: string,
  signal: AbortSignal,
): Promise<boolean> {
  return spec.robots === false || room.asksRobots.allows(url, spec.url, signal);
}

async function readOne(
  room: FeedsRoom,
  spec: FeedSpec,
  { id, url }: Article,
  signal: AbortSignal,
): Promise<void> {
  if (url === null || !(await mayRead(room, spec, url, signal))) return;
  const answer = await fetchInTurn(room, url, {
    signal,
    home: spec.url,
    agent: spec.agent,
    maxBytes: PAGE_BYTES,
    deadlineMs: PAGE_MS,
  });
  const fetched = answer && answered(answer);
  if (!fetched?.complete) return;
  const page = await room.reader.page({
    bytes: fetched.bytes,
    contentType: fetched.headers["content-type"] ?? "",
    url: fetched.url,
    zone: spec.zone ?? "UTC",
    now: room.clock.now(),
  });
  await room.oneAtATime(async () => {
    const article = room.library.get(id);
    if (!article) return;
    const original = originalOf(room, await room.catalogue(), article, page);
    const put = original ? withCopy(original, article) : completed(article, page);
    if (original) await room.keeper.drop([id]);
    if (put) await room.keeper.keep([put]);
  });
}

/** Many pages repeat their headline above the text. */
function withoutTitle(text: string, titles: readonly string[]): string {
  const [first = ""] = text.split("\n", 1);
  const bare = (line: string) => line.replace(/[^\p{L}\p{N}]/gu, "");
  const repeats = titles.some((title) => bare(first) !== "" && bare(title).includes(bare(first)));
  return repeats ? text.slice(first.length).trimStart() : text;
}

/** The article that this page is a copy of: by the address it calls its own, or by its text. */
function originalOf(
  room: FeedsRoom,
  catalogue: Catalogue,
  article: Article,
  page: Page,
): Article | undefined {
  if (article.copies !== undefined) return undefined;
  const named = page.canonical === null ? [] : catalogue.byLink(page.canonical);
  const [other] = named.filter((id) => id !== article.id);
  if (other !== undefined && !named.includes(article.id)) return room.library.get(other);
  const whole = completed(article, page);
  return whole?.kind === "article" ? catalogue.twin(whole) : undefined;
}

/** Whether the feed said when it was published; else that is unknown, or the moment at which it was first seen. */
function isDated({ published, arrived }: Article): boolean {
  return published !== null && published !== arrived;
}

/** The article with its page's text and date; null when the page adds nothing. */
function completed(article: Article, page: Page): Article | null {
  const text = withoutTitle(page.text, [article.title, page.title]);
  const readable = text.length >= SHORTEST[article.language] && languageOf(text) === article.language;
  const fixed = new Set<string>(article.corrected ?? []);
  const better =
    !fixed.has("body") && readable && (article.kind === "article" || text.length > article.body.length * 0.8);
  const keepsDate = fixed.has("published") || isDated(article);
  const published = keepsDate ? article.published : (page.published ?? article.published);
  if (!better && published === article.published) return null;
  if (article.body === text && article.kind === "article" && published === article.published) return null;
  return { ...article, published, ...(better && { body: text, kind: "article" as const }) };
}
