/** `coverage [words]`: who covers it, in which language and country, how much, and who was first. */
import { publisherName } from "../src/articles/present.ts";
import { command } from "../src/command.ts";
import { coverage as say } from "../src/i18n/commands.ts";
import { countryName } from "../src/i18n/countries.ts";
import { sentence } from "../src/reply.ts";
import { subjectOption } from "../src/stories/options.ts";

/** Rows of one screen. */
const ROWS = 12;

export const coverage = command({
  name: "coverage",
  group: "stories",
  aliases: ["报道", "освещение"],
  about: {
    en: "Who covers a subject: publishers, languages, countries, and who was first",
    zh: "谁在报道某一主题：媒体、语言、国家，以及谁最早",
    ru: "Кто пишет на тему: издания, языки, страны и кто был первым",
  },
  options: {
    query: subjectOption,
  },
  shares: true,
  examples: ["coverage", "coverage media forum"],
  async run({ query = "" }, ctx) {
    const { articlesOn, coverageOf } = await import("../src/stories/coverage.ts");
    const { library, caller, limit } = ctx;
    const { locale } = caller;
    const words = say(locale);
    const articles = await articlesOn(query, undefined, ctx);
    const rows = coverageOf(articles, library);
    const dated = articles.find(({ published }) => published !== null);
    const first = dated && { publisher: dated.source, at: dated.published, article: dated.id };
    const data = { query, total: articles.length, rows, first: first ?? null };
    if (rows.length === 0) return sentence(words.none(query), "nothing", data);
    const shown = rows.slice(0, limit ?? ROWS);
    const publishers = new Set(rows.map(({ publisher }) => library.publisher(publisher)?.id ?? publisher))
      .size;
    const counts = words.counts(articles.length, publishers);
    const facts = first
      ? `${counts} · ${words.first(publisherName(first.publisher, library, locale))}`
      : counts;
    return {
      summary: `${words.title(query)}: ${counts}`,
      blocks: [
        { kind: "heading", text: words.title(query) },
        { kind: "prose", spans: [{ dim: facts }] },
        {
          kind: "table",
          head: words.head,
          rows: shown.map((row) => [
            publisherName(row.publisher, library, locale),
            words.languages[row.language],
            row.country === null ? "" : countryName(row.country, locale),
            String(row.articles),
            row.first === null ? "" : { date: row.first, show: "day" as const },
          ]),
        },
        ...(rows.length > shown.length
          ? [{ kind: "prose" as const, spans: [{ dim: words.more(rows.length - shown.length) }] }]
          : []),
      ],
      audience: "caller",
      outcome: "answered",
      data,
    };
  },
});
