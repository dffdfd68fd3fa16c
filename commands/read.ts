/** `read <id>`: the whole text, where it is from, its link, and related articles. */
import type { Article } from "../src/article.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import { articleCard, articleData, factsLine, titleSpan } from "../src/articles/present.ts";
import { type Context, command } from "../src/command.ts";
import { phrases } from "../src/i18n/words.ts";
import type { Block } from "../src/reply.ts";

const say = phrases({
  en: { related: "Related" },
  zh: { related: "相关文章" },
  ru: { related: "Похожие статьи" },
});

export const read = command({
  name: "read",
  aliases: ["阅读", "читать"],
  about: { en: "The whole text of an article", zh: "阅读全文", ru: "Полный текст статьи" },
  options: {
    id: articleId,
  },
  examples: ["read {id}"],
  async run({ id }, ctx) {
    const { library, caller } = ctx;
    const article = articleOf(id, library);
    await ctx.search.ready();
    const related = ctx.search.related(article.id, 3).flatMap((other) => library.get(other) ?? []);
    return {
      summary: article.title,
      blocks: [
        {
          kind: "card",
          title: titleSpan(article, library),
          lines: [factsLine(article, library, caller.locale, "minute")],
        },
        ...paragraphs(article.body),
        ...relatedBlocks(related, ctx),
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

function relatedBlocks(related: readonly Article[], { library, caller }: Context): Block[] {
  if (related.length === 0) return [];
  const words = say(caller.locale);
  return [
    { kind: "heading", text: words.related },
    ...related.map((article) => articleCard(article, library, caller.locale)),
  ];
}
