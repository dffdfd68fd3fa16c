/** `search <query>`: the articles that match, five a page, each with the passage that answers. */
import { hitCardFor } from "../src/articles/cards.ts";
import { reasonLines } from "../src/articles/hits.ts";
import { articleData } from "../src/articles/present.ts";
import { helpBlocks, remarkLines, remarkText } from "../src/articles/remarks.ts";
import { type Context, command } from "../src/command.ts";
import { search as say } from "../src/i18n/commands.ts";
import { printLine } from "../src/inbox/parse.ts";
import type { Action, Block, Reply, Span } from "../src/reply.ts";
import type { Hit, Results } from "../src/search/search.ts";

const PAGE = 5;

interface Asked {
  readonly query: string;
  readonly page: number | undefined;
  readonly explain: boolean;
}

export const search = command({
  name: "search",
  group: "read",
  aliases: ["find", "搜索", "搜", "查找", "поиск", "найти", "искать"],
  about: { en: "Search the articles", zh: "搜索文章", ru: "Поиск по статьям" },
  options: {
    query: {
      kind: "text",
      required: true,
      rest: true,
      about: {
        en: "Words, “phrases”, -without, source: lang: after: on:",
        zh: "词语、“短语”、-排除、source: lang: after: on:",
        ru: "Слова, «фразы», -кроме, source: lang: after: on:",
      },
      suggest: completions,
    },
    page: {
      kind: "number",
      named: true,
      min: 1,
      max: 100_000,
      about: { en: "Which page", zh: "第几页", ru: "Какая страница" },
    },
    as: {
      kind: "choice",
      choices: ["csv"],
      named: true,
      shell: true,
      about: {
        en: "A list for a spreadsheet; in the shell with out",
        zh: "导出表格；在命令行中与 out 合用",
        ru: "Список для таблицы; в консоли вместе с out",
      },
    },
    out: {
      kind: "text",
      named: true,
      shell: true,
      about: {
        en: "In the shell: the file to write",
        zh: "在命令行中：要写入的文件",
        ru: "В консоли: файл для записи",
      },
    },
    explain: {
      kind: "flag",
      about: { en: "Say why each article matches", zh: "说明匹配原因", ru: "Объяснить, почему найдено" },
    },
  },
  shares: true,
  examples: [
    "search health ministers",
    'search "上海精神" source:人民日报',
    "search Урумчи lang:zh after:2025-05",
  ],
  async run(args, ctx) {
    if (args.as !== undefined || args.out !== undefined) {
      const { writeList } = await import("../src/articles/search-list.ts");
      return writeList(args.query, args.out, ctx);
    }
    const size = ctx.limit ?? PAGE;
    const page = args.page ?? 1;
    const { caller, clock } = ctx;
    const found = await ctx.search.search(args.query, {
      limit: size,
      offset: (page - 1) * size,
      now: clock.now(),
      zone: caller.zone,
      byMeaning: true,
    });
    const results = found.query === "" ? { ...found, total: 0, hits: [] } : found;
    const data = dataOf(results, ctx, args.explain);
    if (results.hits.length > 0) return listing(results, data, { ...args, page }, size, ctx);
    return nothing(results, data, args, Math.ceil(results.total / size), ctx);
  },
  async form({ query = "" }, { caller }) {
    return (await import("../src/articles/search-form.ts")).searchForm(query, caller.locale);
  },
});

async function listing(
  results: Results,
  data: unknown,
  args: Asked & { readonly page: number },
  size: number,
  ctx: Context,
): Promise<Reply> {
  const words = say(ctx.caller.locale);
  const { hits, total, query } = results;
  const first = (args.page - 1) * size + 1;
  const shown = total > hits.length ? ` · ${words.range(first, first + hits.length - 1)}` : "";
  const line = `${words.found(total)}${shown}`;
  const cards = await Promise.all(hits.map((hit) => cardOf(hit, args, query, ctx)));
  return {
    first,
    summary: `${query}: ${line}`,
    blocks: [
      { kind: "heading", text: query },
      { kind: "prose", spans: [{ dim: line }] },
      ...remarkLines(results.remarks, ctx.caller.locale),
      ...cards.flat(),
      ...pager(args, Math.ceil(total / size), words),
    ],
    audience: "caller",
    outcome: "answered",
    data,
  };
}

