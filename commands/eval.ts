/** `eval`: how well search answers a file of judged queries, and how fast. For the shell. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Context, command } from "../src/command.ts";
import { BotError, reasonOf } from "../src/errors.ts";
import { phrases } from "../src/i18n/words.ts";
import type { Block, Reply, Span } from "../src/reply.ts";
import { root } from "../src/root.ts";
import type { JudgedQuery, Judgement, Quality } from "../src/search/judge.ts";

/** The project's own judged queries, over the shipped articles. */
const OWN = join(root, "test", "search", "judged.json");

const say = phrases({
  en: {
    title: (queries: number, articles: number) => `${queries} judged queries over ${articles} articles`,
    kind: "Kind",
    queries: "Queries",
    overall: "overall",
    speed: (p50: string, p99: string, build: string, rss: string) =>
      `A query takes ${p50} ms at the median and ${p99} ms at p99. Built in ${build} ms; ${rss} MB resident.`,
    missed: "Not all that was wanted came first",
    unknown: (keys: string) => `No article has this id or title: ${keys}`,
  },
  zh: {
    title: (queries: number, articles: number) => `${articles} 篇文章，${queries} 条评测查询`,
    kind: "类别",
    queries: "查询数",
    overall: "总计",
    speed: (p50: string, p99: string, build: string, rss: string) =>
      `单次查询中位数 ${p50} 毫秒，p99 ${p99} 毫秒；建索引 ${build} 毫秒，常驻内存 ${rss} MB。`,
    missed: "未能把想要的都排在最前",
    unknown: (keys: string) => `没有文章使用这个编号或标题：${keys}`,
  },
  ru: {
    title: (queries: number, articles: number) => `Оценочных запросов: ${queries}, статей: ${articles}`,
    kind: "Вид",
    queries: "Запросов",
    overall: "всего",
    speed: (p50: string, p99: string, build: string, rss: string) =>
      `Запрос занимает ${p50} мс по медиане и ${p99} мс для p99. Индекс построен за ${build} мс; память ${rss} МБ.`,
    missed: "Нужное оказалось не на первом месте",
    unknown: (keys: string) => `Ни у одной статьи нет такого номера или заголовка: ${keys}`,
  },
});

export const evaluate = command({
  name: "eval",
  shell: true,
  about: {
    en: "Measure search on judged queries",
    zh: "衡量搜索质量",
    ru: "Измерить качество поиска",
  },
  options: {
    queries: {
      kind: "text",
      named: true,
      about: { en: "File of judged queries", zh: "评测查询文件", ru: "Файл оценочных запросов" },
    },
    answers: {
      kind: "flag",
      about: {
        en: "Measure answers to judged questions instead",
        zh: "改为衡量回答",
        ru: "Измерить ответы на вопросы",
      },
    },
    stories: {
      kind: "text",
      named: true,
      about: {
        en: "File of judged stories: measure clustering instead",
        zh: "评测事件文件：改为衡量聚类",
        ru: "Файл оценочных сюжетов: измерить группировку",
      },
    },
  },
  examples: ["eval"],
  async run({ queries, stories, answers }, ctx) {
    if (answers) return (await import("../src/answers/report.ts")).reportAnswers(queries, ctx);
    if (stories) return (await import("../src/stories/report.ts")).reportStories(stories, ctx);
    const judged = await readQueries(queries ?? OWN);
    const { judgement, buildMs } = await judge(judged, ctx);
    const rssMB = Math.round(process.memoryUsage().rss / 2 ** 20);
    const { missed: _, unknown, ...numbers } = judgement;
    return {
      summary: say(ctx.caller.locale).title(judgement.queries, judgement.articles),
      blocks: reportOf(judgement, buildMs, rssMB, ctx),
      audience: "caller",
      outcome: "answered",
      data: { ...rounded(numbers), buildMs, rssMB, ...(unknown.length > 0 && { unknown }) },
    } satisfies Reply;
  },
});

/** An index of its own, so that what it costs to build is seen. */
async function judge(queries: readonly JudgedQuery[], { library, clock, caller }: Context) {
  const { createSearch } = await import("../src/search/create.ts");
  const { judgeSearch } = await import("../src/search/judge.ts");
  const articles = library.newest();
  const start = performance.now();
  const search = createSearch({ publishers: library.publishers, now: clock.now });
  await search.add(articles);
  await search.ready();
  const buildMs = Math.round(performance.now() - start);
  const asked = { now: clock.now(), zone: caller.zone };
  return { judgement: await judgeSearch(search, articles, queries, asked), buildMs };
}

async function readQueries(file: string): Promise<readonly JudgedQuery[]> {
  const { readJudged } = await import("../src/search/judge.ts");
  try {
    return readJudged(await readFile(file, "utf8"));
  } catch (thrown) {
    const reason = reasonOf(thrown);
    throw new BotError("bad-input", {
      en: `I cannot use the queries in ${file}: ${reason}`,
      zh: `无法使用 ${file} 中的查询：${reason}`,
      ru: `Не могу использовать запросы из ${file}: ${reason}`,
    });
  }
}

function reportOf(
  judgement: Judgement,
  buildMs: number,
  rssMB: number,
  { caller, library }: Context,
): Block[] {
  const words = say(caller.locale);
  const { overall, kinds, latencyMs, missed, unknown, queries, articles } = judgement;
  const row = (name: string, count: number, { ndcg5, mrr10, r1, r10 }: Quality): readonly Span[] => [
    name,
    String(count),
    ...[ndcg5, mrr10, r1, r10].map((number) => number.toFixed(3)),
  ];
  const speed = words.speed(
    latencyMs.p50.toFixed(2),
    latencyMs.p99.toFixed(2),
    String(buildMs),
    String(rssMB),
  );
  return [
    { kind: "heading", text: words.title(queries, articles) },
    {
      kind: "table",
      head: [words.kind, words.queries, "nDCG@5", "MRR@10", "R@1", "R@10"],
      rows: [
        row(words.overall, queries, overall),
        ...Object.entries(kinds).map(([name, kind]) => row(name, kind.queries, kind)),
      ],
    },
    { kind: "prose", spans: [speed] },
    ...(unknown.length > 0
      ? [{ kind: "prose", spans: [words.unknown(unknown.slice(0, 5).join(" · "))] } as const]
      : []),
    ...(missed.length > 0 ? [{ kind: "heading", text: words.missed } as const] : []),
    ...missed.slice(0, 20).map(({ id, query, got }): Block => {
      const titles = got.slice(0, 3).map((one) => library.get(one)?.title.slice(0, 30) ?? one);
      return { kind: "prose", spans: [{ code: id }, ` ${query} `, { dim: `→ ${titles.join(" | ")}` }] };
    }),
  ];
}

/** Numbers to four decimals; more would only be noise to read. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === "number" ? Math.round(part * 10_000) / 10_000 : part,
    ),
  ) as T;
}
