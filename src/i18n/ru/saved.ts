/** The words of saved articles, of lists of hits and of the forms of a search, in Russian. */

import type * as en from "../en/saved.ts";
import { russianCount } from "../words.ts";

export const savedArticles: typeof en.savedArticles = {
  title: { me: "Сохранено вами", channel: "Сохранено для канала" },
  none: {
    me: "Вы пока ничего не сохранили. Нажмите «Сохранить» под статьёй, которую читаете.",
    channel:
      "Для канала пока ничего не сохранено. Тот, кто управляет каналом, может написать: saved add КОД for:channel",
  },
  count: (n) => russianCount(n, "статья", "статьи", "статей"),
  added: { me: "Сохранено для вас:", channel: "Сохранено для канала:" },
  already: { me: "У вас это уже сохранено:", channel: "Для канала это уже сохранено:" },
  removed: "Убрано из списка:",
  absent: "В списке этого не было:",
  list: "Список",
  brief: "Обзор по ним",
  remove: "Убрать",
  more: "Ещё",
  back: "Назад",
  channel: "Список канала",
};

export const searchForm: typeof en.searchForm = {
  title: "Поиск новостей ШОС",
  submit: "Искать",
  cancel: "Закрыть",
  label: "Что вы ищете?",
  hint: "На китайском, английском или русском: находится на всех трёх.",
};

export const searchList: typeof en.searchList = {
  written: (n, total, file) =>
    `В ${file} записано: ${russianCount(n, "статья", "статьи", "статей")}${total > n ? ` (всего найдено ${total})` : ""}.`,
  listed: (n, total) =>
    `Список: ${russianCount(n, "статья", "статьи", "статей")}${total > n ? ` (всего найдено ${total})` : ""}.`,
  none: (query) => `По запросу «${query}» ничего нет, файл не записан.`,
};

export const shareForm: typeof en.shareForm = {
  title: "Поделиться статьёй",
  submit: "Опубликовать",
  cancel: "Отмена",
  label: "Канал",
};

export const elsewhere: typeof en.elsewhere = {
  unknown: (title) => `Статьи «${title}» у меня нет.`,
  untitled: (host) => `Этой страницы с ${host} у меня нет.`,
  near: "Близкое по теме:",
  nothing: "Близкого тоже нет.",
  unread: "Заголовок страницы прочесть не удалось. Назовите заголовок или тему, и я найду близкое.",
  more: "Искать ещё",
  follow: "Найти ленту этого сайта",
};
