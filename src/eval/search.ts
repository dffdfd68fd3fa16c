/** Measures search on judged queries and lays the numbers out. */
import type { Library } from "../articles/library.ts";
import type { Context } from "../command.ts";
import { phrases } from "../i18n/words.ts";
import { type JudgedQuery, judgeSearch, type Quality } from "./judge-search.ts";
import { withSearch } from "./over.ts";
import { percent, type Sheet } from "./sheet.ts";

const say = phrases({
  en: {
    title: (queries: number, articles: number) => `${queries} judged queries over ${articles} articles`,
    head: ["Kind", "Queries"],
    overall: "overall",
    speed: (p50: string, p99: string, build: number, rss: number) =>
      `A query takes ${p50} ms at the median and ${p99} ms at p99. Built in ${build} ms; ${rss} MB resident.`,
    nothing: (queries: number, share: string) =>
      `Of ${queries} queries with nothing to find ${share} % found nothing.`,
    unknown: (keys: string) => `No article has this id or title: ${keys}`,
  },
  zh: {
    title: (queries: number, articles: number) => `${articles} 篇文章，${queries} 条评测查询`,
    head: ["类别", "查询数"],
    overall: "总计",
    speed: (p50: string, p99: string, build: number, rss: number) =>
      `单次查询中位数 ${p50} 毫秒，p99 ${p99} 毫秒；建索引 ${build} 毫秒，常驻内存 ${rss} MB。`,
    nothing: (queries: number, share: string) =>
      `${queries} 条本应无结果的查询中，${share}% 确实没有给出结果。`,
    unknown: (keys: string) => `没有文章使用这个编号或标题：${keys}`,
  },
  ru: {
    title: (queries: number, articles: number) => `Оценочных запросов: ${queries}, статей: ${articles}`,
    head: ["Вид", "Запросов"],
    overall: "всего",
    speed: (p50: string, p99: string, build: number, rss: number) =>
      `Запрос занимает ${p50} мс по медиане и ${p99} мс для p99. Индекс построен за ${build} мс; память ${rss} МБ.`,
    nothing: (queries: number, share: string) =>
      `Из ${queries} запросов, на которые ответа нет, без результатов остались ${share} %.`,
    unknown: (keys: string) => `Ни у одной статьи нет такого номера или заголовка: ${keys}`,
  },
});

/** Asks an index of its own, so that what it costs to build is seen. */
export async function measureSearch(
  queries: readonly JudgedQuery[],
  library: Library,
  ctx: Context,
): Promise<Sheet> {
  const { clock, caller, meaning } = ctx;
  const articles = library.newest();
  // Made before the clock runs: a service has had its vectors for long.
  const near = await meaning.over(articles);
  const start = performance.now();
  const asked = { now: clock.now(), zone: caller.zone, byMeaning: true };
  let buildMs = 0;
  const { missed, unknown, nothing, ...numbers } = await withSearch(library, ctx, near, (search) => {
    buildMs = Math.round(performance.now() - start);
    return judgeSearch(search, articles, queries, asked);
  });
  const rssMB = Math.round(process.memoryUsage().rss / 2 ** 20);
  const words = say(caller.locale);
  const row = (name: string, count: number, { ndcg5, mrr10, r1, r10 }: Quality) => [
    name,
    String(count),
    ...[ndcg5, mrr10, r1, r10].map((number) => number.toFixed(3)),
  ];
  const { overall, kinds, latencyMs } = numbers;
  return {
    title: words.title(queries.length, articles.length),
    head: [...words.head, "nDCG@5", "MRR@10", "R@1", "R@10"],
    rows: [
      row(words.overall, queries.length - nothing.queries, overall),
      ...Object.entries(kinds).map(([name, kind]) => row(name, kind.queries, kind)),
    ],
    lines: [
      ...(nothing.queries > 0 ? [words.nothing(nothing.queries, percent(nothing.precision))] : []),
      words.speed(latencyMs.p50.toFixed(2), latencyMs.p99.toFixed(2), buildMs, rssMB),
      ...(unknown.length > 0 ? [words.unknown(unknown.slice(0, 5).join(" · "))] : []),
    ],
    missed: missed.map(({ id, query, got }) => ({
      id,
      asked: query,
      got: got
        .slice(0, 3)
        .map((one) => library.get(one)?.title.slice(0, 30) ?? one)
        .join(" | "),
    })),
    data: {
      ...numbers,
      ...(nothing.queries > 0 && { nothing }),
      buildMs,
      rssMB,
      ...(unknown.length > 0 && { unknown }),
    },
  };
}
