/** The words of the page itself; everything else on it is the bot's reply, in Russian. */
import type * as en from "../en/reading-room.ts";

export const page: typeof en.page = {
  topic: "Шанхайский дух",
  about: "Новости о Шанхайской организации сотрудничества из китайских, английских и русских изданий.",
  search: "Поиск по статьям",
  go: "Найти",
  newest: "Последние статьи",
  home: "Все статьи",
  days: (zone) => `Дни и время указаны по поясу ${zone}.`,
  feed: "Лента Atom",
  language: "Язык",
  gone: "Такой страницы нет. Воспользуйтесь поиском или начните с последних статей.",
  busy: "Подождите немного и откройте страницу ещё раз.",
  failed: "Страницу не удалось составить. Попробуйте ещё раз.",
  skip: "К статьям",
};

export const errors: typeof en.errors = {
  whereItIs: (address) => `Статьи в браузере: ${address}`,
};
