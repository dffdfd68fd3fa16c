/** What a command is: one declaration serves Slack text, Discord options, the terminal and help. */

import type { Answers } from "./answers/answers.ts";
import type { Archive } from "./archive/archive.ts";
import type { Keeper } from "./articles/keep.ts";
import type { Library } from "./articles/library.ts";
import type { Clock } from "./clock.ts";
import type { Webhooks } from "./delivery/webhook/webhooks.ts";
import type { Feeds } from "./feeds/feeds.ts";
import type { Form } from "./form.ts";
import type { Locale, Words } from "./i18n/words.ts";
import type { Meaning } from "./meaning/meaning.ts";
import type { Examine } from "./ops/finding.ts";
import type { Health } from "./ops/health.ts";
import type { Reply } from "./reply.ts";
import type { Search } from "./search/search.ts";
import type { StateStore } from "./state/store.ts";
import type { Stories } from "./stories/stories.ts";
import type { Translate } from "./translate/translate.ts";

interface Base {
  readonly about: Words;
  readonly required?: boolean;
  /** Written `--name value` or `name:value` in text; others are taken by position. */
  readonly named?: boolean;
  /** Only for the shell of whoever runs the bot, such as a file to write: no chat offers it. */
  readonly shell?: boolean;
}

/** What a person may go on to type; an id is shown by its title where a platform can. */
export type Completion = string | { readonly value: string; readonly shown: string };

export type Option =
  | (Base & {
      readonly kind: "text";
      /** Takes everything that is left of the line, quotes and all. */
      readonly rest?: boolean;
      /** Any length is taken; the command bounds it itself. */
      readonly unbounded?: boolean;
      /** Whether a positional word can be this option; a word that cannot is left for the next one. */
      readonly fits?: (word: string) => boolean;
      readonly suggest?: (
        typed: string,
        ctx: Context,
      ) => readonly Completion[] | Promise<readonly Completion[]>;
    })
  | (Base & { readonly kind: "number"; readonly min?: number; readonly max?: number })
  | (Base & {
      readonly kind: "choice";
      readonly choices: readonly string[];
      /** A word that is none of them is left for the next option. */
      readonly passes?: boolean;
      /** What else people type for a choice, lower case. */
      readonly also?: Readonly<Record<string, string>>;
    })
  | { readonly kind: "flag"; readonly about: Words; readonly shell?: boolean };
export type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = O["kind"] extends "number"
  ? number
  : O["kind"] extends "flag"
    ? boolean
    : O extends { readonly choices: readonly (infer C)[] }
      ? C
      : string;
/** The typed arguments that a declaration promises: required ones and flags are always there. */
export type Args<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true } | { readonly kind: "flag" }
    ? Value<O[K]>
    : Value<O[K]> | undefined;
};

/** What people do with the commands, in the order in which help lists it. */
export const GROUPS = ["read", "stories", "follow", "setup"] as const;

/** Options that every command takes besides its own. */
export const commonOptions = {
  limit: {
    kind: "number",
    min: 1,
    max: 100,
    named: true,
    about: { en: "How many to show", zh: "显示多少条", ru: "Сколько показать" },
  },
  public: {
    kind: "flag",
    about: {
      en: "Show the answer to everybody here",
      zh: "让频道里所有人看到",
      ru: "Показать ответ всем в канале",
    },
  },
} as const satisfies Options;

/** The option of every command whose answer goes on over pages. */
export const pageOption = {
  kind: "number",
  min: 1,
  max: 1_000,
  named: true,
  about: { en: "Page", zh: "页码", ru: "Страница" },
} as const satisfies Option;

/** Who asks, from where. Adapters fill it from the platform; settings override language and zone. */
export interface Caller {
  /** The adapter's name: terminal, web, or a platform's. */
  readonly platform: string;
  /** Slack team, Discord guild, or "" where there is none. */
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly thread?: string;
  readonly locale: Locale;
  /** IANA zone. */
  readonly zone: string;
  /** May change the settings, schedules and watches of this channel. */
  readonly manages: boolean;
  /** May change what holds for the whole workspace: an admin or owner there; whoever runs the bot may too. */
  readonly managesWorkspace?: boolean;
  /** Nobody would read what is shared from here: a direct message, a terminal, or a place where all see the answer anyway. */
  readonly alone?: boolean;
  /** The channel is between this person and the bot: a direct message, a terminal. */
  readonly direct?: boolean;
  /** Who sees answers here unless the line says otherwise; from the settings. */
  readonly audience?: Reply["audience"];
  /** False where this person does not want the bot to go on unasked; from the settings. */
  readonly followups?: boolean;
  /** Publishers that this workspace leaves out; from the settings. */
  readonly without?: readonly string[];
  /** Why not, and what to do, where the platform knows it better than the bot: whole sentences. */
  readonly barred?: Words;
  /** Runs the bot (SCO_OPERATORS): may change feeds, sees feedback and detailed health. */
  readonly operates: boolean;
}

