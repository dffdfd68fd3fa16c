/** `latest [n]`: the newest articles. */

import { articleCards } from "../src/articles/cards.ts";
import { articleData } from "../src/articles/present.ts";
import { command } from "../src/command.ts";
import { phrases, russianCount } from "../src/i18n/words.ts";
import { type Block, type Reply, sentence } from "../src/reply.ts";

/** As many as one screen has. */
const SHOWN = 5;

const say = phrases({
  en: {
    title: (n: number) => (n === 1 ? "The newest article" : `The newest ${n} articles`),
    none: "There are no articles yet.",
    more: "More",
  },
  zh: { title: (n: number) => `最新 ${n} 篇文章`, none: "还没有文章。", more: "更多" },
  ru: {
    title: (n: number) =>
      n === 1 ? "Последняя статья" : `Последние ${russianCount(n, "статья", "статьи", "статей")}`,
    none: "Статей пока нет.",
    more: "Ещё",
  },
});

export const latest = command({
  name: "latest",
  aliases: ["最新", "новости", "news"],
  about: { en: "The newest articles", zh: "最新文章", ru: "Последние статьи" },
  options: {
    n: { kind: "number", min: 1, max: 50, about: { en: "How many", zh: "篇数", ru: "Сколько" } },
  },
  shares: true,
  examples: ["latest", "latest 3"],
  async run({ n }, ctx): Promise<Reply> {
    const { library, caller } = ctx;
    const words = say(caller.locale);
    const articles = library.newest().slice(0, n ?? ctx.limit ?? SHOWN);
    const data = { total: library.size, articles: articles.map((article) => articleData(article, library)) };
    if (articles.length === 0) return sentence(words.none, "nothing", data);
    return {
      summary: words.title(articles.length),
      blocks: [
        { kind: "heading", text: words.title(articles.length) },
        ...(await articleCards(articles, ctx)),
        ...more(n === undefined && ctx.limit === undefined && library.size > articles.length, words.more),
      ],
      audience: "caller",
      outcome: "answered",
      data,
    };
  },
});

/** The way to the next articles: the same list by date, as a search. */
function more(wanted: boolean, label: string): Block[] {
  if (!wanted) return [];
  return [{ kind: "actions", actions: [{ label, run: "search --page=2 sort:new", place: "here" }] }];
}
