/** Measures search on judged queries and lays the numbers out. */
import type { Library } from "../articles/library.ts";
import type { Context } from "../command.ts";
import { search as say } from "../i18n/eval.ts";
import { type JudgedQuery, judgeSearch, type Quality } from "./judge-search.ts";
import { withSearch } from "./over.ts";
import { percent, type Sheet } from "./sheet.ts";

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
