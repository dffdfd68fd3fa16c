/** What the adapter knows and a payload does not say. */
import type { Command } from "../../src/command.ts";
import type { Locale, Words } from "../../src/i18n/words.ts";

/** What the adapter knows and the payload does not say. */
export interface Surroundings {
  readonly zone: string;
  readonly operators: readonly string[];
  /** What those are told who may not manage a channel of a server. */
  readonly barred: Words;
  readonly commands: readonly Command[];
  /** The bot's own user id. */
  readonly self: string;
  /** Whether one of these roles may manage by the owner's word. */
  managesByRole(guild: string, roles: readonly string[]): boolean;
  /** Whether this person may manage the channel, for messages: their payload carries no permissions. */
  managesChannel(guild: string, channel: string, user: string, roles: readonly string[]): boolean;
  /** Whether this person may manage the server, for messages too. */
  managesServer(guild: string, user: string, roles: readonly string[]): boolean;
  /** Whether one of these roles is the one that Discord made for the bot itself. */
  hasOwnRole(guild: string, roles: readonly string[]): boolean;
  /** The language that this person used last, or the guild's. */
  knownLocale(user: string, guild: string): Locale | undefined;
}
