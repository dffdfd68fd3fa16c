/** Mentions and direct messages → who said what to the bot, pure. */
import type { GatewayMessageCreateDispatchData } from "discord.js";
import type { Caller } from "../../src/command.ts";
import { isOperator } from "../../src/inbox/operators.ts";
import type { Surroundings } from "./receive.ts";

/**
 * The words said to the bot in a mention or a direct message, without the mention itself; null when the message
 * is not for it: another bot's, its own, a webhook's, a system message, or one that mentions only everyone.
 */
export function wordsFor(message: GatewayMessageCreateDispatchData, self: string): string | null {
  const { author, content, guild_id, type = 0, webhook_id } = message;
  if (author.bot || author.id === self || webhook_id || (type !== 0 && type !== 19)) return null;
  const mention = new RegExp(`<@!?${self}>`, "g");
  if (guild_id && !mention.test(content)) return null;
  const said = content.replace(mention, " ").replace(/\s+/g, " ").trim();
  // Discord offers /sco in its own way; who writes it out means the same.
  return said.replace(/^\/sco(?: |$)/i, "");
}

/** Who said it; the language is that of the words where the script tells, else what is known of the person. */
export function speaker(
  message: GatewayMessageCreateDispatchData,
  words: string,
  around: Surroundings,
): Caller {
  const { author, guild_id: guild = "", channel_id: channel, member } = message;
  const roles = member?.roles ?? [];
  const written = /\p{sc=Han}/u.test(words) ? "zh" : /\p{sc=Cyrillic}/u.test(words) ? "ru" : undefined;
  return {
    platform: "discord",
    workspace: guild,
    channel,
    user: author.id,
    locale: written ?? around.knownLocale(author.id, guild) ?? "en",
    zone: around.zone,
    manages:
      !guild || around.managesChannel(guild, channel, author.id, roles) || around.managesByRole(guild, roles),
    barred: around.barred,
    // All see the answer anyway.
    alone: true,
    operates: isOperator(around.operators, { platform: "discord", workspace: guild, user: author.id }, true),
  };
}