async function cardOf(hit: Hit, { explain }: Asked, query: string, ctx: Context): Promise<Block[]> {
  const article = ctx.library.get(hit.id);
  if (!article) return [];
  const card = await hitCardFor(hit, article, ctx, query);
  return explain ? [{ ...card, lines: [...card.lines, ...reasonLines(hit, ctx.caller.locale)] }] : [card];
}

function nothing(results: Results, data: unknown, args: Asked, pages: number, ctx: Context): Reply {
  const words = say(ctx.caller.locale);
  const asked = results.query === "" ? args.query : results.query;
  const beyond = results.total > 0;
  const text = beyond ? words.beyond(args.page ?? 1, pages) : words.none(shorten(asked));
  const first: Span = results.query === "" ? words.empty : text;
  // That the only word was not found is said already.
  const remarks = results.remarks.filter((one) => one.kind !== "dropped" || one.term !== asked);
  const back: Action[] = [
    { label: words.last, run: printLine(search, { ...args, page: pages }), place: "here" },
  ];
  return {
    summary: text,
    blocks: [
      { kind: "prose", spans: [first] },
      ...remarkLines(remarks, ctx.caller.locale),
      ...(beyond ? [{ kind: "actions", actions: back } as const] : helpBlocks(results.remarks, ctx)),
    ],
    audience: "caller",
    outcome: results.query === "" ? "bad-input" : "nothing",
    data,
  };
}

function pager(
  args: Asked & { readonly page: number },
  pages: number,
  words: { readonly previous: string; readonly next: string },
): Block[] {
  const to = (label: string, page: number): Action => ({
    label,
    run: printLine(search, { ...args, page }),
    place: "here",
  });
  const actions = [
    ...(args.page > 1 ? [to(words.previous, args.page - 1)] : []),
    ...(args.page < pages ? [to(words.next, args.page + 1)] : []),
  ];
  return actions.length > 0 ? [{ kind: "actions", actions }] : [];
}

/** The shape of `search --json`; see docs/json.md. */
function dataOf({ query, total, tookMs, hits, remarks }: Results, ctx: Context, explain: boolean) {
  return {
    query,
    total,
    tookMs: Math.round(tookMs * 1000) / 1000,
    hits: hits.flatMap((hit) => {
      const article = ctx.library.get(hit.id);
      if (!article) return [];
      const { score, snippet, matched, reasons, factors } = hit;
      const own = { score, snippet: snippet.text, matched };
      return [{ ...articleData(article, ctx.library), ...own, ...(explain && { reasons, factors }) }];
    }),
    ...(remarks.length > 0 && {
      remarks: remarks.map((remark) => ({ ...remark, text: remarkText(remark, ctx.caller.locale) })),
    }),
  };
}

/** Completes the whole query, or only the publisher's name when one is being typed. */
async function completions(typed: string, ctx: Context): Promise<readonly string[]> {
  const [, before, source] = /^(.*(?:^|[\s-])source[:：]\s*["“]?)([^"”:：]*)$/isu.exec(typed) ?? [];
  if (before === undefined || source === undefined)
    return (await ctx.search.suggest(typed, 25)).map((suggestion) => suggestion.text);
  const stem = before.replace(/["“]$/, "");
  return (await ctx.search.suggest(source, 50))
    .filter((suggestion) => suggestion.kind === "source")
    .map(({ text }) => `${stem}${/\s/.test(text) ? `"${text}"` : text}`);
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