/** The rooms a command may knock at; each is made when it is first used. */
export interface Doors {
  readonly commands: readonly Command[];
  readonly library: Library;
  readonly search: Search;
  readonly stories: Stories;
  readonly answers: Answers;
  /** Rooms as somebody sees them who leaves publishers out, by any of their names. */
  without(publishers: readonly string[]): Pick<Doors, "library" | "search" | "stories" | "answers">;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly health: Health;
  /** What `doctor` looks at. */
  readonly examinations: () => Promise<readonly Examine[]>;
  readonly feeds: Feeds;
  readonly translate: Translate;
  readonly meaning: Meaning;
  readonly webhooks: Webhooks;
  /** Puts articles into the library and the article log. */
  readonly keeper: Keeper;
  /** All articles in a search engine, where there is one. */
  readonly archive?: Archive | undefined;
  /** Says how far long work of the shell is, a line at a time; silent in a chat. */
  readonly progress: (line: string) => void;
  /** What is missing to post in the caller's channel, as one sentence; null when nothing, or when nobody can tell. */
  readonly missing: (caller: Caller) => Promise<string | null>;
  /** The id of a user group or role as somebody wrote it; undefined for whatever may not be called from there. */
  readonly groupOf: (caller: Caller, written: string) => string | undefined;
  /** Tells a platform the commands, for one place or for all; answers how many, undefined where it is not configured. */
  readonly register: (platform: string, place?: string) => Promise<number | undefined>;
}

/** What a command knows of the one who asks, and the doors. */
export interface Context extends Doors {
  readonly caller: Caller;
  /** The line that would run this command again, canonical; buttons are made from it. */
  readonly line: string;
  /** `--limit N`: how many results the caller wants to see. */
  readonly limit: number | undefined;
  readonly signal: AbortSignal;
}

/** The same context for an answer in another language; as it is where none is asked for. */
export function inLanguage(ctx: Context, locale: Locale | undefined): Context {
  if (locale === undefined) return ctx;
  return Object.assign(Object.create(ctx) as Context, { caller: { ...ctx.caller, locale } });
}

export interface Command<O extends Options = Options> {
  /** Lower-case English word; also the file's name. */
  readonly name: string;
  /** Other words that call it, in any language. */
  readonly aliases?: readonly string[];
  readonly about: Words;
  readonly options: O;
  /** Lines that work as they stand; a test runs each of them. */
  readonly examples: readonly string[];
  /** Where help lists it, and where Discord offers it; without one help lists it last, and it stands by itself. */
  readonly group?: (typeof GROUPS)[number];
  /** Only for the shell of whoever runs the bot (import, eval); never offered in a chat. */
  readonly shell?: boolean;
  /** Its answer is for the caller alone, whatever the settings say. */
  readonly personal?: boolean;
  /** Of a personal command: whether the answer tells what is the caller's own, and not the channel's. */
  own?(args: Args<O>): boolean;
  /** Changes the channel's settings: needs `caller.manages`. */
  readonly manages?: boolean;
  /** Its answer is worth showing to everybody, so it comes with a button for that. */
  readonly shares?: boolean;
  run(args: Args<O>, ctx: Context): Reply | Promise<Reply>;
  /** Its options as a form. @throws BotError "forbidden" for who may not do what it is for */
  form?(args: Partial<Args<O>>, ctx: Context): Promise<Form>;
}

/** Keeps the inferred option types of a declaration while storing it as a plain Command. */
export function command<const O extends Options>(declaration: Command<O>): Command {
  return declaration as unknown as Command;
}

/** The doors with the rooms as somebody sees them who leaves publishers out. */
export function doorsWithout(doors: Doors, publishers: readonly string[] = []): Doors {
  if (publishers.length === 0) return doors;
  return Object.create(doors, Object.getOwnPropertyDescriptors(doors.without(publishers))) as Doors;
}
