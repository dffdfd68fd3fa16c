/** `related <id>`: articles that speak of the same things. */

import { articleCards } from "../src/articles/cards.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import { articleData } from "../src/articles/present.ts";
import { command } from "../src/command.ts";
import { phrases } from "../src/i18n/words.ts";

const say = phrases({
  en: {
    title: (title: string) => `Related to “${title}”`,
    none: (title: string) => `No other article speaks of what “${title}” does.`,
  },
  zh: {
    title: (title: string) => `与《${title}》相关的文章`,
    none: (title: string) => `没有与《${title}》相关的文章。`,
  },
  ru: {
    title: (title: string) => `Похожие на «${title}»`,
    none: (title: string) => `Статей, похожих на «${title}», нет.`,
  },
});

export const related = command({
  name: "related",
  group: "read",
  aliases: ["similar", "相关", "похожие"],
  about: { en: "Articles about the same things", zh: "相关文章", ru: "Похожие статьи" },
  options: {
    id: articleId,
  },
  shares: true,
  examples: ["related {id}"],
  async run({ id }, ctx) {
    const { library, caller, search, limit } = ctx;
    const article = await articleOf(id, ctx);
    const words = say(caller.locale);
    await search.ready();
    const ids = await search.related(article.id, limit ?? 5);
    const others = ids.flatMap((other) => library.get(other) ?? []);
    const text = others.length > 0 ? words.title(article.title) : words.none(article.title);
    return {
      summary: text,
      blocks: [
        others.length > 0 ? { kind: "heading", text } : { kind: "prose", spans: [text] },
        ...(await articleCards(others, ctx)),
      ],
      audience: "caller",
      outcome: others.length > 0 ? "answered" : "nothing",
      data: {
        id: article.id,
        total: others.length,
        articles: others.map((other) => articleData(other, library)),
      },
    };
  },
});
