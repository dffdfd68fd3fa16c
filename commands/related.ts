/** `related <id>`: articles that speak of the same things. */
import { articleCards } from "../src/articles/cards.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import { articleData } from "../src/articles/present.ts";
import { command } from "../src/command.ts";
import { related as say } from "../src/i18n/commands.ts";

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
