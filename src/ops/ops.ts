/** Puts operation together: fair use, metrics, and the server that shows them. */
import type { Adapter } from "../bot.ts";
import type { Clock } from "../clock.ts";
import type { Doors } from "../command.ts";
import type { Config } from "../config.ts";
import { createCounts, type DeliveryCounts } from "../delivery/counts.ts";
import { reasonOf } from "../errors.ts";
import { countConditions } from "../feeds/examine.ts";
import { errors } from "../i18n/ops.ts";
import type { BotHooks } from "../inbox/create-bot.ts";
import { createFairUse } from "../inbox/fair-use.ts";
import type { Log } from "../log.ts";
import { masked } from "../mask.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createOutside, type Outside } from "./outside.ts";
import { type OpsServer, type Readiness, startOpsServer } from "./server.ts";

export interface Ops {
  readonly hooks: Pick<BotHooks, "observe" | "fair">;
  /** Told how a poll of a feed went. */
  readonly polled: Metrics["polled"];
  /** Starts the server; a port that is taken is a trouble, not the end. */
  start(): Promise<void>;
  /** What waits for its turn is given back, with a word to whoever asked. */
  giveBack(): void;
  stop(): Promise<void>;
}

/** @param adapters may still be empty; they are read when somebody asks */
export function createOps(
  config: Config,
  doors: Doors,
  adapters: readonly Adapter[],
  clock: Clock,
  log: Log,
  counts: DeliveryCounts = createCounts(),
): Ops {
  const fair = createFairUse(clock);
  const outside = createOutside(
    doors,
    config.platforms.map(({ name }) => name),
  );
  const metrics = createMetrics(doors, adapters, fair, outside, counts);
  let server: OpsServer | undefined;
  return {
    hooks: { observe: metrics.observe, fair },
    polled: metrics.polled,
    async start() {
      const { SCO_OPS_HOST: host, SCO_OPS_PORT: port } = config;
      if (port === "off") return;
      try {
        server = await startOpsServer(
          {
            readiness: () => readiness(doors, adapters, outside),
            metrics: async () => ({ contentType: metrics.contentType, text: await metrics.text() }),
          },
          host,
          port,
        );
        log.info({ host, port: server.port }, "health and metrics are served");
      } catch (thrown) {
        const why = reasonOf(thrown);
        doors.health.worse("ops", errors.notServed(host, port, why));
      }
    },
    giveBack: fair.close,
    stop: async () => server?.stop(),
  };
}

/**
 * It can answer when there is an index, and when whatever listens for requests listens. A platform that is not connected
 * keeps no other from being answered, and state may be away: reading goes on. Both are metrics, with alerts.
 */
async function readiness(doors: Doors, adapters: readonly Adapter[], outside: Outside): Promise<Readiness> {
  const connected = Object.fromEntries(adapters.map((adapter) => [adapter.name, adapter.connected]));
  const listening = adapters.every((adapter) => adapter.listening !== false);
  const indexed = doors.search.size;
  const feeds = await outside.feeds();
  return {
    ready: listening && !doors.store.health.locked && (indexed > 0 || doors.library.size === 0),
    adapters: connected,
    state: doors.store.health,
    feeds: feeds && countConditions(feeds),
    articles: doors.library.size,
    indexed,
    degraded: doors.health.troubles.map(({ part, words }) => ({ part, reason: masked(words.en) })),
  };
}
