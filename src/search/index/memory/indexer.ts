/** How articles get into the index and out of it: one after the other, in slices, from a snapshot where there is one. */
import { existsSync } from "node:fs";
import type { Article } from "../../../article.ts";
import { eachInTurns, inSlices, type Steps } from "../../../slices.ts";
import type { Inverted } from "./inverted.ts";
import type { MemoryOptions } from "./options.ts";
import { readSnapshot, shippedFile, snapshotFile, writeSnapshot } from "./snapshot.ts";

/** After so many articles were analysed in one go, a snapshot spares the next start that work. */
const WORTH_KEEPING = 500;

export interface Indexer {
  add(articles: readonly Article[]): Promise<void>;
  remove(ids: readonly string[]): void;
  /** Settles when nothing waits any more; the instant of the last change, null when there was none. */
  ready(): Promise<number | null>;
  snapshot(): Promise<boolean>;
}

/**
 * @param folder where snapshots are; undefined for none
 * @param shipped where the build left an index of the shipped articles
 * @param seen called for each article that is now in the index
 * @param gone called for each that no longer is
 * @param fault called with what the file system said; the index goes on without a snapshot
 */
export function createIndexer(
  index: Inverted,
  analyzer: MemoryOptions["analyzer"],
  {
    folder,
    shipped,
    now,
    seen,
    gone,
    fault,
  }: {
    readonly folder: string | undefined;
    readonly shipped: string | undefined;
    readonly now: () => number;
    readonly seen: (article: Article) => void;
    readonly gone: (id: string) => void;
    readonly fault: (thrown: unknown) => void;
  },
): Indexer {
  let waiting: Promise<unknown> = Promise.resolve();
  let changedAt: number | null = null;
  let changes = 0;
  let pending = 0;

  const next = <T>(work: () => Promise<T>): Promise<T> => {
    pending++;
    const done = waiting.then(work).finally(() => pending--);
    waiting = done.catch(() => undefined);
    return done;
  };
  const changed = () => {
    changes++;
    changedAt = now();
  };
  /** No search sees them from now on; what is left to do to have their places back. */
  const hide = (ids: readonly string[]): readonly Steps<void>[] => {
    const left = ids.flatMap((id) => index.remove(id) ?? []);
    for (const id of ids) gone(id);
    changed();
    return left;
  };
  const done = (left: readonly Steps<void>[]): Promise<void> => eachInTurns(left, (steps) => steps);
  const restore = async (articles: readonly Article[]): Promise<readonly Article[]> => {
    if (index.slots > 0 || articles.length === 0) return articles;
    // The name of the file takes longer to make than it takes to find that there is none.
    const file =
      folder !== undefined && existsSync(folder)
        ? snapshotFile(folder, analyzer)
        : shipped && shippedFile(shipped, analyzer);
    if (file === undefined) return articles;
    const kept = await readSnapshot(file, index, articles);
    await inSlices(kept, seen);
    return articles.filter((article) => !kept.has(article));
  };
  const save = async (): Promise<boolean> => {
    if (folder === undefined) return false;
    const before = changes;
    try {
      return await writeSnapshot(snapshotFile(folder, analyzer), index, () => changes === before);
    } catch (thrown) {
      fault(thrown);
      return false;
    }
  };

  return {
    add: (articles) =>
      next(async () => {
        const fresh = await restore(articles);
        await eachInTurns(fresh, function* (article) {
          yield* index.put(article);
          seen(article);
        });
        changed();
        if (fresh.length >= WORTH_KEEPING) void next(save);
      }),
    remove: (ids) => {
      // What still waits to be added may be what is to go.
      const again = pending > 0;
      const left = hide(ids);
      if (again || left.length > 0)
        void next(async () => {
          await done(left);
          if (again) await done(hide(ids));
        });
    },
    ready: async () => {
      await waiting;
      return changedAt;
    },
    snapshot: () => next(save),
  };
}
