/** Doing a thing once: for events that Slack sends again and clicks that come twice, also across processes. */
import type { Clock } from "../../src/clock.ts";
import type { StateStore } from "../../src/state/store.ts";

export interface Once {
  /**
   * Runs `work` unless it was done under this key. While another process has it, waits; if that process dies,
   * takes over with `again` true. In the end it is done once or, when it throws, free for the next delivery.
   */
  event(key: string, work: (turn: Turn) => Promise<void>): Promise<void>;
  /** Runs `work` unless the same key ran in the last `ttlMs`; a failure frees it at once. */
  click(key: string, ttlMs: number, work: () => Promise<void>): Promise<void>;
}

export interface Turn {
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
/** Slack's last retry comes after an hour at most; an edit of the same message may come much later. */
const DONE_MS = 7 * 24 * 3600_000;

export function createOnce(store: StateStore, clock: Clock, signal: AbortSignal): Once {
  const doneHere = new Map<string, number>();

  async function event(key: string, work: (turn: Turn) => Promise<void>): Promise<void> {
    const claim = `slack-event:${key}`;
    if (!enter(claim, DONE_MS)) return;
    const done = `slack-event-done:${key}`;
    try {
      const state = await takeTurn(claim, done);
      if (state === "done") return;
      let until = clock.now() + LEASE_MS - MARGIN_MS;
      const holds = async (): Promise<boolean> => {
        if (clock.now() < until) return true;
        await clock.sleep(Math.max(0, until + 2 * MARGIN_MS - clock.now()), signal);
        const kept = await store.claim(claim, LEASE_MS).catch(() => true);
        if (kept) until = clock.now() + LEASE_MS - MARGIN_MS;
        return kept;
      };
      await work({ again: state === "again", holds });
      await store.set(done, true, DONE_MS).catch(() => undefined);
    } catch (error) {
      doneHere.delete(claim);
      await store.delete(claim).catch(() => undefined);
      throw error;
    }
  }

  /** Without a reachable store every process answers for itself: an answer twice is better than none. */
  async function takeTurn(claim: string, done: string): Promise<"first" | "again" | "done"> {
    try {
      if ((await store.get(done)) === true) return "done";
      if (await store.claim(claim, LEASE_MS)) return "first";
      for (;;) {
        await clock.sleep(POLL_MS, signal);
        if ((await store.get(done)) === true) return "done";
        if (await store.claim(claim, LEASE_MS)) return "again";
      }
    } catch (error) {
      if (signal.aborted) throw error;
      return "first";
    }
  }

  async function click(key: string, ttlMs: number, work: () => Promise<void>): Promise<void> {
    const claim = `slack-click:${key}`;
    if (!enter(claim, ttlMs)) return;
    if (!(await store.claim(claim, ttlMs).catch(() => true))) return;
    try {
      await work();
    } catch (error) {
      doneHere.delete(claim);
      await store.delete(claim).catch(() => undefined);
      throw error;
    }
  }

  /** Whether this process has not begun it yet; forgets what is long past. */
  function enter(key: string, ttlMs: number): boolean {
    const now = clock.now();
    if ((doneHere.get(key) ?? 0) > now) return false;
    for (const [old, until] of doneHere) {
      if (until <= now || doneHere.size > 10_000) doneHere.delete(old);
      else break;
    }
    doneHere.delete(key);
    doneHere.set(key, now + ttlMs);
    return true;
  }

  return { event, click };
}
