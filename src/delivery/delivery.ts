/** Delivery's door: plans what is due, watches what arrives, and sends what waits, in any number of processes. */

import { setMaxListeners } from "node:events";
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import type { Adapter } from "../bot.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Search } from "../search/search.ts";
import type { StateStore } from "../state/store.ts";
import type { Run } from "./compose.ts";
import { createLoop } from "./loop.ts";
import { planArticles, planMissed } from "./match.ts";
import { type Delivery, leaseKey, scopeOf, waitKey } from "./model.ts";
import { planSchedules } from "./plan.ts";
import { send } from "./send.ts";

export interface Deliveries {
  /** Begins; `stop` lets what is being posted end. */
  start(): void;
  stop(): Promise<void>;
}

/** Longer than the adapters' HTTP timeouts together: opening a conversation, looking, posting, linking. */
const LEASE_MS = 60_000;
const ROUND_MS = 1000;
/** Posts that one process is at, each to another channel. */
const AT_ONCE = 8;
/** After the state was away, so long a first try looks whether it is the first. */
const UNSURE_MS = 60_000;
/** How often what has expired is taken out of a backend's index. */
const SWEEP_MS = 3_600_000;

export function createDelivery(rooms: {
  readonly store: StateStore;
  readonly library: Library;
  /** Asked for when a watch needs it. */
  readonly search: () => Search;
  readonly clock: Clock;
  readonly log: Log;
  readonly adapters: readonly Adapter[];
  readonly run: Run;
  readonly leaseMs?: number;
  readonly roundMs?: number;
}): Deliveries {
  const { store, library, clock, log, adapters, run, leaseMs = LEASE_MS, roundMs = ROUND_MS } = rooms;
  const stopping = new AbortController();
  const { signal } = stopping;
  // Each post waits for it while the state is away, and each loop twice.
  setMaxListeners(AT_ONCE + 4, signal);
  /** When the state was last away. */
  let wasGone = false;
  let away = Number.NEGATIVE_INFINITY;
  const unsure = (): boolean => clock.now() - away < UNSURE_MS;
  const sending = { store, clock, library, run, log, signal, leaseMs, unsure };
  const busy = new Map<string, Promise<void>>();
  const arrived = new Map<string, Article>();
  const often = { everyMs: roundMs, clock, log, signal };
  const posts = createLoop({ ...often, name: "deliveries", step: planAndSend });
  const matches = createLoop({ ...often, name: "watches", step: match });
  let working: Promise<unknown> | undefined;
  let caughtUp = false;
  let swept = clock.now();

  async function planAndSend(): Promise<void> {
    const now = clock.now();
    try {
      await planSchedules(store, now);
      await sendWaiting();
    } finally {
      noteState();
    }
    if (now - swept < SWEEP_MS) return;
    await store.keys("");
    swept = now;
  }

  /** A failover may have lost the state's last moments: what was planned then is planned again. */
  function noteState(): void {
    const { backend, fault } = store.health;
    const gone = backend === "redis" && fault !== null;
    if (gone) away = clock.now();
    else if (wasGone) caughtUp = false;
    wasGone = gone;
  }

  /** Apart from the posts: many articles and watches take a while. */
  async function match(): Promise<void> {
    const watching = { store, library, clock, search: rooms.search };
    if (!caughtUp) {
      await planMissed(watching);
      caughtUp = true;
    }
    const batch = [...arrived.values()];
    if (batch.length === 0) return;
    await planArticles(watching, batch);
    for (const article of batch) if (arrived.get(article.id) === article) arrived.delete(article.id);
  }

  /** Starts the oldest item of each channel that is free; answers nothing, each wakes the loop when it ends. */
  async function sendWaiting(): Promise<void> {
    const [items, leases, waits] = await Promise.all([
      store.entries("outbox:"),
      store.entries("lease:"),
      store.entries("wait:"),
    ]);
    const held = new Set([...leases, ...waits].map(([key]) => key));
    const now = clock.now();
    const ready = items
      .map(([, value]) => value as Delivery)
      .filter((item) => item.after <= now)
      .sort((a, b) => a.due - b.due);
    for (const item of ready) {
      const scope = scopeOf(item);
      const adapter = adapters.find(({ name }) => name === item.platform);
      if (!adapter?.connected || busy.has(scope) || busy.size >= AT_ONCE) continue;
      if (held.has(leaseKey(scope)) || held.has(waitKey(scope))) continue;
      const work = send(item, adapter, sending).then((moved) => {
        busy.delete(scope);
        if (moved) posts.wake();
      });
      busy.set(scope, work);
    }
  }

  return {
    start() {
      if (working) return;
      library.onChange(({ put }) => {
        for (const article of put) arrived.set(article.id, article);
        matches.wake();
      });
      working = Promise.all([posts.run(), matches.run()]);
    },
    async stop() {
      stopping.abort();
      await working;
      await Promise.all(busy.values());
    },
  };
}
