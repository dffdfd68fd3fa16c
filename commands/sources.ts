/** `sources`: the publishers, their names in every script, and how much of each the library holds. */
import type { Publisher } from "../src/article.ts";
import { type Context, command } from "../src/command.ts";
import { sources as say } from "../src/i18n/commands.ts";
import type { Span } from "../src/reply.ts";

export const sources = command({
  name: "sources",
  group: "setup",
  aliases: ["来源", "媒体", "источники"],
  about: { en: "The publishers and their names", zh: "媒体及其名称", ru: "Издания и их названия" },
  options: {},
  examples: ["sources"],
  run(_args, ctx) {
    const words = say(ctx.caller.locale);
    const rows = tally(ctx);
    const filled = rows.filter(({ articles }) => articles > 0);
    const shown = filled.length > 0 ? filled : rows;
    const others = rows.filter((row) => !shown.includes(row)).map(({ name }) => name);
    return {
      summary: words.title,
      blocks: [
        { kind: "heading", text: words.title },
        {
          kind: "table",
          head: words.head,
          rows: shown.map(({ spelled, name, home, country, articles, newest }): Span[] => [
            home ? { link: name, url: home } : name,
            spelled.filter((other) => other !== name).join(", ") || words.none,
            country || words.none,
            String(articles),
            newest ? { date: newest, show: "day" } : words.none,
          ]),
        },
        ...(others.length > 0
          ? [{ kind: "prose", spans: [{ dim: words.others }, others.join(" · ")] } as const]
          : []),
      ],
      audience: "caller",
      outcome: "answered",
      data: {
        sources: rows.map(({ id, names, home, country, articles, newest }) => ({
          id,
          names,
          home,
          country,
          articles,
          newest,
        })),
      },
    };
  },
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  /** The names that a reader may know it by: pinyin is only for typing. */
  readonly spelled: readonly string[];
  readonly home: string | null;
  readonly country: string | null;
  articles: number;
  newest: string | null;
}

/** Publishers with articles first, most articles first; a source that no publisher answers to counts by its own name. */
function tally({ library, caller, limit }: Context): Row[] {
  const rows = new Map<string, Row>();
  for (const publisher of library.publishers)
    rows.set(publisher.id, rowOf(publisher, publisher.names[caller.locale]));
  for (const { source, published } of library.newest()) {
    const id = library.publisher(source)?.id ?? source;
    if (!id) continue;
    const row = rows.get(id) ?? {
      id,
      name: source,
      names: [source],
      spelled: [source],
      home: null,
      country: null,
      articles: 0,
      newest: null,
    };
    rows.set(id, row);
    row.articles++;
    row.newest ??= published;
  }
  return [...rows.values()].sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

function rowOf({ id, names, home, country }: Publisher, name: string): Row {
  const all = [names.zh, names.en, names.pinyin, names.ru].filter((known): known is string => !!known);
  const spelled = [...new Set([names.zh, names.en, names.ru].filter((known): known is string => !!known))];
  return { id, name, names: [...new Set(all)], spelled, home, country, articles: 0, newest: null };
}
