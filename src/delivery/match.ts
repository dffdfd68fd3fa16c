/** Which articles are news to a watch, and what its message says of them. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import type { Search } from "../search/search.ts";
import { DAY_MS, type FoundArticle, NEWS_MS, type Watch } from "./model.ts";

/** What a new watch knows at most of what is there. */
const MOST = 1000;
/** Whether an article is news at all: dated within the last month, or undated. */
export function isNews({ published }: Pick<Article, "published">, now: number): boolean {
  return published === null || now - Date.parse(published) < NEWS_MS;
}

/** News that the library holds and a query matches, newest first; also what is known to a new watch. */
export async function matchesOf(
  { search, library }: { readonly library: Library; readonly search: Search },
  { query, zone }: Pick<Watch, "query" | "zone">,
  now: number,
): Promise<readonly FoundArticle[]> {
  await search.ready();
  const lately = `after:${NEWS_MS / DAY_MS}d ${query}`;
  const best = await search.scores(lately, { limit: MOST, now, zone, standing: true });
  const articles = best.flatMap(({ id }) => library.get(id) ?? []);
  return articles
    .filter((article) => article.published !== null && isNews(article, now))
    .map(asFound)
    .sort((a, b) => ((a.published ?? "") < (b.published ?? "") ? 1 : -1));
}

/** What a watch's message says of an article, but for the passage. */
export function asFound({ id, title, source, published, url, story }: Article): FoundArticle {
  return { id, title, source, published, url, ...(story && { story: story.id }), matched: [], snippet: "" };
}

/** Articles with why each matched, and a passage. */
export async function withPassages(
  found: readonly FoundArticle[],
  { query, zone }: Pick<Watch, "query" | "zone">,
  { search, library }: { readonly library: Pick<Library, "get">; readonly search: Pick<Search, "matches"> },
  now: number,
): Promise<readonly FoundArticle[]> {
  const shown: FoundArticle[] = [];
  for (const one of found) {
    const article = one.snippet === "" ? library.get(one.id) : undefined;
    const hit = article && (await search.matches(query, article, { now, zone }));
    shown.push(hit ? { ...one, matched: hit.matched, snippet: hit.snippet.text } : one);
    // Lets whatever else waits go first.
    await nextTurn();
  }
  return shown;
}
