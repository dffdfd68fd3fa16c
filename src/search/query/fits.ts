/** Whether an article passes a query's filters: publisher, language and date. */
import type { Article } from "../../article.ts";
import { spanOfQuery } from "./dates.ts";
import type { Query } from "./query.ts";

/**
 * @param keyOf the same key for every name of one publisher
 * @param now epoch milliseconds that "yesterday" counts from, days being those of `zone`
 * @returns undefined when the query filters nothing; an article without a date passes no date filter
 */
export function filterOf(
  query: Query,
  keyOf: (source: string) => string,
  now: number,
  zone: string,
): ((article: Article) => boolean) | undefined {
  const { sources, notSources, languages, notLanguages } = query;
  const wanted = new Set(sources.map(keyOf));
  const unwanted = new Set(notSources.map(keyOf));
  const span = spanOfQuery(query, now, zone);
  const dated = span.from !== -Infinity || span.to !== Infinity;
  const bySource = wanted.size + unwanted.size > 0;
  if (!dated && !bySource && languages.length + notLanguages.length === 0) return undefined;

  const published = (article: Article): boolean => {
    const at = article.published === null ? Number.NaN : Date.parse(article.published);
    return at >= span.from && at < span.to;
  };
  const from = (article: Article): boolean => {
    const keys = [article.source, ...(article.copies ?? []).map((copy) => copy.source)].map(keyOf);
    return (
      (wanted.size === 0 || keys.some((key) => wanted.has(key))) && !keys.some((key) => unwanted.has(key))
    );
  };
  return (article) =>
    (languages.length === 0 || languages.includes(article.language)) &&
    !notLanguages.includes(article.language) &&
    (!dated || published(article)) &&
    (!bySource || from(article));
}
