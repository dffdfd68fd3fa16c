/** Stories that go on over days and languages: each article belongs to one from the moment it is kept. */
import type { Article } from "../../article.ts";
import type { Library } from "../../articles/library.ts";
import { inSlices } from "../../slices.ts";
import type { Tongue } from "../profile.ts";
import { PAUSE_MS, storyFor, timeOf } from "./place.ts";
import { tellingOf } from "./telling.ts";
import { createWindow } from "./window.ts";

/** What an article carries of its story: the story's id, and the articles that it was found to be like. */
export type StoryMark = NonNullable<Article["story"]>;

export interface Lines {
  /**
   * The articles with the story of each. One that has a story already keeps it; a story's id is that of its first
   * article with an s before it.
   */
  place(articles: readonly Article[]): Promise<readonly Article[]>;
  /** Ids of a story's articles, in no order; empty when there is no such story. */
  articlesOf(story: string): Promise<readonly string[]>;
  /** The same articles, each with its story: what the library has is placed already. */
  marked(articles: readonly Article[]): Promise<readonly Article[]>;
}

/** Articles of the days around that a new one is compared with, at most: the newest of them. */
const COMPARED_WITH = 4_000;
/** Articles without a story that are placed before the first answer, about a millisecond each. */
const AT_ONCE = 2_000;
/** Articles of the days around that are placed with those that are asked about, so that a story does not depend on which is read first. */
const PLACED_AROUND = 1_000;
/** Likenesses that an article carries. */
const CARRIED = 12;
const LEAST = 0.05;

export function createLines(library: Library, tongue: Tongue): Lines {
  const window = createWindow();
  const marks = new Map<string, StoryMark>();
  const lines = new Map<string, { id: string; times: Map<string, number> }>();
  let opened: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function enter({ id, published, arrived }: Article, mark: StoryMark): void {
    marks.set(id, mark);
    const line = lines.get(mark.id) ?? { id: mark.id, times: new Map<string, number>() };
    lines.set(mark.id, line);
    line.times.set(id, timeOf({ published, ...(arrived && { arrived }) } as Article) ?? 0);
  }

  function leave(id: string): void {
    const mark = marks.get(id);
    const line = mark && lines.get(mark.id);
    marks.delete(id);
    line?.times.delete(id);
    if (line?.times.size === 0) lines.delete(line.id);
  }

  /**
   * Reads which article belongs where. What has no story yet gets one, in the order of time; an archive of an earlier
   * version is too large for that, and gets its stories day by day as they are asked for.
   */
  async function open(): Promise<void> {
    library.onChange(({ put, removed }) => {
      for (const id of removed) leave(id);
      for (const article of put) if (article.story) enter(article, article.story);
    });
    const all = library.newest();
    await inSlices(all, (article) => article.story && enter(article, article.story));
    const unplaced = all.filter(({ id }) => !marks.has(id));
    if (unplaced.length <= AT_ONCE) await placeAll(unplaced);
  }

  async function placeAll(articles: readonly Article[]): Promise<Article[]> {
    const ordered = [...articles].sort(
      (one, other) => (timeOf(one) ?? 0) - (timeOf(other) ?? 0) || (one.id < other.id ? -1 : 1),
    );
    await look(ordered);
    const placed = new Map<string, Article>();
    await inSlices(ordered, (article) => {
      const mark = marks.get(article.id) ?? markFor(article);
      enter(article, mark);
      placed.set(article.id, { ...article, story: mark });
    });
    return articles.map((article) => placed.get(article.id) ?? article);
  }

  function markFor(article: Article): StoryMark {
    const at = timeOf(article);
    const own = { id: `s${article.id}`, like: {} };
    if (at === null) return own;
    const telling = tellingOf(article, tongue);
    const near = window.near(telling, at, PAUSE_MS * 2);
    window.add(article.id, at, telling);
    const line = storyFor(
      at,
      near,
      (id) => lines.get(marks.get(id)?.id ?? ""),
      (id) => onePage(article, library.get(id)),
    );
    const like = Object.fromEntries(
      near
        .flatMap(({ id, like }) => (like >= LEAST ? [[id, Math.round(like * 1000) / 1000]] : []))
        .slice(0, CARRIED),
    );
    return { id: line?.id ?? own.id, like };
  }

  /** What the library has of the days around some articles, newest first. */
  function daysAround(articles: readonly Article[]): readonly Article[] {
    const times = articles.flatMap((article) => timeOf(article) ?? []);
    if (times.length === 0) return [];
    return library.between(Math.min(...times) - PAUSE_MS, Math.max(...times) + PAUSE_MS);
  }

  /** Those around that have no story yet. */
  function around(articles: readonly Article[]): readonly Article[] {
    const asked = new Set(articles.map(({ id }) => id));
    return daysAround(articles)
      .filter(({ id }) => !marks.has(id) && !asked.has(id))
      .slice(0, PLACED_AROUND);
  }

  /** Takes the placed articles of the days around into the window. */
  async function look(articles: readonly Article[]): Promise<void> {
    const known = daysAround(articles)
      .filter(({ id }) => marks.has(id))
      .slice(0, COMPARED_WITH)
      .filter(({ id }) => !window.has(id));
    await inSlices(known, (article) => {
      const at = timeOf(article);
      if (at !== null) window.add(article.id, at, tellingOf(article, tongue));
    });
  }

  /** One after another, so that what came first is there for what comes next. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  }
  const ready = () => {
    opened ??= inTurn(open);
    return opened;
  };

  return {
    async place(articles) {
      await ready();
      return inTurn(() => placeAll(articles));
    },
    async articlesOf(story) {
      await ready();
      return [...(lines.get(story)?.times.keys() ?? [])];
    },
    async marked(articles) {
      await ready();
      const known = (article: Article) => {
        const mark = article.story ?? marks.get(article.id);
        return mark && (article.story ? article : { ...article, story: mark });
      };
      const all = articles.map((article) => known(article) ?? article);
      const fresh = all.filter(({ story }) => !story);
      if (fresh.length === 0) return all;
      return inTurn(async () => {
        await placeAll([...fresh, ...around(fresh)]);
        return all.map((article) => known(article) ?? article);
      });
    },
  };
}

/** Midnight is left out: there it is the date that is known, not the moment. */
function onePage({ source, published }: Article, other: Article | undefined): boolean {
  if (source === "" || published === null || /T00:00:00/.test(published)) return false;
  return other?.source === source && other.published === published;
}

/** How like two articles were found to be; 0 where neither was like the other. */
export function likenessOf(one: Article, other: Article): number {
  return one.story?.like[other.id] ?? other.story?.like[one.id] ?? 0;
}
