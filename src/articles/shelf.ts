/** The library in memory: articles by id and by time. */
import { type Article, momentOf, type Publisher } from "../article.ts";
import type { Words } from "../i18n/words.ts";
import type { Beyond, Library } from "./library.ts";
import { indexPublishers } from "./publishers.ts";

/** Newest first; what nobody dated by when it was first seen, else last; ties by id, so that the order is the same everywhere. */
function byNewest(a: Article, b: Article): number {
  const [left, right] = [momentOf(a) ?? "", momentOf(b) ?? ""];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** So many changes at once are sorted in one by one; moving what stands behind costs less than sorting all. */
const FEW = 200;

/** Articles that are lent to it, at most. */
const LENT = 4_000;

/**
 * @param beyond an archive that has more, where there is one
 * @throws when two publishers share a name
 */
export function createLibrary(
  publishers: readonly Publisher[],
  articles: readonly Article[] = [],
  faults: readonly Words[] = [],
  site?: string,
  beyond: () => Beyond | undefined = () => undefined,
): Library {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const byName = indexPublishers(publishers);
  const listeners: Parameters<Library["onChange"]>[0][] = [];
  let sorted: Article[] | undefined;
  const lent = new Map<string, Article>();
  const newest = (): readonly Article[] => {
    sorted ??= [...byId.values()].sort(byNewest);
    return sorted;
  };
  /** A few articles are put where they belong or taken out; for many the order is made anew when it is next asked for. */
  const reorder = (gone: readonly Article[], come: readonly Article[]) => {
    if (gone.length + come.length > FEW) sorted = undefined;
    if (!sorted) return;
    for (const article of gone) sorted.splice(placeOf(sorted, article), 1);
    for (const article of come) sorted.splice(placeOf(sorted, article), 0, article);
  };
  const tell = (put: readonly Article[], removed: readonly string[]) => {
    for (const listener of listeners) listener({ put, removed });
  };
  const between = (from: number, to: number): readonly Article[] => {
    const all = newest();
    return all
      .slice(
        firstBelow(all, (moment) => moment < to),
        firstBelow(all, (moment) => moment < from),
      )
      .filter(({ published }) => published !== null);
  };
  return {
    get size() {
      return Math.max(byId.size, beyond()?.articles ?? 0);
    },
    get: (id) => byId.get(id) ?? lent.get(id),
    lend(articles) {
      for (const article of articles) {
        lent.delete(article.id);
        lent.set(article.id, article);
      }
      for (const id of lent.keys()) {
        if (lent.size <= LENT) break;
        lent.delete(id);
      }
    },
    newest,
    between,
    async reach(from, to) {
      const far = await beyond()?.between(from, to, between(from, to).length);
      const here = between(from, to);
      if (!far) return here;
      return [...new Map([...far, ...here].map((one) => [one.id, one])).values()].sort(byNewest);
    },
    publishers,
    publisher: byName,
    put(fresh) {
      const last = [...new Map(fresh.map((article) => [article.id, article])).values()];
      const replaced = last.flatMap(({ id }) => byId.get(id) ?? []);
      for (const article of last) byId.set(article.id, article);
      reorder(replaced, last);
      tell(fresh, []);
    },
    remove(ids) {
      const gone = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
      const removed = ids.filter((id) => byId.delete(id));
      for (const id of ids) lent.delete(id);
      reorder(gone, []);
      if (removed.length > 0) tell([], removed);
    },
    site,
    onChange: (listener) => void listeners.push(listener),
    faults,
  };
}

/** Where an article stands, or would stand, among articles in this order. */
function placeOf(articles: readonly Article[], article: Article): number {
  return firstWhere(articles, (other) => byNewest(other, article) >= 0);
}

/** Place of the first article for whose instant `below` holds; one without stands below all. */
function firstBelow(articles: readonly Article[], below: (moment: number) => boolean): number {
  return firstWhere(articles, (article) => {
    const moment = momentOf(article);
    return moment === null || below(Date.parse(moment));
  });
}

/** Binary search: the first item for which `is` holds, which then holds for all after it; the length when there is none. */
function firstWhere<T>(items: readonly T[], is: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && is(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
