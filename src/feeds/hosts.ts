/** Requests to one host follow each other with a pause between them, whatever feeds and pages they are for. */
import type { Clock } from "../clock.ts";
import type { Fetched, FetchOptions, Guard } from "../net/guard.ts";
import { Refusal } from "../net/refusal.ts";
import { notBefore } from "./pace.ts";

export interface Hosts {
  /**
   * Runs `ask` when it is the host's turn; null, without asking, while the host wants to be left alone.
   * @param most so many may wait for the host; one more is refused
   * @throws Refusal("queue")
   */
  inTurn<T>(url: string, ask: () => Promise<T>, signal: AbortSignal, most?: number): Promise<T | null>;
  /**
   * The host said not to come before this instant (Retry-After), epoch milliseconds, for whatever it has. One that
   * needs no pause is the operator's own, perhaps a gateway to many others: there it binds only what was asked for.
   */
  hold(url: string, until: number): void;
  /** Epoch milliseconds before which the host is not asked; 0 when it may be. */
  heldUntil(url: string): number;
}

interface Queue {
  tail: Promise<unknown>;
  waiting: number;
  /** From when on the host may be asked again, by the clock that never jumps. */
  freeAt: number;
  heldUntil: number;
}

const BEFORE = Number.NEGATIVE_INFINITY;
const MANY = 500;
/** So many requests wait for one host: with a second between them, some minutes. */
const MOST_WAITING = 200;

/** @param gapMs the pause between the end of a request and the next one to its host */
export function createHosts(clock: Clock, gapMs: (url: string) => number): Hosts {
  const queues = new Map<string, Queue>();
  function sweep(): void {
    for (const [host, { waiting, freeAt, heldUntil }] of queues) {
      if (waiting === 0 && Math.max(freeAt, heldUntil) <= clock.monotonic()) queues.delete(host);
    }
  }
  function queueFor(url: string): Queue {
    const { host } = new URL(url);
    if (queues.size > MANY) sweep();
    const queue = queues.get(host) ?? {
      tail: Promise.resolve(),
      waiting: 0,
      freeAt: BEFORE,
      heldUntil: BEFORE,
    };
    queues.set(host, queue);
    return queue;
  }
  return {
    hold(url, until) {
      if (gapMs(url) === 0) return;
      const queue = queueFor(url);
      queue.heldUntil = Math.max(queue.heldUntil, clock.monotonic() + until - clock.now());
    },
    heldUntil(url) {
      const left = (queues.get(new URL(url).host)?.heldUntil ?? BEFORE) - clock.monotonic();
      return left > 0 ? clock.now() + left : 0;
    },
    async inTurn(url, ask, signal, most = MOST_WAITING) {
      const queue = queueFor(url);
      if (queue.waiting >= most) throw new Refusal("queue", new URL(url).host);
      queue.waiting += 1;
      const result = queue.tail.then(async () => {
        try {
          if (queue.heldUntil > clock.monotonic()) return null;
          const wait = queue.freeAt - clock.monotonic();
          if (wait > 0) await clock.sleep(wait, signal);
          signal.throwIfAborted();
          return await ask().finally(() => {
            queue.freeAt = clock.monotonic() + gapMs(url);
          });
        } finally {
          queue.waiting -= 1;
        }
      });
      queue.tail = result.catch(() => undefined);
      return result;
    },
  };
}

/** Answers with which a host speaks of itself and not of one address. */
const OVERLOADED = new Set([429, 503]);

/** Fetches in the host's turn; null while the host wants to be left alone, as its answer may now say. */
export function fetchInTurn(
  { hosts, guard, clock }: { readonly hosts: Hosts; readonly guard: Guard; readonly clock: Clock },
  url: string,
  asking: FetchOptions & { readonly signal: AbortSignal },
): Promise<Fetched | null> {
  const ask = async () => {
    const fetched = await guard.fetch(url, asking);
    if (OVERLOADED.has(fetched.status))
      hosts.hold(fetched.url, notBefore(fetched.headers["retry-after"], clock.now()));
    return fetched;
  };
  return hosts.inTurn(url, ask, asking.signal);
}
