/** The link that brings the bot into a server, with what it needs there and nothing more. */
import { PermissionFlagsBits } from "discord.js";

/** What each is for stands in docs/discord.md. */
const PERMISSIONS = [
  "ViewChannel",
  "SendMessages",
  "CreatePublicThreads",
  "SendMessagesInThreads",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
] as const satisfies readonly (keyof typeof PermissionFlagsBits)[];

export function inviteLink(application: string): string {
  const permissions = PERMISSIONS.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
  return `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${permissions}`;
}
