/** Numbers for whoever runs the bot, in Prometheus' form. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Adapter } from "../bot.ts";
import type { Doors } from "../command.ts";
import type { Manners } from "../create-bot.ts";
import type { FairUse } from "./fair-use.ts";

export interface Metrics {
  readonly observe: NonNullable<Manners["observe"]>;
  /** The text that Prometheus scrapes. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; most answers take milliseconds, a platform gives up after three seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 3, 10];

/** Values are read when they are scraped, so that nothing is counted twice. */
export function createMetrics(doors: Doors, adapters: readonly Adapter[], fair: FairUse): Metrics {
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
    name: "sco_command_seconds",
    help: "How long commands took",
    labelNames: ["command", "platform"] as const,
    buckets: BUCKETS,
    registers,
  });
  gauge("sco_articles", "Articles in the library", () => doors.library.size);
  gauge("sco_index_articles", "Articles in the search index", () => doors.search.size);
  gauge("sco_queue_length", "Commands that wait for their turn", () => fair.waiting);
  gauge("sco_state_up", "1 when state can be saved", () => (doors.store.health.fault === null ? 1 : 0));
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

  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }

  return {
    observe({ command, caller, outcome, ms }) {
      commands.inc({ command, platform: caller.platform, outcome });
      seconds.observe({ command, platform: caller.platform }, ms / 1_000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
