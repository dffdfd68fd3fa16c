/** `help [command]`: generated from the declarations, so it cannot fall behind them. */
import { type Command, type Context, command, commonOptions, GROUPS, type Option } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import { errors, help as say } from "../src/i18n/commands.ts";
import type { Locale } from "../src/i18n/words.ts";
import { exampleFor, withId } from "../src/inbox/example.ts";
import { nearest } from "../src/inbox/nearest.ts";
import { find } from "../src/inbox/parse.ts";
import type { Block, Reply, Span } from "../src/reply.ts";

export const help = command({
  name: "help",
  aliases: ["帮助", "помощь", "?"],
  about: { en: "What the bot can do", zh: "使用说明", ru: "Что умеет бот" },
  options: {
    command: {
      kind: "text",
      about: { en: "A command to explain", zh: "要说明的命令", ru: "Команда, о которой рассказать" },
      suggest: (typed, { commands }) =>
        commands.map(({ name }) => name).filter((name) => name.startsWith(typed.toLowerCase())),
    },
    all: {
      kind: "flag",
      shell: true,
      about: {
        en: "In the shell: every command with its options, to be read through in one language",
        zh: "命令行中：列出所有命令及其选项，便于通读一种语言的文字",
        ru: "В консоли: все команды с параметрами, чтобы вычитать тексты на одном языке",
      },
    },
  },
  examples: ["help", "help search"],
  run({ command: wanted, all }, ctx) {
    if (all && ctx.caller.platform === "terminal") return everything(ctx);
    if (wanted === undefined) return overview(ctx);
    const known = find(wanted, ctx.commands);
    if (!known) throw unknownCommand(wanted, ctx.commands);
    return explain(known, ctx);
  },
});

function overview({ commands, caller, library }: Context): Reply {
  const words = say(caller.locale);
  const offered = commands.filter(({ shell }) => !shell);
  const tools = caller.platform === "terminal" ? commands.filter(({ shell }) => shell) : [];
  const table = (some: readonly Command[]): Block => ({
    kind: "table",
    rows: some.map((known): Span[] => [
      { code: withId(ownWord(known, caller.locale), library) },
      known.about[caller.locale],
    ]),
  });
  return {
    summary: words.title,
    blocks: [
      { kind: "heading", text: words.title },
      ...GROUPS.flatMap((group): Block[] => {
        const some = offered.filter((known) => (known.group ?? "setup") === group);
        return some.length === 0 ? [] : [{ kind: "heading", text: words.groups[group] }, table(some)];
      }),
      { kind: "prose", spans: [words.bare + words.more] },
      ...(tools.length > 0 ? [{ kind: "heading", text: words.shell } as const, table(tools)] : []),
    ],
    audience: "caller",
    outcome: "answered",
    data: {
      commands: [...offered, ...tools].map(({ name, about, examples }) => ({
        name,
        about: about[caller.locale],
        examples,
      })),
    },
  };
}

/** An example with the command's word of the reader's language, where it has one. */
function ownWord(known: Command, locale: Locale): string {
  const script = { en: /^[a-z]+$/, zh: /^\p{Script=Han}+$/u, ru: /^\p{Script=Cyrillic}+$/u }[locale];
  const word =
    locale === "en" ? known.name : (known.aliases?.find((alias) => script.test(alias)) ?? known.name);
  return exampleFor(known, locale).replace(/^\S+/, word);
}

function explain(known: Command, { library, caller }: Context): Reply {
  const { locale } = caller;
  const words = say(locale);
  const options = Object.entries<Option>({ ...known.options, ...(known.shell ? {} : commonOptions) }).filter(
    ([, option]) => caller.platform === "terminal" || !("shell" in option && option.shell),
  );
  const blocks: Block[] = [
    { kind: "heading", text: known.name },
    { kind: "prose", spans: [known.about[locale]] },
    { kind: "prose", spans: [{ strong: words.examples }] },
    { kind: "table", rows: known.examples.map((example): Span[] => [{ code: withId(example, library) }]) },
  ];
  if (options.length > 0) {
    blocks.push({ kind: "prose", spans: [{ strong: words.options }] });
    blocks.push({
      kind: "table",
      rows: options.map(([name, option]): Span[] => [{ code: usage(name, option) }, option.about[locale]]),
    });
  }
  if (known.aliases?.length) blocks.push({ kind: "prose", spans: [words.also(known.aliases)] });
  return {
    summary: `${known.name}: ${known.about[locale]}`,
    blocks,
    audience: "caller",
    outcome: "answered",
    data: {
      name: known.name,
      about: known.about[locale],
      aliases: known.aliases ?? [],
      examples: known.examples,
      options: options.map(([name, option]) => ({ name, kind: option.kind, about: option.about[locale] })),
    },
  };
}

/** Every command explained, for whoever reads the words of one language. */
function everything(ctx: Context): Reply {
  const each = ctx.commands.map((known) => explain(known, ctx));
  return {
    summary: say(ctx.caller.locale).title,
    blocks: each.flatMap(({ blocks }) => blocks),
    audience: "caller",
    outcome: "answered",
    data: { commands: each.map(({ data }) => data) },
  };
}

function usage(name: string, option: Option): string {
  if (option.kind === "flag") return `--${name}`;
  const value = option.kind === "choice" ? option.choices.join("|") : option.kind === "number" ? "N" : "…";
  if (option.named) return `--${name} ${value}`;
  return option.required ? `<${name}>` : `[${name}]`;
}

function unknownCommand(wanted: string, commands: readonly Command[]): BotError {
  const guess =
    nearest(
      wanted,
      commands.map(({ name }) => name),
    ) ?? "help";
  const typed = wanted.slice(0, 40);
  return new BotError("bad-input", errors.unknownCommand(typed, guess));
}
