/** `say <words>`: how free words are understood, as the command line that would be run. Does nothing itself. */
import { type Context, command } from "../src/command.ts";
import { say } from "../src/i18n/commands.ts";
import { find, parseLine } from "../src/inbox/parse.ts";
import type { Reply, Span } from "../src/reply.ts";

export const sayWords = command({
  name: "say",
  shell: true,
  about: {
    en: "Show how free words are understood",
    zh: "查看一句话会被如何理解",
    ru: "Показать, как понята фраза",
  },
  options: {
    words: {
      kind: "text",
      rest: true,
      unbounded: true,
      about: { en: "What somebody says", zh: "要理解的话", ru: "Фраза" },
    },
    after: {
      kind: "text",
      named: true,
      about: {
        en: "The line whose answer was shown before",
        zh: "此前显示过结果的命令",
        ru: "Команда, ответ на которую был показан перед этим",
      },
    },
  },
  examples: ['say "every weekday at 8:30 Moscow time, only energy"'],
  async run({ words = "", after }, ctx): Promise<Reply> {
    const { createReader } = await import("../src/understand/understand.ts");
    const before = after === undefined ? undefined : await shownAfter(after, ctx);
    const read = createReader(ctx);
    // As in a mention: the shell's own commands are not meant.
    const caller = { zone: ctx.caller.zone, platform: "slack" as const };
    const understood = await read(words, { caller, now: ctx.clock.now(), before });
    const { line, certain, ask } = understood;
    const { locale } = ctx.caller;
    const data = {
      said: words,
      line,
      command: line === null ? null : (find(line.split(" ")[0] ?? "", ctx.commands)?.name ?? null),
      certain,
      ask: ask?.[locale] ?? null,
    };
    const word = say(locale);
    const spans: Span[] =
      line !== null
        ? [{ dim: `${word.line} ` }, { code: line }, { dim: ` (${certain ? word.sure : word.unsure})` }]
        : ask
          ? [{ dim: `${word.ask} ` }, ask[locale]]
          : [{ dim: word.nothing }];
    return {
      summary: line ?? data.ask ?? word.nothing,
      blocks: [{ kind: "prose", spans }],
      audience: "caller",
      outcome: "answered",
      data,
    };
  },
});

/** The list that a line shows. Lines that change something are only read. */
async function shownAfter(line: string, ctx: Context) {
  const { idsIn } = await import("../src/understand/shown.ts");
  const { command: known, values, line: canonical } = parseLine(line, ctx.commands);
  const own = Object.assign(Object.create(ctx) as Context, { line: canonical, limit: undefined });
  const reads = ["search", "latest", "digest", "related", "read"].includes(known.name);
  const reply = reads ? await known.run(values as never, own) : undefined;
  return { line: line.trim(), ids: reply ? idsIn(reply) : [] };
}
