/** Taking an article out, or putting it right by hand, so that it stays so when its feed brings it again. */
import type { Article, ArticleField } from "../article.ts";
import type { StateStore } from "../state/store.ts";
import { toArticle } from "./draft.ts";
import type { Keeper } from "./keep.ts";
import { localDates, type ZoneOf } from "./local-dates.ts";

/** Rows of what was taken out: by the article's id, with the addresses that it had. */
const REMOVED = "feeds:removed:";

interface Removed {
  readonly at: number;
  readonly urls: readonly string[];
}

/** Ids and addresses of what was taken out by hand. */
export interface RemovedArticles {
  readonly ids: ReadonlySet<string>;
  readonly urls: readonly string[];
}

/** @throws BotError("unavailable") when it cannot be remembered; then the article stays */
export async function removeArticle(
  article: Article,
  keeper: Keeper,
  store: StateStore,
  now: number,
): Promise<void> {
  const urls = [article.url, ...(article.copies ?? []).map(({ url }) => url)].filter((url) => url !== null);
  await store.set(`${REMOVED}${article.id}`, { at: now, urls } satisfies Removed);
  await keeper.drop([article.id]);
}

export async function removedArticles(store: StateStore): Promise<RemovedArticles> {
  const rows = await store.list(REMOVED);
  return {
    ids: new Set(rows.map(([key]) => key.slice(REMOVED.length))),
    urls: rows.flatMap(([, value]) => (value as Partial<Removed>).urls ?? []),
  };
}

/**
 * The article with the given fields instead of its own; they are marked, so that feeds leave them alone.
 * @param zoneOf the zone of a date that carries none, by its publisher
 * @throws BotError("bad-input") naming the field that is wrong
 */
export async function correctArticle(
  article: Article,
  given: Readonly<Partial<Record<ArticleField, string>>>,
  keeper: Keeper,
  zoneOf: ZoneOf,
): Promise<Article> {
  const fields = Object.keys(given) as ArticleField[];
  const checked = toArticle({ ...article, ...given }, undefined, await localDates(zoneOf));
  const old =
    article.url !== null && checked.url !== article.url ? [{ source: article.source, url: article.url }] : [];
  const copies = [...(article.copies ?? []), ...old];
  const after: Article = {
    ...article,
    ...checked,
    ...(copies.length > 0 && { copies }),
    corrected: [...new Set([...(article.corrected ?? []), ...fields])],
  };
  await keeper.keep([after]);
  return after;
}
