/** The words of one story, in Russian. */
import type * as en from "../en/story.ts";
import { russianCount } from "../words.ts";

export const story: typeof en.story = {
  articles: (n) => russianCount(n, "статья", "статьи", "статей"),
  languages: { zh: "китайский", en: "английский", ru: "русский" },
  undated: "Без даты",
  figures: "Новые цифры:",
  names: "Новые имена:",
  joined: "Присоединились:",
  sources: "Кто пишет",
  differ: "Цифры, которые расходятся",
  chart: "Статьи по дням",
  more: "Ещё",
  back: "Предыдущие дни",
  compare: "Сравнить",
  and: (n) => `и ещё ${n}`,
};

export const errors: typeof en.errors = {
  noStory: (shown) =>
    `Сюжета о «${shown}» нет. Попробуйте другие слова или меньше слов; «сводка» показывает сюжеты дня.`,
  notAnInstant: (text) => `since — это момент вида 2025-05-26T01:00:00Z, а не «${text}».`,
  noSuchDay: (text) =>
    `В календаре нет дня ${text}. Напишите, например, 2025-05-26, или сегодня, вчера, неделя.`,
  notADay: (text) =>
    `Не могу прочитать «${text}» как день. Напишите, например, 2025-05-26, или сегодня, вчера, неделя.`,
  tooManyDays: (most) =>
    `Сводка охватывает не больше ${most} дней. Напишите неделя, месяц, например 2025-05, или 31d.`,
};
