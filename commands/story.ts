/** `story <id|words>`: one story over days and languages: when it began, what each day added, who tells it. */
import { command, pageOption } from "../src/command.ts";
import { storyOption } from "../src/stories/find-story.ts";

export const story = command({
  name: "story",
  group: "stories",
  aliases: ["专题", "сюжет", "timeline"],
  about: {
    en: "A story over its days: what each added, and who tells it",
    zh: "一个专题的来龙去脉：每天新增的内容和报道来源",
    ru: "Сюжет по дням: что нового и кто об этом пишет",
  },
  options: {
    story: storyOption,
    page: pageOption,
  },
  shares: true,
  examples: ["story media forum", "story 媒体论坛", "story медиафорум", "story {id}"],
  async run({ story: asked, page }, ctx) {
    const { findStory } = await import("../src/stories/find-story.ts");
    const { storyReply } = await import("../src/stories/present-story.ts");
    return storyReply(await findStory(asked, ctx), page ?? 1, ctx);
  },
});
