/** The library in memory: articles by id and by time. */
import type { Article, Publisher } from "../article.ts";
import type { Words } from "../i18n/words.ts";
import type { Library } from "./library.ts";
import { indexPublishers } from "./publishers.ts";

/** Newest first; without a date last; ties by id, so that the order is the same everywhere. */
function byNewest(a: Article, b: Article): number {
  const [left, right] = [a.published ?? "", b.published ?? ""];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** @throws when two publishers share a name */
export function createLibrary(
  publishers: readonly Publisher[],
  articles: readonly Article[] = [],
  faults: readonly Words[] = [],
): Library {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const byName = indexPublishers(publishers);
  const listeners: Parameters<Library["onChange"]>[0][] = [];
  let sorted: readonly Article[] | undefined;
  const newest = () => {
    sorted ??= [...byId.values()].sort(byNewest);
    return sorted;
  };
  const change = (put: readonly Article[], removed: readonly string[]) => {
    sorted = undefined;
    for (const listener of listeners) listener({ put, removed });
  };
  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    newest,
    between: (from, to) =>
      newest().filter(({ published }) => published !== null && within(Date.parse(published), from, to)),
    publishers,
    publisher: byName,
    put(fresh) {
      for (const article of fresh) byId.set(article.id, article);
      change(fresh, []);
    },
    remove(ids) {
      const removed = ids.filter((id) => byId.delete(id));
      if (removed.length > 0) change([], removed);
    },
    onChange: (listener) => void listeners.push(listener),
    faults,
  };
}

function within(instant: number, from: number, to: number): boolean {
  return instant >= from && instant < to;
}
