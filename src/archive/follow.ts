/** Keeps the engine up to date: one process of all does it, and goes more slowly while the engine does not take it. */
import type { Clock } from "../clock.ts";
import type { StateStore } from "../state/store.ts";

/** Between looks at the log. */
const LOOK_MS = 1_000;
/** The pauses after failures grow to this. */
const LONGEST_MS = 60_000;
const LEASE = "archive:all:lease";
/** A process that dies while it has the lease keeps others from the work for so long. */
const LEASE_MS = 30_000;

export function following(
  step: (signal: AbortSignal) => Promise<void>,
  told: { readonly failed: (thrown: unknown) => void; readonly well: () => void },
  {
    store,
    clock,
    owner,
  }: { readonly store: () => StateStore; readonly clock: Clock; readonly owner: string },
) {
  const stopping = new AbortController();
  let going: Promise<void> | undefined;
  let wake = new AbortController();

  async function holdsLease(): Promise<boolean> {
    const there = await store().get(LEASE);
    if (there !== undefined && there !== owner) return false;
    return store().commit({
      when: { [LEASE]: there },
      set: { [LEASE]: owner },
      ttl: { [LEASE]: LEASE_MS },
    });
  }

  async function go(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        if (await holdsLease()) await step(stopping.signal);
        failures = 0;
        told.well();
      } catch (thrown) {
        failures++;
        told.failed(thrown);
      }
      wake = new AbortController();
      const pause = Math.min(LONGEST_MS, LOOK_MS * 2 ** failures);
      await clock.sleep(pause, AbortSignal.any([stopping.signal, wake.signal])).catch(() => undefined);
    }
  }

  return {
    start() {
      going ??= go();
    },
    /** Looks now. */
    nudge: () => wake.abort(),
    async stop() {
      stopping.abort();
      await going;
    },
  };
}
