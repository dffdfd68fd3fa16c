/** The watches as an index that is asked with an article: which of them it may be news to. */
import type { Article } from "../article.ts";
import { readRow } from "../state/rows.ts";
import type { StateStore } from "../state/store.ts";
import type { Watch } from "./model.ts";
import { watchRow } from "./schema.ts";

/** Watches that look for the same: one look serves all of them. */
export interface Group {
  readonly query: string;
  readonly zone: string;
  readonly keys: ReadonlySet<string>;
}

export interface Percolator {
  readonly size: number;
  /** Takes up watches that were set up since the last call; those that cannot be used are handed to `putAside`. */
  refresh(now: number, putAside: (key: string, reason: string, now: number) => Promise<void>): Promise<void>;
  /** Groups that an article may match; whether it does is for the search to say. */
  candidates(article: Article): Iterable<Group>;
  remove(key: string): void;
}

/** Watches that one look brings. */
const LOOKED = 16_000;
/** Clocks of replicas differ, and a row is written a moment after its entry. */
const OVERLAP_MS = 15_000;

export function createPercolator({ store }: { readonly store: StateStore }): Percolator {
  const groups = new Map<string, { query: string; zone: string; keys: Set<string> }>();
  const groupOf = new Map<string, string>();
  let since: number | undefined;

  function add(key: string, { query, zone }: Watch): void {
    const name = `${zone} ${query}`;
    if (groupOf.get(key) === name) return;
    remove(key);
    const group = groups.get(name) ?? { query, zone, keys: new Set() };
    groups.set(name, group);
    group.keys.add(key);
    groupOf.set(key, name);
  }

  function remove(key: string): void {
    const name = groupOf.get(key);
    if (name === undefined) return;
    const group = groups.get(name);
    group?.keys.delete(key);
    if (group?.keys.size === 0) groups.delete(name);
    groupOf.delete(key);
  }

  async function take(keys: readonly string[], now: number): Promise<void> {
    const watches = await Promise.all(keys.map((key) => readRow(store, key, watchRow, now)));
    watches.forEach((watch, at) => {
      const key = keys[at];
      if (watch && key !== undefined) add(key, watch);
    });
  }

  return {
    get size() {
      return groupOf.size;
    },
    async refresh(now) {
      if (since === undefined) for await (const keys of store.ofRoom("watch")) await take(keys, now);
      else {
        const { entries } = await store.due(["watch"], Number.POSITIVE_INFINITY, LOOKED, since);
        await take(
          entries.map(({ key }) => key),
          now,
        );
      }
      since = now - OVERLAP_MS;
    },
    candidates: () => groups.values(),
    remove,
  };
}
