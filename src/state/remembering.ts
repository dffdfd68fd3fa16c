/** A store that answers reads from what it saw last when its backend is away; writes are never pretended. */
import { BotError } from "../errors.ts";
import { roomOf, scopeOfKey, workspaceOf } from "./partition.ts";
import type { Rows, StateStore } from "./store.ts";

/** What one process remembers at most; the oldest goes first. */
const KEYS_KEPT = 5000;
const PREFIXES_KEPT = 500;
/** A list of more rows is not remembered. */
const ROWS_KEPT = 2000;

/**
 * Rooms that only deliveries read, by the thousand for each article; they stand still without the backend, and what
 * people ask for would be forgotten for them.
 */
const PASSING = new Set(["seen", "last", "planned", "tally", "lease", "wait"]);

/** Wraps `inner`; only reads that were answered before, or lie under a prefix that was listed, can be answered alone. */
export function rememberingStore(inner: StateStore): StateStore {
  const values = new Map<string, unknown>();
  const lists = new Map<string, Map<string, unknown>>();
  const lasts = new Map<string, Rows>();

  /** The lists that a key is or would be in: its channel's, its workspace's, or some of its room's. */
  function listsWith(key: string): readonly Map<string, unknown>[] {
    const [room, scope, workspace] = [roomOf(key), scopeOfKey(key), workspaceOf(key)];
    const prefixes =
      workspace === undefined
        ? [...lists.keys()].filter((prefix) => key.startsWith(prefix))
        : [`${room}:${scope}:`, `${room}:${workspace}/`];
    return prefixes.flatMap((prefix) => lists.get(prefix) ?? []);
  }

  function keepValue(key: string, value: unknown): void {
    if (PASSING.has(roomOf(key))) return;
    put(values, key, value, KEYS_KEPT);
    keepInLists(key, value);
  }

  function keepInLists(key: string, value: unknown): void {
    for (const list of listsWith(key)) {
      if (value === undefined) list.delete(key);
      else list.set(key, value);
    }
  }

  /** What is written by the thousand is not remembered; what is remembered stays true. */
  function keepKnown(key: string, value: unknown): void {
    if (values.has(key)) keepValue(key, value);
    else if (!PASSING.has(roomOf(key))) keepInLists(key, value);
  }

  function rememberedValue(key: string, reason: unknown): unknown {
    if (values.has(key)) return values.get(key);
    const [list] = listsWith(key);
    if (list) return list.get(key);
    throw reason;
  }

  function keepList(prefix: string, fresh: Rows): void {
    if (fresh.length > ROWS_KEPT) lists.delete(prefix);
    else put(lists, prefix, new Map(fresh), PREFIXES_KEPT);
    for (const [key, value] of fresh) if (values.has(key)) values.set(key, value);
  }

  function rememberedList(prefix: string, reason: unknown): Rows {
    const list = lists.get(prefix);
    if (!list) throw reason;
    return [...list].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  return {
    ...passed(inner),
    get: async (key) => {
      try {
        const value = await inner.get(key);
        keepValue(key, value);
        return value;
      } catch (reason) {
        return rememberedValue(key, onlyAway(reason));
      }
    },
    getAll: async (keys) => {
      try {
        return await inner.getAll(keys);
      } catch (reason) {
        onlyAway(reason);
        return keys.map((key) => rememberedValue(key, reason));
      }
    },
    list: async (prefix) => {
      try {
        const fresh = await inner.list(prefix);
        keepList(prefix, fresh);
        return fresh;
      } catch (reason) {
        return rememberedList(prefix, onlyAway(reason));
      }
    },
    last: async (prefix, n) => {
      try {
        const fresh = await inner.last(prefix, n);
        put(lasts, prefix, fresh, PREFIXES_KEPT);
        return fresh;
      } catch (reason) {
        onlyAway(reason);
        const known = lasts.get(prefix);
        if (!known) throw reason;
        return known.slice(0, n);
      }
    },
    async *pages(prefix) {
      let fresh: (readonly [key: string, value: unknown])[] = [];
      let rows = 0;
      try {
        for await (const page of inner.pages(prefix)) {
          rows += page.length;
          if (rows <= ROWS_KEPT) fresh.push(...page);
          else fresh = [];
          yield page;
        }
      } catch (reason) {
        const known = rememberedList(prefix, onlyAway(reason));
        // Who was given the first pages is not given them again.
        if (rows > 0) throw reason;
        yield known;
        return;
      }
      if (rows <= ROWS_KEPT) keepList(prefix, fresh);
      else lists.delete(prefix);
    },
    set: async (key, value, ttlMs) => {
      await inner.set(key, value, ttlMs);
      keepValue(key, value);
    },
    delete: async (key) => {
      await inner.delete(key);
      keepValue(key, undefined);
    },
    commit: async (change) => {
      const happened = await inner.commit(change);
      if (happened) for (const [key, value] of Object.entries(change.set)) keepValue(key, value);
      return happened;
    },
    commitAll: async (steps) => {
      const happened = await inner.commitAll(steps);
      for (const [at, { set }] of steps.entries())
        if (happened[at]) for (const { key, value } of set) keepKnown(key, value);
      return happened;
    },
    get health() {
      return inner.health;
    },
  };
}

function passed(
  inner: StateStore,
): Pick<StateStore, "claim" | "count" | "ofScope" | "ofRoom" | "due" | "move" | "size" | "sweep" | "close"> {
  const { claim, count, ofScope, ofRoom, due, move, size, sweep, close } = inner;
  return { claim, count, ofScope, ofRoom, due, move, size, sweep, close };
}

function put<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > most ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}

function onlyAway(reason: unknown): unknown {
  if (reason instanceof BotError && reason.code === "unavailable") return reason;
  throw reason;
}
