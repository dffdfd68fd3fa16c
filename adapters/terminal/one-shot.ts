/** `sco <command line>`: answers once and tells by its exit code how it went. */
import { parseArgs } from "node:util";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { LOCALES, type Locale } from "../../src/i18n/words.ts";
import type { Outcome } from "../../src/reply.ts";
import { isZone } from "../../src/time.ts";
import { quote } from "../../src/tokens.ts";
import type { Style } from "./render.ts";

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
}

/** An argument that cannot be used; the message is the sentence to print. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

const OWN = {
  json: { type: "boolean" },
  locale: { type: "string" },
  zone: { type: "string" },
  now: { type: "string" },
  corpus: { type: "string" },
} as const;

/**
 * Takes the shell's own options out of the arguments; all others belong to the command line.
 * @throws ArgumentError
 */
export function readArguments(argv: readonly string[]): Invocation {
  const own: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? "";
    const name = /^--([a-z]+)(?==|$)/.exec(argument)?.[1];
    if (!name || !(name in OWN)) rest.push(argument);
    else {
      own.push(argument);
      const wantsValue = OWN[name as keyof typeof OWN].type === "string" && !argument.includes("=");
      if (wantsValue) {
        at++;
        if (argv[at] === undefined) throw new ArgumentError(`--${name} needs a value.`);
        own[own.length - 1] = `--${name}=${argv[at]}`;
      }
    }
  }
  const { json = false, locale, zone, now, corpus } = parseArgs({ args: own, options: OWN }).values;
  return {
    line: rest.map(requote).join(" "),
    json,
    ...(locale !== undefined && { locale: readLocale(locale) }),
    ...(zone !== undefined && { zone: readZone(zone) }),
    ...(now !== undefined && { now: readInstant(now) }),
    ...(corpus !== undefined && { corpus }),
  };
}

/**
 * The shell took the quotes of `topic:"two words"` away; they are needed again to keep the words together.
 * A whole query in one argument (`'source:rmrb summit'`) stays as it is.
 */
function requote(argument: string): string {
  const named =
    /^(?!\W*(?:source|title|lang|after|before|on|sort):)((?:--)?[a-z-]+[:=])([\s\S]*\s[\s\S]*)$/i.exec(
      argument,
    );
  return named && !/["“]/.test(argument) ? `${named[1]}${quote(named[2] ?? "")}` : argument;
}

function readLocale(text: string): Locale {
  const locale = LOCALES.find((known) => known === text.toLowerCase().split(/[-_]/)[0]);
  if (!locale) throw new ArgumentError(`--locale is "${text}"; it wants one of ${LOCALES.join(", ")}.`);
  return locale;
}

function readZone(text: string): string {
  if (!isZone(text))
    throw new ArgumentError(`--zone is "${text}"; it wants a zone such as Asia/Shanghai or UTC.`);
  return text;
}

function readInstant(text: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms))
    throw new ArgumentError(`--now is "${text}"; it wants an instant such as 2025-05-26T08:00:00Z.`);
  return ms;
}

/** Runs one line and writes the answer; resolves with the exit code. */
export async function answerOnce(
  bot: Bot,
  invocation: Invocation,
  caller: Caller,
  style: Style,
  write: (text: string) => void,
): Promise<number> {
  const request = { id: "one-shot", caller, line: invocation.line };
  const reply = await bot.handle(request, AbortSignal.timeout(3_600_000));
  if (invocation.json) write(`${JSON.stringify(reply.data ?? { summary: reply.summary }, null, 2)}\n`);
  else {
    const { render } = await import("./render.ts");
    write(render(reply, style).text);
  }
  return EXIT_CODES[reply.outcome];
}
