/** `brief [period] [topic]`: a press brief to pass on, in a chat, on a page, or as a file. */
import { bringNear } from "../src/articles/lookup.ts";
import { type Context, command, inLanguage } from "../src/command.ts";
import { BotError } from "../src/errors.ts";
import { errors } from "../src/i18n/commands.ts";
import { LOCALES, type Words } from "../src/i18n/words.ts";
import { mustBeShell, writeOut } from "../src/out-file.ts";
import type { Block, Span } from "../src/reply.ts";
import { sentence } from "../src/reply.ts";
import type { Brief, Quoted } from "../src/stories/brief.ts";
import { looksLikePeriod, readPeriod, splitPeriod } from "../src/stories/period.ts";

/** What stands for a topic where the brief is of what was put aside. */
const SAVED = /^(?:(?:my )?saved|(?:我的)?收藏|(?:мо[её] )?(?:сохран[её]нное|избранное))$/iu;
const SAVED_IN_WORDS: Words = { en: "saved articles", zh: "收藏", ru: "сохранённые статьи" };

export const brief = command({
  name: "brief",
  group: "read",
  aliases: ["简报", "обзор"],
  about: {
    en: "A press brief of some days, with numbered sources",
    zh: "一段时间的新闻简报，附编号来源",
    ru: "Обзор прессы за несколько дней с пронумерованными источниками",
  },
  options: {
    period: {
      kind: "text",
      fits: looksLikePeriod,
      about: {
        en: "Days, such as week, 2025-05 or 2025-05-24..2025-05-30; today when left out",
        zh: "时间段，如 本周、2025-05 或 2025-05-24..2025-05-30；不写则为今天",
        ru: "Дни, например неделя, 2025-05 или 2025-05-24..2025-05-30; без них сегодня",
      },
    },
    topic: {
      kind: "text",
      rest: true,
      about: {
        en: "Only what matches this search; saved: what you put aside",
        zh: "只看符合此搜索的文章；写“收藏”则用收藏的文章",
        ru: "Только то, что подходит под запрос; saved: что вы отложили",
      },
    },
    for: {
      kind: "choice",
      choices: ["me", "channel"],
      named: true,
      about: {
        en: "With saved: your list or this channel's",
        zh: "与“收藏”合用：您的或本频道的",
        ru: "С saved: ваш список или список канала",
      },
    },
    locale: {
      kind: "choice",
      choices: LOCALES,
      named: true,
      about: { en: "Language it is written in", zh: "用哪种语言写", ru: "На каком языке" },
    },
    as: {
      kind: "choice",
      choices: ["md", "html", "docx"],
      also: { markdown: "md", word: "docx" },
      named: true,
      about: {
        en: "As a file of this kind; in the shell with out",
        zh: "生成此类文件；在命令行中与 out 合用",
        ru: "Файлом этого вида; в консоли вместе с out",
      },
    },
    out: {
      kind: "text",
      named: true,
      shell: true,
      about: {
        en: "In the shell: the file to write",
        zh: "在命令行中：要写入的文件",
        ru: "В консоли: файл для записи",
      },
    },
  },
  shares: true,
  examples: ["brief 2025-05-26", "brief 2025-05-24..2025-05-30 media forum"],
  async run({ period: typed, topic: words, as, out, for: owner = "me", locale }, asked) {
    const ctx = inLanguage(asked, locale);
    const { makeBrief } = await import("../src/stories/brief.ts");
    const ofSaved = typed === undefined && words !== undefined && SAVED.test(words.trim());
    const { briefWords } = await import("../src/stories/brief-words.ts");
    const split = typed === undefined && words ? splitPeriod(words) : undefined;
    const topic = split?.day ? split.rest || undefined : words;
    const { caller, clock } = ctx;
    const period = readPeriod(split?.day ?? typed ?? "today", clock.now(), caller.zone);
    const made = ofSaved ? await savedBrief(owner, ctx) : await makeBrief(period, topic, ctx);
    const said = briefWords(made, caller.locale);
    if (made.stories.length === 0) return sentence(said.none, "nothing", made);
    if (out !== undefined) {
      const format = as ?? formatOf(out);
      mustBeShell(caller);
      const { briefFile } = await import("../src/stories/brief-files.ts");
      await writeOut(out, await briefFile(made, format, caller.locale));
      return sentence(said.written(out), "answered", { ...made, file: out, as: format });
    }
    const blocks = blocksOf(made, said);
    const answer = { audience: "caller", outcome: "answered", data: made } as const;
    const summary = `${said.title}: ${said.counts}`;
    if (as === undefined || caller.platform === "terminal") return { ...answer, summary, blocks };
    const { attachmentOf } = await import("../src/stories/brief-files.ts");
    const file = { ...(await attachmentOf(made, as, caller.locale)), instead: blocks };
    return { ...answer, summary, blocks: contentsOf(made, said), file };
  },
});

/** A brief of what was put aside. @throws BotError("not-found") where that is nothing */
async function savedBrief(owner: "me" | "channel", ctx: Context): Promise<Brief> {
  const { savedOf } = await import("../src/articles/saved-list.ts");
  const { briefOfArticles } = await import("../src/stories/brief-saved.ts");
  const { library, caller, store, clock } = ctx;
  const rows = await savedOf(owner, caller, store, clock.now());
  await bringNear(
    rows.map(({ article }) => article),
    ctx,
  );
  const articles = rows.flatMap(({ article }) => library.get(article) ?? []);
  if (articles.length > 0) return briefOfArticles(articles, SAVED_IN_WORDS[caller.locale], ctx);
  throw new BotError("not-found", errors.noneSaved);
}

function formatOf(file: string): "md" | "html" | "docx" {
  return /\.docx$/i.test(file) ? "docx" : /\.html?$/i.test(file) ? "html" : "md";
}

/** Headlines that stand beside a file. */
const CONTENTS = 10;

type Said = Awaited<ReturnType<typeof import("../src/stories/brief-words.ts").briefWords>>;

/** Beside the file: what is in it. */
function contentsOf({ stories }: Brief, said: Said): Block[] {
  return [
    { kind: "heading", text: said.title },
    { kind: "prose", spans: [{ dim: `${said.asOf}. ${said.counts}.` }] },
    ...stories
      .slice(0, CONTENTS)
      .map(({ shown }, at): Block => ({ kind: "prose", spans: [`${at + 1}. ${shown}`] })),
  ];
}

function blocksOf({ stories, sources }: Brief, said: Said): Block[] {
  const quote = ({ text, source }: Quoted): readonly Span[] => [text, { dim: ` [${source}]` }];
  return [
    { kind: "heading", text: said.title },
    { kind: "prose", spans: [{ dim: `${said.asOf}. ${said.counts}.` }] },
    ...stories.map(
      ({ shown, original, sentences, figures, sources: numbers }, at): Block => ({
        kind: "card",
        title: { strong: `${at + 1}. ${shown}` },
        lines: [
          ...(original === null ? [] : [[{ dim: original }]]),
          ...sentences.map(quote),
          ...figures.map(([one, other]): readonly Span[] => [
            { strong: `${said.differ}: ` },
            ...quote(one),
            " / ",
            ...quote(other),
          ]),
          [{ dim: numbers.map((n) => `[${n}]`).join(" ") }],
        ],
      }),
    ),
    { kind: "heading", text: said.sources },
    ...sources.map(
      (one): Block => ({
        kind: "prose",
        spans: [
          `${one.n}. `,
          one.url ? { link: one.title, url: one.url } : { plain: one.title, about: one.article },
          { dim: ` — ${said.facts(one)}` },
        ],
      }),
    ),
  ];
}
