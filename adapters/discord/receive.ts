/** What Discord sends → Requests, pure: slash commands, completion, buttons, mentions and direct messages. */
import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  GatewayMessageCreateDispatchData,
} from "discord.js";
import type { Request } from "../../src/bot.ts";
import { type Caller, type Command, commonOptions } from "../../src/command.ts";
import { type Locale, localeOf, type Words } from "../../src/i18n/words.ts";
import { type Pressed, readId } from "./buttons.ts";
import { slug } from "./register.ts";

/** What the adapter knows and the payload does not say. */
export interface Surroundings {
  readonly zone: string;
  readonly operators: readonly string[];
  /** What lets people manage a channel, for the sentence that refuses. */
  readonly managing: Words;
  readonly commands: readonly Command[];
  /** The bot's own user id. */
  readonly self: string;
  /** Whether one of these roles may manage by the owner's word. */
  managesByRole(guild: string, roles: readonly string[]): boolean;
  /** Whether this person may manage the channel, for messages: their payload carries no permissions. */
  managesChannel(guild: string, channel: string, user: string, roles: readonly string[]): boolean;
  /** The language that this person used last, or the guild's. */
  knownLocale(user: string, guild: string): Locale | undefined;
}

export interface Received {
  readonly id: string;
  readonly token: string;
  readonly caller: Caller;
  readonly ask:
    | { readonly kind: "command"; readonly request: Request }
    | {
        readonly kind: "complete";
        readonly request: Request;
        readonly option: string;
        readonly typed: string;
      }
    | { readonly kind: "press"; readonly pressed: Pressed; readonly message: string };
}

const MANAGE_CHANNELS = 1n << 4n;
const KIND = { command: 2, component: 3, complete: 4 } as const;

/** Reads an interaction; null for what the bot did not ask for (modals, other commands). */
export function receive(interaction: APIInteraction, around: Surroundings): Received | null {
  const caller = callerOf(interaction, around);
  const { id, token } = interaction;
  if (!caller) return null;
  if (interaction.type === KIND.component) {
    const { data, message } = interaction;
    const pressed = readId("values" in data ? (data.values[0] ?? "") : data.custom_id);
    return pressed && { id, token, caller, ask: { kind: "press", pressed, message: message?.id ?? "" } };
  }
  if (interaction.type !== KIND.command && interaction.type !== KIND.complete) return null;
  const options = "options" in interaction.data ? (interaction.data.options ?? []) : [];
  const chosen = subcommand(options);
  const command = around.commands.find(({ name }) => name === (chosen?.name ?? "help"));
  // Discord can still offer what this version has no longer; the bot says what is meant.
  if (!command)
    return { id, token, caller, ask: { kind: "command", request: { id, caller, line: chosen?.name ?? "" } } };
  const filled = (chosen?.options ?? []).map((given) => ({ given, name: optionName(given.name, command) }));
  const values = Object.fromEntries(filled.map(({ given, name }) => [name, given.value]));
  const request: Request = { id, caller, command: command.name, values };
  if (interaction.type === KIND.command) return { id, token, caller, ask: { kind: "command", request } };
  const focused = filled.find(({ given }) => "focused" in given && given.focused);
  if (!focused) return null;
  const { name, given } = focused;
  return { id, token, caller, ask: { kind: "complete", request, option: name, typed: String(given.value) } };
}

/**
 * The words said to the bot in a mention or a direct message, without the mention itself; null when the message
 * is not for it: another bot's, its own, a webhook's, a system message, or one that mentions only everyone.
 */
export function wordsFor(message: GatewayMessageCreateDispatchData, self: string): string | null {
  const { author, content, guild_id, type = 0, webhook_id } = message;
  if (author.bot || author.id === self || webhook_id || (type !== 0 && type !== 19)) return null;
  const mention = new RegExp(`<@!?${self}>`, "g");
  if (guild_id && !mention.test(content)) return null;
  return content.replace(mention, " ").replace(/\s+/g, " ").trim();
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
    managing: around.managing,
    operates: around.operators.includes(author.id),
  };
}

function callerOf(interaction: APIInteraction, around: Surroundings): Caller | null {
  const { guild_id: guild = "", member } = interaction;
  const user = member?.user ?? interaction.user;
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (!user || !channel) return null;
  const may = (BigInt(member?.permissions ?? "0") & MANAGE_CHANNELS) !== 0n;
  return {
    platform: "discord",
    workspace: guild,
    channel,
    user: user.id,
    locale: localeOf("locale" in interaction ? interaction.locale : undefined),
    zone: around.zone,
    manages: !guild || may || around.managesByRole(guild, member?.roles ?? []),
    managing: around.managing,
    operates: around.operators.includes(user.id),
  };
}

interface Chosen {
  readonly name: string;
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption[];
}

function subcommand(options: readonly APIApplicationCommandInteractionDataOption[]): Chosen | undefined {
  const first = options[0];
  if (first?.type !== 1) return undefined;
  const basic = (first.options ?? []).filter(
    (option): option is APIApplicationCommandInteractionDataBasicOption => "value" in option,
  );
  return { name: first.name, options: basic };
}

/** Discord wants lower-case names; the declaration's own may have capitals. */
function optionName(given: string, command: Command): string {
  const names = Object.keys({ ...command.options, ...commonOptions });
  return names.find((name) => slug(name) === given) ?? given;
}
