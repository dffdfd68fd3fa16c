/** Acknowledgements before answers: a few begin at once, a burst when no more of it comes, one piece a round. */
import { setImmediate as nextRound } from "node:timers/promises";
import type { Clock } from "../../src/clock.ts";
import { createLanes } from "../../src/lanes.ts";

export interface Turns {
  /** Runs `work` when it is its workspace's turn; resolves or rejects as it does. */
  take<T>(workspace: string, work: () => Promise<T>): Promise<T>;
  /** Resolves in a round of the event loop in which nothing else of ours begins. */
  round(workspace: string): Promise<void>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

/** As many as wait at the same time are a burst: fewer begin at once. */
const BURST = 4;
/** A burst is over when nothing came for this long. */
const QUIET_MS = 3;
/** How often work is held back for that, about a second in all; then it begins whatever else comes. */
const HOLDS = 300;

/** There is no limit to how much is under way: most of it waits for Slack or the store, and must not hold up the rest. */
export function createTurns(clock: Clock): Turns {
  const lanes = createLanes<() => void>();
  const idlers: (() => void)[] = [];
  let running = 0;
  let came = 0;
  let cameBefore = 0;

  async function begin(): Promise<void> {
    let held = 0;
    while (lanes.waiting() > 0) {
      await nextRound();
      if (came === cameBefore || lanes.waiting() < BURST || held++ >= HOLDS) lanes.next()?.();
      else {
        cameBefore = came;
        await clock.sleep(QUIET_MS);
      }
    }
  }

  function round(workspace: string): Promise<void> {
    return new Promise((resolve) => {
      lanes.add(workspace, resolve);
      if (lanes.waiting() === 1) void begin();
    });
  }

  return {
    round,
    async take(workspace, work) {
      running++;
      came++;
      try {
        await round(workspace);
        return await work();
      } finally {
        running--;
        if (running === 0) for (const idle of idlers.splice(0)) idle();
      }
    },
    async idle() {
      if (running > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
  };
}
