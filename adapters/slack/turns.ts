/** Acknowledgements before answers: what costs time starts one piece a round of the event loop, so requests are acknowledged in between. */

export interface Turns {
  /** Runs `work` when it is its turn; resolves or rejects as it does. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves in a round of the event loop in which nothing else of ours begins. */
  round(): Promise<void>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

/** There is no limit to how much is under way: most of it waits for Slack or the store, and must not hold up the rest. */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  const idlers: (() => void)[] = [];
  let running = 0;

  function next(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  }

  function round(): Promise<void> {
    return new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
  }

  return {
    round,
    async take(work) {
      running++;
      try {
        await round();
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
