/** The chat in a terminal: a prompt with history and completion; in a pipe, one answer for each line. */
import { createInterface } from "node:readline";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { phrases } from "../../src/i18n/words.ts";
import { render, type Style } from "./render.ts";

const say = phrases({
  en: {
    hello: (n: number) =>
      `sco-bot · ${n === 1 ? "1 article" : `${n} articles`} about the Shanghai Cooperation Organization`,
    hint: "Type what you look for, or: latest, digest, help. Tab completes; Ctrl+D leaves.",
  },
  zh: {
    hello: (n: number) => `sco-bot · ${n} 篇关于上海合作组织的文章`,
    hint: "直接输入要找的内容，或：最新、摘要、帮助。按 Tab 补全，按 Ctrl+D 离开。",
  },
  ru: {
    hello: (n: number) => `sco-bot · статей о Шанхайской организации сотрудничества: ${n}`,
    hint: "Напишите, что ищете, или: новости, сводка, помощь. Tab дополняет, Ctrl+D — выход.",
  },
});

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether somebody sits there: a prompt, colours and keys make sense. */
  readonly interactive: boolean;
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
  const { input, output, interactive } = terminal;
  let keys: ReadonlyMap<string, string> = new Map();
  let asked = 0;
  const lines = createInterface({
    input,
    output,
    terminal: interactive,
    prompt: style.colour ? "\u001b[1;36msco ›\u001b[0m " : "sco › ",
    historySize: 500,
    completer: (typed: string, done: (error: Error | null, found: [string[], string]) => void) => {
      complete(bot, caller, typed).then((found) => done(null, [found, typed]));
    },
  });
  if (interactive) {
    output.write(`\n${words.hello(articles)}\n${words.hint}\n\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    const typed = line.trim();
    if (/^\/?(exit|quit|bye|退出|выход)$/i.test(typed)) break;
    if (typed) {
      asked++;
      const request = { id: `chat-${asked}`, caller, line: keys.get(typed.toLowerCase()) ?? typed };
      const rendered = render(await bot.handle(request, AbortSignal.timeout(60_000)), style);
      keys = rendered.keys;
      output.write(`\n${rendered.text}\n`);
    }
    if (interactive) lines.prompt();
  }
  lines.close();
  return asked;
}

/** Commands for the first word; after a command, or without one, whatever its first text option suggests. */
export async function complete(bot: Bot, caller: Caller, typed: string): Promise<string[]> {
  const names = bot.commands
    .filter(({ shell }) => !shell)
    .flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const [, word = "", rest] = /^(\S+)(?:\s+([\s\S]*))?$/.exec(typed.trimStart()) ?? [];
  const command = bot.commands.find(
    ({ name, aliases = [] }) => name === word.toLowerCase() || aliases.includes(word.toLowerCase()),
  );
  if (rest === undefined) {
    const starts = names.filter((name) => name.startsWith(word.toLowerCase())).map((name) => `${name} `);
    return starts.length > 0 ? starts : suggestions(bot, caller, "search", typed, "");
  }
  return command
    ? suggestions(bot, caller, command.name, rest, `${word} `)
    : suggestions(bot, caller, "search", typed, "");
}

async function suggestions(
  bot: Bot,
  caller: Caller,
  name: string,
  typed: string,
  before: string,
): Promise<string[]> {
  const options = Object.entries(bot.commands.find((known) => known.name === name)?.options ?? {});
  const option = options.find(([, { kind }]) => kind === "text")?.[0];
  if (!option) return [];
  const found = await bot.suggest({ id: "completion", caller, command: name, values: {} }, option, typed);
  return found.map((text) => before + (typeof text === "string" ? text : text.value));
}
