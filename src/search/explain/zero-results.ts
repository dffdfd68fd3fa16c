/** What to offer when a query finds nothing: the nearest articles that exist, and a query that would find some. */
import type { Article, Language } from "../../article.ts";
import { dayOf } from "../../time.ts";
import { spanOfQuery } from "../query/dates.ts";
import { isEmpty } from "../query/parse.ts";
import { printQuery } from "../query/print.ts";
import { EVERYTHING, type Query, type Term } from "../query/query.ts";
import type { Remark } from "../search.ts";

export interface Archive {
  /** Ids of the best articles for a query, none when nothing matches. */
  best(query: Query): Promise<readonly string[]>;
  /** The query without the words that no article has. */
  known(query: Query): Promise<Query>;
  /** The newest articles, or the oldest, of those dated in [from, to) and of a language. */
  dated(
    order: "newest" | "oldest",
    of: { readonly from?: number; readonly to?: number; readonly language?: Language },
  ): Promise<readonly Article[]>;
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
export async function insteadOf(query: Query, archive: Archive): Promise<readonly Remark[]> {
  if (isEmpty(query)) return [];
  if (query.clauses.length === 0 && (query.on ?? query.after ?? query.before)) {
    const near = await nearestInTime(query, archive);
    if (near) return [nearest(near.id), example(`on:${dayOf(near.published ?? 0, archive.zone)}`)];
  }
  const tried = new Set([printQuery(query)]);
  for (const loosened of [...looser(query), ...looser(await archive.known(query))]) {
    const written = printQuery(loosened);
    const ids = tried.has(written) || isEmpty(loosened) ? [] : await archive.best(loosened);
    tried.add(written);
    if (ids.length > 0) return [...ids.slice(0, NEAREST).map(nearest), example(written)];
  }
  const words = await wordsOfNewest(archive.languageOf(printQuery(query)), archive);
  const newest: Query = { ...EVERYTHING, sort: "new" };
  if (words) return [example(words)];
  return (await archive.best(newest)).length > 0 ? [example(printQuery(newest))] : [];
}

function* looser(query: Query): Generator<Query> {
  const { after: _a, before: _b, on: _o, ...undated } = query;
  const anywhere = (one: Query): Query => ({ ...one, clauses: asWords(one.clauses) });
  const open = { ...undated, sources: [], notSources: [], languages: [], notLanguages: [] };
  yield anywhere(query);
  yield undated;
  yield { ...query, sources: [], notSources: [] };
  yield { ...query, languages: [], notLanguages: [] };
  yield open;
  yield anywhere(open);
  yield anywhere({ ...open, mustNot: [] });
}

/** Phrases as plain words, wherever they stand; an OR is already as loose as can be. */
function asWords(clauses: Query["clauses"]): Query["clauses"] {
  const text = clauses
    .flat()
    .map((term: Term) => term.text)
    .join(" ");
  return text === "" ? [] : [[{ kind: "words", text }]];
}

async function nearestInTime(query: Query, { dated, now, zone }: Archive): Promise<Article | undefined> {
  const { from, to } = spanOfQuery(query, now, zone);
  const away = ({ published }: Article) => {
    const at = Date.parse(published ?? "");
    return at < from ? from - at : at - to;
  };
  const [before] = await dated("newest", { to: from });
  const [after] = await dated("oldest", { from: to });
  if (!before || !after) return before ?? after;
  return away(after) < away(before) ? after : before;
}

/** The first words of the newest title in a language that find something. */
async function wordsOfNewest(
  language: Language,
  { dated, best, languageOf }: Archive,
): Promise<string | undefined> {
  const newest = (await dated("newest", { language })).find(({ title }) => languageOf(title) === language);
  for (const part of newest?.title.split(/[^\p{L}\p{N}\s-]+/u) ?? []) {
    const text = part
      .trim()
      .slice(0, EXAMPLE)
      .replace(/\s+\S*$/, "");
    const query: Query = { ...EVERYTHING, clauses: [[{ kind: "words", text }]] };
    if (/\p{L}{2}/u.test(text) && (await best(query)).length > 0) return text;
  }
  return undefined;
}

function nearest(id: string): Remark {
  return { kind: "nearest", id };
}

function example(query: string): Remark {
  return { kind: "example", query };
}
