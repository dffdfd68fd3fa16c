/** `quotes <person> [about …]`: what somebody said, verbatim, newest first; one statement in several languages stands together. */
import { command, pageOption } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import { errors } from "../src/i18n/commands.ts";

/** Statements on one screen. */
const PAGE = 5;
const ABOUT =
  /^(.+?)(?<!\s)(?:\s+(?:about|on|regarding|concerning|о|об|обо|про|по поводу|насч[её]т|на тему)\s+|\s*(?:关于|谈及|谈到|谈|論及)\s*)(.+)$/iu;

export const quotes = command({
  name: "quotes",
  group: "stories",
  aliases: ["引语", "цитаты", "语录", "quote", "quotations", "цитата"],
  about: {
    en: "What a person said, word for word, newest first",
    zh: "某人说过的话：原文引述，最新在前",
    ru: "Что сказал человек: дословно, сначала новое",
  },
  options: {
    person: {
      kind: "text",
      required: true,
      rest: true,
      about: {
        en: "A name, and “about” with a subject if you like",
        zh: "人名，可加“关于……”",
        ru: "Имя; можно добавить «о …»",
      },
      suggest: async (typed, { search }) =>
        (await search.suggest(typed, 25)).filter(({ kind }) => kind === "name").map(({ text }) => text),
    },
    about: {
      kind: "text",
      named: true,
      about: { en: "Only on this subject", zh: "只看关于此话题的", ru: "Только на эту тему" },
    },
    page: pageOption,
  },
  shares: true,
  examples: ["quotes Sohail Khan", "quotes 索海尔·汗"],
  async run({ person: typed, about: named, page = 1 }, ctx) {
    const { findQuotes } = await import("../src/stories/quotes/find.ts");
    const { quotesReply } = await import("../src/stories/quotes/present.ts");
    const [, who, subject] = named === undefined ? (ABOUT.exec(typed) ?? []) : [];
    const person = (who ?? typed).replace(/^(?:by|from|of)\s+/iu, "").trim();
    if (!/\p{L}{2}/u.test(person) || person.length > 100) throw noName(person);
    const about = named ?? subject?.trim();
    const size = Math.min(ctx.limit ?? PAGE, 25);
    const found = await findQuotes({ person, about, wanted: page * size }, ctx);
    return quotesReply(found, { person, about, page, size }, ctx);
  },
});

function noName(typed: string): BotError {
  const shown = typed.slice(0, 40);
  return new BotError("bad-input", errors.noName(shown));
}
