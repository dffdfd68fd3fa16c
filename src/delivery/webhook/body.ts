/** What a webhook is sent, as JSON; docs/json.md has its shape. */
import type { Library } from "../../articles/library.ts";
import { articleData } from "../../articles/present.ts";
import { type Delivery, type FoundArticle, placeOf } from "../model.ts";
import { queryOf } from "../words.ts";

/** @param digest what `digest` prints, of a summary */
export function bodyOf(item: Delivery, library: Library, now: number, digest?: unknown): object {
  const { id: delivery, kind, source: id } = item;
  const head = { delivery, kind, at: new Date(now).toISOString(), channel: placeOf(item) };
  if (kind === "notice") return { ...head, text: item.text ?? "" };
  if (kind === "alert")
    return { ...head, watch: { id, query: queryOf(item) }, text: item.text, alert: item.alert };
  if (kind === "summary") return { ...head, schedule: { id, topic: item.topic ?? null }, digest };
  const articles = (item.found ?? []).map((one) => ({
    ...ofFound(one, library),
    matched: one.matched,
    snippet: one.snippet,
  }));
  return { ...head, watch: { id, query: queryOf(item) }, articles };
}

/** As the library has it; of an article that has left it, what the watch found. */
function ofFound({ id, title, source, published, url }: FoundArticle, library: Library): object {
  const article = library.get(id);
  if (article) return articleData(article, library);
  return { id, title, url, urlKind: url === null ? null : "article", source, published, language: null };
}
