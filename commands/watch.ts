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
      suggest: async (typed, { search }) => (await search.suggest(typed, 25)).map(({ text }) => text),
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
    silence: {
      kind: "number",
      min: 0,
      max: 60,
      named: true,
      about: {
        en: "Say so when nothing comes for so many days; 0: no longer",
        zh: "连续多少天没有新文章时提醒；0：不再提醒",
        ru: "Сказать, если ничего нет столько дней; 0 — больше не надо",
      },
    },
    rush: {
      kind: "number",
      min: 0,
      max: 50,
      named: true,
      about: {
        en: "Say so when a day brings so many times what is usual, such as 3; 0: no longer",
        zh: "一天的文章数达到平常的多少倍时提醒，如 3；0：不再提醒",
        ru: "Сказать, если за день во столько раз больше обычного, например 3; 0 — больше не надо",
      },
    },
    mention: {
      kind: "text",
      named: true,
      about: {
        en: "One user group (its id) or role that is called; off: nobody",
        zh: "提醒时呼叫的一个用户组（编号）或角色；off：不呼叫",
        ru: "Одна группа (её код) или роль, которую звать; off — никого",
      },
    },
  },
  examples: [
    "watch Central Asia energy",
    "watch 中亚 能源",
    "watch энергетика Центральной Азии",
    "watch silence:3 rush:3 media forum",
    'watch every:60 "media forum" source:"People\'s Daily"',
  ],
  personal: true,
  async run(args, ctx) {
    const { watch: run } = await import("../src/delivery/watch.ts");
    return run(args, ctx);
  },
  async form(args, ctx) {
    return (await import("../src/delivery/forms.ts")).watchForm(args, ctx);
  },
});
