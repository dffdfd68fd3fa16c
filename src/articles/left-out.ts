/** Publishers that somebody leaves out: whose articles are theirs, and the library without them. */
import type { Article } from "../article.ts";
import type { Library } from "./library.ts";

type Told = Pick<Article, "source" | "copies">;

/** A test for articles that one of these publishers has, first or as a copy. @param without any of their names */
export function leavesOut(
  library: Pick<Library, "publisher">,
  without: readonly string[],
): (article: Told) => boolean {
  const keyOf = (name: string) => library.publisher(name)?.id ?? name.toLowerCase();
  const out = new Set(without.map(keyOf));
  return ({ source, copies = [] }) => [{ source }, ...copies].some((one) => out.has(keyOf(one.source)));
}

/** The library with lists that lack what is left out; by its id any article can still be had. */
export function libraryWithout(library: Library, isOut: (article: Article) => boolean): Library {
  const kept = new WeakMap<readonly Article[], readonly Article[]>();
  const lists: Pick<Library, "newest" | "between" | "reach"> = {
    newest() {
      const all = library.newest();
      const rest = kept.get(all) ?? all.filter((article) => !isOut(article));
      kept.set(all, rest);
      return rest;
    },
    between: (from, to) => library.between(from, to).filter((article) => !isOut(article)),
    reach: async (from, to) => (await library.reach(from, to)).filter((article) => !isOut(article)),
  };
  return Object.assign(Object.create(library) as Library, lists);
}
