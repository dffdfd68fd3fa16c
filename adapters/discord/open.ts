/** The Discord adapter as the settings ask for it. */
import type { Adapter } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
import type { Log } from "../../src/log.ts";
import type { StateStore } from "../../src/state/store.ts";
import { createDiscordAdapter, type DiscordSettings } from "./discord.ts";

/** @param config with DISCORD_TOKEN set */
export function openDiscord(config: Config, store: StateStore, clock: Clock, log: Log): Adapter {
  return createDiscordAdapter({ settings: settingsOf(config), store, clock, log });
}

/** An operator may be written `discord:ID`, to tell the platforms' ids apart. */
export function settingsOf(config: Config): DiscordSettings {
  return {
    token: config.DISCORD_TOKEN ?? "",
    apiUrl: config.DISCORD_API_URL,
    managerRole: config.DISCORD_MANAGER_ROLE,
    zone: config.SCO_ZONE ?? "UTC",
    operators: config.SCO_OPERATORS.map((id) => id.replace(/^discord:/, "")),
  };
}
