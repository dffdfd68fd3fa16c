/** Full texts: reads the pages behind new articles and replaces their excerpts. */
import type { Article } from "../article.ts";
import { languageOf } from "../language/detect.ts";
import { Refusal } from "../net/refusal.ts";
import { dayOf, isMidnight } from "../time.ts";
import type { Catalogue } from "./catalogue.ts";
import { USUAL_ZONES } from "./dates.ts";
import { wholeHeadline, withoutHeadline } from "./headline.ts";
import { fetchInTurn } from "./hosts.ts";
import { answered } from "./obtain.ts";
import type { ExtractedPage } from "./page.ts";
import { isDated, withCopy } from "./revise.ts";
import type { FeedsRoom } from "./room.ts";
import type { FeedSpec } from "./spec.ts";

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
async function mayRead(room: FeedsRoom, spec: FeedSpec, url: string, signal: AbortSignal): Promise<boolean> {
  return spec.robots === false || room.asksRobots.allows(url, spec.url, signal);
}

/** Feeds are there to be read, index pages not always. @throws Refusal where the site wants robots to leave one alone */
export async function askLeave(
  room: FeedsRoom,
  spec: FeedSpec,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  if (!(await mayRead(room, spec, url, signal))) throw new Refusal("robots", new URL(url).host);
}

async function readOne(
  room: FeedsRoom,
  spec: FeedSpec,
  { id, url, language }: Article,
  signal: AbortSignal,
): Promise<void> {
  if (url === null) return;
  const zone = spec.zone ?? USUAL_ZONES[language];
  const first = await pageAt(room, spec, url, zone, signal);
  const page = first?.refresh ? await pageAt(room, spec, first.refresh, zone, signal) : first;
  if (!page) return;
  await room.oneAtATime(async () => {
    const article = room.library.get(id);
    if (!article) return;
    const original = originalOf(room, await room.catalogue(), article, page, zone);
    const put = original ? withCopy(original, article) : completed(article, page, zone);
    if (original) await room.keeper.drop([id]);
    if (put) await room.keeper.keep([put]);
  });
}

/** Null where it may not be read, or cannot be had whole. */
async function pageAt(
  room: FeedsRoom,
  spec: FeedSpec,
  url: string,
  zone: string,
  signal: AbortSignal,
): Promise<ExtractedPage | null> {
  if (!(await mayRead(room, spec, url, signal))) return null;
  const asking = { signal, home: spec.url, agent: spec.agent, maxBytes: PAGE_BYTES, deadlineMs: PAGE_MS };
  const answer = await fetchInTurn(room, url, asking);
  const fetched = answer && answered(answer);
  if (!fetched?.complete) return null;
  const { bytes, headers } = fetched;
  const contentType = headers["content-type"] ?? "";
  return room.reader.page({ bytes, contentType, url: fetched.url, zone, now: room.clock.now() });
}

/** The article that this page is a copy of: by the address it calls its own, or by its text. */
function originalOf(
  room: FeedsRoom,
  catalogue: Catalogue,
  article: Article,
  page: ExtractedPage,
  zone: string,
): Article | undefined {
  if (article.copies !== undefined) return undefined;
  const named = page.canonical === null ? [] : catalogue.byLink(page.canonical);
  const [other] = named.filter((id) => id !== article.id);
  if (other !== undefined && !named.includes(article.id)) return room.library.get(other);
  const whole = completed(article, page, zone);
  return whole?.kind === "article" ? catalogue.twin(whole) : undefined;
}

/** The feed's date; the page's where the feed has none, or knows the day alone and the page the hour. */
function dateOf(article: Article, stated: string | null, zone: string): string | null {
  if (article.published === null || stated === null || !isDated(article)) return stated ?? article.published;
  const isDay = isMidnight(article.published, zone);
  return isDay && dayOf(stated, zone) === dayOf(article.published, zone) ? stated : article.published;
}

/** The article with its page's text and date; null when the page adds nothing. */
function completed(article: Article, page: ExtractedPage, zone: string): Article | null {
  const text = withoutHeadline(page.text, [article.title, page.title], 0);
  const readable = text.length >= SHORTEST[article.language] && languageOf(text) === article.language;
  const fixed = new Set<string>(article.corrected ?? []);
  const better =
    !fixed.has("body") && readable && (article.kind === "article" || text.length > article.body.length * 0.8);
  const published = fixed.has("published") ? article.published : dateOf(article, page.published, zone);
  const title = fixed.has("title") ? article.title : wholeHeadline(article.title, page.title);
  const told = published !== article.published || title !== article.title;
  if (!told && (!better || (article.body === text && article.kind === "article"))) return null;
  return { ...article, title, published, ...(better && { body: text, kind: "article" as const }) };
}
