/** What to offer when a query finds nothing: the nearest articles that exist, and a query that would find some. */
import type { Article, Language } from "../../article.ts";
import { dayOf } from "../../time.ts";
import { spanOfQuery } from "../query/dates.ts";
import { isEmpty } from "../query/parse.ts";
import { printQuery } from "../query/print.ts";
import type { Query, Term } from "../query/query.ts";
import type { Remark } from "../search.ts";

interface Library {
  /** Ids of the best articles for a query, none when nothing matches. */
  best(query: Query): readonly string[];
  articles(): Iterable<Article>;
  languageOf(text: string): Language;
  readonly now: number;
  readonly zone: string;
}

/** How many of the nearest articles are shown. */
const NEAREST = 2;
/** An example is made of so many characters of a title at most. */
const EXAMPLE = 24;

/**
 * Loosens the query step by step (conditions first, then filters, then exclusions) until it finds something;
 * where only a date is asked for, the nearest in time is meant; where no word is known, the newest title in the
 * query's language helps, or whatever is newest.
 */
export function insteadOf(query: Query, library: Library): readonly Remark[] {
  if (isEmpty(query)) return [];
  if (query.wanted.length === 0 && (query.on ?? query.after ?? query.before)) {
    const near = nearestInTime(query, library);
    if (near) return [nearest(near.id), example(`on:${dayOf(near.published ?? 0, library.zone)}`)];
  }
  const tried = new Set([printQuery(query)]);
  for (const loosened of looser(query)) {
    const written = printQuery(loosened);
    const ids = tried.has(written) || isEmpty(loosened) ? [] : library.best(loosened);
    tried.add(written);
    if (ids.length > 0) return [...ids.slice(0, NEAREST).map(nearest), example(written)];
  }
  const words = wordsOfNewest(library.languageOf(printQuery(query)), library);
  const newest: Query = { ...EVERYTHING, sort: "new" };
  return words ? [example(words)] : library.best(newest).length > 0 ? [example(printQuery(newest))] : [];
}

function* looser(query: Query): Generator<Query> {
  const { after: _a, before: _b, on: _o, ...undated } = query;
  const anywhere = (one: Query): Query => ({ ...one, wanted: asWords(one.wanted) });
  const open = { ...undated, sources: [], notSources: [], languages: [], notLanguages: [] };
  yield anywhere(query);
  yield undated;
  yield { ...query, sources: [], notSources: [] };
  yield { ...query, languages: [], notLanguages: [] };
  yield open;
  yield anywhere(open);
  yield anywhere({ ...open, unwanted: [] });
}

/** Phrases as plain words, wherever they stand; an OR is already as loose as can be. */
function asWords(wanted: Query["wanted"]): Query["wanted"] {
  const text = wanted
    .flat()
    .map((term: Term) => term.text)
    .join(" ");
  return text === "" ? [] : [[{ kind: "words", text }]];
}

function nearestInTime(query: Query, { articles, now, zone }: Library): Article | undefined {
  const { from, to } = spanOfQuery(query, now, zone);
  let best: { readonly article: Article; readonly away: number } | undefined;
  for (const article of articles()) {
    if (article.published === null) continue;
    const at = Date.parse(article.published);
    const away = at < from ? from - at : at >= to ? at - to : 0;
    if (away > 0 && (!best || away < best.away)) best = { article, away };
  }
  return best?.article;
}

/** The first words of the newest title in a language that find something. */
function wordsOfNewest(language: Language, { articles, best, languageOf }: Library): string | undefined {
  let newest: Article | undefined;
  for (const article of articles())
    if ((article.published ?? "") >= (newest?.published ?? "") && languageOf(article.title) === language)
      newest = article;
  for (const part of newest?.title.split(/[^\p{L}\p{N}\s-]+/u) ?? []) {
    const text = part
      .trim()
      .slice(0, EXAMPLE)
      .replace(/\s+\S*$/, "");
    const query: Query = { ...EVERYTHING, wanted: [[{ kind: "words", text }]] };
    if (/\p{L}{2}/u.test(text) && best(query).length > 0) return text;
  }
  return undefined;
}

const EVERYTHING: Query = {
  wanted: [],
  unwanted: [],
  sources: [],
  notSources: [],
  languages: [],
  notLanguages: [],
};

function nearest(id: string): Remark {
  return { kind: "nearest", id };
}

function example(query: string): Remark {
  return { kind: "example", query };
}
