/** Keys, values and their expiry in memory: what the memory and journal backends hold, and a copy for bad days. */
import type { Change } from "./store.ts";

/** One write: the key, its JSON text (null: deleted) and the epoch ms at which it expires (null: never). */
export type Write = readonly [key: string, json: string | null, expires: number | null];

export interface Table {
  /** JSON text of a live key, or undefined. */
  get(key: string, now: number): string | undefined;
  apply(writes: readonly Write[]): void;
  /** Live keys with that prefix, sorted. */
  keys(prefix: string, now: number): readonly string[];
  /** Every live key as a write that makes it again. */
  all(now: number): readonly Write[];
  /** Forgets what has expired; answers how many keys are left. */
  sweep(now: number): number;
}

export function createTable(): Table {
  const rows = new Map<string, { readonly json: string; readonly expires: number | null }>();
  const alive = (expires: number | null, now: number): boolean => expires === null || expires > now;
  const live = (now: number): [string, { json: string; expires: number | null }][] =>
    [...rows].filter(([, row]) => alive(row.expires, now));
  return {
    get: (key, now) => {
      const row = rows.get(key);
      return row && alive(row.expires, now) ? row.json : undefined;
    },
    apply: (writes) => {
      for (const [key, json, expires] of writes) {
        if (json === null) rows.delete(key);
        else rows.set(key, { json, expires });
      }
    },
    keys: (prefix, now) =>
      live(now)
        .map(([key]) => key)
        .filter((key) => key.startsWith(prefix))
        .sort(),
    all: (now) => live(now).map(([key, row]): Write => [key, row.json, row.expires]),
    sweep: (now) => {
      for (const [key, row] of rows) if (!alive(row.expires, now)) rows.delete(key);
      return rows.size;
    },
  };
}

/** The writes of a change, with expiry counted from `now`. */
export function writesOf(change: Change, now: number): readonly Write[] {
  return Object.entries(change.set).map(([key, value]): Write => {
    const ttl = change.ttl?.[key];
    return [key, value === undefined ? null : JSON.stringify(value), ttl === undefined ? null : now + ttl];
  });
}

/** What a condition of `when` must find; undefined: nothing. */
export function expectedJson(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
