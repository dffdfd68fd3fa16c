/** The state that outlives a process: small, typed by its caller, with indexes, so that nothing ever lists everything. */

/**
 * Rooms whose rows stand in an index (the outbox has one for each platform, and one for webhooks), each with a number: the instant (epoch ms) at which somebody has to look at it.
 * An entry is a hint: it is written before its row and taken out after it, so that a row is never without one.
 */
export const INDEXED = [
  "schedule",
  "watch",
  "webhook",
  "alert",
  "dead-letter",
  "settings",
  "slack-installation",
  "leaving",
] as const;
export type Indexed = (typeof INDEXED)[number] | `outbox/${string}`;

/** A change of several rows of one partition (see `partition.ts`) that happens as a whole or not at all. */
export interface Change {
  /** What must still be there, key by key (as `get` answered it; undefined: nothing), or nothing is done. */
  readonly when?: Readonly<Record<string, unknown>>;
  /** What is written; undefined deletes. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Milliseconds after which a key of `set` expires; a key that is not named here never does. */
  readonly ttl?: Readonly<Record<string, number>>;
  /** When somebody has to look at a row of an indexed room (epoch ms); one that is not named here: now. */
  readonly at?: Readonly<Record<string, number>>;
}

/** The same as lists, for what is made by the thousand: they cost much less than objects with names of their own. */
export interface Step {
  readonly when: readonly (readonly [key: string, value: unknown])[];
  readonly set: readonly Put[];
}

export type Rows = readonly (readonly [key: string, value: unknown])[];

/** All pages together. */
export async function allOf(pages: AsyncIterable<Rows>): Promise<Rows> {
  const all: (readonly [key: string, value: unknown])[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

export interface Put {
  readonly key: string;
  readonly value: unknown;
  readonly ttl?: number | undefined;
  readonly at?: number | undefined;
}

export function stepOf({ when = {}, set, ttl = {}, at = {} }: Change): Step {
  return {
    when: Object.entries(when),
    set: Object.entries(set).map(([key, value]) => ({ key, value, ttl: ttl[key], at: at[key] })),
  };
}

/** An entry of an index. */
export interface DueEntry {
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Due {
  /** Earliest first. */
  readonly entries: readonly DueEntry[];
  /** When the earliest of the others is due; undefined when there is none. */
  readonly next: number | undefined;
}

/** How the backend is, for `status`. */
export interface StoreHealth {
  readonly backend: "memory" | "journal" | "redis";
  /** What is wrong, one sentence; null when all is well. */
  readonly fault: string | null;
  /** Whether another process has this state: nothing can be saved here for as long as it runs. */
  readonly locked?: boolean;
}

/**
 * Values are JSON. Every method rejects with BotError("unavailable") when the backend cannot be reached;
 * a write that timed out is unknown, not undone. A backend adds its own prefix.
 * Keys are `room:scope:name`; what belongs to a channel or person has a scope of `scope.ts`, so that
 * `forget` finds it. Claims and counters are not values: nothing lists them.
 */
export interface StateStore {
  /** The value, or undefined when there is none. */
  get(key: string): Promise<unknown>;
  /** The values under many keys, in their order. */
  getAll(keys: readonly string[]): Promise<readonly unknown[]>;
  /** Resolves when the value is safe (fsynced, or acknowledged by Redis). */
  set(key: string, value: unknown, ttlMs?: number): Promise<void>;
  /** First caller wins until `ttlMs` has passed. */
  claim(key: string, ttlMs: number): Promise<boolean>;
  /** Adds one to a counter that starts anew `windowMs` after its first count; answers the new count. */
  count(key: string, windowMs: number): Promise<number>;
  /** Removes the value, claim and counter of that name. */
  delete(key: string): Promise<void>;
  /** Does the whole change if `when` holds, else nothing; answers whether it did. */
  commit(change: Change): Promise<boolean>;
  /** Many changes in one go, each for itself, as if `commit` were called with one after the other; answers which happened. */
  commitAll(steps: readonly Step[]): Promise<readonly boolean[]>;
  /**
   * Rows whose key starts with `prefix`, sorted, page by page, with turns of others between: of a room in a workspace or in a part of it
   * (`schedule:slack/T1/`, `done:slack/T1/C1:`), or of a listed room without workspaces (`feeds:`).
   */
  pages(prefix: string): AsyncIterable<Rows>;
  /** The same all together: for what is known to be little. */
  list(prefix: string): Promise<Rows>;
  /** Those of a room in a channel with the last keys, the very last first, `n` at most. */
  last(prefix: string, n: number): Promise<Rows>;
  /** Keys of all rows of a person, a channel, or (a scope that ends with "/") a workspace, in pages. */
  ofScope(scope: string): AsyncIterable<readonly string[]>;
  /** Keys of all rows of an indexed room, in pages and in no order; one may come twice or be gone. */
  ofRoom(room: Indexed): AsyncIterable<readonly string[]>;
  /** At least the `n` earliest entries of these rooms that are due at `now`, and after `since` when it is given. */
  due(rooms: readonly Indexed[], now: number, n: number, since?: number): Promise<Due>;
  /** Moves an entry, or takes it out (`to` undefined), if it still stands where it was read. */
  move(entry: DueEntry, to: number | undefined): Promise<boolean>;
  /**
   * Brings rows that lost their entry back into their index, as due now, one page of rows a call.
   * Answers what the next call is given; "" at first, and when all rows have been looked at.
   */
  sweep(from: string): Promise<string>;
  /** How many entries a room has. */
  size(room: Indexed): Promise<number>;
  readonly health: StoreHealth;
  close(): Promise<void>;
}
