/** Stories as somebody sees them who leaves publishers out: told by the others alone; what only those tell is none. */
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import type { Stories } from "./stories.ts";

/**
 * @param others the library without what is left out
 * @param isOut whether an article is left out
 */
export function storiesWithout(
  stories: Stories,
  others: Pick<Library, "reach">,
  isOut: (article: Article) => boolean,
): Stories {
  return {
    place: stories.place,
    tell: stories.tell,
    async get(id) {
      const whole = await stories.get(id);
      const articles = whole?.articles.filter((article) => !isOut(article)) ?? [];
      return whole && articles.length > 0 ? { ...whole, articles } : undefined;
    },
    async within(span, asked = {}) {
      const matching = new Map(
        (await others.reach(span.from, span.to)).flatMap(({ id }) => {
          const match = asked.matching ? asked.matching.get(id) : 0;
          return match === undefined ? [] : [[id, match] as const];
        }),
      );
      const told = await stories.within(span, { ...asked, matching });
      return told.map((story) => ({
        ...story,
        earlier: story.earlier.filter((article) => !isOut(article)),
      }));
    },
  };
}
