/** The bot's door: a request goes in, a reply comes out, and it never rejects. */
import type { Caller, Command, Completion } from "./command.ts";
import type { Form } from "./form.ts";
import type { Locale } from "./i18n/words.ts";
import type { Reply } from "./reply.ts";

/**
 * `line`: a typed command; `filled`: what a form says instead of it, by option. `command`: filled-in options. `said`: free
 * words in a mention or direct message; `answering`: below a message of the bot's, without a mention.
 */
export type Request = { readonly id: string; readonly caller: Caller } & (
  | { readonly line: string; readonly filled?: Readonly<Record<string, string>> }
  | { readonly command: string; readonly values: Readonly<Record<string, string | number | boolean>> }
  | { readonly said: string; readonly answering?: true }
);

export interface Bot {
  readonly commands: readonly Command[];
  handle(request: Request, signal: AbortSignal): Promise<Reply>;
  /** The form of a line, with what is wrong at its fields; or the reply that says why there is none. Changes nothing. */
  form(request: Request): Promise<Form | Reply>;
  /**
   * Whether words without a mention (`said`) are for the bot: they answer it, or clearly go on from what it showed this
   * person. In doubt not, and never where the person turned that off.
   */
  goesOn(request: Request): Promise<boolean>;
  suggest(request: Request, option: string, typed: string): Promise<readonly Completion[]>;
}

/** Where a delivery goes: a channel, below an earlier message of ours in it, or one person's direct messages. */
export type Target = { readonly workspace: string } & (
  | { readonly channel: string; readonly thread?: string }
  | { readonly user: string }
);

/** What became of a post. Only `unknown` may have arrived without our knowing. */
export type Posted =
  /** `thread`: what a target names so that a message goes below this one. */
  | { readonly state: "sent"; readonly link?: string; readonly thread?: string }
  | { readonly state: "later"; readonly afterMs: number }
  | { readonly state: "refused"; readonly reason: string }
  | { readonly state: "unknown"; readonly reason: string };

export interface Adapter {
  readonly name: Caller["platform"];
  start(bot: Bot): Promise<void>;
  /**
   * Posts once per `key`. When `attempt` is above 1 it first looks whether the earlier attempt arrived.
   * Past the instant `until` (epoch ms) somebody else may be posting: check it right before the request that
   * posts, and answer `later` with 0 instead of posting.
   * @param since no earlier attempt was made before this instant (epoch ms), so that no older message is looked at
   */
  post(
    target: Target,
    reply: Reply,
    key: string,
    attempt: number,
    until?: number,
    since?: number,
  ): Promise<Posted>;
  /**
   * What is missing to post there, as one sentence in that language, or null when nothing is.
   * @throws when the platform cannot be asked now
   */
  missing(target: Target, locale: Locale): Promise<string | null>;
  /** The user group or role that may be called, by its id, as somebody wrote it; never everybody. Left out where there are none. */
  groupOf?(written: string, workspace: string): string | undefined;
  /** Whether the platform says for certain that this workspace removed the bot. @throws when it cannot be asked now */
  left?(workspace: string): Promise<boolean>;
  readonly connected: boolean;
  /** False while requests that the platform sends here cannot arrive; left out where the bot opens the connection itself. */
  readonly listening?: boolean;
  stop(): Promise<void>;
}
