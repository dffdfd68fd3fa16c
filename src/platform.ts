/** What a platform brings along: its settings, and how it is opened and examined. The wiring lists platforms, nothing else names one. */
import * as z from "zod";
import type { Adapter, Target } from "./bot.ts";
import type { Clock } from "./clock.ts";
import type { Command } from "./command.ts";
import type { Config } from "./config.ts";
import type { Locale } from "./i18n/words.ts";
import type { Log } from "./log.ts";
import type { Finding } from "./ops/finding.ts";
import type { Given, OperatorForm, PlatformSettings } from "./setting.ts";
import type { StateStore } from "./state/store.ts";

/** What an adapter is opened with. */
export interface AdapterOptions {
  readonly config: Config;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Path of the program itself, for a platform that runs it again. */
  readonly program: string;
  /** Removes what is kept for a workspace that removed the bot. */
  readonly forget: (workspace: string) => Promise<void>;
}

/** What `doctor` looks at a platform with. */
export type Examining = Pick<AdapterOptions, "config" | "store" | "clock" | "log">;

/** Says what is missing to post somewhere, as one sentence, or null. @throws when the platform cannot be asked */
export type Missing = (target: Target, locale: Locale) => Promise<string | null>;

/** @template Settings what the platform's own variables are read into */
interface Declaration<Shape extends z.ZodRawShape, Settings> {
  /** Lower case; it stands in keys and metrics. */
  readonly name: string;
  /** As people know it. */
  readonly title: string;
  /** The platform's own variables, each as zod checks it. */
  readonly variables: Shape;
  /** Those whose values must never be printed. */
  readonly secrets: readonly (keyof Shape & string)[];
  /** Secrets that are no settings, by their form: `/\bxoxb-[\w-]+/g`. */
  readonly secretForm?: RegExp;
  readonly operators: OperatorForm;
  /** What does not go together, a sentence a fault. */
  readonly faults?: (given: Given) => readonly string[];
  /** Whether the settings ask for it. */
  readonly configured: (settings: Settings) => boolean;
  /** Whether this process is one that the platform started for a part of itself: nothing else runs in it. */
  readonly part?: (settings: Settings) => boolean;
  /** Where it is reached, for comparing clocks. */
  readonly address: (settings: Settings) => string;
  /** Loads the platform's SDK, which a process without it never does. @throws BotError when it refuses the settings */
  readonly open: (settings: Settings, opening: AdapterOptions) => Promise<Adapter>;
  readonly examine: (settings: Settings, examining: Examining) => Promise<readonly Finding[]>;
  readonly missing: (settings: Settings, examining: Examining) => Promise<Missing>;
  /** Tells the platform the commands, for one place or for all; answers how many. */
  readonly register?: (settings: Settings, commands: readonly Command[], place?: string) => Promise<number>;
}

export interface Platform<Settings = unknown> extends PlatformSettings {
  /** Its own settings, typed. */
  settingsOf(config: Pick<Config, "given">): Settings;
  part(config: Config): boolean;
  address(config: Config): string;
  open(opening: AdapterOptions): Promise<Adapter>;
  examine(examining: Examining): Promise<readonly Finding[]>;
  missing(examining: Examining): Promise<Missing>;
  /** Undefined where the platform needs to be told nothing. */
  register: ((config: Config, commands: readonly Command[], place?: string) => Promise<number>) | undefined;
}

/** Makes a platform of its declaration; what it declares sees its own settings, typed. */
export function platform<Shape extends z.ZodRawShape>(
  declared: Declaration<Shape, z.output<z.ZodObject<Shape>>>,
): Platform<z.output<z.ZodObject<Shape>>> {
  const { name, title, variables, secrets, secretForm, operators, faults, part, register } = declared;
  const schema = z.object(variables);
  // What is given was checked when the settings were read; a fault then was told.
  const settingsOf = ({ given }: Pick<Config, "given">) => schema.parse(given);
  return {
    ...{ name, title, variables, secrets, operators, settingsOf },
    ...(secretForm && { secretForm }),
    ...(faults && { faults }),
    configured: (config) => declared.configured(settingsOf(config)),
    part: (config) => part?.(settingsOf(config)) ?? false,
    address: (config) => declared.address(settingsOf(config)),
    open: (opening) => declared.open(settingsOf(opening.config), opening),
    examine: (examining) => declared.examine(settingsOf(examining.config), examining),
    missing: (examining) => declared.missing(settingsOf(examining.config), examining),
    register: register && ((config, commands, place) => register(settingsOf(config), commands, place)),
  };
}
