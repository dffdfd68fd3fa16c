/** The Discord adapter as the settings and Discord ask for it: one process, or one for each shard. */
import type { Adapter } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
import type { Log } from "../../src/log.ts";
import type { StateStore } from "../../src/state/store.ts";
import { createDiscordAdapter, type DiscordSettings } from "./discord.ts";
import type { DiscordVariables } from "./platform.ts";
import { createShards, recommendedShards } from "./shards.ts";

export interface DiscordOptions {
  /** With DISCORD_TOKEN set. */
  readonly config: Config & DiscordVariables;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** The file that a shard's process runs. */
  readonly program: string;
  /** Told of a server that the bot was removed from. */
  readonly forget?: (workspace: string) => Promise<void>;
}

/**
 * Shards get a process each when DISCORD_SHARDS or Discord asks for several and there is a Redis to share state
 * through; without one a single process carries them all.
 * @throws BotError when Discord refuses the token
 */
export async function openDiscord({ config, program, ...needs }: DiscordOptions): Promise<Adapter> {
  const settings = settingsOf(config);
  const shards = settings.inShard || !config.REDIS_URL ? 1 : await wantedShards(config, settings);
  if (shards > 1) return createShards({ settings, ...needs }, shards, program);
  if (!settings.inShard && typeof settings.shards === "number" && settings.shards > 1)
    needs.log.warn("shards in processes of their own need REDIS_URL; this one carries them all");
  return createDiscordAdapter({ settings, ...needs });
}

async function wantedShards(
  { DISCORD_SHARDS: asked }: DiscordVariables,
  settings: DiscordSettings,
): Promise<number> {
  return typeof asked === "number" ? asked : ((await recommendedShards(settings)) ?? 1);
}

export function settingsOf(config: Config & DiscordVariables): DiscordSettings {
  return {
    token: config.DISCORD_TOKEN ?? "",
    apiUrl: config.DISCORD_API_URL,
    managerRole: config.DISCORD_MANAGER_ROLE,
    zone: config.SCO_ZONE ?? "UTC",
    operators: config.SCO_OPERATORS,
    shards: config.DISCORD_SHARDS ?? "auto",
    inShard: config.SHARDING_MANAGER !== undefined,
  };
}
