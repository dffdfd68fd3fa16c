/** Fair use: nobody asks without end, nobody's text costs others their turn, and no workspace makes another wait. */
import type { Clock } from "../clock.ts";
import type { Caller } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/inbox.ts";
import { type Allowance, createBuckets } from "./buckets.ts";
import { createFairQueue } from "./fair-queue.ts";
import { createTally } from "./tally.ts";
import { createWorkingTime, type WorkingTime } from "./working-time.ts";

/** What a person, or all of a workspace, may use. */
export interface Share {
  readonly commands: Allowance;
  /** Milliseconds of the processor. */
  readonly work: Allowance;
}

export interface FairUseLimits {
  readonly person: Share;
  readonly workspace: Share;
  /** Commands that run at the same time: of one workspace, and of all. */
  readonly running: { readonly workspace: number; readonly all: number };
  /** Commands of one workspace that may wait. */
  readonly waiting: number;
}

/**
 * Bursts are what a busy morning needs; the steady rates are what a person can still read. A command costs 5 to 50 ms: a
 * person who keeps to the commands never meets the limit on work, unless each of theirs costs ten times as much.
 */
const FAIR_USE: FairUseLimits = {
  person: { commands: { burst: 240, perSecond: 1 }, work: { burst: 20_000, perSecond: 100 } },
  workspace: { commands: { burst: 600, perSecond: 20 }, work: { burst: 60_000, perSecond: 400 } },
  running: { workspace: 4, all: 32 },
  waiting: 600,
};

/** A completion is asked for with each letter. */
const COMPLETION = 1 / 16;

export interface FairUse {
  /**
   * Runs the work when it is this workspace's turn; asked before anything reads what was written.
   * @throws BotError("rate-limited") with the time until it works again
   */
  run<T>(caller: Caller, work: () => Promise<T>): Promise<T>;
  /** The same for what is offered while somebody types: it counts less and does not wait. */
  complete<T>(caller: Caller, work: () => Promise<T>): Promise<T>;
  /** Commands that wait right now. */
  readonly waiting: number;
  /** From now on nothing begins: whoever waits, and whoever comes, is told to ask again. */
  close(): void;
}

/** A command that waits: to be started, or given back with a reason. */
interface Waiting {
  begin(): void;
  giveBack(reason: BotError): void;
}

/**
 * Workspaces take turns, and none takes all the places: commands of one that wait for a slow answer hold up nobody
 * else's. One begins in a round of the event loop, which sees to sockets in between.
 */
export function createFairUse(
  clock: Pick<Clock, "monotonic">,
  limits: FairUseLimits = FAIR_USE,
  time: WorkingTime = createWorkingTime(),
): FairUse {
  const people = createShares(limits.person, clock);
  const workspaces = createShares(limits.workspace, clock);
  const queue = createFairQueue<Waiting>();
  const running = createTally();
  let runningInAll = 0;
  let coming = false;
  let closed = false;

  const soon = (): void => {
    if (!coming) setImmediate(next);
    coming = true;
  };

  const start = (): boolean => {
    const first = queue.next(
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
    if (queue.waiting(workspace) >= limits.waiting) throw busy(1_000);
    const alone = queue.waiting() === 0;
    return new Promise((resolve, giveBack) => {
      const begin = () => {
        running.add(workspace, 1);
        runningInAll += 1;
        resolve();
      };
      queue.add(workspace, { begin, giveBack });
      if (alone) start();
      else soon();
    });
  };

  /** @throws BotError("rate-limited"), "unavailable" */
  function admit(caller: Caller, commands: number): { workspace: string; person: string } {
    // Those who write to the bot alone on Discord share no workspace; all visitors of the pages are one.
    const shared = caller.platform === "web" ? "" : caller.user;
    const workspace = `${caller.platform}:${caller.workspace || shared}`;
    const person = `${workspace}:${caller.user}`;
    // Who asks too much uses up only what is their own.
    const waitMs = people.take(person, commands) || workspaces.take(workspace, commands);
    if (waitMs > 0) throw busy(waitMs);
    if (closed) throw restarting();
    return { workspace, person };
  }

  async function measured<T>(who: ReturnType<typeof admit>, work: () => Promise<T>): Promise<T> {
    const end = time.begin();
    try {
      return await work();
    } finally {
      const ms = end();
      people.charge(who.person, ms);
      workspaces.charge(who.workspace, ms);
    }
  }

  return {
    async run(caller, work) {
      const who = admit(caller, 1);
      await turn(who.workspace);
      try {
        return await measured(who, work);
      } finally {
        running.add(who.workspace, -1);
        runningInAll -= 1;
        soon();
      }
    },
    complete: async (caller, work) => measured(admit(caller, COMPLETION), work),
    get waiting() {
      return queue.waiting();
    },
    close() {
      closed = true;
      for (let left = queue.next(); left; left = queue.next()) left.giveBack(restarting());
    },
  };
}

/** What is left to each of many: commands are counted when they come, work when it is done. */
function createShares(share: Share, clock: Pick<Clock, "monotonic">) {
  const commands = createBuckets(share.commands, clock);
  const work = createBuckets(share.work, clock);
  return {
    /** Answers 0, or the milliseconds until there is something left. */
    take(name: string, count: number): number {
      const waitMs = Math.max(commands.wait(name, count), work.wait(name, 1));
      if (waitMs === 0) commands.take(name, count);
      return waitMs;
    },
    charge: (name: string, ms: number): void => work.take(name, ms),
  };
}

function restarting(): BotError {
  return new BotError("unavailable", errors.restarting);
}

function busy(waitMs: number): BotError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new BotError("rate-limited", errors.busy(seconds));
}
