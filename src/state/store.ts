/** The state that outlives a process: small, typed by its caller, no queue and no lock hidden in a cache. */

/**
 * Values are JSON. Every method rejects with BotError("unavailable") when the backend cannot be reached;
 * a write that timed out is unknown, not undone. Keys are `room:scope:name`; a backend adds its own prefix.
 */
export interface StateStore {
  get(key: string): Promise<unknown>;
  /** Resolves when the value is safe (fsynced, or acknowledged by Redis). */
  set(key: string, value: unknown, ttlMs?: number): Promise<void>;
  /** First caller wins until `ttlMs` has passed. */
  claim(key: string, ttlMs: number): Promise<boolean>;
  /** Adds one to a counter that starts anew `windowMs` after its first count; answers the new count. */
  count(key: string, windowMs: number): Promise<number>;
  delete(key: string): Promise<void>;
  /** Keys that start with `prefix`, sorted. */
  keys(prefix: string): Promise<readonly string[]>;
  close(): Promise<void>;
}
