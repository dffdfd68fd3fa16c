/** The only place that reads the wall clock and starts timers, so that tests can own time. */
import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since some fixed instant of this process; never jumps, whatever happens to the wall clock. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's clock. Sleeping does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, { ref: false, ...(signal && { signal }) }),
};

/** The work's outcome, or a rejection once it has taken `ms`; made for what is done thousands of times a second. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A clock that stands still at one instant; for `--now`. */
export function clockAt(instant: number): Clock {
  return { ...systemClock, now: () => instant };
}

/**
 * Runs `work` with a signal that aborts with `outer`, or after `ms`, and lets go of both when the work is done:
 * AbortSignal.any leaves something on `outer` each time in Node 20, and `outer` may live as long as the program.
 */
export async function within<T>(
  clock: Clock,
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const done = new AbortController();
  const follow = (): void => inner.abort(outer.reason);
  if (outer.aborted) follow();
  // As many as there is work at the same time: the runtime would warn of a leak from the eleventh on.
  setMaxListeners(0, outer);
  outer.addEventListener("abort", follow, { once: true });
  clock.sleep(ms, done.signal).then(
    () => inner.abort(new DOMException("It took too long.", "TimeoutError")),
    () => undefined,
  );
  try {
    return await work(inner.signal);
  } finally {
    outer.removeEventListener("abort", follow);
    done.abort();
  }
}
