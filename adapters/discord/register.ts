/** `/sco` with a subcommand for every command of the core, made from the declarations; sent when it changed. */
import { createHash } from "node:crypto";
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandGroupOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import { type Command, commonOptions, type Option } from "../../src/command.ts";
import { errors } from "../../src/i18n/discord.ts";
import type { Words } from "../../src/i18n/words.ts";
import type { StateStore } from "../../src/state/store.ts";
import { lengthOf } from "./command-length.ts";
import { oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import { COMMAND } from "./limits.ts";
import { NESTED, OPTION_NAMES } from "./words.ts";

const TYPE = { subcommand: 1, group: 2, text: 3, integer: 4, flag: 5 } as const;
/** Servers and people may install it; it works in servers, in its direct messages and in those of others. */
const EVERYWHERE = { integration_types: [0, 1], contexts: [0, 1, 2] };

/** Below "Apps" in the menu of a message: what the news has on it. */
const ABOUT_MESSAGE: RESTPostAPIContextMenuApplicationCommandsJSONBody = {
  type: 3,
  name: "Search SCO news for this",
  name_localizations: { "zh-CN": "搜索相关的上合新闻", ru: "Искать это в новостях ШОС" },
  ...EVERYWHERE,
};

/**
 * The application commands as Discord takes them; commands for the shell are left out, those of some groups stand one
 * level down. @throws RangeError when there are more, or longer ones, than Discord takes: nothing is cut off
 */
export function applicationCommands(commands: readonly Command[]): RESTPostAPIApplicationCommandsJSONBody[] {
  const shown = commands.filter(({ shell }) => !shell);
  const taken = new Set<string>();
  const nested = (Object.keys(NESTED) as (keyof typeof NESTED)[]).flatMap((group) => {
    const some = shown.filter((one) => one.group === group);
    return some.length > 0 ? [nest(group, some, taken)] : [];
  });
  const single = shown.filter(({ group = "" }) => !(group in NESTED)).map((one) => sub(one, taken));
  const options = [...single, ...nested];
  const own: RESTPostAPIChatInputApplicationCommandsJSONBody = {
    ...{ type: 1, name: "sco", ...described(errors.about), ...EVERYWHERE, options },
  };
  for (const list of [options, ...nested.map((group) => group.options ?? [])])
    if (list.length > COMMAND.options)
      throw new RangeError(
        `Discord takes ${COMMAND.options} subcommands in one place, and there are ${list.length}`,
      );
  const length = lengthOf(own);
  if (length > COMMAND.sum)
    throw new RangeError(
      `Discord takes ${COMMAND.sum} characters of names and descriptions, and there are ${length}`,
    );
  return [own, ABOUT_MESSAGE];
}

/** The subcommands of `/sco`, those of groups too. */
export function subcommandsOf(body: readonly RESTPostAPIApplicationCommandsJSONBody[]): readonly string[] {
  const options = body.flatMap((one) => ("options" in one ? (one.options ?? []) : []));
  return options.flatMap((one) =>
    one.type === TYPE.group ? (one.options ?? []).map(({ name }) => name) : one.name,
  );
}

/** An option's name as Discord wants it: lower case. */
export function slug(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Sends the commands if they are not the ones that were sent last.
 * @param put sends them for this scope
 * @param scope `global`, or a guild's id
 * @returns whether they were sent
 */
export async function registerIfChanged(
  commands: readonly Command[],
  scope: string,
  store: Pick<StateStore, "get" | "set">,
  put: (body: unknown) => Promise<unknown>,
): Promise<boolean> {
  const body = applicationCommands(commands);
  const hash = createHash("sha256").update(JSON.stringify(body)).digest("base64url");
  const key = `discord:registered:${scope}`;
  const known = await store.get(key).catch(() => undefined);
  if (known === hash) return false;
  await put(body);
  await store.set(key, hash).catch(() => undefined);
  return true;
}

function nest(
  group: keyof typeof NESTED,
  commands: readonly Command[],
  taken: Set<string>,
): APIApplicationCommandSubcommandGroupOption {
  const { name, about } = NESTED[group];
  const within = new Set<string>();
  return {
    type: TYPE.group,
    name: name.en,
    ...localNames(taken, name.zh, name.ru),
    ...described(about),
    options: commands.map((one) => sub(one, within)),
  };
}

function sub(command: Command, taken: Set<string>): APIApplicationCommandSubcommandOption {
  const options = Object.entries<Option>({ ...command.options, ...commonOptions })
    .filter(([, option]) => !("shell" in option && option.shell))
    .map(([name, option]) => optionOf(name, option))
    .sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
    .slice(0, COMMAND.options);
  return {
    type: TYPE.subcommand,
    name: command.name,
    ...localNames(taken, aliasIn(command, /\p{sc=Han}/u), aliasIn(command, /\p{sc=Cyrillic}/u)),
    ...described(command.about),
    options,
  };
}

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption {
  const known = OPTION_NAMES[name];
  const base = {
    name: slug(name),
    ...localNames(new Set(), known?.zh, known?.ru),
    ...described(option.about),
  };
  if (option.kind === "flag") return { ...base, type: TYPE.flag, required: false };
  const required = option.required ?? false;
  if (option.kind === "number") {
    const { min, max } = option;
    const range = {
      ...(min !== undefined && { min_value: min }),
      ...(max !== undefined && { max_value: max }),
    };
    return { ...base, type: TYPE.integer, required, ...range };
  }
  if (option.kind === "choice" && option.choices.length <= COMMAND.choices) {
    const choices = option.choices.map((choice) => ({ name: choice, value: choice }));
    return { ...base, type: TYPE.text, required, choices };
  }
  const completes = option.kind === "text" && option.suggest !== undefined;
  return { ...base, type: TYPE.text, required, ...(completes && { autocomplete: true }) };
}

function described(about: Words): {
  description: string;
  description_localizations: { "zh-CN": string; ru: string };
} {
  const cut = (text: string) => fit(oneLine(text), COMMAND.description);
  return {
    description: cut(about.en),
    description_localizations: { "zh-CN": cut(about.zh), ru: cut(about.ru) },
  };
}

/** @param taken names that siblings have already in that language; Discord refuses doubles */
function localNames(
  taken: Set<string>,
  zh: string | undefined,
  ru: string | undefined,
): { name_localizations?: { "zh-CN"?: string; ru?: string } } {
  const free = (name: string | undefined): name is string =>
    name !== undefined && COMMAND.name.test(name) && name === name.toLowerCase() && !taken.has(name);
  const names = { ...(free(zh) && { "zh-CN": zh }), ...(free(ru) && { ru }) };
  for (const name of Object.values(names)) taken.add(name);
  return Object.keys(names).length > 0 ? { name_localizations: names } : {};
}

function aliasIn({ aliases = [] }: Command, script: RegExp): string | undefined {
  return aliases.find(
    (alias) => script.test(alias) && COMMAND.name.test(alias) && alias === alias.toLowerCase(),
  );
}
