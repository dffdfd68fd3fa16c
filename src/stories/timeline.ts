/** A story day by day: when it began, what each day added, and who tells it. */
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import type { Steps } from "../slices.ts";
import { type Day, dayOf } from "../time.ts";
import { type Added, type AddedName, type CountedFigure, createTelling } from "./added.ts";
import type { WholeStory } from "./stories.ts";

export interface StoryDay {
  /** Null for articles without a date. */
  readonly day: Day | null;
  readonly articles: readonly [Article, ...Article[]];
  readonly figures: readonly CountedFigure[];
  readonly names: readonly AddedName[];
  /** Publishers that had not told of it before, as the articles name them. */
  readonly joined: readonly string[];
}

export interface SourceRow {
  /** The publisher as its articles name it. */
  readonly source: string;
  readonly country: string | null;
  readonly language: Article["language"];
  readonly articles: readonly Article[];
}

/** The days of a story in a zone, oldest first. */
export function* daysOf(
  { articles }: WholeStory,
  library: Library,
  zone: string,
): Steps<readonly StoryDay[]> {
  const tell = createTelling();
  const known = new Set<string>();
  const days = new Map<Day | null, { articles: Article[]; added: Added[]; joined: string[] }>();
  for (const article of articles) {
    const day = article.published === null ? null : dayOf(article.published, zone);
    const made = days.get(day) ?? { articles: [], added: [], joined: [] };
    days.set(day, made);
    made.articles.push(article);
    made.added.push(tell(article));
    yield;
    const publisher = library.publisher(article.source)?.id ?? article.source;
    if (publisher !== "" && !known.has(publisher)) made.joined.push(article.source);
    known.add(publisher);
  }
  return [...days].flatMap(
    ([
      day,
      {
        articles: [first, ...others],
        added,
        joined,
      },
    ]) =>
      first
        ? [
            {
              day,
              articles: [first, ...others],
              figures: added.flatMap(({ figures }) => figures),
              names: added.flatMap(({ names }) => names),
              joined,
            } satisfies StoryDay,
          ]
        : [],
  );
}

/** Who tells it, by publisher and language; those with most articles first. */
export function sourcesOf(articles: readonly Article[], library: Library): readonly SourceRow[] {
  const rows = new Map<string, { source: string; language: Article["language"]; articles: Article[] }>();
  for (const article of articles) {
    const publisher = library.publisher(article.source)?.id ?? article.source;
    const key = `${publisher} ${article.language}`;
    const row = rows.get(key) ?? { source: article.source, language: article.language, articles: [] };
    rows.set(key, row);
    row.articles.push(article);
  }
  return [...rows.values()]
    .map((row) => ({ ...row, country: library.publisher(row.source)?.country ?? null }))
    .sort((a, b) => b.articles.length - a.articles.length || (a.source < b.source ? -1 : 1));
}
