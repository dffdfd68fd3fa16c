/** Interactions → Requests, pure: slash commands, completion and buttons. */
import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIMessage,
} from "discord.js";
import type { Request } from "../../src/bot.ts";
import { type Caller, type Command, commonOptions } from "../../src/command.ts";
import { errors } from "../../src/i18n/discord.ts";
import { localeOf } from "../../src/i18n/words.ts";
import { aboutMessage } from "../../src/inbox/about-message.ts";
import { isOperator } from "../../src/inbox/operators.ts";
import { type Pressed, readId } from "./buttons.ts";
import { spoken } from "./hear.ts";
import { type FilledIn, filledIn } from "./modal.ts";
import { slug } from "./register.ts";
import type { Surroundings } from "./surroundings.ts";

export interface Received {
  readonly id: string;
  readonly token: string;
  readonly caller: Caller;
  /** Whether the person may write where they ask: who may not shows nothing to others by the bot either. */
  readonly maySpeak: boolean;
  readonly ask:
    | { readonly kind: "command"; readonly request: Request }
    | {
        readonly kind: "complete";
        readonly request: Request;
        readonly option: string;
        readonly typed: string;
      }
    | {
        readonly kind: "press";
        readonly pressed: Pressed;
        readonly message: string;
        /** Whether others read that message. */
        readonly open: boolean;
      }
    | {
        readonly kind: "submit";
        readonly pressed: Pressed;
        readonly filled: Readonly<Record<string, string>>;
        /** The caller in the channel that was chosen, with the rights of there. */
        readonly there: Caller;
        /** Whether they may write there themselves. */
        readonly maySpeak: boolean;
        /** Whether others read the message that the form was opened from. */
        readonly open: boolean;
      };
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types */
const WITH_THE_BOT = 1;
/** A conversation of several people: https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const GROUP = 3;
/** Administrator, Manage Channels. */
const MANAGING = (1n << 3n) | (1n << 4n);
/** Administrator, Manage Server. */
const GOVERNING = (1n << 3n) | (1n << 5n);
/** Administrator, Send Messages; in a thread Send Messages in Threads. */
const SPEAKING = (1n << 3n) | (1n << 11n);
const SPEAKING_IN_THREADS = (1n << 3n) | (1n << 38n);
/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const THREADS = new Set([10, 11, 12]);
const KIND = { command: 2, component: 3, complete: 4, modal: 5 } as const;
/** A press of what no version offers now: it is answered with that it is too old. */
const UNREADABLE: Pressed = { place: "new" };

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
const EPHEMERAL = 64;

/** Reads an interaction; null for what cannot be answered: nobody asks, or its kind is not known. */
export function receive(interaction: APIInteraction, around: Surroundings): Received | null {
  const caller = callerOf(interaction, around);
  if (!caller) return null;
  const ask = askOf(interaction, caller, around);
  const { guild_id: guild, channel, member } = interaction;
  const maySpeak = guild === undefined || speaks(member?.permissions, channel?.type);
  return ask && { id: interaction.id, token: interaction.token, caller, maySpeak, ask };
}

function askOf(interaction: APIInteraction, caller: Caller, around: Surroundings): Received["ask"] | null {
  const { id, type } = interaction;
  const { commands } = around;
  if (type === KIND.modal) {
    const { filled, channel } = filledIn(interaction.data);
    const pressed = readId(interaction.data.custom_id) ?? UNREADABLE;
    const here = channel === undefined || channel.id === caller.channel;
    const maySpeak = here
      ? speaks(interaction.member?.permissions, interaction.channel?.type)
      : speaks(channel.permissions, channel.type);
    return {
      kind: "submit",
      pressed,
      filled,
      there: inChannel(interaction, caller, channel, around),
      maySpeak,
      open: isOpen(interaction),
    };
  }
  if (type === KIND.component) {
    const { data, message } = interaction;
    const pressed = readId("values" in data ? (data.values[0] ?? "") : data.custom_id) ?? UNREADABLE;
    return { kind: "press", pressed, message: message?.id ?? "", open: isOpen(interaction) };
  }
  if (type !== KIND.command && type !== KIND.complete) return null;
  if (type === KIND.command && "target_id" in interaction.data && "messages" in interaction.data.resolved) {
    const message = interaction.data.resolved.messages[interaction.data.target_id];
    return { kind: "command", request: { id, caller, ...aboutMessage(...saidIn(message)) } };
  }
  const chosen = subcommand("options" in interaction.data ? interaction.data.options : []);
  const command = commands.find(({ name }) => name === (chosen?.name ?? "help"));
  const filled = (chosen?.options ?? []).map((given) => ({ given, name: optionName(given.name, command) }));
  const values = Object.fromEntries(filled.map(({ given, name }) => [name, given.value]));
  // Discord can still offer what this version has no longer; the bot says what is meant.
  const request: Request = command
    ? { id, caller, command: command.name, values }
    : { id, caller, line: chosen?.name ?? "" };
  if (type === KIND.command) return { kind: "command", request };
  const focused = filled.find(({ given }) => "focused" in given && given.focused);
  return {
    kind: "complete",
    request,
    option: focused?.name ?? "",
    typed: String(focused?.given.value ?? ""),
  };
}

/** Whether others read the message that a press came from; where Discord does not say, they do. */
function isOpen(interaction: APIInteraction): boolean {
  const direct = interaction.guild_id === undefined && isOurs(interaction);
  return !direct && ((interaction.message?.flags ?? 0) & EPHEMERAL) === 0;
}

/** What somebody's rights in a channel, as Discord says them, allow; where it says nothing, nothing. */
function speaks(permissions: string | undefined, type: number | undefined): boolean {
  const needed = THREADS.has(type ?? -1) ? SPEAKING_IN_THREADS : SPEAKING;
  return (BigInt(permissions ?? "0") & needed) !== 0n;
}

/** What a message says, and its links: some have nothing but an embed. */
function saidIn(message: APIMessage | undefined): [text: string, links: readonly string[]] {
  const { content = "", embeds = [] } = message ?? {};
  const [embed] = embeds;
  const told = content.trim() === "" ? [embed?.title, embed?.description].filter(Boolean).join(" ") : content;
  return [spoken(told), embed?.url ? [embed.url] : []];
}

function callerOf(interaction: APIInteraction, around: Surroundings): Caller | null {
  const { guild_id: guild = "", member } = interaction;
  const user = member?.user ?? interaction.user;
  const channel = interaction.channel?.id ?? interaction.channel_id ?? "";
  if (!user) return null;
  const rights = BigInt(member?.permissions ?? "0");
  const may = (rights & MANAGING) !== 0n;
  return {
    platform: "discord",
    workspace: guild,
    channel,
    user: user.id,
    locale: localeOf("locale" in interaction ? interaction.locale : undefined),
    zone: around.zone,
    manages: guild ? may || around.managesByRole(guild, member?.roles ?? []) : isOurs(interaction),
    managesWorkspace: (rights & GOVERNING) !== 0n,
    barred: guild ? around.barred : errors.notOurs,
    alone: guild === "",
    direct: guild === "",
    operates: isOperator(around.operators, { platform: "discord", workspace: guild, user: user.id }, true),
  };
}

/** The same person in another channel, where they may do something else. */
function inChannel(
  { member }: APIInteraction,
  caller: Caller,
  chosen: FilledIn["channel"],
  around: Surroundings,
): Caller {
  const { workspace, user } = caller;
  if (chosen === undefined || chosen.id === caller.channel || workspace === "") return caller;
  const { id: channel, permissions } = chosen;
  const roles = member?.roles ?? [];
  const may =
    permissions === undefined
      ? around.managesChannel(workspace, channel, user, roles)
      : (BigInt(permissions) & MANAGING) !== 0n;
  return { ...caller, channel, manages: may || around.managesByRole(workspace, roles) };
}

/**
 * Whether it is a conversation with the bot itself. An app that somebody installed for themselves can be asked in other
 * people's conversations too, where it can never post.
 */
function isOurs({ context, channel }: APIInteraction): boolean {
  return context === undefined || context === null ? channel?.type !== GROUP : context === WITH_THE_BOT;
}

interface Chosen {
  readonly name: string;
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption[];
}

function subcommand(
  options: readonly APIApplicationCommandInteractionDataOption[] | undefined,
): Chosen | undefined {
  const [given] = listOf(options);
  const first = given?.type === 2 ? listOf(given.options)[0] : given;
  if (first?.type !== 1) return undefined;
  const basic = listOf(first.options).filter(
    (option): option is APIApplicationCommandInteractionDataBasicOption =>
      "value" in option && ["string", "number", "boolean"].includes(typeof option.value),
  );
  return { name: first.name, options: basic };
}

function listOf<T>(given: readonly T[] | undefined): readonly T[] {
  return Array.isArray(given) ? given : [];
}

/** Discord wants lower-case names; the declaration's own may have capitals. */
function optionName(given: string, command: Command | undefined): string {
  const names = Object.keys({ ...command?.options, ...commonOptions });
  return names.find((name) => slug(name) === given) ?? given;
}
