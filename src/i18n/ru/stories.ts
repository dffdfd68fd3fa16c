/** The words of stories, briefs, comparisons and quotations, in Russian. */

import type * as en from "../en/stories.ts";
import { russianCount } from "../words.ts";

export const brief: typeof en.brief = {
  title: (days, topic) => `Обзор прессы · ${days}${topic && ` · ${topic}`}`,
  asOf: (when, zone) => `По состоянию на ${when} (${zone})`,
  contents: "Содержание",
  counts: (stories, articles) =>
    `${russianCount(stories, "сюжет", "сюжета", "сюжетов")}, ${russianCount(articles, "статья", "статьи", "статей")}`,
  sources: "Источники",
  differ: "Цифры, которые расходятся",
  undated: "без даты",
  languages: { zh: "китайский", en: "английский", ru: "русский" },
  none: (days) => `За ${days} новостей нет.`,
  written: (file) => `Обзор записан в ${file}.`,
};

export const comparison: typeof en.comparison = {
  title: (headline) => `Сравнение: ${headline}`,
  languages: { zh: "По-китайски", en: "По-английски", ru: "По-русски" },
  unknown: "Издания, страна которых неизвестна",
  onlyNames: "Только здесь:",
  onlyFigures: "Цифры только здесь:",
  silent: {
    zh: "На китайском пока ничего нет.",
    en: "На английском пока ничего нет.",
    ru: "На русском пока ничего нет.",
  },
  alone: "Пока об этом пишет только одна сторона.",
};

export const news: typeof en.news = {
  title: "Новое с прошлого раза",
  since: (when) => `с ${when}`,
  first: "вы здесь впервые: последние 24 часа",
  long: (when) => `последние семь дней; вы смотрели ${when}`,
  away: "время прошлого просмотра сейчас недоступно: последние 24 часа",
  none: (when) => `Ничего нового: ${when}.`,
  figures: "Новые цифры:",
  before: (when) => `С ${when}`,
  latest: "Последние статьи",
  more: "Ещё",
  back: "Назад",
};

export const stories: typeof en.stories = {
  articles: (n) => russianCount(n, "статья", "статьи", "статей"),
  stories: (n) => russianCount(n, "сюжет", "сюжета", "сюжетов"),
  sources: (n) => russianCount(n, "издание", "издания", "изданий"),
  fresh: "новое",
  earlier: (day, n) => `ранее, с ${day}: ${n}`,
  differ: "Цифры расходятся:",
  read: "Читать",
};

export const quotes: typeof en.quotes = {
  title: (person, about) => (about ? `${person} на тему «${about}»` : `${person}: высказывания`),
  none: (person, about) =>
    about
      ? `${person}: высказываний на тему «${about}» в статьях нет.`
      : `${person}: высказываний в статьях нет.`,
  named: (n) => `Имя встречается: ${russianCount(n, "статья", "статьи", "статей")}.`,
  several: (person) => `Людей по имени ${person} несколько. Кого вы имеете в виду?`,
  reported: "в пересказе",
  also: (names) => `Также: ${names}`,
  more: "Раньше",
  back: "Новее",
  search: "Искать статьи",
  everything: "На любую тему",
  list: ", ",
};

export const summary: typeof en.summary = {
  heading: (days, topic) => `Сводка · ${days}${topic && ` · ${topic}`}`,
  summary: (days, counts, headline) => `${days}: ${counts}. Главное: ${headline}`,
  fresh: (n, instant) => (n === 0 ? `с ${instant} ничего нового` : `нового с ${instant}: ${n}`),
  quiet: (days, topic) => `Тихо: за ${days} новостей${topic && ` по теме «${topic}»`} нет.`,
  nearest: (day) => ` Ближайший день с новостями — ${day}:`,
  never: " В другие дни их тоже нет.",
  meant: "Возможно, вы имели в виду: ",
  translate: "Перевести",
  cut: "Возможно, дело в том, что новости не удалось загрузить. ",
  more: "Ещё",
  back: "Назад",
};
