/** Full texts: reads the pages behind new articles and replaces their excerpts. */
import type { Article } from "../article.ts";
import { languageOfText } from "../language/text-language.ts";
import type { FeedSpec } from "./feeds.ts";
import { fetchInTurn } from "./hosts.ts";
import { answered } from "./obtain.ts";
import type { Page } from "./page.ts";
import { withCopy } from "./revise.ts";
import type { FeedsRoom } from "./room.ts";

/** Pages of one feed read after one poll; the others keep their excerpts. */
const MOST_PAGES = 20;
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
  if (!spec.pages) return;
  await Promise.all(
    articles
      .slice(0, MOST_PAGES)
      .map((article) => readOne(room, spec, article, signal).catch(() => undefined)),
  );
}

async function readOne(
  room: FeedsRoom,
  spec: FeedSpec,
  { id, url }: Article,
  signal: AbortSignal,
): Promise<void> {
  if (url === null) return;
  const answer = await fetchInTurn(room, url, { signal, maxBytes: PAGE_BYTES, deadlineMs: PAGE_MS });
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
    const original = originalOf(room, article, page);
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
function originalOf(room: FeedsRoom, article: Article, page: Page): Article | undefined {
  if (article.copies !== undefined) return undefined;
  const named = page.canonical === null ? [] : room.catalogue().byLink(page.canonical);
  const [other] = named.filter((id) => id !== article.id);
  if (other !== undefined && !named.includes(article.id)) return room.library.get(other);
  const whole = completed(article, page);
  return whole?.kind === "article" ? room.catalogue().twin(whole) : undefined;
}

/** The article with its page's text and date; null when the page adds nothing. */
function completed(article: Article, page: Page): Article | null {
  const text = withoutTitle(page.text, [article.title, page.title]);
  const readable = text.length >= SHORTEST[article.language] && languageOfText(text) === article.language;
  const better = readable && (article.kind === "article" || text.length > article.body.length * 0.8);
  const published = article.published ?? page.published;
  if (!better && published === article.published) return null;
  if (article.body === text && article.kind === "article" && published === article.published) return null;
  return { ...article, published, ...(better && { body: text, kind: "article" as const }) };
}
