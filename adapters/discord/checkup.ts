/** Whether Discord takes the token. No privileged intent is needed, so none is checked. */
import { DiscordAPIError, REST, Routes } from "discord.js";
import type { Target } from "../../src/bot.ts";
import type { Config } from "../../src/config.ts";
import { reasonOf } from "../../src/errors.ts";
import type { Locale } from "../../src/i18n/words.ts";
import type { Log } from "../../src/log.ts";
import { bad, type Finding, ok, warn } from "../../src/ops/finding.ts";
import { createClient, restOptions } from "./connect.ts";
import { settingsOf } from "./open.ts";
import { missingIn } from "./permissions.ts";

export async function examineDiscord(config: Config): Promise<readonly Finding[]> {
  if (!config.DISCORD_TOKEN) return [];
  const { apiUrl } = settingsOf(config);
  const rest = new REST({ ...restOptions(apiUrl), retries: 0, timeout: 5_000 });
  try {
    const me = (await rest.setToken(config.DISCORD_TOKEN).get(Routes.user())) as { username?: string };
    return [
      ok(
        "discord",
        `Discord knows the bot as ${me.username}.`,
        `Discord 已识别机器人：${me.username}。`,
        `Discord знает бота: ${me.username}.`,
      ),
    ];
  } catch (thrown) {
    if (thrown instanceof DiscordAPIError) {
      return [
        bad(
          "discord",
          `Discord refuses DISCORD_TOKEN (${thrown.status}). Reset it in the developer portal and copy it again.`,
          `Discord 拒绝了 DISCORD_TOKEN（${thrown.status}）。请在开发者后台重置并重新复制。`,
          `Discord не принимает DISCORD_TOKEN (${thrown.status}). Сбросьте его на портале разработчика и скопируйте заново.`,
        ),
      ];
    }
    const why = reasonOf(thrown);
    return [
      warn(
        "discord",
        `Discord could not be reached (${why}).`,
        `无法连接 Discord（${why}）。`,
        `Не удалось связаться с Discord (${why}).`,
      ),
    ];
  }
}

/** What is missing to post in a channel, asked over REST alone; null when nothing is. */
export function missingAtDiscord(
  config: Config,
  log: Log,
): (target: Target, locale: Locale) => Promise<string | null> {
  const { token, apiUrl } = settingsOf(config);
  const client = createClient({ apiUrl }, log);
  client.rest.setToken(token);
  return (target, locale) => missingIn(client, target, locale);
}
