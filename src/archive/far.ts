/** Search as it always is, over an index in the engine. */
import type { Library } from "../articles/library.ts";
import type { Cluster } from "../net/cluster.ts";
import { createSearch } from "../search/create.ts";
import { aliasOf, ensureIndex } from "../search/index/opensearch/indices.ts";
import { createEngineIndex, type EngineIndex } from "../search/index/opensearch/opensearch.ts";
import type { Nearness, Search } from "../search/search.ts";

type EngineOptions = Parameters<typeof createEngineIndex>[0];

interface Over {
  readonly library: Library;
  readonly near?: Nearness;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The library is lent every article that comes from the engine. */
export function openFar(cluster: Cluster, alias: string, { library, near, now }: Over) {
  let made: { index: EngineIndex; options: EngineOptions; version: string } | undefined;
  const far = createSearch({
    ...{ publishers: library.publishers, now, near },
    open({ analyzer, keyOf, wording, seen = () => {} }) {
      const names = new Set<string>();
      const options: EngineOptions = {
        ...{ cluster, alias, keyOf, analyze: analyzer.analyze, now },
        ...(wording && { wording }),
        found(articles) {
          library.lend(articles);
          for (const article of articles) if (!names.has(article.source)) seen(article);
          for (const { source } of articles) names.add(source);
        },
      };
      const index = createEngineIndex(options);
      made = { index, options, version: analyzer.version };
      return Object.assign(index, { snapshot: async () => false });
    },
  });
  if (!made) throw new Error("search opened no index");
  return { far, ...made };
}

/** Search over a library's articles in an index of their own, which is gone when it is closed; for measuring. */
export async function searchOver(
  cluster: Cluster,
  { prefix, ...over }: Over & { readonly prefix: string },
): Promise<{ readonly search: Search; close(): Promise<void> }> {
  const { far: search, version } = openFar(cluster, aliasOf(prefix), over);
  const name = await ensureIndex(cluster, prefix, version);
  await search.add(over.library.newest());
  await search.ready();
  return {
    search,
    async close() {
      await cluster.ask("DELETE", `/${name}`, { allow: [404] });
      await cluster.close();
    },
  };
}
