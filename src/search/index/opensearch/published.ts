/** Articles of a time out of the engine, for what looks at all that was published then. */
import type { Article } from "../../../article.ts";
import type { Cluster } from "../../../net/cluster.ts";
import { NO_FILTERS } from "../../query/fits.ts";
import type { Plan } from "../index.ts";
import { SEARCH_MS } from "./limits.ts";
import { filterQuery } from "./query.ts";

/** Articles of one page, and of one time at most: the newest ones of it. */
const PAGE = 1_000;
const MOST = 10_000;

/** The plan of everything that was published in [from, to). */
export const allBetween = (from: number, to: number): Plan => ({
  ...{ clauses: [], mustNot: [], filters: { ...NO_FILTERS, from, to }, enough: 0, strict: false },
  statistics: { articles: 0, averageLength: 0 },
});

interface Answer {
  readonly hits: {
    readonly total?: { readonly value: number };
    readonly hits: readonly {
      readonly _source: { readonly doc: { readonly article: Article } };
      readonly sort: readonly unknown[];
    }[];
  };
}

/** Newest first, when they are more than so many; undefined otherwise, which is told by one count. */
export async function publishedBetween(
  cluster: Cluster,
  alias: string,
  { from, to, here }: { readonly from: number; readonly to: number; readonly here: number },
): Promise<readonly Article[] | undefined> {
  const query = filterQuery({ ...NO_FILTERS, from, to });
  const ask = async (body: object) => {
    const path = `/${alias}/_search?allow_partial_search_results=false`;
    return (await cluster.ask<Answer>("POST", path, { ms: SEARCH_MS, body: { query, ...body } })).body.hits;
  };
  const { total } = await ask({ size: 0, track_total_hits: true });
  if ((total?.value ?? 0) <= here) return undefined;
  const articles: Article[] = [];
  for (let after: readonly unknown[] | undefined; articles.length < MOST; ) {
    const { hits } = await ask({
      ...{ size: PAGE, track_total_hits: false, _source: ["doc.article"] },
      sort: [{ published: "desc" }, { id: "asc" }],
      ...(after && { search_after: after }),
    });
    for (const { _source } of hits) articles.push(_source.doc.article);
    after = hits.at(-1)?.sort;
    if (hits.length < PAGE) break;
  }
  return articles;
}
