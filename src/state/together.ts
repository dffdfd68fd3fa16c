/** Questions that are asked in one turn of the event loop and sent as one. */

interface Waiting<T> {
  readonly key: string;
  done(value: T): void;
  failed(reason: unknown): void;
}

/** Asks for what was asked for until the turn's promises had all gone on. @param ask answers in the order of the keys */
export function together<T>(
  ask: (keys: readonly string[]) => Promise<readonly T[]>,
): (key: string) => Promise<T> {
  let waiting: Waiting<T>[] = [];

  async function send(): Promise<void> {
    const taken = waiting;
    waiting = [];
    try {
      const values = await ask(taken.map(({ key }) => key));
      for (const [at, { done }] of taken.entries()) done(values[at] as T);
    } catch (reason) {
      for (const { failed } of taken) failed(reason);
    }
  }

  return (key) =>
    new Promise((done, failed) => {
      // The end of this turn's promises: each of them may ask for more.
      if (waiting.length === 0) Promise.resolve().then(() => process.nextTick(send));
      waiting.push({ key, done, failed });
    });
}
