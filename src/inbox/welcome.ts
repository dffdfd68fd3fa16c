/** The first line that somebody reads of the bot, with what to begin with: where it was invited, and in its Home. */
import { type Locale, phrases } from "../i18n/words.ts";
import type { Action, Reply } from "../reply.ts";

const say = phrases({
  en: {
    hello:
      "I find and follow news about the Shanghai Cooperation Organization in Chinese, English and Russian. Mention me with a question, or begin here:",
    today: "Today's news",
    search: "Search",
    daily: "Every morning",
  },
  zh: {
    hello: "我检索并跟踪中、英、俄文的上合组织新闻。可以@我提问，也可以从这里开始：",
    today: "今日新闻",
    search: "搜索",
    daily: "每天早上",
  },
  ru: {
    hello:
      "Я ищу новости о Шанхайской организации сотрудничества на китайском, английском и русском и слежу за ними. Упомяните меня с вопросом или начните отсюда:",
    today: "Новости за сегодня",
    search: "Поиск",
    daily: "Каждое утро",
  },
});

/** What to press first. Searching and the summary ask for their words in a form. */
export function firstSteps(locale: Locale): readonly Action[] {
  const words = say(locale);
  return [
    { label: words.today, run: "digest", place: "new", style: "primary" },
    { label: words.search, run: "help search", place: "new", form: "search" },
    { label: words.daily, run: "help daily", place: "new", form: "daily 09:00" },
  ];
}

export function welcome(locale: Locale): Reply {
  const { hello } = say(locale);
  return {
    ...{ summary: hello, audience: "channel", outcome: "answered" },
    blocks: [
      { kind: "prose", spans: [hello] },
      { kind: "actions", actions: firstSteps(locale) },
    ],
  };
}
