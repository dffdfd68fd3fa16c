/** `sco <command line>`: answers once and tells by its exit code how it went. */
import { parseArgs } from "node:util";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { BotError } from "../../src/errors.ts";
import { errors } from "../../src/i18n/terminal.ts";
import { LOCALES, type Locale, type Words } from "../../src/i18n/words.ts";
import { quote } from "../../src/inbox/tokens.ts";
import type { Outcome } from "../../src/reply.ts";
import { isZone, readDay } from "../../src/time.ts";
import type { Style } from "./render.ts";
import { harmless } from "./text.ts";

/** 0 answered, 1 nothing found, 2 bad input. */
const EXIT_CODES: Readonly<Record<Outcome, number>> = { answered: 0, nothing: 1, "bad-input": 2 };

export interface Invocation {
  readonly line: string;
  readonly json: boolean;
  readonly locale?: Locale;
  readonly zone?: string;
  /** Epoch milliseconds that stand for now. */
  readonly now?: number;
  /** Articles to use instead of the shipped ones. */
  readonly corpus?: string;
  /** Of `say`: its words as they came, and the line that was answered before. */
  readonly say?: { readonly words: string; readonly after?: string };
}

/** An option of the shell that cannot be used; knows what of the others says how to tell it. */
export class ArgumentError extends BotError {
  readonly json: boolean;
  readonly locale: Locale | undefined;
  constructor(words: Words, { json, locale }: { json: boolean; locale?: Locale | undefined }) {
    super("bad-input", words);
    this.json = json;
    this.locale = locale;
  }
}

const OWN = {
  json: { type: "boolean" },
  locale: { type: "string" },
  zone: { type: "string" },
  now: { type: "string" },
  corpus: { type: "string" },
  after: { type: "string" },
} as const;

/**
 * Takes the shell's own options out of the arguments; all others belong to the command line.
 * @throws ArgumentError
 */
export function readArguments(argv: readonly string[]): Invocation {
  // What follows `say` is anybody's words; only there is `--after` the shell's own.
  const says = argv.find((argument) => !argument.startsWith("-")) === "say";
  const own: string[] = [];
  const rest: string[] = [];
  const fail = (words: Words): never => {
    const said = argv.find((argument, at) => argv[at - 1] === "--locale" || argument.startsWith("--locale="));
    throw new ArgumentError(words, {
      json: argv.includes("--json"),
      locale: LOCALES.find((known) => known === languageIn(said?.replace("--locale=", "") ?? "")),
    });
  };
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? "";
    const name = /^--([a-z]+)(?==|$)/.exec(argument)?.[1];
    if (!name || !(name in OWN) || (name === "after" && !says)) rest.push(argument);
    else {
      own.push(argument);
      const wantsValue = OWN[name as keyof typeof OWN].type === "string" && !argument.includes("=");
      if (wantsValue) {
        at++;
        if (argv[at] === undefined) fail(needsValue(name));
        own[own.length - 1] = `--${name}=${argv[at]}`;
      }
    }
  }
  const { json = false, locale, zone, now, corpus, after } = parseArgs({ args: own, options: OWN }).values;
  const read = <T>(name: string, text: string, value: T | undefined, example: string): T =>
    value ?? fail(unusable(name, text, example));
  return {
    line: rest.map(requote).join(" "),
    json,
    ...(locale !== undefined && { locale: read("locale", locale, readLocale(locale), LOCALES.join(", ")) }),
    ...(zone !== undefined && { zone: read("zone", zone, readZone(zone), "Asia/Shanghai, UTC") }),
    ...(now !== undefined && { now: read("now", now, readInstant(now), "2025-05-26T08:00:00Z") }),
    ...(corpus !== undefined && { corpus }),
    ...(says && { say: { words: rest.slice(1).join(" "), ...(after !== undefined && { after }) } }),
  };
}

/**
 * The shell took the quotes of `topic:"two words"` away; they are needed again to keep the words together.
 * A whole query in one argument (`'source:rmrb summit'`) stays as it is.
 */
function requote(argument: string): string {
  const named =
    /^(?!\W*(?:source|title|without|lang|after|before|on|sort):)((?:--)?[a-z-]+[:=])([\s\S]*\s[\s\S]*)$/i.exec(
      argument,
    );
  return named && !/["“]/.test(argument) ? `${named[1]}${quote(named[2] ?? "")}` : argument;
}

function needsValue(name: string): Words {
  return errors.needsValue(name);
}

function unusable(name: string, given: string, examples: string): Words {
  const got = harmless(given);
  return errors.unusable(name, got, examples);
}

function languageIn(tag: string): string | undefined {
  return tag.toLowerCase().split(/[-_]/)[0];
}

function readLocale(text: string): Locale | undefined {
  return LOCALES.find((known) => known === languageIn(text));
}

function readZone(text: string): string | undefined {
  return isZone(text) ? text : undefined;
}

/** A day, or a time of it; without a zone it is UTC, so that it means the same on every machine. */
function readInstant(text: string): number | undefined {
  if (readDay(text.slice(0, 10)) === null) return undefined;
  const ms = Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Runs one line and writes the answer; resolves with the exit code. */
export async function answerOnce(
  bot: Bot,
  invocation: Invocation,
  caller: Caller,
  style: Style,
  write: (text: string) => void,
): Promise<number> {
  const { say, line } = invocation;
  const request = { id: "one-shot", caller, ...(say ? { command: "say", values: { ...say } } : { line }) };
  const reply = await bot.handle(request, AbortSignal.timeout(3_600_000));
  if (invocation.json)
    write(`${visible(JSON.stringify(reply.data ?? { summary: reply.summary }, null, 2))}\n`);
  else {
    const { render } = await import("./render.ts");
    write(render(reply, style).text);
  }
  return EXIT_CODES[reply.outcome];
}

/** JSON leaves as they are some characters that steer a terminal or turn its lines. */
function visible(json: string): string {
  const code = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, "0");
  return json.replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (one) => `\\u${code(one)}`);
}
