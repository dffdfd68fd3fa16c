/** Numbers for whoever runs the bot, in Prometheus' form. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Adapter } from "../bot.ts";
import type { Doors } from "../command.ts";
import type { DeliveryCounts } from "../delivery/counts.ts";
import { countConditions } from "../feeds/examine.ts";
import type { FeedResult } from "../feeds/feeds.ts";
import type { BotHooks } from "../inbox/create-bot.ts";
import type { FairUse } from "../inbox/fair-use.ts";
import { root } from "../root.ts";
import type { Outside } from "./outside.ts";

export interface Metrics {
  readonly observe: NonNullable<BotHooks["observe"]>;
  /** Told how a poll of a feed went. */
  readonly polled: (result: Pick<FeedResult, "outcome">) => void;
  /** The text that Prometheus scrapes. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; most answers take milliseconds, a platform gives up after three seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 3, 10];

/** Values are read when they are scraped, so that nothing is counted twice. */
export function createMetrics(
  doors: Doors,
  adapters: readonly Adapter[],
  fair: FairUse,
  outside: Outside,
  counts: DeliveryCounts,
): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const labels = ["command", "platform", "outcome"] as const;
  const commands = new Counter({
    name: "sco_commands_total",
    help: "Commands that ran",
    labelNames: labels,
    registers,
  });
  const seconds = new Histogram({
    name: "sco_command_duration_seconds",
    help: "How long commands took",
    labelNames: ["command", "platform"] as const,
    buckets: BUCKETS,
    registers,
  });
  // An alert on a rate sees a first failure only as a rise from nought.
  for (const { name: platform } of adapters)
    for (const { name: command } of [...doors.commands, { name: "none" }])
      commands.inc({ command, platform, outcome: "failed" }, 0);
  gauge("sco_articles", "Articles in the library", () => doors.library.size);
  gauge("sco_index_articles", "Articles in the search index", () => doors.search.size);
  if (doors.archive) {
    gauge("sco_engine_up", "1 while the search engine answers", () => (doors.search.engine?.isUp ? 1 : 0));
    gauge(
      "sco_engine_fallbacks_total",
      "Answers from the newest articles in memory, as the search engine gave none",
      () => doors.search.engine?.fallbacks ?? 0,
    );
  }
  gauge("sco_queue_length", "Commands that wait for their turn", () => fair.waiting);
  new Gauge({
    name: "sco_state_up",
    help: "1 when state can be saved; by where it is kept",
    labelNames: ["backend"],
    registers,
    collect() {
      const { backend, fault } = doors.store.health;
      this.set({ backend }, fault === null ? 1 : 0);
    },
  });
  gauge("sco_troubles", "Parts that are degraded", () => doors.health.troubles.length);
  new Gauge({
    name: "sco_adapter_connected",
    help: "1 when the platform is connected",
    labelNames: ["adapter"],
    registers,
    collect() {
      for (const { name, connected } of adapters) this.set({ adapter: name }, connected ? 1 : 0);
    },
  });

  gauge(
    "sco_outbox_length",
    "Deliveries that wait for their post; NaN while state is away",
    async () => (await outside.outbox())?.length ?? Number.NaN,
  );
  gauge(
    "sco_outbox_oldest_seconds",
    "For how long the oldest of them has been due; quiet hours do not count",
    async () => (await outside.outbox())?.oldestS ?? Number.NaN,
  );
  gauge(
    "sco_webhooks_waiting",
    "Deliveries that wait to be sent to a webhook; NaN while state is away",
    async () => (await outside.webhooks())?.length ?? Number.NaN,
  );
  gauge(
    "sco_dead_letters",
    "Rows of schedules, watches and deliveries that could not be used and were put aside; NaN while state is away",
    async () => (await outside.deadLetters()) ?? Number.NaN,
  );
  new Counter({
    name: "sco_deliveries_total",
    help: "Deliveries that ended, by how, why and whether they were a webhook's",
    labelNames: ["state", "why", "to"],
    registers,
    collect() {
      this.reset();
      for (const { state, why, to, n } of counts.deliveries.values()) this.inc({ state, why, to }, n);
    },
  });
  new Counter({
    name: "sco_embedding_requests_total",
    help: "Requests to the embeddings server, by how they went; skipped while it is left alone after a failure",
    labelNames: ["outcome"],
    registers,
    collect() {
      this.reset();
      for (const [outcome, n] of doors.meaning.requests) this.inc({ outcome }, n);
    },
  });
  gauge(
    "sco_embedding_articles_waiting",
    "Steps that are left until all articles can be compared by meaning",
    () => doors.meaning.progress()?.waiting ?? 0,
  );
  new Counter({
    name: "sco_loop_failures_total",
    help: "Rounds of a background loop that failed",
    labelNames: ["loop"],
    registers,
    collect() {
      this.reset();
      for (const [loop, n] of counts.failures) this.inc({ loop }, n);
    },
  });
  new Gauge({
    name: "sco_feeds",
    help: "Feeds that are followed, by condition",
    labelNames: ["condition"],
    registers,
    async collect() {
      this.reset();
      for (const [condition, n] of Object.entries(countConditions((await outside.feeds()) ?? [])))
        this.set({ condition }, n);
    },
  });
  new Gauge({
    name: "sco_feed_newest_item_timestamp_seconds",
    help: "When a feed's newest item was published, in Unix time",
    labelNames: ["feed"],
    registers,
    async collect() {
      this.reset();
      for (const { spec, newest } of (await outside.feeds()) ?? [])
        if (newest !== null) this.set({ feed: labelOf(spec.url) }, Date.parse(newest) / 1_000);
    },
  });

  function gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  }

  const polls = new Counter({
    name: "sco_feed_polls_total",
    help: "Polls of feeds, by how they went",
    labelNames: ["outcome"] as const,
    registers,
  });
  for (const outcome of ["polled", "unchanged", "failed", "skipped"] as const) polls.inc({ outcome }, 0);
  new Gauge({
    name: "sco_build_info",
    help: "1; which version this is, on which Node",
    labelNames: ["version", "node"] as const,
    registers,
  }).set({ version: version(), node: process.versions.node }, 1);

  return {
    polled: ({ outcome }) => polls.inc({ outcome }),
    observe({ command, caller, outcome, ms }) {
      commands.inc({ command, platform: caller.platform, outcome });
      seconds.observe({ command, platform: caller.platform }, ms / 1_000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** The host, and a few characters that tell its feeds apart: any other part of an address may let in whoever knows it. */
function labelOf(url: string): string {
  return `${new URL(url).host}#${createHash("sha256").update(url).digest("hex").slice(0, 6)}`;
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return version;
}
