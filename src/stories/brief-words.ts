/** The words of a press brief, whatever file it becomes. */
import { type Locale, phrases, russianCount } from "../i18n/words.ts";
import { dateInWords, spanInWords } from "../time.ts";
import type { Brief, BriefSource } from "./brief.ts";

const say = phrases({
  en: {
    title: (days: string, topic: string) => `Press brief · ${days}${topic && ` · ${topic}`}`,
    asOf: (when: string, zone: string) => `As of ${when} (${zone})`,
    contents: "Contents",
    counts: (stories: number, articles: number) =>
      `${stories === 1 ? "1 story" : `${stories} stories`}, ${articles === 1 ? "1 article" : `${articles} articles`}`,
    sources: "Sources",
    differ: "Figures that disagree",
    undated: "undated",
    languages: { zh: "Chinese", en: "English", ru: "Russian" },
    none: (days: string) => `No news for ${days}.`,
    written: (file: string) => `The brief is in ${file}.`,
  },
  zh: {
    title: (days: string, topic: string) => `新闻简报 · ${days}${topic && ` · ${topic}`}`,
    asOf: (when: string, zone: string) => `截至 ${when}（${zone}）`,
    contents: "目录",
    counts: (stories: number, articles: number) => `${stories} 个事件，${articles} 篇文章`,
    sources: "来源",
    differ: "不一致的数字",
    undated: "无日期",
    languages: { zh: "中文", en: "英文", ru: "俄文" },
    none: (days: string) => `${days}没有相关新闻。`,
    written: (file: string) => `简报已写入 ${file}。`,
  },
  ru: {
    title: (days: string, topic: string) => `Обзор прессы · ${days}${topic && ` · ${topic}`}`,
    asOf: (when: string, zone: string) => `По состоянию на ${when} (${zone})`,
    contents: "Содержание",
    counts: (stories: number, articles: number) =>
      `${russianCount(stories, "сюжет", "сюжета", "сюжетов")}, ${russianCount(articles, "статья", "статьи", "статей")}`,
    sources: "Источники",
    differ: "Цифры, которые расходятся",
    undated: "без даты",
    languages: { zh: "китайский", en: "английский", ru: "русский" },
    none: (days: string) => `За ${days} новостей нет.`,
    written: (file: string) => `Обзор записан в ${file}.`,
  },
});

/** All that a brief says besides its quotations. */
export function briefWords({ period, topic, asOf, zone, stories, total }: Brief, locale: Locale) {
  const words = say(locale);
  const days = spanInWords(period.first, period.last, locale);
  return {
    title: words.title(days, topic ?? ""),
    asOf: words.asOf(dateInWords(asOf, "minute", zone, locale), zone),
    counts: words.counts(stories.length, total),
    contents: words.contents,
    sources: words.sources,
    differ: words.differ,
    none: words.none(days),
    written: words.written,
    /** `People's Daily, 26 May 2025, Chinese`. */
    facts: ({ publisher, published, language }: BriefSource) =>
      [
        publisher,
        published === null ? words.undated : dateInWords(published, "day", zone, locale),
        words.languages[language],
      ]
        .filter(Boolean)
        .join(locale === "zh" ? "，" : ", "),
  };
}
