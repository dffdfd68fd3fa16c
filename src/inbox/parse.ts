/** A typed line → a command and its typed arguments. The only parser of command lines. */
import { type Command, commonOptions, type Option, type Options } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/inbox.ts";
import type { Words } from "../i18n/words.ts";
import { exampleFor } from "./example.ts";
import { nearest } from "./nearest.ts";
import { type LineToken, quote, tokenise } from "./tokens.ts";

export type Values = Readonly<Record<string, string | number | boolean>>;

export interface ParsedLine {
  readonly command: Command;
  readonly values: Values;
  /** The line in its canonical form. */
  readonly line: string;
  /** The command that a first word was probably meant to be, when the line was read as a bare search. */
  readonly meant?: string;
}

/**
 * Reads a line. A first word that is no command makes the whole line a search; an empty line asks for help.
 * @throws BotError("bad-input") for a value that is not what the option wants, and for an unknown option
 */
export function parseLine(line: string, commands: readonly Command[]): ParsedLine {
  const text = clean(line);
  const tokens = tokenise(text.replace(/^\/(sco\b)?\s*/i, ""));
  const [first, ...rest] = tokens;
  if (!first) return parseValues(find("help", commands), {});
  // A name such as discord:register reads like a named option; as typed it is a command.
  const command = find(first.raw, commands) ?? find(first.value, commands);
  if (command) return finish(command, rest);
  const meant = tokens.length <= 12 ? nearest(first.value, names(commands)) : undefined;
  const parsed = finish(find("search", commands), tokens);
  return meant ? { ...parsed, meant: line.replace(first.raw, meant) } : parsed;
}

/** Checks values that a platform has already filled in; the same faults as a typed line. */
export function parseValues(command: Command | undefined, given: Values): ParsedLine {
  const known = must(command);
  const values: Record<string, string | number | boolean> = {};
  for (const [name, option] of Object.entries<Option>({ ...known.options, ...commonOptions })) {
    const value = given[name];
    if (value === undefined || value === "") continue;
    values[name] = toValue(name, option, typeof value === "string" ? clean(value) : value);
  }
  return complete(known, values);
}

/** The command that a word calls, by its name or any alias, in any case. */
export function find(word: string, commands: readonly Command[]): Command | undefined {
  const key = word.normalize("NFKC").toLowerCase();
  return commands.find(({ name, aliases = [] }) => name === key || aliases.includes(key));
}

/** A command line as text: what a button saves and a person could type. It reads back as the same values. */
export function printLine(command: Command, values: Values): string {
  const plain = plainLine(command, values);
  return readsBack(plain, command, values) ? plain : wholeLine(command, values);
}

/** As people write it: what has a place without its name, free words at the end. */
function plainLine(command: Command, values: Values): string {
  const named: string[] = [];
  const placed: string[] = [];
  const tail: string[] = [];
  for (const [name, option] of Object.entries<Option>({ ...command.options, ...commonOptions })) {
    const value = values[name];
    if (value === undefined || value === false) continue;
    if (option.kind === "flag") named.push(`--${name}`);
    else if (option.kind === "text" && option.rest && !option.named) tail.push(String(value));
    else if (option.named) named.push(`--${name}=${quote(String(value))}`);
    else placed.push(quote(String(value)));
  }
  return [command.name, ...placed, ...named, ...tail].join(" ");
}

/** Every value under its name: words that read like an option or a quote would be taken for one in a place of their own. */
function wholeLine(command: Command, values: Values): string {
  const written = Object.entries<Option>({ ...command.options, ...commonOptions }).flatMap(
    ([name, { kind }]) => {
      const value = values[name];
      if (value === undefined || value === false) return [];
      return kind === "flag" ? `--${name}` : `--${name}=${quote(String(value))}`;
    },
  );
  return [command.name, ...written].join(" ");
}

function readsBack(line: string, command: Command, values: Values): boolean {
  try {
    const read = valuesOf(command, tokenise(line).slice(1));
    const names = Object.keys({ ...command.options, ...commonOptions });
    return names.every((name) => (read[name] ?? false) === (values[name] ?? false));
  } catch {
    return false;
  }
}

function finish(command: Command | undefined, tokens: readonly LineToken[]): ParsedLine {
  const known = must(command);
  return complete(known, valuesOf(known, tokens));
}

function valuesOf(known: Command, tokens: readonly LineToken[]): Values {
  const options: Options = { ...known.options, ...commonOptions };
  const values: Record<string, string | number | boolean> = {};
  const loose: LineToken[] = [];
  const queue = [...tokens];
  for (let token = queue.shift(); token; token = queue.shift()) {
    const option =
      token.name !== undefined && Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const takes = option !== undefined && (token.dashed || isNamed(option));
    if (!takes || token.name === undefined) {
      if (token.dashed && token.name !== undefined) throw unknownOption(token.name, known, options);
      loose.push(token.name === undefined ? token : { ...token, value: token.raw });
    } else if (option.kind === "flag") values[token.name] = !/^(false|no|off|0)$/i.test(token.value);
    else {
      const value = token.value || /[:=]/.test(token.raw) ? token.value : wordOf(queue.shift());
      values[token.name] = toValue(token.name, option, value);
    }
  }
  return place(known, loose, values);
}

