/** What Discord will not change its mind about: a token that it does not know, shards or a version that it does not take. */
import { DiscordAPIError, GatewayCloseCodes } from "discord.js";
import { BotError, reasonOf } from "../../src/errors.ts";

/** Close codes after which trying again would only use up the logins that Discord allows in a day. */
const FOR_GOOD = {
  badToken: [GatewayCloseCodes.AuthenticationFailed],
  badShards: [GatewayCloseCodes.InvalidShard, GatewayCloseCodes.ShardingRequired],
  badProgram: [
    GatewayCloseCodes.InvalidAPIVersion,
    GatewayCloseCodes.InvalidIntents,
    GatewayCloseCodes.DisallowedIntents,
  ],
} as const satisfies Record<string, readonly GatewayCloseCodes[]>;

/**
 * @param closed the code that Discord closed the connection with
 * @returns a sentence for the one who runs the bot; null for what may pass
 */
export function refusal(error: unknown, closed: number | undefined): BotError | null {
  const is = (codes: readonly number[]) => closed !== undefined && codes.includes(closed);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const unauthorized = error instanceof DiscordAPIError && error.status === 401;
  if (unauthorized || code === "TokenInvalid" || is(FOR_GOOD.badToken)) return badToken();
  if (is(FOR_GOOD.badShards))
    return new BotError("bad-input", {
      en: "Discord does not take this number of shards; remove DISCORD_SHARDS or set it to auto.",
      zh: "Discord 不接受这个分片数；请删除 DISCORD_SHARDS 或设为 auto。",
      ru: "Discord не принимает такое число шардов; уберите DISCORD_SHARDS или задайте auto.",
    });
  if (!is(FOR_GOOD.badProgram)) return null;
  const reason = `${closed}: ${reasonOf(error)}`;
  return new BotError("forbidden", {
    en: `Discord does not let this version of sco-bot connect (${reason}). It asks for no privileged intent; a newer version may help.`,
    zh: `Discord 不允许此版本的 sco-bot 连接（${reason}）。本程序不需要特权 intent；请尝试更新版本。`,
    ru: `Discord не даёт этой версии sco-bot подключиться (${reason}). Привилегированные intents ей не нужны; попробуйте обновить программу.`,
  });
}

/** The sentence for a token that Discord does not know; it does not contain the token. */
export function badToken(): BotError {
  return new BotError("forbidden", {
    en: "Discord refuses DISCORD_TOKEN; copy the bot's token again from https://discord.com/developers/applications (Bot, Reset Token).",
    zh: "Discord 拒绝了 DISCORD_TOKEN；请到 https://discord.com/developers/applications（Bot，Reset Token）重新复制令牌。",
    ru: "Discord не принимает DISCORD_TOKEN; скопируйте токен бота заново: https://discord.com/developers/applications (Bot, Reset Token).",
  });
}
