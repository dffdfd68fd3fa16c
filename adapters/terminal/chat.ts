/** The chat in a terminal: a prompt with history and completion; in a pipe, one answer for each line. */
import { createInterface } from "node:readline";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { chat as say } from "../../src/i18n/terminal.ts";
import type { Locale } from "../../src/i18n/words.ts";
import type { History } from "./history.ts";
import { render, type Style } from "./render.ts";
import { wrap } from "./text.ts";

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether somebody sits there: a prompt, colours and keys make sense. */
  readonly interactive: boolean;
  /** What was typed before, newest first; kept from one chat to the next. */
  readonly history?: History;
}

/** Chats until the input ends or somebody leaves; answers how many lines were asked. */
export async function chat(
  bot: Bot,
  caller: Caller,
  style: Style,
  terminal: Terminal,
  articles: number,
): Promise<number> {
  const words = say(caller.locale);
  const { input, output, interactive, history } = terminal;
  let keys: ReadonlyMap<string, string> = new Map();
  let asked = 0;
  const lines = createInterface({
    input,
    output,
    terminal: interactive,
    prompt: style.colour ? "\u001b[1;36msco ›\u001b[0m " : "sco › ",
    historySize: HISTORY,
    history: [...(history?.read() ?? [])],
    removeHistoryDuplicates: true,
    completer: (typed: string, done: (error: Error | null, found: [string[], string]) => void) => {
      complete(bot, caller, typed).then((found) => done(null, [found, typed]));
    },
  });
  if (interactive) {
    lines.on("history", (typed: readonly string[]) => history?.write(typed));
    // Ctrl+C gives up what is typed; on an empty line it leaves.
    lines.on("SIGINT", () => {
      if (lines.line === "") return lines.close();
      lines.write(null, { ctrl: true, name: "e" });
      lines.write(null, { ctrl: true, name: "u" });
    });
    const hello = [words.hello(articles), words.hint].flatMap((line) => wrap(line, style.width));
    output.write(`\n${hello.join("\n")}\n\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    const typed = line.trim();
    if (/^\/?(exit|quit|bye|退出|выход)$/i.test(typed)) break;
    if (typed) {
      asked++;
      const run = keys.get(typed.toLowerCase());
      const locale = run === undefined ? localeOfWords(typed, caller.locale) : caller.locale;
      const request = { id: `chat-${asked}`, caller: { ...caller, locale }, line: run ?? typed };
      const reply = await bot.handle(request, AbortSignal.timeout(60_000));
      const rendered = render(reply, { ...style, width: style.width, ...reply.reader });
      keys = stillThere(keys, rendered.keys);
      output.write(`\n${rendered.text}\n`);
    }
    if (interactive) lines.prompt();
  }
  lines.close();
  return asked;
}

const HISTORY = 500;

/** The bot answers in the language of the words: of the first one, as commands have names in all three. */
function localeOfWords(typed: string, usual: Locale): Locale {
  const [first = ""] = typed.split(/\s/);
  if (/\p{Script=Han}/u.test(first)) return "zh";
  return /\p{Script=Cyrillic}/u.test(first) ? "ru" : usual;
}

/** An answer without numbers of its own leaves those of the list before it; one without any key leaves them all. */
function stillThere(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const numbered = (key: string) => /^\d/.test(key);
  if (now.size === 0) return before;
  if (now.has("1")) return now;
  // A later page goes on from the one before.
  if ([...now.keys()].some(numbered)) return new Map([...before, ...now]);
  return new Map([...[...before].filter(([key]) => numbered(key)), ...now]);
}

/** Commands for the first word; after a command what its next word may be, or what its first text option suggests. */
export async function complete(bot: Bot, caller: Caller, typed: string): Promise<string[]> {
  const names = bot.commands
    .filter(({ shell }) => !shell)
    .flatMap(({ name, aliases = [] }) => (typed.trim() === "" ? [name] : [name, ...aliases]));
  const [, word = "", rest] = /^(\S+)(?:\s+([\s\S]*))?$/.exec(typed.trimStart()) ?? [];
  const command = bot.commands.find(
    ({ name, aliases = [] }) => name === word.toLowerCase() || aliases.includes(word.toLowerCase()),
  );
  if (rest === undefined) {
    const starts = names.filter((name) => name.startsWith(word.toLowerCase())).map((name) => `${name} `);
    return starts.length > 0 ? starts : suggestions(bot, caller, "search", typed, "");
  }
  if (!command) return suggestions(bot, caller, "search", typed, "");
  const [first] = Object.values(command.options).filter((option) => option.kind !== "flag" && !option.named);
  if (first?.kind === "choice" && !/\s/.test(rest))
    return first.choices.filter((choice) => choice.startsWith(rest)).map((choice) => `${word} ${choice} `);
  return first?.kind === "choice" ? [] : suggestions(bot, caller, command.name, rest, `${word} `);
}

async function suggestions(
  bot: Bot,
  caller: Caller,
  name: string,
  typed: string,
  before: string,
): Promise<string[]> {
  const options = Object.entries(bot.commands.find((known) => known.name === name)?.options ?? {});
  const option = options.find(([, known]) => known.kind === "text" && !known.named)?.[0];
  if (!option) return [];
  const found = await bot.suggest({ id: "completion", caller, command: name, values: {} }, option, typed);
  // A title behind an id helps to choose; a line with it works as well.
  return found.map(
    (one) => before + (typeof one === "string" ? one : found.length > 1 ? one.shown : one.value),
  );
}
