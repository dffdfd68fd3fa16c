/** `read <id>`: the whole text, where it is from, and the way to the original. */
import { originalLink } from "../src/articles/links.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import { articleData, factsLine, shareAction, titleSpan } from "../src/articles/present.ts";
import { command } from "../src/command.ts";
import { phrases } from "../src/i18n/words.ts";
import type { Block, Reply } from "../src/reply.ts";

const say = phrases({
  en: { related: "Related", excerpt: "excerpt", summary: "summary" },
  zh: { related: "相关文章", excerpt: "节选", summary: "内容提要" },
  ru: { related: "Похожие статьи", excerpt: "отрывок", summary: "краткое изложение" },
});

export const read = command({
  name: "read",
  aliases: ["阅读", "читать"],
  about: { en: "The whole text of an article", zh: "阅读全文", ru: "Полный текст статьи" },
  options: {
    id: articleId,
    brief: {
      kind: "flag",
      about: {
        en: "Only its title, publisher, date and link",
        zh: "只显示标题、媒体、日期和链接",
        ru: "Только заголовок, издание, дата и ссылка",
      },
    },
  },
  examples: ["read {id}"],
  async run({ id, brief }, ctx): Promise<Reply> {
    const { library, caller } = ctx;
    const article = articleOf(id, library);
    const words = say(caller.locale);
    const kind = article.kind === "article" || brief ? "" : words[article.kind];
    const card: Block = {
      kind: "card",
      title: titleSpan(article, library),
      facts: [
        ...factsLine(article, library, caller.locale, brief ? "day" : "minute"),
        ...(kind === "" ? [] : [" · ", kind]),
      ],
      lines: [],
    };
    const original = originalLink(article, library.publisher(article.source), caller.locale);
    await ctx.search.ready();
    const ids = await ctx.search.related(article.id, 3);
    const related = ids.flatMap((other) => library.get(other) ?? []);
    return {
      summary: article.title,
      blocks: brief
        ? [card]
        : [
            card,
            ...paragraphs(article.body),
            ...(original ? [{ kind: "prose", spans: [original] } as const] : []),
            {
              kind: "actions",
              actions: [
                ...(related.length > 0
                  ? [{ label: words.related, run: `related ${article.id}`, place: "new" } as const]
                  : []),
                shareAction(article.id, caller.locale),
              ],
            },
          ],
      audience: "caller",
      outcome: "answered",
      data: {
        ...articleData(article, library),
        kind: article.kind,
        body: article.body,
        related: related.map((other) => articleData(other, library)),
      },
    };
  },
});

function paragraphs(body: string): Block[] {
  return body.split(/\n{2,}/).map((text) => ({ kind: "prose", spans: [text] }));
}
