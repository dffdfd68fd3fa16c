/** Search as somebody sees it who leaves publishers out. */
import type { Article } from "../article.ts";
import type { Search } from "./search.ts";

/**
 * @param without publishers, by any of their names
 * @param articleOf an article by its id, where it is at hand
 * @param isOut whether one of them has an article
 */
export function searchWithout(
  search: Search,
  without: readonly string[],
  articleOf: (id: string) => Article | undefined,
  isOut: (article: Article) => boolean,
): Search {
  const isIn = (id: string) => {
    const article = articleOf(id);
    return article === undefined || !isOut(article);
  };
  const own: Partial<Search> = {
    search: (query, asked) => search.search(query, { ...asked, without }),
    passages: (query, asked) => search.passages(query, { ...asked, without }),
    scores: (query, asked) => search.scores(query, { ...asked, without }),
    matches: (query, article, asked) => search.matches(query, article, { ...asked, without }),
    meets: (query, article, asked) => search.meets(query, article, { ...asked, without }),
    related: async (id, limit) => (await search.related(id, 2 * limit)).filter(isIn).slice(0, limit),
    suggest: async (typed, limit) => {
      const all = await search.suggest(typed, 2 * limit);
      return all.filter(({ id }) => id === undefined || isIn(id)).slice(0, limit);
    },
  };
  return Object.assign(Object.create(search) as Search, own);
}
