/** `latest [n]`: the newest articles, of a publisher, in a language or since a day where that is said. */
import { articleCards } from "../src/articles/cards.ts";
import { articleData } from "../src/articles/present.ts";
import { type Context, command } from "../src/command.ts";
import { latest as say } from "../src/i18n/commands.ts";
import { LOCALES } from "../src/i18n/words.ts";
import { quote } from "../src/inbox/tokens.ts";
import { type Block, type Reply, sentence } from "../src/reply.ts";

/** As many as one screen has. */
const SHOWN = 5;

export const latest = command({
  name: "latest",
  group: "read",
  aliases: ["最新", "новости", "news"],
  about: { en: "The newest articles", zh: "最新文章", ru: "Последние статьи" },
  options: {
    n: { kind: "number", min: 1, max: 50, about: { en: "How many", zh: "篇数", ru: "Сколько" } },
    source: {
      kind: "text",
      named: true,
      about: { en: "Only of this publisher", zh: "只看这家媒体", ru: "Только этого издания" },
      suggest: (typed, { library, caller }) =>
        library.publishers
          .map(({ names }) => names[caller.locale])
          .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
          .slice(0, 25),
    },
    lang: {
      kind: "choice",
      choices: LOCALES,
      named: true,
      about: { en: "Only in this language", zh: "只看这种语言", ru: "Только на этом языке" },
    },
    after: {
      kind: "text",
      named: true,
      about: { en: "Since this day", zh: "从这天起", ru: "Начиная с этого дня" },
    },
    before: {
      kind: "text",
      named: true,
      about: { en: "Before this day", zh: "早于这天", ru: "До этого дня" },
    },
    on: {
      kind: "text",
      named: true,
      about: { en: "Of this day, month or year", zh: "这一天、月或年的", ru: "За этот день, месяц или год" },
    },
  },
  shares: true,
  examples: ["latest", "latest 3", 'latest 5 source:"Global Times"'],
  async run({ n, source, lang, after, before, on }, ctx): Promise<Reply> {
    const filters = { source, lang, after, before, on };
    const { library, caller } = ctx;
    const words = say(caller.locale);
    const query = queryOf(filters);
    const { total, articles } = await newest(query, n ?? ctx.limit ?? SHOWN, ctx);
    const data = { total, articles: articles.map((article) => articleData(article, library)) };
    if (articles.length === 0) return sentence(query === "" ? words.none : words.nothing, "nothing", data);
    return {
      summary: words.title(articles.length),
      blocks: [
        { kind: "heading", text: words.title(articles.length) },
        ...(await articleCards(articles, ctx)),
        ...more(n === undefined && ctx.limit === undefined && total > articles.length, words.more, query),
      ],
      audience: "caller",
      outcome: "answered",
      data,
    };
  },
});

/** The way to the next articles: the same list by date, as a search. */
function more(wanted: boolean, label: string, query: string): Block[] {
  if (!wanted) return [];
  const run = ["search --page=2", query, "sort:new"].filter(Boolean).join(" ");
  return [{ kind: "actions", actions: [{ label, run, place: "here" }] }];
}

/** The filters as a query: `source:"Global Times" after:2026-06-01`. */
function queryOf(filters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(filters)
    .flatMap(([name, value]) => (value ? [`${name}:${quote(value)}`] : []))
    .join(" ");
}

async function newest(query: string, limit: number, { library, search, clock, caller }: Context) {
  if (query === "") return { total: library.size, articles: library.newest().slice(0, limit) };
  await search.ready();
  const asked = { limit, now: clock.now(), zone: caller.zone };
  const { total, hits } = await search.search(`${query} sort:new`, asked);
  return { total, articles: hits.flatMap(({ id }) => library.get(id) ?? []) };
}
