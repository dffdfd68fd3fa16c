/** Fair use: nobody asks without end, and one noisy workspace does not make another wait. */
import type { Clock } from "../clock.ts";
import type { Caller } from "../command.ts";
import { BotError } from "../errors.ts";
import { type Locale, russianCount } from "../i18n/words.ts";

/** A bucket of `burst` requests that refills by `perSecond`. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

export interface FairUseLimits {
  readonly person: Allowance;
  readonly workspace: Allowance;
  /** Commands that run at the same time. */
  readonly running: number;
  /** Commands of one workspace that may wait. */
  readonly waiting: number;
}

/** Bursts are what a busy morning needs; the steady rates are what a person can still read. */
const FAIR_USE: FairUseLimits = {
  person: { burst: 240, perSecond: 1 },
  workspace: { burst: 600, perSecond: 20 },
  running: 4,
  waiting: 600,
};

export interface FairUse {
  /**
   * Runs the work when it is this workspace's turn.
   * @throws BotError("rate-limited") with the time until it works again
   */
  run<T>(caller: Caller, work: () => Promise<T>): Promise<T>;
  /** Commands that wait right now. */
  readonly waiting: number;
  /** From now on nothing begins: whoever waits, and whoever comes, is told to ask again. */
  close(): void;
}

/** Workspaces take turns, so that the one with the longest queue is not served more often than the others. */
export function createFairUse(clock: Clock, limits: FairUseLimits = FAIR_USE): FairUse {
  const people = createBuckets(limits.person, clock);
  const workspaces = createBuckets(limits.workspace, clock);
  const queues = new Map<string, Waiting[]>();
  let running = 0;
  let closed = false;

  const next = (): void => {
    const [workspace, queue] = queues.entries().next().value ?? [];
    if (workspace === undefined || !queue) return;
    queues.delete(workspace);
    const first = queue.shift();
    if (queue.length > 0) queues.set(workspace, queue);
    if (!first) return;
    running++;
    first.start();
  };

  const turn = (workspace: string): Promise<void> => {
    if (running < limits.running && queues.size === 0) {
      running++;
      return Promise.resolve();
    }
    const queue = queues.get(workspace) ?? [];
    if (queue.length >= limits.waiting) throw busy(1_000);
    return new Promise((start, giveBack) => {
      queue.push({ start, giveBack });
      queues.set(workspace, queue);
    });
  };

  return {
    async run(caller, work) {
      const workspace = `${caller.platform}:${caller.workspace}`;
      const waitMs = Math.max(people.take(`${workspace}:${caller.user}`), workspaces.take(workspace));
      if (waitMs > 0) throw busy(waitMs);
      if (closed) throw restarting();
      await turn(workspace);
      try {
        return await work();
      } finally {
        running--;
        // The event loop sees to sockets before the next command starts.
        setImmediate(next);
      }
    },
    get waiting() {
      return [...queues.values()].reduce((sum, queue) => sum + queue.length, 0);
    },
    close() {
      closed = true;
      const waiting = [...queues.values()].flat();
      queues.clear();
      for (const { giveBack } of waiting) giveBack(restarting());
    },
  };
}

/** A command that waits: to be started, or given back with a reason. */
interface Waiting {
  start(): void;
  giveBack(reason: BotError): void;
}

const MANY = 10_000;

/** Token buckets by name; full ones are forgotten. */
function createBuckets({ burst, perSecond }: Allowance, clock: Clock) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let many = MANY;
  const forgetFull = (now: number) => {
    for (const [name, { at }] of buckets) if ((now - at) / 1_000 >= burst / perSecond) buckets.delete(name);
  };
  return {
    /** Takes one token; answers 0, or the milliseconds until there is one. */
    take(name: string): number {
      const now = clock.now();
      if (buckets.size > many) {
        forgetFull(now);
        // Not again before as many more have come: looking through all of them costs time.
        many = Math.max(MANY, 2 * buckets.size);
      }
      const { tokens, at } = buckets.get(name) ?? { tokens: burst, at: now };
      const refilled = Math.min(burst, tokens + ((now - at) / 1_000) * perSecond);
      if (refilled < 1) return Math.ceil(((1 - refilled) / perSecond) * 1_000);
      buckets.set(name, { tokens: refilled - 1, at: now });
      return 0;
    },
  };
}

function restarting(): BotError {
  return new BotError("unavailable", {
    en: "I am being restarted and did not get to this. Please ask again in a minute.",
    zh: "我正在重启，还没来得及处理。请稍后再问一次。",
    ru: "Меня перезапускают, до этого я не дошёл. Спросите ещё раз через минуту.",
  });
}

function busy(waitMs: number): BotError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  const inLanguage: Readonly<Record<Locale, string>> = {
    en: `That is a lot at once. Please ask again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    zh: `请求太多了，请在 ${seconds} 秒后再试。`,
    ru: `Слишком много сразу. Спросите снова через ${russianCount(seconds, "секунду", "секунды", "секунд")}.`,
  };
  return new BotError("rate-limited", inLanguage);
}
