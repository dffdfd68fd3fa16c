/** Many servers: discord.js's ShardingManager runs this program once more for each shard; here is what stays behind. */
import { once } from "node:events";
import {
  type APIGatewayBotInfo,
  DiscordAPIError,
  REST,
  Routes,
  type Shard,
  ShardingManager,
} from "discord.js";
import type { Adapter } from "../../src/bot.ts";
import { reasonOf } from "../../src/errors.ts";
import { createButtons } from "../../src/inbox/buttons.ts";
import { keptBefore } from "./buttons.ts";
import { createClient, hasLeft, restOptions } from "./connect.ts";
import { createDelivering } from "./deliver.ts";
import type { DiscordNeeds, DiscordSettings } from "./discord.ts";
import { missingIn } from "./permissions.ts";
import { badToken } from "./refusals.ts";

/** Shards that are still there after this long are killed. */
const FAREWELL_MS = 8_000;
/** Discord lets one shard a connection begin every five seconds. */
const APART_MS = 5_500;

/**
 * How many shards Discord recommends; null when it cannot be reached.
 * @throws BotError when Discord refuses the token
 */
export async function recommendedShards({ token, apiUrl }: DiscordSettings): Promise<number | null> {
  const rest = new REST({ ...restOptions(apiUrl), retries: 0, timeout: 5_000 }).setToken(token);
  try {
    return ((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw badToken();
    return null;
  }
}

/**
 * An adapter without a connection of its own: it starts the shards, posts deliveries and ends with them.
 * @param program the file that every shard runs
 */
export function createShards(
  { settings, store, clock, log }: DiscordNeeds,
  shards: number,
  program: string,
): Adapter {
  const { token, apiUrl } = settings;
  const manager = new ShardingManager(program, { token, totalShards: shards });
  const client = createClient(settings, log);
  client.rest.setToken(token);
  const deliver = createDelivering({
    token,
    options: restOptions(apiUrl),
    clock,
    buttons: createButtons(store, keptBefore),
  });
  manager.on("shardCreate", (shard) => {
    log.info({ shard: shard.id, of: shards }, "starting a shard");
    shard.on("death", () => log.warn({ shard: shard.id }, "a shard ended"));
  });

  return {
    name: "discord",
    async start() {
      // Shards come up one after the other; the program does not wait for the last of them.
      manager.spawn({ delay: APART_MS }).catch((error: unknown) => {
        if (manager.respawn) log.error({ reason: reasonOf(error) }, "a shard could not be started");
      });
    },
    post: deliver,
    missing: (target, locale) => missingIn(client, target, locale),
    left: (server) => hasLeft(server, client.rest),
    get connected() {
      return manager.shards.size === shards && manager.shards.every(({ ready }) => ready);
    },
    async stop() {
      manager.respawn = false;
      await Promise.all(manager.shards.map((shard) => end(shard, clock.sleep(FAREWELL_MS))));
      await client.destroy();
    },
  };
}

async function end({ process: child }: Shard, late: Promise<void>): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await Promise.race([gone, late.then(() => child.kill("SIGKILL"))]);
}
