/** The watches as an index that is asked with an article: which of them it is news to. */
import type { Article } from "../article.ts";
import { boundsFault } from "../inbox/bounds.ts";
import type { Percolator, Search } from "../search/search.ts";
import { slicer } from "../slices.ts";
import { readRow } from "../state/rows.ts";
import type { DueEntry, StateStore } from "../state/store.ts";
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
  /** The clock was set back: the next look takes up what no look by instants would find. */
  anew(): void;
  remove(key: string): void;
}

/** Watches that one look brings. */
const LOOKED = 16_000;
/** Rows that are asked for at once. */
const AT_ONCE = 100;
/** Clocks of replicas differ, and a row is written a moment after its entry. */
const OVERLAP_MS = 15_000;
/** How long after its entry a row may still be as it was: it is read once more by then. */
const SETTLED_MS = 5_000;

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
  /** Entries of the last look, with when they were read first; each is read twice, and not at every look. */
  let known = new Map<string, { readonly at: number; readonly first: number; readonly again: boolean }>();

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
    const rest = slicer();
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const page = keys.slice(from, from + AT_ONCE);
      const watches = await Promise.all(page.map((key) => readRow(store, key, watchRow, now)));
      for (const [at, watch] of watches.entries()) {
        const key = page[at];
        if (watch && key !== undefined) await addWithin(key, watch, now);
        const pause = rest();
        if (pause) await pause;
      }
    }
  }

  /** Takes up what an entry says has changed. */
  async function takeChanged(entries: readonly DueEntry[], now: number): Promise<void> {
    const next: typeof known = new Map();
    const changed: string[] = [];
    for (const { key, at } of entries) {
      const before = known.get(key);
      const isNew = before?.at !== at;
      const again = !isNew && (before.again || now - before.first > SETTLED_MS);
      if (isNew || (again && !before.again)) changed.push(key);
      next.set(key, { at, first: isNew ? now : before.first, again });
    }
    await take(changed, now);
    known = next;
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
        await takeChanged(entries, now);
        since = now - OVERLAP_MS;
      }
    },
    anew() {
      [since, begun] = [undefined, undefined];
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
