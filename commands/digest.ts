/** `digest [day] [topic]`: what happened on a day, or in some days, as stories with their sources. */
import { type Context, command, inLanguage } from "../src/command.ts";
import { LOCALES } from "../src/i18n/words.ts";
import { looksLikePeriod } from "../src/stories/period.ts";

export const digest = command({
  name: "digest",
  group: "read",
  aliases: ["摘要", "сводка", "summary"],
  about: {
    en: "The stories of a day: today, yesterday, week or a date",
    zh: "一天的要闻：今天、昨天、本周或某个日期",
    ru: "Сюжеты дня: сегодня, вчера, неделя или дата",
  },
  options: {
    day: {
      kind: "text",
      fits: looksLikePeriod,
      suggest: (_typed: string, { caller }: Context) => SUGGESTED[caller.locale],
      about: {
        en: "today, yesterday, week or a date such as 2025-05-26",
        zh: "今天、昨天、本周，或 2025-05-26 这样的日期",
        ru: "сегодня, вчера, неделя или дата, например 2025-05-26",
      },
    },
    topic: {
      kind: "text",
      rest: true,
      about: {
        en: "Only what matches this search",
        zh: "只看符合此搜索的文章",
        ru: "Только то, что подходит под этот запрос",
      },
    },
    since: {
      kind: "text",
      named: true,
      about: {
        en: "Mark what came in after this instant (2025-05-26T01:00:00Z)",
        zh: "标出此刻之后新增的文章（2025-05-26T01:00:00Z）",
        ru: "Отметить пришедшее после этого момента (2025-05-26T01:00:00Z)",
      },
    },
    new: {
      kind: "flag",
      about: {
        en: "With since: only stories that have something new",
        zh: "与 since 合用：只看有新内容的事件",
        ru: "Вместе с since: только сюжеты, где есть новое",
      },
    },
    translate: {
      kind: "flag",
      about: {
        en: "With a machine translation below each sentence in another language",
        zh: "在外文句子下附机器翻译",
        ru: "С машинным переводом под предложениями на других языках",
      },
    },
    locale: {
      kind: "choice",
      choices: LOCALES,
      named: true,
      about: { en: "Language it is written in", zh: "用哪种语言写", ru: "На каком языке" },
    },
    page: {
      kind: "number",
      min: 1,
      max: 1000,
      named: true,
      about: { en: "Page", zh: "页码", ru: "Страница" },
    },
  },
  shares: true,
  examples: ["digest", "digest yesterday", "digest 2025-05-26", "digest week media forum"],
  async run({ day, topic, since, new: onlyNew, translate, page, locale }, ctx) {
    const { summarise } = await import("../src/stories/summary.ts");
    return summarise(
      { day, topic, since, onlyNew, translated: translate, page: page ?? 1 },
      inLanguage(ctx, locale),
    );
  },
});

const SUGGESTED = {
  en: ["today", "yesterday", "week"],
  zh: ["今天", "昨天", "本周"],
  ru: ["сегодня", "вчера", "неделя"],
};
