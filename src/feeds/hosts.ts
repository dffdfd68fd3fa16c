/** Requests to one host follow each other with a pause between them, whatever feeds and pages they are for. */
import type { Clock } from "../clock.ts";

export interface Hosts {
  /** Runs `ask` when it is the host's turn. */
  inTurn<T>(url: string, ask: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

interface Queue {
  tail: Promise<unknown>;
  waiting: number;
  /** Epoch milliseconds from which on the host may be asked again. */
  freeAt: number;
}

const MANY = 500;

/** @param gapMs the pause between the end of a request and the next one to its host */
export function createHosts(clock: Clock, gapMs: (url: string) => number): Hosts {
  const queues = new Map<string, Queue>();
  function sweep(): void {
    for (const [host, { waiting, freeAt }] of queues) {
      if (waiting === 0 && freeAt <= clock.now()) queues.delete(host);
    }
  }
  return {
    inTurn(url, ask, signal) {
      const { host } = new URL(url);
      if (queues.size > MANY) sweep();
      const queue = queues.get(host) ?? { tail: Promise.resolve(), waiting: 0, freeAt: 0 };
      queues.set(host, queue);
      queue.waiting += 1;
      const result = queue.tail.then(async () => {
        try {
          const wait = queue.freeAt - clock.now();
          if (wait > 0) await clock.sleep(wait, signal);
          signal.throwIfAborted();
          return await ask();
        } finally {
          queue.freeAt = clock.now() + gapMs(url);
          queue.waiting -= 1;
        }
      });
      queue.tail = result.catch(() => undefined);
      return result;
    },
  };
}
