/** The watches as an index that is asked with an article: which of them it is news to. */
import type { Article } from "../article.ts";
import { boundsFault } from "../inbox/bounds.ts";
import type { Percolator, Search } from "../search/search.ts";
import { slicer } from "../slices.ts";
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

export interface WatchIndex {
  readonly size: number;
  /** Takes up watches that were set up since the last call. @throws BotError "unavailable" */
  refresh(now: number): Promise<void>;
  /** Groups that an article matches; where not `sure`, the search has to be asked. */
  candidates(article: Article): AsyncIterable<{ readonly group: Group; readonly sure: boolean }>;
  remove(key: string): void;
}

/** Watches that one look brings. */
const LOOKED = 16_000;
/** Rows that are asked for at once. */
const AT_ONCE = 100;
/** Clocks of replicas differ, and a row is written a moment after its entry. */
const OVERLAP_MS = 15_000;

interface Indexed extends Group {
  readonly keys: Set<string>;
}

/** @param excessive told of a watch, by key, that asks for more than is looked for; it is not taken up */
export function createWatchIndex({
  store,
  search,
  excessive,
}: {
  readonly store: StateStore;
  readonly search: () => Pick<Search, "percolator">;
  excessive(key: string, reason: string, now: number): Promise<void>;
}): WatchIndex {
  const groups = new Map<string, Indexed>();
  const groupOf = new Map<string, string>();
  /** Has the groups' queries under their names. */
  let percolator: Percolator | undefined;
  let since: number | undefined;
  /** When the first taking-up began; one that the state's absence broke off goes on where it was. */
  let begun: number | undefined;

  async function add(key: string, { query, zone }: Watch): Promise<void> {
    const name = `${zone} ${query}`;
    if (groupOf.get(key) === name) return;
    remove(key);
    const group = groups.get(name) ?? (await grouped(name, query, zone));
    group.keys.add(key);
    groupOf.set(key, name);
  }

  /** Versions before the bounds saved watches of any length. */
  async function addWithin(key: string, watch: Watch, now: number): Promise<void> {
    const fault = boundsFault([watch.query]);
    if (fault === null) return add(key, watch);
    remove(key);
    await excessive(key, fault.en, now);
  }

  async function grouped(name: string, query: string, zone: string): Promise<Indexed> {
    percolator ??= search().percolator();
    await percolator.put(name, query);
    const group = { query, zone, keys: new Set<string>() };
    groups.set(name, group);
    return group;
  }

  function remove(key: string): void {
    const name = groupOf.get(key);
    const group = name === undefined ? undefined : groups.get(name);
    groupOf.delete(key);
    group?.keys.delete(key);
    if (name === undefined || !group || group.keys.size > 0) return;
    groups.delete(name);
    percolator?.remove(name);
  }

  async function take(keys: readonly string[], now: number): Promise<void> {
    const watches: (Watch | undefined)[] = [];
    for (let at = 0; at < keys.length; at += AT_ONCE)
      watches.push(
        ...(await Promise.all(keys.slice(at, at + AT_ONCE).map((key) => readRow(store, key, watchRow, now)))),
      );
    const rest = slicer();
    for (const [at, watch] of watches.entries()) {
      const key = keys[at];
      if (watch && key !== undefined) await addWithin(key, watch, now);
      const pause = rest();
      if (pause) await pause;
    }
  }

  return {
    get size() {
      return groupOf.size;
    },
    async refresh(now) {
      if (since === undefined) {
        begun ??= now;
        for await (const keys of store.ofRoom("watch"))
          await take(
            keys.filter((key) => !groupOf.has(key)),
            now,
          );
        // What changed meanwhile is read once more.
        since = begun - OVERLAP_MS;
      } else {
        const { entries } = await store.due(["watch"], Number.POSITIVE_INFINITY, LOOKED, since);
        await take(
          entries.map(({ key }) => key),
          now,
        );
        since = now - OVERLAP_MS;
      }
    },
    async *candidates(article) {
      for await (const { name, sure } of percolator?.candidates(article) ?? []) {
        const group = groups.get(name);
        if (group) yield { group, sure };
      }
    },
    remove,
  };
}