/** A word behind `--name`: an address such as `https://…` reads like a named option, and is none there. */
function wordOf(token: LineToken | undefined): string {
  if (token === undefined) return "";
  return token.name !== undefined && !token.dashed ? token.raw : token.value;
}

function isNamed(option: Option): boolean {
  return option.kind !== "flag" && option.named === true;
}

/** Gives the loose words to the options that are taken by position, in the declaration's order. */
function place(command: Command, loose: readonly LineToken[], named: Values): Values {
  const values: Record<string, string | number | boolean> = { ...named };
  const words = [...loose];
  for (const [name, option] of Object.entries<Option>(command.options)) {
    if (option.kind === "flag" || option.named || values[name] !== undefined || words.length === 0) continue;
    if (option.kind === "text" && option.rest)
      values[name] = toValue(
        name,
        option,
        words
          .splice(0)
          .map(({ raw }) => raw)
          .join(" "),
      );
    else if (fits(option, words[0]?.value ?? "")) {
      values[name] = toValue(name, option, words.shift()?.value ?? "");
    }
  }
  const extra = words[0];
  if (extra) throw tooMany(command, extra.raw);
  return values;
}

/** Whether a positional word can be this option. */
function fits(option: Option, word: string): boolean {
  if (option.kind === "text") return option.fits?.(word) ?? true;
  return option.kind !== "choice" || !option.passes || choiceOf(option, word) !== undefined;
}

/** The choice that a word names; undefined when it names none. */
function choiceOf({ choices, also = {} }: Option & { kind: "choice" }, typed: string): string | undefined {
  const word = typed.normalize("NFKC").toLowerCase();
  const said = Object.hasOwn(also, word) ? also[word] : word;
  return choices.find((known) => known === said);
}

function complete(command: Command, values: Values): ParsedLine {
  const filled: Record<string, string | number | boolean> = { ...values };
  for (const [name, option] of Object.entries<Option>(command.options)) {
    if (option.kind === "flag") filled[name] ??= false;
    else if (option.required && (filled[name] === undefined || filled[name] === ""))
      throw missing(command, name);
  }
  return { command, values: filled, line: printLine(command, filled) };
}

function toValue(name: string, option: Option, value: string | number | boolean): string | number | boolean {
  if (option.kind === "flag") return value === true || /^(true|yes|on|1)$/i.test(String(value));
  if (option.kind === "number") return toNumber(name, option, value);
  const text = String(value).trim();
  if (option.kind === "choice") {
    const choice = choiceOf(option, text);
    if (choice === undefined) throw wrong(option, text, option.choices.join(", "));
    return choice;
  }
  return text;
}

function toNumber(
  _name: string,
  option: Option & { kind: "number" },
  value: string | number | boolean,
): number {
  const { min = 1, max = 1_000_000 } = option;
  const digits = String(value).normalize("NFKC").trim();
  const number = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  if (!(number >= min && number <= max)) throw wrong(option, digits, `${min}–${max}`);
  return number;
}

/** Control characters and lone surrogates mean nothing in a command and upset logs and JSON. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffd-\uffff]/g, "")
    .trim();
}

function names(commands: readonly Command[]): string[] {
  return commands.filter(({ shell }) => !shell).flatMap(({ name, aliases = [] }) => [name, ...aliases]);
}

function must(command: Command | undefined): Command {
  if (!command) throw new Error("a command that the bot relies on is missing");
  return command;
}

const examplesFor = (command: Command): Words => ({
  en: exampleFor(command, "en"),
  zh: exampleFor(command, "zh"),
  ru: exampleFor(command, "ru"),
});

function tooMany(command: Command, extra: string): BotError {
  const { name } = command;
  const text = shorten(extra);
  const example = examplesFor(command);
  return new BotError("bad-input", errors.tooManyArguments(name, text, example));
}

function missing(command: Command, option: string): BotError {
  const { name, options } = command;
  const { zh, ru } = options[option]?.about ?? { zh: option, ru: option };
  const inside = ru.charAt(0).toLowerCase() + ru.slice(1);
  const en = /s$/.test(option) ? option : `${/^[aeiou]/.test(option) ? "an" : "a"} ${option}`;
  const what: Words = { en, zh, ru: inside };
  const example = examplesFor(command);
  return new BotError("bad-input", errors.missing(name, what, example));
}

/** Speaks of the thing that the option is about, not of its name. */
function wrong({ about }: Option, got: string, wanted: string): BotError {
  const text = shorten(got);
  return new BotError("bad-input", errors.wrong(about, text, wanted));
}

function unknownOption(name: string, command: Command, options: Options): BotError {
  const typed = `--${shorten(name)}`;
  const guess = nearest(name, Object.keys(options));
  const named = Object.entries<Option>(options).filter(
    ([, option]) => option.kind === "flag" || option.named,
  );
  const all = named.map(([known]) => `--${known}`).join(", ");
  return new BotError("bad-input", errors.unknownOption(command.name, typed, guess, all));
}

function shorten(text: string): string {
  return text.length <= 40
    ? text
    : `${text
        .slice(0, 39)
        .toWellFormed()
        .replace(/\ufffd$/, "")}…`;
}
