/** The state that outlives a process: small, typed by its caller, no queue and no lock hidden in a cache. */

/** A change of several keys that happens as a whole or not at all. */
export interface Change {
  /** What must still be there, key by key (as `get` answered it; undefined: nothing), or nothing is done. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** What is written; undefined deletes. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Milliseconds after which a key of `set` expires; a key that is not named here never does. */
  readonly ttl?: Readonly<Record<string, number>>;
}

/** How the backend is, for `status`. */
export interface StoreHealth {
  readonly backend: "memory" | "journal" | "redis";
  /** What is wrong, one sentence; null when all is well. */
  readonly fault: string | null;
}

/**
 * Values are JSON. Every method rejects with BotError("unavailable") when the backend cannot be reached;
 * a write that timed out is unknown, not undone. A backend adds its own prefix.
 * Keys are `room:scope:name`; what belongs to a channel or person has a scope of `scope.ts`, so that
 * `forget` finds it. Claims and counters are not values: `get`, `keys` and `entries` do not see them.
 */
export interface StateStore {
  /** The value, or undefined when there is none. */
  get(key: string): Promise<unknown>;
  /** Resolves when the value is safe (fsynced, or acknowledged by Redis). */
  set(key: string, value: unknown, ttlMs?: number): Promise<void>;
  /** First caller wins until `ttlMs` has passed. */
  claim(key: string, ttlMs: number): Promise<boolean>;
  /** Adds one to a counter that starts anew `windowMs` after its first count; answers the new count. */
  count(key: string, windowMs: number): Promise<number>;
  /** Removes the value, claim and counter of that name. */
  delete(key: string): Promise<void>;
  /** Keys that start with `prefix`, sorted. */
  keys(prefix: string): Promise<readonly string[]>;
  /** Keys that start with `prefix`, sorted, with their values; one round trip. */
  entries(prefix: string): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** Does the whole change if `when` holds, else nothing; answers whether it did. */
  commit(change: Change): Promise<boolean>;
  readonly health: StoreHealth;
  close(): Promise<void>;
}
