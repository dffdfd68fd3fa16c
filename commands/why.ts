/** `why <id> <query>`: which words of a query an article met and where, in words; the weights on request. */
import { articleCards, hitCardFor } from "../src/articles/cards.ts";
import { reasonLines, reasonTable } from "../src/articles/hits.ts";
import { articleId, articleOf } from "../src/articles/lookup.ts";
import { articleData } from "../src/articles/present.ts";
import { remarkLines } from "../src/articles/remarks.ts";
import { command } from "../src/command.ts";
import { why as say } from "../src/i18n/commands.ts";
import type { Block, Reply } from "../src/reply.ts";
import { parseQuery } from "../src/search/query/parse.ts";
import { printQuery } from "../src/search/query/print.ts";

export const why = command({
  name: "why",
  group: "read",
  aliases: ["explain", "为何", "为什么", "почему"],
  about: { en: "Why an article matches a query", zh: "文章为何匹配", ru: "Почему статья найдена" },
  options: {
    id: articleId,
    weights: {
      kind: "flag",
      about: {
        en: "With the weight of each reason",
        zh: "列出每个理由的权重",
        ru: "С весом каждой причины",
      },
    },
    query: {
      kind: "text",
      required: true,
      rest: true,
      about: { en: "The query", zh: "查询", ru: "Запрос" },
    },
  },
  examples: ["why {id} health ministers", "why {id} 卫生部长", "why {id} министры здравоохранения"],
  async run({ id, query, weights }, ctx): Promise<Reply> {
    const { library, caller, clock, search } = ctx;
    const words = say(caller.locale);
    const article = await articleOf(id, ctx);
    const asked = { byMeaning: true, limit: 1, now: clock.now(), zone: caller.zone, only: article.id };
    const results = await search.search(query, asked);
    const [hit] = results.hits;
    const remarks = remarkLines(results.remarks, caller.locale);
    const own = articleData(article, library);
    const line = `why --weights ${article.id} ${query}`;
    if (!hit) {
      return {
        summary: words.not(results.query),
        blocks: [
          { kind: "prose", spans: [words.not(results.query)] },
          ...remarks,
          ...(await articleCards([article], ctx)),
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
        await hitCardFor(hit, article, ctx),
        ...(weights
          ? [reasonTable(hit, caller.locale)]
          : reasonLines(hit, caller.locale).map((spans): Block => ({ kind: "prose", spans }))),
        ...(filters ? [{ kind: "prose", spans: [{ dim: words.filters(filters) }] } as const] : []),
        ...remarks,
        ...(weights
          ? []
          : [{ kind: "actions", actions: [{ label: words.weights, run: line, place: "here" }] } as const]),
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
