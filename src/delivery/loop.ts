/** Does a step again and again: at once when woken, else when it is due; a failure is counted, said and waited out. */
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import type { Log } from "../log.ts";

export interface Loop {
  /** Resolves when the signal has ended it. */
  run(): Promise<void>;
  /** Begins the next step now; after a failure the wait is kept, so that nothing spins. */
  wake(): void;
}

/** A failure that lasts is said again after this. */
const SAID_AGAIN_MS = 60_000;

export function createLoop({
  step,
  name,
  everyMs,
  clock,
  log,
  signal,
  failed,
}: {
  /** Answers for how many milliseconds nothing is to be done. */
  readonly step: () => Promise<number>;
  readonly name: string;
  /** The longest sleep. */
  readonly everyMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Told of every step that failed. */
  readonly failed: (loop: string) => void;
}): Loop {
  let woken = false;
  let stir = (): void => undefined;
  let troubled = false;
  let said = Number.NEGATIVE_INFINITY;

  async function rest(ms: number): Promise<void> {
    const waking = new AbortController();
    stir = () => waking.abort();
    // Not AbortSignal.any: in Node 20 each one leaves something on the signal that lives as long as the program.
    signal.addEventListener("abort", stir, { once: true });
    const until = troubled || signal.aborted ? signal : waking.signal;
    if (!woken || troubled) await clock.sleep(ms, until).catch(() => undefined);
    signal.removeEventListener("abort", stir);
    stir = () => undefined;
    woken = false;
  }

  return {
    async run() {
      while (!signal.aborted) {
        let idle = everyMs;
        try {
          idle = Math.min(everyMs, await step());
          if (troubled) log.info({ event: "loop-goes-on", loop: name }, `${name} go on`);
          troubled = false;
        } catch (thrown) {
          failed(name);
          if (!troubled || clock.monotonic() - said > SAID_AGAIN_MS) {
            log.warn({ event: "loop-failed", loop: name, reason: reasonOf(thrown) }, `${name} wait`);
            said = clock.monotonic();
          }
          troubled = true;
        }
        await rest(idle);
      }
    },
    wake() {
      woken = true;
      stir();
    },
  };
}
