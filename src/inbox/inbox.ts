/** The one way in for every platform: done once, acknowledged, in its workspace's turn, and answered in time. */
import type { Bot, Request } from "../bot.ts";
import { type Clock, within } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Reply } from "../reply.ts";
import type { StateStore } from "../state/store.ts";
import { createGate } from "./gate.ts";
import { createOnce, type EventHold } from "./once.ts";
import { createTally } from "./tally.ts";

/** Something that a platform brought: a command, a message, a click. */
export interface Arrival {
  /** For the log. */
  readonly id: string;
  /** Whose turn it takes. */
  readonly workspace: string;
  /** Of those with the same key one is worked on: `ever`, or for so many milliseconds. Keys begin with a scope of `scope.ts`. */
  readonly once?: { readonly key: string; readonly for: "ever" | number };
  /** Tells the person that an answer is coming, where the platform wants to hear something soon. Called at most once. */
  readonly acknowledge?: () => Promise<void>;
  readonly work: (turn: Turn) => Promise<void>;
}

export interface Turn extends EventHold {
  /** Whether the person was told that an answer is coming; if not, nothing will tell them any more. */
  acknowledged(): Promise<boolean>;
}

export interface Inbox {
  /** Works on what has arrived; never rejects, what fails is in the log. */
  take(arrival: Arrival): Promise<void>;
  /** Whether nobody asked for this key in the last `ttlMs`, in any process. */
  first(key: string, ttlMs: number): Promise<boolean>;
  /** Runs `work` unless it ran under this key in the last `ttlMs`, in any process; a failure frees it. Says whether it ran. */
  once(key: string, ttlMs: number, work: () => Promise<void>): Promise<boolean>;
  /** Asks the bot, in a round of its own and not for longer than people wait. */
  ask(bot: Bot, request: Request): Promise<Reply>;
  /** Takes nothing new, and resolves when all is answered that was under way, or the time for that is over. */
  stop(): Promise<void>;
}

/** Longest time that an answer may take. */
const ANSWER_MS = 25_000;
/** An answer that takes longer is announced; platforms give up at 3,000 ms. */
const PATIENCE_MS = 400;
/** With more than these of a workspace at work each is acknowledged first, so that everybody hears something at once. */
const CROWD = 6;
/** What is under way may go on for so long after a stop. */
const GRACE_MS = 5_000;

export function createInbox(deps: {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly log: Log;
}): Inbox {
  const { store, clock, log } = deps;
  const ending = new AbortController();
  const once = createOnce(store, clock, ending.signal);
  const gate = createGate(clock);
  const crowd = createTally();
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  async function work(arrival: Arrival): Promise<void> {
    const acknowledgement = createAcknowledgement(arrival.acknowledge);
    crowd.add(arrival.workspace, 1);
    gate.came();
    try {
      // Those that came together are counted before the first is worked on.
      await clock.sleep(0);
      await repeated(arrival, async (hold) => {
        if (crowd.of(arrival.workspace) > CROWD) await acknowledgement.give();
        else
          void clock
            .sleep(PATIENCE_MS)
            .then(acknowledgement.give)
            .catch(() => undefined);
        await gate.round(arrival.workspace);
        await arrival.work({ ...hold, acknowledged: acknowledgement.given });
      });
    } finally {
      acknowledgement.close();
      crowd.add(arrival.workspace, -1);
    }
  }

  async function repeated({ once: only }: Arrival, run: (hold: EventHold) => Promise<void>): Promise<void> {
    const alone: EventHold = { again: false, holds: async () => true };
    if (only === undefined) return run(alone);
    if (only.for === "ever") return once.event(only.key, run);
    await once.within(only.key, only.for, () => run(alone));
  }

  return {
    async take(arrival) {
      if (stopping) return;
      const all = work(arrival).catch((err: unknown) =>
        log.error({ event: "answer-failed", id: arrival.id, err }, "an answer failed"),
      );
      underWay.add(all);
      await all;
      underWay.delete(all);
    },
    first: once.first,
    once: once.within,
    async ask(bot, request) {
      await gate.round(request.caller.workspace);
      return within(clock, ANSWER_MS, ending.signal, (signal) => bot.handle(request, signal));
    },
    async stop() {
      stopping = true;
      await Promise.race([Promise.allSettled(underWay), clock.sleep(GRACE_MS)]);
      ending.abort(new Error("the program is ending"));
    },
  };
}

/** Given at most once; whoever answers learns whether it was, and from then on it is not. */
function createAcknowledgement(acknowledge: Arrival["acknowledge"]) {
  let giving: Promise<void> | undefined;
  let closed = acknowledge === undefined;
  return {
    give: async (): Promise<void> => {
      if (closed) return giving;
      giving ??= acknowledge?.();
      await giving;
    },
    given: async (): Promise<boolean> => {
      closed = true;
      await giving;
      return giving !== undefined;
    },
    close: (): void => {
      closed = true;
    },
  };
}
