/** Who covers a subject, and how much of it there was each day: counted over the archive, the query translated. */
import type { Article } from "../article.ts";
import type { Context } from "../command.ts";
import type { DayCount } from "../search/search.ts";
import { addDays, type Day, type Span, spanOf } from "../time.ts";

export interface CoverageRow {
  /** The publisher as its articles name it. */
  readonly publisher: string;
  readonly language: Article["language"];
  readonly country: string | null;
  readonly articles: number;
  readonly first: string | null;
  readonly newest: string | null;
}

export interface DayRow {
  readonly day: Day;
  readonly zh: number;
  readonly en: number;
  readonly ru: number;
  readonly total: number;
}

type Rooms = Pick<Context, "search" | "library" | "clock" | "caller">;

/** Articles that are counted at most; a subject with more is the whole beat. */
const MOST = 5_000;

/**
 * The articles that match a query (all of the archive when it is empty), oldest first.
 * @param span only those published in it
 */
export async function articlesOn(
  query: string,
  span: Span | undefined,
  { search, library, clock, caller }: Rooms,
): Promise<readonly Article[]> {
  const within = ({ published }: Article) => {
    if (!span) return true;
    const at = Date.parse(published ?? "");
    return at >= span.from && at < span.to;
  };
  if (query.trim() === "") {
    const all = span ? await library.reach(span.from, span.to) : library.newest();
    return all.slice(0, MOST).filter(within).reverse();
  }
  await search.ready();
  const asked = { limit: MOST, now: clock.now(), zone: caller.zone };
  const scores = await search.scores(query, { ...asked, ...(span && { span }) });
  return scores
    .flatMap(({ id }) => library.get(id) ?? [])
    .filter(within)
    .sort((a, b) => ((a.published ?? "") < (b.published ?? "") ? -1 : 1));
}

/** Articles by publisher and language, those with most first; among equals whoever was first. */
export function coverageOf(
  articles: readonly Article[],
  library: Context["library"],
): readonly CoverageRow[] {
  const rows = new Map<string, { own: Article[]; publisher: string; language: Article["language"] }>();
  for (const article of articles) {
    const known = library.publisher(article.source);
    const key = `${known?.id ?? article.source} ${article.language}`;
    const row = rows.get(key) ?? { own: [], publisher: article.source, language: article.language };
    rows.set(key, row);
    row.own.push(article);
  }
  return [...rows.values()]
    .map(({ own, publisher, language }) => {
      const dates = own.flatMap(({ published }) => published ?? []).sort();
      return {
        ...{ publisher, language, articles: own.length },
        country: library.publisher(publisher)?.country ?? null,
        ...{ first: dates[0] ?? null, newest: dates.at(-1) ?? null },
      };
    })
    .sort((a, b) => b.articles - a.articles || ((a.first ?? "~") < (b.first ?? "~") ? -1 : 1));
}

/**
 * Articles of each day in a zone, days without any included. Each day's borders are reckoned once: the calendar of a
 * zone costs more than all else here.
 */
export function daysOf(articles: readonly Article[], zone: string, first: Day, last: Day): readonly DayRow[] {
  const rows = emptyRows(first, last);
  const ends = rows.map(({ day }) => spanOf(day, zone).to);
  const { from } = spanOf(first, zone);
  for (const { published, language } of articles) {
    const at = Date.parse(published ?? "");
    const row = at >= from ? rows[ends.findIndex((end) => at < end)] : undefined;
    if (!row) continue;
    row[language]++;
    row.total++;
  }
  return rows;
}

/** The same from what was counted elsewhere. */
export function rowsOf(counts: readonly DayCount[], first: Day, last: Day): readonly DayRow[] {
  const rows = emptyRows(first, last);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  for (const { day, language, articles } of counts) {
    const row = byDay.get(day);
    if (!row) continue;
    row[language] += articles;
    row.total += articles;
  }
  return rows;
}

function emptyRows(first: Day, last: Day): { day: Day; zh: number; en: number; ru: number; total: number }[] {
  const rows: ReturnType<typeof emptyRows> = [];
  for (let day = first; day <= last; day = addDays(day, 1)) rows.push({ day, zh: 0, en: 0, ru: 0, total: 0 });
  return rows;
}
