/** One line where the bot was brought into a server, in the server's own channel for such news. */
import { type Guild, PermissionFlagsBits, type REST, Routes } from "discord.js";
import { localeOf } from "../../src/i18n/words.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import { welcome } from "../../src/inbox/welcome.ts";
import { channelScope } from "../../src/state/scope.ts";
import { render } from "./render.ts";

/** A server that removes the bot and brings it back on the same day reads no second welcome. */
const WELCOMED_MS = 24 * 3_600_000;

/** Where it may not write there, or there is no such channel, it says nothing: /sco is there all the same. */
export async function greet(guild: Guild, rest: REST, inbox: Pick<Inbox, "first">): Promise<void> {
  const channel = guild.systemChannel;
  const mayWrite = PermissionFlagsBits.SendMessages | PermissionFlagsBits.ViewChannel;
  const me = guild.members.me;
  if (!channel || !me || !channel.permissionsFor(me).has(mayWrite)) return;
  const scope = channelScope({ platform: "discord", workspace: guild.id, channel: channel.id });
  if (!(await inbox.first(`${scope}:welcome`, WELCOMED_MS))) return;
  const { body } = render(welcome(localeOf(guild.preferredLocale)), new Map());
  await rest.post(Routes.channelMessages(channel.id), {
    body: { ...body, nonce: guild.id, enforce_nonce: true },
  });
}
