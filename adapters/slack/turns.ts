/** Acknowledgements before answers: a few begin at once, a burst when no more of it comes, one piece a round. */
import { setImmediate as nextRound } from "node:timers/promises";
import type { Clock } from "../../src/clock.ts";
import { createFairQueue } from "../../src/inbox/fair-queue.ts";

export interface Turns {
  /** Runs `work` when it is its workspace's turn; resolves or rejects as it does. */
  take<T>(workspace: string, work: () => Promise<T>): Promise<T>;
  /** Resolves in a round of the event loop in which nothing else of ours begins. */
  round(workspace: string): Promise<void>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

/** As many as come between two looks are a burst; fewer do not hold up what is there. */
const BURST = 3;
const LOOK_MS = 3;
/** How often work is held back for a burst, about a quarter of a second in all; then it begins whatever else comes. */
const HOLDS = 60;

/** There is no limit to how much is under way: most of it waits for Slack or the store, and must not hold up the rest. */
export function createTurns(clock: Clock): Turns {
  const queue = createFairQueue<() => void>();
  const idlers: (() => void)[] = [];
  let running = 0;
  let came = 0;
  let cameBefore = 0;

  async function begin(): Promise<void> {
    let held = 0;
    while (queue.waiting() > 0) {
      await nextRound();
      const burst = came - cameBefore >= BURST;
      cameBefore = came;
      if (burst && held++ < HOLDS) await clock.sleep(LOOK_MS);
      else queue.next()?.();
    }
  }

  function round(workspace: string): Promise<void> {
    return new Promise((resolve) => {
      queue.add(workspace, resolve);
      if (queue.waiting() === 1) void begin();
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
