/** A newspaper's page on one event: pieces that one publisher brought at the same moment belong together more easily. */
import type { Article } from "../article.ts";

/** Pieces of one page that must be of the story already before a lone one joins them. */
const COMPANIONS = 2;

/**
 * Moves a lone article into the story of which its publisher brought two or more pieces at the same instant,
 * when it is like one of them at all. An editorial says little that is also in the report beside it.
 * Midnight is left out: there it is the date that is known, not the moment.
 */
export function joinPages(
  groups: readonly (readonly Article[])[],
  likeness: (one: Article, other: Article) => number,
): (readonly Article[])[] {
  const stories = groups.filter((group) => group.length >= COMPANIONS).map((group) => [...group]);
  const alone = groups.filter((group) => group.length < COMPANIONS);
  const left = alone.filter((group) => {
    const [article] = group;
    if (!article || article.source === "" || !article.published || /T00:00:00/.test(article.published))
      return true;
    let best: { story: Article[]; like: number } | undefined;
    for (const story of stories) {
      const page = story.filter(
        ({ source, published }) => source === article.source && published === article.published,
      );
      if (page.length < COMPANIONS) continue;
      const like = Math.max(...page.map((other) => likeness(article, other)));
      if (like > (best?.like ?? 0)) best = { story, like };
    }
    best?.story.push(article);
    return !best;
  });
  return [...stories, ...left];
}
