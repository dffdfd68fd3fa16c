/** `compare <id|words>`: how Chinese, English and Russian (or countries, or two articles) tell one story. */
import type { Article } from "../src/article.ts";
import { type Context, command } from "../src/command.ts";
import { storyOption } from "../src/stories/find-story.ts";

export const compare = command({
  name: "compare",
  group: "stories",
  aliases: ["对比", "сравнить"],
  about: {
    en: "How each language or country tells a story, and what only it says",
    zh: "对比各语言或各国媒体的报道，以及各自独有的内容",
    ru: "Как об этом пишут на разных языках или в странах и что есть только там",
  },
  options: {
    story: storyOption,
    by: {
      kind: "choice",
      choices: ["language", "country"],
      also: { 语言: "language", 国家: "country", язык: "language", страна: "country" },
      named: true,
      about: { en: "By language or by country", zh: "按语言或国家", ru: "По языку или по стране" },
    },
  },
  shares: true,
  examples: ["compare media forum", "compare 媒体论坛", "compare медиафорум", "compare {id} --by=country"],
  async run({ story: asked, by = "language" }, ctx) {
    const { compareSides, countryOf, sidesOf } = await import("../src/stories/compare.ts");
    const { compareReply } = await import("../src/stories/present-compare.ts");
    const pair = pairOf(asked, ctx);
    if (pair) {
      const sides = new Map(pair.map((article) => [article.id, [article] as const]));
      return compareReply(await compareSides(sides, ctx.stories), "article", null, ctx);
    }
    const { titleOfStory } = await import("../src/stories/present-story.ts");
    const { findStory } = await import("../src/stories/find-story.ts");
    const story = await findStory(asked, ctx);
    const sideOf = by === "language" ? ({ language }: Article) => language : countryOf(ctx.library);
    const sides = sidesOf(story.articles, sideOf);
    const told = await compareSides(sides, ctx.stories);
    const headline = { id: story.id, headline: story.articles[0]?.title ?? "" };
    return compareReply(told, by, headline, ctx, await titleOfStory(story, ctx));
  },
});

/** Two articles by their ids. */
function pairOf(asked: string, { library }: Context): readonly [Article, Article] | undefined {
  const [one, other, more] = asked.trim().split(/[\s,，、]+/);
  const [first, second] = [library.get(one ?? ""), library.get(other ?? "")];
  return first && second && more === undefined && first !== second ? [first, second] : undefined;
}
