/** What the wall clock does: it may leap ahead or be set back at any moment, beside a clock that does neither. */
import type { Clock } from "../clock.ts";

export interface Leaps {
  /** Whether it leapt ahead lately: what seems late by it may not be late at all. */
  readonly doubtful: boolean;
  /** Does the work once for each time that it went back since, and at the first call; again after a failure. */
  afterBack(work: (seen: boolean) => Promise<void>): Promise<void>;
}

/** Clocks are corrected by less than this all the time. */
const LEAP_MS = 5_000;
/** A clock that is still ahead after so long is right, as far as anybody can tell: the machine slept. */
const DOUBTED_MS = 3_600_000;

export function createLeaps(clock: Pick<Clock, "now" | "monotonic">): Leaps {
  let now = clock.now();
  let drift = now - clock.monotonic();
  let leapt = Number.NEGATIVE_INFINITY;
  /** How often it went back, and how many of these were worked on. Before this process began it may have, too. */
  let backs = 1;
  let worked = 0;

  function look(): void {
    const [before, other] = [now, drift];
    now = clock.now();
    drift = now - clock.monotonic();
    if (Math.max(before - now, other - drift) > LEAP_MS) {
      backs += 1;
      leapt = Number.NEGATIVE_INFINITY;
    } else if (drift - other > LEAP_MS) leapt = clock.monotonic();
  }

  return {
    get doubtful() {
      look();
      return clock.monotonic() - leapt < DOUBTED_MS;
    },
    async afterBack(work) {
      look();
      if (worked === backs) return;
      const all = backs;
      await work(all > 1);
      worked = all;
    },
  };
}
