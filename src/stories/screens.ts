/** Which stories of a digest stand on one screen: few enough to be read without scrolling. */
import type { Story } from "./stories.ts";

/** Lines of a screen, with 80 columns; stories on it at most. */
const LINES = 36;
const MOST = 5;

/** The stories, screen by screen; a story is never parted. @param limit stories on each, where somebody says so */
export function screensOf(stories: readonly Story[], limit?: number): readonly (readonly Story[])[] {
  const screens: Story[][] = [];
  let used = 0;
  for (const [at, story] of stories.entries()) {
    const lines = linesOf(story, at === 0);
    const last = screens.at(-1);
    const fits =
      last && (limit === undefined ? last.length < MOST && used + lines <= LINES : last.length < limit);
    if (fits) {
      last.push(story);
      used += lines;
    } else {
      screens.push([story]);
      used = lines;
    }
  }
  return screens;
}

/** Title, facts and the space below; two lines a sentence, and a line or two an article. */
function linesOf({ articles }: Story, first: boolean): number {
  const sentences = first ? Math.min(3, articles.length) : 1;
  return 3 + 2 * sentences + 1.2 * articles.length;
}
