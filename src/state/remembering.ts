/** A store that answers reads from what it saw last when its backend is away; writes are never pretended. */
import { BotError } from "../errors.ts";
import type { Change, StateStore } from "./store.ts";

/** What one process remembers at most; the oldest goes first. */
const KEYS_KEPT = 5000;
const PREFIXES_KEPT = 500;

type Entries = readonly (readonly [key: string, value: unknown])[];

/** Wraps `inner`; only reads that were answered before, or lie under a listed prefix, can be answered alone. */
export function rememberingStore(inner: StateStore): StateStore {
  const values = new Map<string, unknown>();
  const lists = new Map<string, Map<string, unknown>>();

  function keepValue(key: string, value: unknown): void {
    put(values, key, value, KEYS_KEPT);
    for (const [prefix, list] of lists) {
      if (!key.startsWith(prefix)) continue;
      if (value === undefined) list.delete(key);
      else list.set(key, value);
    }
  }

  function rememberedValue(key: string, reason: unknown): unknown {
    if (values.has(key)) return values.get(key);
    for (const [prefix, list] of lists) if (key.startsWith(prefix)) return list.get(key);
    throw reason;
  }

  function rememberedList(prefix: string, reason: unknown): Entries {
    for (const [known, list] of lists)
      if (prefix.startsWith(known))
        return [...list].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
    throw reason;
  }

  async function entries(prefix: string): Promise<Entries> {
    try {
      const fresh = await inner.entries(prefix);
      put(lists, prefix, new Map(fresh), PREFIXES_KEPT);
      for (const [key, value] of fresh) if (values.has(key)) values.set(key, value);
      return fresh;
    } catch (reason) {
      return rememberedList(prefix, onlyAway(reason));
    }
  }

  async function commit(change: Change): Promise<boolean> {
    const happened = await inner.commit(change);
    if (happened) for (const [key, value] of Object.entries(change.set)) keepValue(key, value);
    return happened;
  }

  return {
    entries,
    commit,
    get: async (key) => {
      try {
        const value = await inner.get(key);
        keepValue(key, value);
        return value;
      } catch (reason) {
        return rememberedValue(key, onlyAway(reason));
      }
    },
    set: async (key, value, ttlMs) => {
      await inner.set(key, value, ttlMs);
      keepValue(key, value);
    },
    delete: async (key) => {
      await inner.delete(key);
      keepValue(key, undefined);
    },
    keys: async (prefix) => (await entries(prefix)).map(([key]) => key),
    claim: (key, ttlMs) => inner.claim(key, ttlMs),
    count: (key, windowMs) => inner.count(key, windowMs),
    get health() {
      return inner.health;
    },
    close: () => inner.close(),
  };
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
