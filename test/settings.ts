/** Settings as the program reads them, with those of every platform laid open. */
import { discord } from "../adapters/discord/platform.ts";
import { slack } from "../adapters/slack/platform.ts";
import { readConfig } from "../src/config.ts";
import { platforms } from "../src/main/platforms.ts";

/** @throws ConfigError */
export function configOf(env: Readonly<Record<string, string | undefined>>) {
  const config = readConfig(env, platforms);
  return { ...config, ...slack.settingsOf(config), ...discord.settingsOf(config) };
}
