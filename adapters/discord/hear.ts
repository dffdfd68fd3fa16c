/** Mentions and direct messages → who said what to the bot, pure. */
import type { GatewayMessageCreateDispatchData } from "discord.js";
import type { Caller } from "../../src/command.ts";
import { isOperator } from "../../src/inbox/operators.ts";
import type { Surroundings } from "./surroundings.ts";

/** An answer to somebody's message: https://discord.com/developers/docs/resources/message#message-object-message-types */
const REPLY = 19;

/**
 * The words said to the bot in a mention, an answer to a message of its own, or a direct message, without the mention
 * itself; null when the message is not for it: another bot's, its own, a webhook's, a system message, or one that
 * mentions only everyone.
 */
export function wordsFor(message: GatewayMessageCreateDispatchData, self: string): string | null {
  const { author, content, guild_id, type = 0, webhook_id } = message;
  if (author.bot || author.id === self || webhook_id || (type !== 0 && type !== REPLY)) return null;
  const mention = new RegExp(`<@!?${self}>`, "g");
  // Such an answer has the call beside its text; Discord gives the text of both to a bot without a privileged intent.
  const called = type === REPLY && message.mentions.some(({ id }) => id === self);
  // Without the call its text comes only where the owner has turned that intent on.
  const answered = type === REPLY && message.referenced_message?.author.id === self && content !== "";
  if (guild_id && !called && !answered && !mention.test(content)) return null;
  const said = spoken(content.replace(mention, " ")).replace(/\s+/g, " ").trim();
  // Discord offers /sco in its own way; who writes it out means the same.
  return said.replace(/^\/sco(?: |$)/i, "");
}

/** Whether a message is an answer to one of the bot's without calling it: it goes on, but nobody was mentioned. */
export function answersQuietly(message: GatewayMessageCreateDispatchData, self: string): boolean {
  const called = message.mentions.some(({ id }) => id === self) || message.content.includes(`${self}>`);
  return message.guild_id !== undefined && !called;
}

/** Whether a message of a server calls the bot's own role, which looks like its name in the list, and not the bot. */
export function callsRole(message: GatewayMessageCreateDispatchData, around: Surroundings): boolean {
  const { author, guild_id: guild, mention_roles: roles = [], mentions, type = 0, webhook_id } = message;
  if (guild === undefined || author.bot || webhook_id || (type !== 0 && type !== REPLY)) return false;
  return !mentions.some(({ id }) => id === around.self) && around.hasOwnRole(guild, roles);
}

/** What Discord writes in its own way, as people read it: a day; names that the message does not hold are left out. */
export function spoken(content: string): string {
  return content
    .replace(/<t:(-?\d{1,11})(?::[a-zA-Z])?>/g, (whole, seconds: string) => {
      const instant = new Date(Number(seconds) * 1000);
      return Number.isNaN(instant.getTime()) ? whole : instant.toISOString().slice(0, 10);
    })
    .replace(/<a?:\w{1,32}:\d{1,20}>|<(?:#|@[!&]?)\d{1,20}>|<id:\w{1,20}>/g, " ");
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
    managesWorkspace: guild !== "" && around.managesServer(guild, author.id, roles),
    barred: around.barred,
    // All see the answer anyway.
    alone: true,
    direct: guild === "",
    operates: isOperator(around.operators, { platform: "discord", workspace: guild, user: author.id }, true),
  };
}
