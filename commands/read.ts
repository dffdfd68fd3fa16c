/** `read <id>`: the whole text, where it is from, and the way to the original. */
import type { Article } from "../src/article.ts";
import { articleAt } from "../src/articles/addresses.ts";
import { originalLink } from "../src/articles/links.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import {
  articleData,
  factsLine,
  publisherName,
  shareAction,
  shareElsewhere,
  titleSpan,
} from "../src/articles/present.ts";
import { type Context, command } from "../src/command.ts";
import { read as say } from "../src/i18n/commands.ts";
import type { Locale } from "../src/i18n/words.ts";
import { sentences } from "../src/language/sentences.ts";
import type { Action, Block, Reply, Span } from "../src/reply.ts";
import type { WholeStory } from "../src/stories/stories.ts";
import { headlineOf, headlineSpans, translatedSpans } from "../src/translate/headline.ts";

export const read = command({
  name: "read",
  group: "read",
  aliases: ["阅读", "читать"],
  about: {
    en: "The whole text of an article, by its id or its address",
    zh: "按编号或网址阅读全文",
    ru: "Полный текст статьи по номеру или адресу",
  },
  options: {
    id: articleId,
    query: {
      kind: "text",
      rest: true,
      about: {
        en: "What was searched for, so that Why can tell",
        zh: "搜索时用的词，便于说明原因",
        ru: "Что искали, чтобы можно было спросить «Почему»",
      },
    },
    brief: {
      kind: "flag",
      about: {
        en: "Only its title, publisher, date and link",
        zh: "只显示标题、媒体、日期和链接",
        ru: "Только заголовок, издание, дата и ссылка",
      },
    },
    translate: {
      kind: "flag",
      about: {
        en: "With a machine translation below each paragraph",
        zh: "每段下附机器翻译",
        ru: "С машинным переводом под каждым абзацем",
      },
    },
  },
  examples: ["read {id}"],
  async form({ id = "" }, ctx) {
    const { caller } = ctx;
    const line = `read ${(await articleOf(id, ctx)).id} --brief --public`;
    return (await import("../src/articles/share-form.ts")).shareForm(line, caller.channel, caller.locale);
  },
  async run({ id, query = "", brief, translate }, ctx): Promise<Reply> {
    const { library, caller } = ctx;
    const address = addressOf(id);
    const known = address && (await articleAt(address, library));
    if (address && !known)
      return (await import("../src/articles/elsewhere.ts")).elsewhere(address, query, ctx);
    const article = await articleOf(known ?? id, ctx);
    await ctx.search.ready();
    const ids = await ctx.search.related(article.id, 3);
    const related = ids.flatMap((other) => library.get(other) ?? []);
    const story = brief ? undefined : await ctx.stories.get(article.id);
    const paragraphs = article.body.split(/\n{2,}/);
    const { language } = article;
    const translated = translate
      ? await ctx.translate.texts(paragraphs, article.id, language, caller.locale)
      : [];
    return {
      summary: article.title,
      preview: previewOf(article, library, caller.locale),
      blocks: [
        await headOf(article, brief, ctx),
        ...(story ? await partOf(story, caller) : []),
        ...(brief
          ? []
          : [
              ...(translate && translated.every((text) => text === undefined)
                ? [prose({ dim: say(caller.locale).untranslated })]
                : []),
              ...paragraphs.flatMap((text, at) => withTranslation(text, translated[at], caller.locale)),
              ...footOf(article, { query, related: related.length > 0, translated: translate, story }, ctx),
            ]),
      ],
      audience: "caller",
      outcome: "answered",
      data: {
        ...articleData(article, library),
        kind: article.kind,
        body: article.body,
        ...(translate && { translation: paragraphs.map((_, at) => translated[at] ?? null) }),
        related: related.map((other) => articleData(other, library)),
        ...(story && { story: await headOfStory(story, caller) }),
      },
    };
  },
});

/** The address that stands in the place of an id; undefined when none does. */
function addressOf(id: string): string | undefined {
  return /^https?:\/\//i.test(id) && URL.canParse(id) ? id : undefined;
}

async function headOf(article: Article, brief: boolean, ctx: Context): Promise<Block> {
  const { library, caller } = ctx;
  const kind = article.kind === "article" || brief ? "" : say(caller.locale)[article.kind];
  const facts = factsLine(article, library, caller.locale, brief ? "day" : "minute");
  const help = headlineSpans(await headlineOf([article], caller.locale, ctx.translate), caller.locale);
  return {
    kind: "card",
    title: titleSpan(article, library),
    facts: kind === "" ? facts : [...facts, " · ", kind],
    lines: help.length > 0 ? [help] : [],
  };
}

async function headOfStory(story: WholeStory, { zone }: Context["caller"]) {
  const { storyHead } = await import("../src/stories/present-story.ts");
  return storyHead(story, zone);
}

/** `Part of a story: 6 articles · Chinese, English · 24 – 29 May 2025`. */
async function partOf(story: WholeStory, { zone, locale }: Context["caller"]): Promise<readonly Block[]> {
  if (story.articles.length < 2) return [];
  const { storyFacts } = await import("../src/stories/present-story.ts");
  return [prose({ dim: say(locale).story(storyFacts(story, zone, locale).join(" · ")) })];
}

function withTranslation(text: string, translated: string | undefined, locale: Locale): readonly Block[] {
  return [prose(text), ...(translated === undefined ? [] : [prose(...translatedSpans(translated, locale))])];
}

/** The way to the original, and what can be done next. */
function footOf(
  article: Article,
  {
    query,
    related,
    translated,
    story,
  }: {
    readonly query: string;
    readonly related: boolean;
    readonly translated: boolean;
    readonly story: WholeStory | undefined;
  },
  { library, caller, translate }: Context,
): readonly Block[] {
  const words = say(caller.locale);
  const original = originalLink(article, library.publisher(article.source), caller.locale);
  const foreign = article.language !== caller.locale;
  const to = (label: string, run: string): Action => ({ label, run, place: "new" });
  return [
    ...(original ? [prose(original)] : []),
    {
      kind: "actions",
      actions: [
        ...(translate.on && foreign && !translated
          ? [to(words.translate, `read --translate ${article.id}`)]
          : []),
        ...(query ? [to(words.why, `why ${article.id} ${query}`)] : []),
        ...(story && story.articles.length > 1 ? [to(words.whole, `story ${story.id}`)] : []),
        ...(related ? [to(words.related, `related ${article.id}`)] : []),
        to(words.save, `saved add ${article.id}`),
        shareAction(article.id, caller.locale),
        shareElsewhere(article.id, caller.locale),
      ],
    },
  ];
}

/** `People's Daily: the first sentence.` */
function previewOf({ source, body }: Article, library: Context["library"], locale: Locale): string {
  const [start, end] = sentences(body)[0] ?? [0, 0];
  return [publisherName(source, library, locale), body.slice(start, end).trim()].filter(Boolean).join(": ");
}

function prose(...spans: readonly Span[]): Block {
  return { kind: "prose", spans };
}
