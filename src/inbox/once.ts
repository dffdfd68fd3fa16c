/** Doing a thing once: for events that platforms send again and clicks that come twice, also across processes. */
import type { Clock } from "../clock.ts";
import type { StateStore } from "../state/store.ts";
import { createRecent } from "./recent.ts";

export interface Once {
  /**
   * Runs `work` unless it was done under this key. While another process has it, waits; if that process dies,
   * takes over with `again` true. In the end it is done once or, when it throws, free for the next delivery.
   */
  event(key: string, work: (hold: EventHold) => Promise<void>): Promise<void>;
  /** Runs `work` unless the same key ran in the last `ttlMs`; a failure frees it at once. Says whether it ran. */
  within(key: string, ttlMs: number, work: () => Promise<void>): Promise<boolean>;
  /** Whether nobody asked for this key in the last `ttlMs`, here and in the store's other processes. */
  first(key: string, ttlMs: number): Promise<boolean>;
}

export interface EventHold {
  /** An earlier delivery began and never ended: look for its answer first. */
  readonly again: boolean;
  /** Whether it is still ours to answer; ask right before posting. */
  holds(): Promise<boolean>;
}

/** How long a process that answers keeps others from it. */
const LEASE_MS = 4000;
const POLL_MS = 400;
/** Within this of its end a lease counts as neither held nor free. */
const MARGIN_MS = 400;
/** Slack's last retry comes after an hour at most; an edit of the same message may come later in the day. */
const DONE_MS = 24 * 3600_000;
/** What one process remembers of what it began. */
const REMEMBERED = 10_000;
/** The store is asked this long whether something was begun; then this process goes on rather than let a person wait. */
const PATIENCE_MS = 150;

/** Keys begin with a scope of `scope.ts`. */
export function createOnce(
  store: Pick<StateStore, "get" | "set" | "claim" | "delete">,
  clock: Clock,
  signal: AbortSignal,
): Once {
  const begun = createRecent<number>(REMEMBERED);

  async function event(key: string, work: (hold: EventHold) => Promise<void>): Promise<void> {
    if (!enter(key, DONE_MS)) return;
    try {
      const state = await takeTurn(key);
      if (state === "done") return;
      let until = clock.monotonic() + LEASE_MS - MARGIN_MS;
      const holds = async (): Promise<boolean> => {
        if (clock.monotonic() < until) return true;
        await clock.sleep(Math.max(0, until + 2 * MARGIN_MS - clock.monotonic()), signal);
        const kept = await store.claim(claimKey(key), LEASE_MS).catch(() => true);
        if (kept) until = clock.monotonic() + LEASE_MS - MARGIN_MS;
        return kept;
      };
      await work({ again: state === "again", holds });
      await store.set(doneKey(key), 1, DONE_MS).catch(() => undefined);
    } catch (error) {
      await free(key);
      throw error;
    }
  }

  /** Without a reachable store every process answers for itself: an answer twice is better than none. */
  async function takeTurn(key: string): Promise<"first" | "again" | "done"> {
    try {
      if ((await store.get(doneKey(key))) !== undefined) return "done";
      if (await store.claim(claimKey(key), LEASE_MS)) return "first";
      for (;;) {
        await clock.sleep(POLL_MS, signal);
        if ((await store.get(doneKey(key))) !== undefined) return "done";
        if (await store.claim(claimKey(key), LEASE_MS)) return "again";
      }
    } catch (error) {
      if (signal.aborted) throw error;
      return "first";
    }
  }

  async function first(key: string, ttlMs: number): Promise<boolean> {
    if (!enter(key, ttlMs)) return false;
    return Promise.race([
      store.claim(claimKey(key), ttlMs).catch(() => true),
      clock.sleep(PATIENCE_MS).then(() => true),
    ]);
  }

  async function within(key: string, ttlMs: number, work: () => Promise<void>): Promise<boolean> {
    if (!(await first(key, ttlMs))) return false;
    try {
      await work();
      return true;
    } catch (error) {
      await free(key);
      throw error;
    }
  }

  async function free(key: string): Promise<void> {
    begun.delete(key);
    await store.delete(claimKey(key)).catch(() => undefined);
  }

  /** Whether this process has not begun it yet. */
  function enter(key: string, ttlMs: number): boolean {
    const now = clock.monotonic();
    if ((begun.get(key) ?? 0) > now) return false;
    begun.set(key, now + ttlMs);
    return true;
  }

  return { event, within, first };
}

const claimKey = (key: string): string => `once:${key}`;
const doneKey = (key: string): string => `answered:${key}`;
