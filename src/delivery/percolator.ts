/** The watches as an index that is asked with an article: which of them it may be news to. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Article } from "../article.ts";
import { boundsFault } from "../inbox/bounds.ts";
import type { Search } from "../search/search.ts";
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
  /** Takes up watches that were set up since the last call. @throws BotError "unavailable" */
  refresh(now: number): Promise<void>;
  /** Groups that an article may match; whether it does is for the search to say. */
  candidates(article: Article): Iterable<Group>;
  remove(key: string): void;
}

/** Watches that one look brings. */
const LOOKED = 16_000;
/** Rows that are asked for at once. */
const AT_ONCE = 100;
/** Clocks of replicas differ, and a row is written a moment after its entry. */
const OVERLAP_MS = 15_000;
/** The longest turn of the event loop. */
const TURN_MS = 5;

interface Indexed extends Group {
  readonly keys: Set<string>;
  /** Lists of terms of which an article must meet each; none when every article has to be looked at. */
  readonly lists: readonly (readonly string[])[];
}

/** @param excessive told of a watch, by key, that asks for more than is looked for; it is not taken up */
export function createPercolator({
  store,
  search,
  excessive,
}: {
  readonly store: StateStore;
  readonly search: () => Pick<Search, "watchTerms" | "termsOf">;
  excessive(key: string, reason: string, now: number): Promise<void>;
}): Percolator {
  const groups = new Map<string, Indexed>();
  const groupOf = new Map<string, string>();
  /** Groups by the terms of their most telling list; under "" those that every article is held against. */
  const byTerm = new Map<string, Set<Indexed>>();
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
    const lists = (await search().watchTerms(query)) ?? [];
    const group = { query, zone, keys: new Set<string>(), lists };
    groups.set(name, group);
    for (const term of lists[0] ?? [""]) {
      const those = byTerm.get(term) ?? new Set();
      those.add(group);
      byTerm.set(term, those);
    }
    return group;
  }

  function remove(key: string): void {
    const name = groupOf.get(key);
    const group = name === undefined ? undefined : groups.get(name);
    groupOf.delete(key);
    group?.keys.delete(key);
    if (name === undefined || !group || group.keys.size > 0) return;
    groups.delete(name);
    for (const term of group.lists[0] ?? [""]) {
      const those = byTerm.get(term);
      those?.delete(group);
      if (those?.size === 0) byTerm.delete(term);
    }
  }

  async function take(keys: readonly string[], now: number): Promise<void> {
    const watches: (Watch | undefined)[] = [];
    for (let at = 0; at < keys.length; at += AT_ONCE)
      watches.push(
        ...(await Promise.all(keys.slice(at, at + AT_ONCE).map((key) => readRow(store, key, watchRow, now)))),
      );
    let began = performance.now();
    for (const [at, watch] of watches.entries()) {
      const key = keys[at];
      if (watch && key !== undefined) await addWithin(key, watch, now);
      if (performance.now() - began < TURN_MS) continue;
      await nextTurn();
      began = performance.now();
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
    *candidates(article) {
      yield* byTerm.get("") ?? [];
      const terms = search().termsOf(article);
      const told = new Set<Indexed>();
      for (const term of terms)
        for (const group of byTerm.get(term) ?? []) {
          if (told.has(group)) continue;
          told.add(group);
          if (group.lists.every((list) => list.some((one) => terms.has(one)))) yield group;
        }
    },
    remove,
  };
}
