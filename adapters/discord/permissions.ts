/** Which permission is missing to post in a channel, and who may manage one. */
import {
  type APIUser,
  type Client,
  DiscordAPIError,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
  Routes,
} from "discord.js";
import type { Target } from "../../src/bot.ts";
import { needsRight } from "../../src/errors.ts";
import { errors, PERMISSION_NAMES, discord as say } from "../../src/i18n/discord.ts";
import type { Locale, Words } from "../../src/i18n/words.ts";

/**
 * What keeps the bot from posting there, as one sentence, or null.
 * Answers from what the gateway has told; a client without a connection (of a process that only starts shards)
 * asks Discord.
 * @throws when Discord cannot be asked
 */
export async function missingIn(client: Client, target: Target, locale: Locale): Promise<string | null> {
  if (!("channel" in target) || target.workspace === "") return null;
  const words = say(locale);
  const force = !client.isReady();
  try {
    const guild = await client.guilds.fetch({ guild: target.workspace, force });
    const channel = await guild.channels.fetch(target.channel, { force });
    const { id } = await ownUser(client);
    const me = guild.members.cache.get(id) ?? (await guild.members.fetch(id));
    if (!channel?.permissionsFor(me).has(PermissionFlagsBits.ViewChannel)) return words.unseen;
    if (!channel.isTextBased()) return words.unfit;
    const have = channel.permissionsFor(me);
    const lacking = needed(channel).find((name) => !have.has(PermissionFlagsBits[name]));
    return lacking ? words.missing(PERMISSION_NAMES[lacking][locale]) : null;
  } catch (error) {
    // A token that is not taken says nothing about the channel.
    if (error instanceof DiscordAPIError && error.status < 500 && error.status !== 401) return words.unseen;
    throw error;
  }
}

async function ownUser(client: Client): Promise<{ id: string }> {
  return client.user ?? ((await client.rest.get(Routes.user())) as APIUser);
}

function needed(
  channel: GuildBasedChannel,
): readonly ("SendMessages" | "SendMessagesInThreads" | "EmbedLinks")[] {
  return [channel.isThread() ? "SendMessagesInThreads" : "SendMessages", "EmbedLinks"];
}

/** Whether the owner's chosen role, by id or name, is among these. */
export function hasRole(client: Client, guildId: string, roles: readonly string[], wanted: string): boolean {
  const known = client.guilds.cache.get(guildId)?.roles.cache;
  return roles.some((id) => id === wanted || known?.get(id)?.name === wanted);
}

/** Whether these roles give Manage Channels in that channel, as far as the gateway has told. */
export function mayManage(
  client: Client,
  { guild, channel, user, roles }: { guild: string; channel: string; user: string; roles: readonly string[] },
): boolean {
  const server = client.guilds.cache.get(guild);
  const found = server?.channels.cache.get(channel);
  const place = found?.isThread() ? found.parent : found;
  if (!server || !place) return false;
  if (server.ownerId === user) return true;
  const base = serverRights(server, roles);
  if (base & PermissionFlagsBits.Administrator) return true;
  const overwrites = "permissionOverwrites" in place ? place.permissionOverwrites.cache : undefined;
  const apply = (bits: bigint, ids: readonly string[]): bigint => {
    const rules = ids.flatMap((id) => overwrites?.get(id) ?? []);
    const denied = rules.reduce((sum, rule) => sum | rule.deny.bitfield, 0n);
    const allowed = rules.reduce((sum, rule) => sum | rule.allow.bitfield, 0n);
    return (bits & ~denied) | allowed;
  };
  const bits = apply(apply(apply(base, [guild]), roles), [user]);
  return (bits & PermissionFlagsBits.ManageChannels) !== 0n;
}

/** Whether these roles give Manage Server, as far as the gateway has told; a channel can neither give nor take that. */
export function mayManageServer(
  client: Client,
  { guild, user, roles }: { guild: string; user: string; roles: readonly string[] },
): boolean {
  const server = client.guilds.cache.get(guild);
  if (!server) return false;
  const { Administrator, ManageGuild } = PermissionFlagsBits;
  return server.ownerId === user || (serverRights(server, roles) & (Administrator | ManageGuild)) !== 0n;
}

/** What these roles, and everybody's, give on the whole server. */
function serverRights({ id, roles }: Guild, held: readonly string[]): bigint {
  return [id, ...held]
    .flatMap((role) => roles.cache.get(role) ?? [])
    .reduce((bits, role) => bits | role.permissions.bitfield, 0n);
}

/** What somebody without the right to manage a channel is told, in every language. */
export function barred(role: string | undefined): Words {
  const right = PERMISSION_NAMES.ManageChannels;
  return needsRight(errors.right(right, role));
}
