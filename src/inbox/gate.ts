/** Acknowledgements before answers: a few begin at once, a burst when no more of it comes, one piece a round. */
import { setImmediate as nextRound } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import { createFairQueue } from "./fair-queue.ts";

export interface Gate {
  /** Notes that something came; a burst of these holds back whatever waits. */
  came(): void;
  /** Resolves when it is this workspace's turn, in a round of the event loop in which nothing else of ours begins. */
  round(workspace: string): Promise<void>;
}

/** As many as come between two looks are a burst; fewer do not hold up what is there. */
const BURST = 3;
const LOOK_MS = 3;
/** How often work is held back for a burst, about a quarter of a second in all; then it begins whatever else comes. */
const HOLDS = 60;

/** There is no limit to how much is under way: most of it waits for a platform or the store, and must not hold up the rest. */
export function createGate(clock: Pick<Clock, "sleep">): Gate {
  const queue = createFairQueue<() => void>();
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

  return {
    came() {
      came++;
    },
    round: (workspace) =>
      new Promise((resolve) => {
        queue.add(workspace, resolve);
        if (queue.waiting() === 1) void begin();
      }),
  };
}
