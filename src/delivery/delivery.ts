/** Delivery's door: plans what is due, watches what arrives, and sends what waits, in any number of processes. */
import { setMaxListeners } from "node:events";
import type { Keeper } from "../articles/keep.ts";
import type { Library } from "../articles/library.ts";
import type { Adapter } from "../bot.ts";
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Health } from "../ops/health.ts";
import type { Search } from "../search/search.ts";
import { inParallel } from "../slices.ts";
import { revive } from "../state/rows.ts";
import type { Indexed, StateStore } from "../state/store.ts";
import type { Alarm } from "./alarm.ts";
import type { Summarising } from "./compose.ts";
import { createCounts, type DeliveryCounts } from "./counts.ts";
import { createLeaps } from "./leaps.ts";
import { createLoop } from "./loop.ts";
import { createMatching } from "./matching.ts";
import type { Why } from "./model.ts";
import { createOutbox, type Ways } from "./outbox.ts";
import { planSchedule } from "./plan.ts";
import { outboxRight, schedulesRight, silencesRight } from "./put-right.ts";
import { tellDeadLetters } from "./troubles.ts";
import { createWebhookPosts } from "./webhook/posts.ts";
import type { Webhooks } from "./webhook/webhooks.ts";

export interface Deliveries {
  /** Begins; `stop` lets what is being posted end. */
  start(): void;
  stop(): Promise<void>;
}

/** Longer than the adapters' HTTP timeouts together: composing, opening a conversation, looking, posting, linking. */
const LEASE_MS = 60_000;
/** The longest sleep: so often a process looks for what others have put into the plan. */
const ROUND_MS = 1000;
/** Entries that one look brings, and schedules that are planned side by side: some milliseconds of work. */
const LOOKED = 256;
const PLANNED = 32;
/** After its start, and after the state was away, so long a first try looks whether it is the first. */
const UNSURE_MS = 60_000;
/** How often a process looks for what is left over: items of platforms that are switched off, dead letters. */
const TIDY_MS = 60_000;
/** How often it looks at one page of rows, whether one has lost its entry: a million rows take three hours. */
const SWEEP_MS = 10_000;

export function createDelivery(rooms: {
  readonly store: StateStore;
  readonly library: Library;
  readonly keeper: Keeper;
  /** Asked for when a watch needs it. */
  readonly search: () => Search;
  readonly clock: Clock;
  readonly health: Health;
  readonly log: Log;
  readonly adapters: readonly Adapter[];
  readonly webhooks: Webhooks;
  readonly summarise: Summarising;
  /** Tells whoever runs the bot of what lasts; left out where they named no channel. */
  readonly alarm?: Alarm | undefined;
  /** Every platform that may be configured. */
  readonly platforms?: readonly string[];
  readonly counts?: DeliveryCounts;
  readonly leaseMs?: number;
  readonly roundMs?: number;
}): Deliveries {
  const {
    platforms = [],
    counts = createCounts(),
    store,
    library,
    clock,
    log,
    health,
    adapters,
    leaseMs = LEASE_MS,
    roundMs = ROUND_MS,
  } = rooms;
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each post waits for it while the state is away, and each loop twice.
  setMaxListeners(20, signal);
  /** When the state was last away; a failover that took this process with it has told nobody. */
  let away = clock.monotonic();
  let wasGone = false;
  const unsure = (): boolean => store.health.backend === "redis" && clock.monotonic() - away < UNSURE_MS;
  const { summarise, search } = rooms;
  const leaps = createLeaps(clock);
  const own = { log, signal, leaseMs, unsure, doubtful: () => leaps.doubtful, ended: counts.ended };
  const sending = { store, clock, library, search, summarise, ...own };
  const adapterOf = (platform: string) => adapters.find(({ name }) => name === platform);
  const ways: Ways = {
    get indexes() {
      return adapters.filter(({ connected }) => connected).map(({ name }) => `outbox/${name}` as const);
    },
    to: adapterOf,
  };
  const outbox = createOutbox(ways, sending, () => posts.wake());
  const matching = createMatching({ ...rooms, counts });
  const often = { everyMs: roundMs, clock, log, signal, failed: counts.failed };
  const skipped = (why: Why): void => counts.ended({ state: "skipped", why });
  const posts = createLoop({ ...often, name: "deliveries", step: planAndSend });
  const matches = createLoop({ ...often, name: "watches", step: matching.step });
  const webhookPosts = createWebhookPosts({ ...rooms, sending, often });
  let working: Promise<unknown> | undefined;
  let tidied = Number.NEGATIVE_INFINITY;
  let swept = clock.monotonic();
  let sweepFrom = "";

  /** Answers how long nothing is due, in milliseconds. */
  async function planAndSend(): Promise<number> {
    try {
      const now = clock.now();
      const indexes: readonly Indexed[] = ["schedule", ...outbox.indexes];
      const { entries, next } = await store.due(indexes, now, LOOKED);
      const schedules = entries.filter(({ key }) => key.startsWith("schedule:"));
      const ready = entries.filter(({ key }) => !key.startsWith("schedule:"));
      // What one workspace's rows keep from being done is all that is not done.
      await inParallel(
        [
          () => leaps.afterBack(putRight),
          () => inParallel(schedules, PLANNED, (entry) => planSchedule(entry, { store, now, skipped })),
          () => outbox.take(ready),
          () => tidy(now),
        ],
        1,
        (part) => part(),
      );
      if (schedules.length > 0) return 0;
      return next === undefined ? roundMs : Math.max(0, next - clock.now());
    } finally {
      noteState();
    }
  }

  /** A failover may have lost the state's last moments: what was planned then is planned again. */
  function noteState(): void {
    const { backend, fault } = store.health;
    const gone = backend === "redis" && fault !== null;
    if (gone) away = clock.monotonic();
    else if (wasGone) matching.again();
    wasGone = gone;
  }

  async function tidy(now: number): Promise<void> {
    await sweep();
    if (clock.monotonic() - tidied < TIDY_MS) return;
    tidied = clock.monotonic();
    const others = platforms.filter((one) => !adapterOf(one));
    const left = await store.due(
      others.map((name) => `outbox/${name}` as const),
      now,
      LOOKED,
    );
    await outbox.expire(left.entries);
    await tellDeadLetters(store, health);
    await rooms.alarm
      ?.look()
      .catch((thrown: unknown) =>
        log.warn({ reason: reasonOf(thrown) }, "whoever runs the bot was not told"),
      );
  }

  /** A server that does not let itself be looked through keeps nothing else waiting. */
  async function sweep(): Promise<void> {
    if (clock.monotonic() - swept < SWEEP_MS) return;
    swept = clock.monotonic();
    sweepFrom = await store.sweep(sweepFrom).catch(() => "");
  }

  /** What a clock that was ahead before this process began may have put off in the outbox is not known from other waits. */
  async function putRight(seen: boolean): Promise<void> {
    const where = { store, now: clock.now() };
    await schedulesRight(where);
    if (!seen) return;
    await outboxRight(where, [...outbox.indexes, "outbox/webhook"]);
    await silencesRight(where);
  }

  return {
    start() {
      if (working) return;
      library.onChange(({ put }) => {
        matching.arrived(put);
        matches.wake();
      });
      // What another version or machine could not use may be of use to this one.
      const revived = revive(store).catch(() => undefined);
      working = Promise.all([revived, posts.run(), matches.run(), webhookPosts.run()]);
    },
    async stop() {
      stopping.abort();
      await working;
      await Promise.all([outbox.settled(), webhookPosts.settled()]);
      await matching.stop();
    },
  };
}
