/** Which story comes first, and which of its articles gives it the headline. */
import type { Article, Language } from "../article.ts";
import type { Library } from "../articles/library.ts";
import type { Span } from "../time.ts";

/**
 * A story weighs what its publishers, its articles, its newest hour and its match of the topic give together.
 * One more publisher says more than one more article of the same; a copy elsewhere counts as a publisher.
 */
export function weightOf(
  articles: readonly Article[],
  library: Library,
  { from, to }: Span,
  matching?: ReadonlyMap<string, number>,
): number {
  const publishers = new Set<string>();
  let newest = from;
  let match = 0;
  for (const { id, source, copies = [], published } of articles) {
    for (const name of [source, ...copies.map((copy) => copy.source)]) {
      publishers.add(library.publisher(name)?.id ?? name);
    }
    newest = Math.max(newest, Date.parse(published ?? "") || from);
    match = Math.max(match, matching?.get(id) ?? 0);
  }
  const recency = (newest - from) / Math.max(1, to - from);
  return 2 * Math.log2(1 + publishers.size) + Math.log2(articles.length) + recency + 2 * match;
}

/** Where more tell of one event, the newest of them are enough to say which is most like the others. */
const HELD_AGAINST = 100;

/**
 * Puts the article that is most like the others first, of those with a title in the reader's language if there are
 * any; the rest stay newest first.
 */
export function headlineFirst(
  articles: readonly Article[],
  likeness: (one: Article, other: Article) => number,
  language?: Language,
): [Article, ...Article[]] {
  const standing = (article: Article): number => {
    const others = articles.slice(0, HELD_AGAINST).filter((other) => other !== article);
    const alike =
      others.reduce((sum, other) => sum + likeness(article, other), 0) / Math.max(1, others.length);
    const own = titleLanguage(article) === language ? 1 : 0;
    const comment = /专访|随笔|评论|interview|opinion|интервью|мнение/iu.test(article.title) ? 0.1 : 0;
    return alike + own - comment;
  };
  let [best] = articles;
  let most = -1;
  for (const article of articles) {
    const value = standing(article);
    if (value > most + 1e-9) {
      best = article;
      most = value;
    }
  }
  if (!best) throw new RangeError("a story has at least one article");
  const lead = best;
  return [lead, ...articles.filter((article) => article !== lead)];
}

function titleLanguage({ title, language }: Article): Language {
  if (/\p{Script=Han}/u.test(title)) return "zh";
  if (/\p{Script=Cyrillic}/u.test(title)) return "ru";
  return /\p{Script=Latin}/u.test(title) ? "en" : language;
}
