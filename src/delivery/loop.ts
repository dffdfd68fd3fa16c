/** Does a step again and again: at once when woken, else after a while; a failure is said once and waited out. */
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import type { Log } from "../log.ts";

export interface Loop {
  /** Resolves when the signal has ended it. */
  run(): Promise<void>;
  /** Begins the next step now; after a failure the wait is kept, so that nothing spins. */
  wake(): void;
}

export function createLoop({
  step,
  name,
  everyMs,
  clock,
  log,
  signal,
}: {
  readonly step: () => Promise<void>;
  readonly name: string;
  readonly everyMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Loop {
  let woken = false;
  let stir = (): void => undefined;
  let troubled = false;

  async function rest(): Promise<void> {
    const waking = new AbortController();
    stir = () => waking.abort();
    // Not AbortSignal.any: in Node 20 each one leaves something on the signal that lives as long as the program.
    signal.addEventListener("abort", stir, { once: true });
    const until = troubled || signal.aborted ? signal : waking.signal;
    if (!woken || troubled) await clock.sleep(everyMs, until).catch(() => undefined);
    signal.removeEventListener("abort", stir);
    stir = () => undefined;
    woken = false;
  }

  return {
    async run() {
      while (!signal.aborted) {
        try {
          await step();
          if (troubled) log.info(`${name} go on`);
          troubled = false;
        } catch (thrown) {
          if (!troubled) log.warn({ reason: reasonOf(thrown) }, `${name} wait`);
          troubled = true;
        }
        await rest();
      }
    },
    wake() {
      woken = true;
      stir();
    },
  };
}
