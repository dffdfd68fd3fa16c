/** What the listeners work with. */
import type { Bot, Target } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { slack as say } from "../../src/i18n/slack.ts";
import { inEveryLocale, type Locale } from "../../src/i18n/words.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import type { Log } from "../../src/log.ts";
import type { Responder } from "./answer.ts";
import type { People } from "./people.ts";
import type { SlackPlace } from "./person.ts";
import type { Mute, Places } from "./places.ts";
import type { Web } from "./web.ts";

export interface Ears {
  readonly bot: Bot;
  readonly people: People;
  readonly places: Places;
  readonly answers: Responder;
  readonly web: Web;
  readonly buttons: Buttons;
  readonly clock: Clock;
  readonly log: Log;
  readonly inbox: Inbox;
  /** Our own user id, as far as known. */
  botUser(known: string | undefined): string | undefined;
  /** What is missing to post there, as a sentence; null when nothing is. @throws when Slack cannot be asked */
  missing(target: Target, locale: Locale): Promise<string | null>;
  /** The app was removed from a workspace. @param saidAt when Slack said so first, epoch seconds */
  removed(workspace: string, saidAt: number): Promise<void>;
}

/** Whether a button's or form's line may change what a channel gets. */
export function changesChannel({ commands }: Pick<Bot, "commands">, line: string): boolean {
  const [first] = line.split(" ", 1);
  const command = commands.find(({ name }) => name === first);
  // Of what has an own list and a channel's, only the channel's.
  const whose = command?.own === undefined || /\b(?:channel|quiet|sources)\b/.test(line);
  return command?.manages === true || (command?.personal === true && whose);
}

/**
 * Who pressed or filled in something. Anybody who sees a message can press its buttons: where they may not write, they
 * change nothing either.
 */
export async function presser(ears: Ears, at: SlackPlace, line: string, caller: Caller): Promise<Caller> {
  if (!caller.manages || caller.operates || caller.alone || !changesChannel(ears.bot, line)) return caller;
  const mute = await muteIn(ears, at);
  if (!mute) return caller;
  return { ...caller, manages: false, barred: inEveryLocale(say, (words) => words.mute[mute]) };
}

/** What keeps a person from writing where something would be posted in their name; null when nothing does. */
export async function muteIn(
  { people, places }: Pick<Ears, "people" | "places">,
  at: SlackPlace,
): Promise<Mute | null> {
  return places.mute(at, await people.person(at));
}
