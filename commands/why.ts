/** `why <id> <query>`: which words of a query an article met, where, through what, and with what weight. */

import { hitCard, reasonTable } from "../src/articles/hits.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import { articleCard, articleData } from "../src/articles/present.ts";
import { remarkLines } from "../src/articles/remarks.ts";
import { command } from "../src/command.ts";
import { phrases } from "../src/i18n/words.ts";
import { parseQuery } from "../src/search/query/parse.ts";
import { printQuery } from "../src/search/query/print.ts";

const say = phrases({
  en: {
    why: (query: string) => `Why “${query}” finds this article`,
    not: (query: string) => `“${query}” does not find this article.`,
    filters: (filters: string) => `It passes ${filters}.`,
  },
  zh: {
    why: (query: string) => `“${query}”为何找到这篇文章`,
    not: (query: string) => `“${query}”找不到这篇文章。`,
    filters: (filters: string) => `符合筛选条件 ${filters}。`,
  },
  ru: {
    why: (query: string) => `Почему «${query}» находит эту статью`,
    not: (query: string) => `«${query}» не находит эту статью.`,
    filters: (filters: string) => `Подходит под ${filters}.`,
  },
});

export const why = command({
  name: "why",
  aliases: ["explain", "为何", "为什么", "почему"],
  about: { en: "Why an article matches a query", zh: "文章为何匹配", ru: "Почему статья найдена" },
  options: {
    id: articleId,
    query: {
      kind: "text",
      required: true,
      rest: true,
      about: { en: "The query", zh: "查询", ru: "Запрос" },
    },
  },
  examples: ["why {id} health ministers"],
  async run({ id, query }, ctx) {
    const { library, caller, clock, search } = ctx;
    const words = say(caller.locale);
    const article = articleOf(id, library);
    const asked = { limit: 1, now: clock.now(), zone: caller.zone, only: article.id };
    const results = await search.search(query, asked);
    const [hit] = results.hits;
    const remarks = remarkLines(results.remarks, caller.locale);
    const own = articleData(article, library);
    if (!hit) {
      return {
        summary: words.not(results.query),
        blocks: [
          { kind: "prose", spans: [words.not(results.query)] },
          ...remarks,
          articleCard(article, library, caller.locale),
        ],
        audience: "caller",
        outcome: "nothing",
        data: { ...own, query: results.query, score: 0, matched: [], reasons: [], factors: [] },
      };
    }
    const filters = printQuery({ ...parseQuery(results.query).query, clauses: [] });
    return {
      summary: words.why(results.query),
      blocks: [
        { kind: "heading", text: words.why(results.query) },
        hitCard(hit, article, library, caller.locale),
        reasonTable(hit, caller.locale),
        ...(filters ? [{ kind: "prose", spans: [{ dim: words.filters(filters) }] } as const] : []),
        ...remarks,
      ],
      audience: "caller",
      outcome: "answered",
      data: {
        ...own,
        query: results.query,
        score: hit.score,
        matched: hit.matched,
        reasons: hit.reasons,
        factors: hit.factors,
      },
    };
  },
});
