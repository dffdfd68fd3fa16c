/** What articles say is kept once for all the watches that they are news to; messages name them by their ids. */
import type { Library } from "../articles/library.ts";
import type { Search } from "../search/search.ts";
import { readRow } from "../state/rows.ts";
import type { StateStore } from "../state/store.ts";
import { SHOWN } from "./compose.ts";
import { asFound, withPassages } from "./match.ts";
import { type ArticleRef, type Delivery, type FoundArticle, SEEN_MS } from "./model.ts";
import { foundRow } from "./schema.ts";
import { queryOf } from "./words.ts";

/** Of no workspace: what is public. */
const newsKey = (id: string): string => `news::${encodeURIComponent(id)}`;

export const briefOf = ({ id, story }: FoundArticle): ArticleRef => ({
  id,
  ...(story !== undefined && { story }),
});

/** Keeps what articles say, for whichever process posts it; before a message names them. @throws BotError "unavailable" */
export async function keepNews(store: StateStore, found: readonly FoundArticle[]): Promise<void> {
  await store.commitAll(
    found.map((one) => ({ when: [], set: [{ key: newsKey(one.id), value: one, ttl: SEEN_MS }] })),
  );
}

/** A watch's message with what it brings, and with passages of what is shown. @throws BotError "unavailable" */
export async function withNews(
  item: Delivery,
  rooms: {
    readonly store: StateStore;
    readonly library: Pick<Library, "get">;
    readonly search: () => Pick<Search, "matches">;
  },
  now: number,
): Promise<Delivery> {
  if (item.kind !== "watch") return item;
  const { store, library } = rooms;
  const found = await newsOf(item, library, store, now);
  const watch = { query: queryOf(item), zone: item.zone };
  const most = item.to === "webhook" ? found.length : SHOWN;
  const shown = await withPassages(found.slice(0, most), watch, { search: rooms.search(), library }, now);
  return { ...item, found: [...shown, ...found.slice(most)] };
}

/** As the library has it, or as it was when it was found. */
async function newsOf(
  { found = [], news = [] }: Pick<Delivery, "found" | "news">,
  library: Pick<Library, "get">,
  store: StateStore,
  now: number,
): Promise<readonly FoundArticle[]> {
  const told = await Promise.all(
    news.map(async ({ id, story }) => {
      const article = library.get(id);
      const one = article ? asFound(article) : await readRow(store, newsKey(id), foundRow, now);
      return one && { ...one, ...(story !== undefined && { story }) };
    }),
  );
  return [...found, ...told.filter((one) => one !== undefined)];
}
