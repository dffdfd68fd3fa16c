/** A query's filters as data, and whether an article passes them. */
import type { Article } from "../../article.ts";
import type { Filters } from "../index/index.ts";
import { spanOfQuery } from "./dates.ts";
import type { Query } from "./query.ts";

export const NO_FILTERS: Filters = {
  publishers: [],
  notPublishers: [],
  languages: [],
  notLanguages: [],
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
};

/**
 * @param keyOf the same key for every name of one publisher
 * @param now epoch milliseconds that "yesterday" counts from, days being those of `zone`
 */
export function filtersOf(
  query: Query,
  keyOf: (source: string) => string,
  now: number,
  zone: string,
): Filters {
  const { sources, notSources, languages, notLanguages } = query;
  const { from, to } = spanOfQuery(query, now, zone);
  return {
    publishers: sources.map(keyOf),
    notPublishers: notSources.map(keyOf),
    languages,
    notLanguages,
    from,
    to,
  };
}

/** A test of articles; undefined when all pass. An article without a date passes no date filter. */
export function testOf(
  { publishers, notPublishers, languages, notLanguages, from, to, ids }: Filters,
  keyOf: (source: string) => string,
): ((article: Article) => boolean) | undefined {
  const wanted = new Set(publishers);
  const unwanted = new Set(notPublishers);
  const only = ids && new Set(ids);
  const isDated = from !== Number.NEGATIVE_INFINITY || to !== Number.POSITIVE_INFINITY;
  const bySource = wanted.size + unwanted.size > 0;
  if (!isDated && !bySource && !only && languages.length + notLanguages.length === 0) return undefined;

  const published = (article: Article): boolean => {
    const at = article.published === null ? Number.NaN : Date.parse(article.published);
    return at >= from && at < to;
  };
  const isFrom = (article: Article): boolean => {
    const keys = [article.source, ...(article.copies ?? []).map((copy) => copy.source)].map(keyOf);
    return (
      (wanted.size === 0 || keys.some((key) => wanted.has(key))) && !keys.some((key) => unwanted.has(key))
    );
  };
  return (article) =>
    (!only || only.has(article.id)) &&
    (languages.length === 0 || languages.includes(article.language)) &&
    !notLanguages.includes(article.language) &&
    (!isDated || published(article)) &&
    (!bySource || isFrom(article));
}
