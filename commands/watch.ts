/** `watch <query>`: new articles that match come to this channel. */
import { command } from "../src/command.ts";

export const watch = command({
  name: "watch",
  group: "follow",
  aliases: ["关注", "следить", "отслеживать"],
  about: {
    en: "Post new articles that match a search in this channel",
    zh: "有符合搜索的新文章时发到本频道",
    ru: "Присылать в канал новые статьи по запросу",
  },
  options: {
    query: {
      kind: "text",
      rest: true,
      required: true,
      suggest: (typed, { search }) => search.suggest(typed, 25).map(({ text }) => text),
      about: {
        en: "What to watch, as in search",
        zh: "关注什么，写法与搜索相同",
        ru: "За чем следить, как в поиске",
      },
    },
    every: {
      kind: "number",
      min: 1,
      max: 1440,
      named: true,
      about: {
        en: "Minutes between two messages at least (30)",
        zh: "两条消息之间至少间隔几分钟（30）",
        ru: "Не чаще раза в столько минут (30)",
      },
    },
  },
  examples: [
    "watch Central Asia energy",
    "watch 中亚 能源",
    "watch энергетика Центральной Азии",
    'watch every:60 "media forum" source:"People\'s Daily"',
  ],
  personal: true,
  async run({ query, every }, ctx) {
    const { watch: run } = await import("../src/delivery/watch.ts");
    return run(query, every, ctx);
  },
  async form(args, ctx) {
    return (await import("../src/delivery/forms.ts")).watchForm(args, ctx);
  },
});
