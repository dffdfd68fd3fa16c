/** Rows, their expiry and their indexes in memory: what the memory and journal backends hold. */
import { createExpiry } from "./expiry.ts";
import { indexOf, isListed, partitionOf } from "./partition.ts";
import { createSortedSet, type SortedSet } from "./sorted-set.ts";
import type { Due, DueEntry, Indexed, Step } from "./store.ts";

/**
 * One write: the name, its JSON text (null: deleted), the epoch ms at which it expires (null: never), and where the
 * row stands in the index of its room (epoch ms; absent: where it stood).
 */
export type Write = readonly [name: string, json: string | null, expires: number | null, at?: number];

export interface Table {
  /** How many rows there are; some may have expired. */
  readonly size: number;
  /** JSON text of a live row, or undefined. */
  get(name: string, now: number): string | undefined;
  apply(writes: readonly Write[]): void;
  /** Names of rows of a partition that start with `prefix` and come after `after`, sorted, `n` at most; some may have expired. */
  names(partition: string, prefix: string, after: string, n: number): readonly string[];
  /** The last of them, the very last first. */
  lastNames(partition: string, prefix: string, n: number): readonly string[];
  due(rooms: readonly Indexed[], now: number, n: number, since: number): Due;
  /** When somebody has to look at a key, or undefined where it stands in no index. */
  at(key: string): number | undefined;
  /** Moves the entry of a key to another instant. */
  place(key: string, at: number): void;
  index(room: Indexed): Pick<SortedSet, "size" | "names">;
  /** Every live row as a write that makes it again; rows may change while it goes on. */
  all(now: number): Iterable<Write>;
  /** Forgets some of what has expired. */
  sweep(now: number): void;
  clear(): void;
}

interface Row {
  readonly json: string;
  readonly expires: number | null;
}

/** Expired rows that one call forgets. */
const SWEPT = 200;
/** What every name of a value begins with. */
const VALUE = "v:";

export function createTable(): Table {
  const rows = new Map<string, Row>();
  const partitions = new Map<string, SortedSet>();
  const indexes = new Map<Indexed, SortedSet>();
  let expiring = createExpiry();
  const alive = (expires: number | null, now: number): boolean => expires === null || expires > now;

  const index = (room: Indexed): SortedSet => kept(indexes, room);

  function drop(name: string): void {
    rows.delete(name);
    expiring.delete(name);
    if (!name.startsWith(VALUE)) return;
    const key = name.slice(VALUE.length);
    if (isListed(key)) partitions.get(partitionOf(key))?.delete(key);
    const room = indexOf(key);
    if (room) index(room).delete(key);
  }

  function put([name, json, expires, at]: Write, text: string): void {
    rows.set(name, { json: text, expires });
    if (expires === null) expiring.delete(name);
    else expiring.set(name, expires);
    if (json === null || !name.startsWith(VALUE)) return;
    const key = name.slice(VALUE.length);
    if (isListed(key)) kept(partitions, partitionOf(key)).set(key, 0);
    const room = indexOf(key);
    if (room && (at !== undefined || index(room).scoreOf(key) === undefined)) index(room).set(key, at ?? 0);
  }

  function sweep(now: number): void {
    for (const name of expiring.take(now, SWEPT)) drop(name);
  }

  return {
    get size() {
      return rows.size;
    },
    get: (name, now) => {
      const row = rows.get(name);
      return row && alive(row.expires, now) ? row.json : undefined;
    },
    apply(writes) {
      for (const write of writes) {
        if (write[1] === null) drop(write[0]);
        else put(write, write[1]);
      }
    },
    names: (partition, prefix, after, n) => partitions.get(partition)?.startingWith(prefix, after, n) ?? [],
    lastNames: (partition, prefix, n) => partitions.get(partition)?.endOf(prefix, n) ?? [],
    due(rooms, now, n, since) {
      const entries = rooms.flatMap((room) => index(room).range(since, now, n).map(asEntry));
      const later = rooms.flatMap((room) => index(room).above(now) ?? []);
      return {
        entries: entries.sort((a, b) => a.at - b.at),
        next: later.length > 0 ? Math.min(...later) : undefined,
      };
    },
    at: (key) => {
      const room = indexOf(key);
      return room && index(room).scoreOf(key);
    },
    place: (key, at) => {
      const room = indexOf(key);
      if (room) index(room).set(key, at);
    },
    index,
    *all(now) {
      for (const [name, { json, expires }] of rows) {
        if (!alive(expires, now)) continue;
        const key = name.startsWith(VALUE) ? name.slice(VALUE.length) : "";
        const room = indexOf(key);
        const at = room && index(room).scoreOf(key);
        yield at === undefined ? [name, json, expires] : [name, json, expires, at];
      }
    },
    sweep,
    clear() {
      rows.clear();
      partitions.clear();
      indexes.clear();
      expiring = createExpiry();
    },
  };
}

function kept<K>(sets: Map<K, SortedSet>, name: K): SortedSet {
  const known = sets.get(name);
  if (known) return known;
  const made = createSortedSet();
  sets.set(name, made);
  return made;
}

function asEntry([key, at]: readonly [string, number]): DueEntry {
  return { key, at };
}

/** The writes of a change, with expiry counted from `now`. */
export function writesOf({ set }: Step, now: number): readonly Write[] {
  return set.map(({ key, value, ttl, at }): Write => {
    const expires = ttl === undefined ? null : now + ttl;
    if (value === undefined) return [VALUE + key, null, null];
    const json = JSON.stringify(value);
    return indexOf(key) === undefined
      ? [VALUE + key, json, expires]
      : [VALUE + key, json, expires, at ?? now];
  });
}

/** What a row says; what is no JSON was not written by the bot, and whoever reads it finds text, of the wrong shape. */
export function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** What a condition of `when` must find; undefined: nothing. */
export function expectedJson(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
