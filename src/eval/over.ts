/** A search over the articles of a set: in memory, or in the engine where the bot's archive is. */
import type { Library } from "../articles/library.ts";
import type { Context } from "../command.ts";
import { createSearch } from "../search/create.ts";
import type { Nearness, Search } from "../search/search.ts";

/** Measures with it, and takes it away again. */
export async function withSearch<T>(
  library: Library,
  { archive, clock }: Pick<Context, "archive" | "clock">,
  near: Nearness | undefined,
  measure: (search: Search) => Promise<T>,
): Promise<T> {
  if (archive) {
    const { search, close } = await archive.over(library, near);
    return measure(search).finally(close);
  }
  const search = createSearch({ publishers: library.publishers, now: clock.now, near });
  await search.add(library.newest());
  await search.ready();
  return measure(search);
}
