/** Fair use: nobody asks without end, and one noisy workspace does not make another wait. */
import type { Clock } from "../clock.ts";
import type { Caller } from "../command.ts";
import { BotError } from "../errors.ts";
import { type Locale, russianCount } from "../i18n/words.ts";
import { createLanes } from "../lanes.ts";
import { createTally } from "../tally.ts";

/** A bucket of `burst` requests that refills by `perSecond`. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

export interface FairUseLimits {
  readonly person: Allowance;
  readonly workspace: Allowance;
  /** Commands that run at the same time: of one workspace, and of all. */
  readonly running: { readonly workspace: number; readonly all: number };
  /** Commands of one workspace that may wait. */
  readonly waiting: number;
}

/** Bursts are what a busy morning needs; the steady rates are what a person can still read. */
const FAIR_USE: FairUseLimits = {
  person: { burst: 240, perSecond: 1 },
  workspace: { burst: 600, perSecond: 20 },
  running: { workspace: 4, all: 32 },
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

/**
 * Workspaces take turns, and none takes all the places: commands of one that wait for a slow answer hold up nobody
 * else's. One begins in a round of the event loop, which sees to sockets in between.
 */
export function createFairUse(clock: Clock, limits: FairUseLimits = FAIR_USE): FairUse {
  const people = createBuckets(limits.person, clock);
  const workspaces = createBuckets(limits.workspace, clock);
  const lanes = createLanes<Waiting>();
  const running = createTally();
  let runningInAll = 0;
  let coming = false;
  let closed = false;

  const soon = (): void => {
    if (!coming) setImmediate(next);
    coming = true;
  };

  const start = (): boolean => {
    const first = lanes.next(
      (workspace) => runningInAll < limits.running.all && running.of(workspace) < limits.running.workspace,
    );
    first?.begin();
    return first !== undefined;
  };

  const next = (): void => {
    coming = false;
    if (start()) soon();
  };

  const turn = (workspace: string): Promise<void> => {
    if (lanes.waiting(workspace) >= limits.waiting) throw busy(1_000);
    const alone = lanes.waiting() === 0;
    return new Promise((resolve, giveBack) => {
      const begin = () => {
        running.add(workspace, 1);
        runningInAll += 1;
        resolve();
      };
      lanes.add(workspace, { begin, giveBack });
      if (alone) start();
      else soon();
    });
  };

  return {
    async run(caller, work) {
      // Those who write to the bot alone on Discord share no workspace.
      const workspace = `${caller.platform}:${caller.workspace || caller.user}`;
      // Who asks too much uses up only what is their own.
      const waitMs = people.take(`${workspace}:${caller.user}`) || workspaces.take(workspace);
      if (waitMs > 0) throw busy(waitMs);
      if (closed) throw restarting();
      await turn(workspace);
      try {
        return await work();
      } finally {
        running.add(workspace, -1);
        runningInAll -= 1;
        soon();
      }
    },
    get waiting() {
      return lanes.waiting();
    },
    close() {
      closed = true;
      for (let left = lanes.next(); left; left = lanes.next()) left.giveBack(restarting());
    },
  };
}

/** A command that waits: to be started, or given back with a reason. */
interface Waiting {
  begin(): void;
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
