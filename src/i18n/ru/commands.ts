/** The words of single commands, in Russian. */

import type * as en from "../en/commands.ts";
import { russianCount } from "../words.ts";

export const articles: typeof en.articles = {
  removed: (title) => `Удалено; если лента снова пришлёт эту статью, она не вернётся: ${title}`,
  corrected: (title, fields) => `Исправлено (${fields}): ${title}`,
  nothing:
    "Укажите верные данные: articles correct КОД --url https://… (или --title, --source, --date, --text)",
};

export const ask: typeof en.ask = {
  lost: "До этого здесь вопросов не было. Задайте вопрос, например: спроси кто возглавляет ШОС?",
};

export const coverage: typeof en.coverage = {
  title: (query) => (query ? `Кто пишет о «${query}»` : "Кто пишет об организации"),
  none: (query) => `О «${query}» пока никто не писал.`,
  head: ["Издание", "Язык", "Страна", "Статей", "Первая"],
  languages: { zh: "китайский", en: "английский", ru: "русский" },
  counts: (n, publishers) =>
    `${russianCount(n, "статья", "статьи", "статей")} · ${russianCount(publishers, "издание", "издания", "изданий")}`,
  first: (name) => `Раньше всех: ${name}`,
  more: (n) => `и ещё ${n}`,
};

export const discordRegister: typeof en.discordRegister = {
  everywhere: (n) => `Команда /sco зарегистрирована в Discord для всех серверов; подкоманд: ${n}.`,
  there: (n, guild) => `Команда /sco зарегистрирована в Discord на сервере ${guild}; подкоманд: ${n}.`,
};

export const doctor: typeof en.doctor = {
  title: "Проверка",
  well: "Всё в порядке.",
  could: "Срочного нет; строки с ! говорят, что можно улучшить.",
  todo: (n) => `Нужно сделать: ${n}`,
};

export const exporting: typeof en.exporting = {
  done: (n, file) => `${russianCount(n, "статья записана", "статьи записаны", "статей записано")} в ${file}.`,
};

export const feedback: typeof en.feedback = {
  thanks: "Спасибо. Учтено без вашего имени.",
  enough: "Спасибо. Больше оценок одного человека за день не считается; продолжите завтра.",
  unknown: "Такой статьи здесь нет, поэтому и ответа, который можно оценить, нет.",
};

export const feeds: typeof en.feeds = {
  added: (source, url) => `Теперь читаю ${source}: ${url}`,
  removed: (source) => `Больше не читаю ${source}.`,
  unknown: "Эта лента не читается; наберите feeds, чтобы увидеть список.",
  url: (action) => `Укажите ленту: feeds ${action} https://example.org/feed.xml`,
  shell: "Проверка всех лент занимает минуты; её запускают в командной строке: npx sco feeds check",
  forbidden:
    "Проверять, добавлять и удалять ленты могут только те, кто запускает бота; они могут внести вас в SCO_OPERATORS.",
};

export const fetch: typeof en.fetch = {
  fresh: "новых",
  updated: "обновлено",
  duplicate: "повторов",
  offTopic: "не по теме",
  failed: "сбой",
  unchanged: "без изменений",
  skipped: "не опрошена",
  head: ["", "Новых", "Обновлено", "Повторов", "Не по теме", "Сбоев"],
  all: "Все ленты",
  none: "Лент пока нет. Добавить: feeds add https://example.org/feed.xml",
};

export const forget: typeof en.forget = {
  ask: "Это удалит ваши настройки здесь и уберёт ваше имя с того, что вы настроили в каналах. Для этого напишите: forget me",
  done: (n) =>
    n === 0
      ? "О вас ничего не хранилось."
      : `Удалено записей о вас: ${n}. Настроенное вами в каналах останется без вашего имени.`,
};

export const help: typeof en.help = {
  title: "Что я умею",
  groups: { read: "Читать", stories: "Сюжеты", follow: "Следить", setup: "Настроить" },
  bare: "Пишите своими словами или одной из этих строк. ",
  more: "«помощь команда» покажет параметры и примеры.",
  shell: "В консоли: npx sco …",
  options: "Параметры",
  examples: "Примеры",
  also: (names) => `Другие имена: ${names.join(", ")}`,
};

export const importing: typeof en.importing = {
  counts: (fresh, known) => `Новых статей: ${fresh}, уже есть: ${known}.`,
  none: "Не удалось прочесть ни одной статьи.",
  faults: (n) => `Не прочитано: ${n}.`,
  remarks: "Пропущено:",
  log: "Корпус здесь только для чтения; статьи записаны в журнал загруженных статей.",
};

export const latest: typeof en.latest = {
  title: (n) => (n === 1 ? "Последняя статья" : `Последние ${russianCount(n, "статья", "статьи", "статей")}`),
  none: "Статей пока нет.",
  nothing: "Таких статей нет. Попробуйте другое издание или более ранний день.",
  more: "Ещё",
};

export const read: typeof en.read = {
  related: "Похожие статьи",
  why: "Почему",
  excerpt: "отрывок",
  summary: "краткое изложение",
  translate: "Перевести",
  story: (facts) => `Часть сюжета: ${facts}`,
  whole: "Весь сюжет",
  save: "Сохранить",
  untranslated: "Перевода этого текста нет.",
};

export const related: typeof en.related = {
  title: (title) => `Похожие на «${title}»`,
  none: (title) => `Статей, похожих на «${title}», нет.`,
};

export const say: typeof en.say = {
  line: "выполнит",
  ask: "переспросит",
  nothing: "ответит одной короткой строкой",
  sure: "уверенно",
  unsure: "предположение",
};

export const search: typeof en.search = {
  none: (query) => `По запросу «${query}» ничего не найдено.`,
  beyond: (page, pages) => `Страницы ${page} нет; последняя — ${pages}.`,
  empty: "Пустой запрос. Введите слова, «фразу» или фильтр, например on:вчера.",
  found: (n) => russianCount(n, "статья", "статьи", "статей"),
  range: (from, to) => `${from}–${to}`,
  previous: "Назад",
  next: "Дальше",
  last: "Последняя страница",
};

export const sources: typeof en.sources = {
  title: "Издания",
  head: ["Издание", "Другие названия", "Страна", "Статей", "Последняя"],
  none: "–",
  others: "Известны, статей пока нет: ",
};

export const status: typeof en.status = {
  title: "Состояние",
  articles: "Статей",
  newest: "Последняя статья",
  feeds: "Ленты",
  meaning: "Сравнение по смыслу",
  waiting: (n) => (n === 0 ? "все готовы" : `готовится, осталось шагов: ${n}`),
  state: "Работа бота",
  well: "Всё работает.",
  unread: "Не удалось прочесть",
  none: "–",
  degraded: "Ограничения",
  rated: "Оценки ответов",
  doubted: "Сомнительный ответ",
};

export const trends: typeof en.trends = {
  title: (query, days) => `${query ? `«${query}»` : "Все статьи"} · ${days}`,
  none: (query, days) => `За ${days} о «${query}» ничего нет.`,
  articles: (n) => russianCount(n, "статья", "статьи", "статей"),
  languages: { zh: "на китайском", en: "на английском", ru: "на русском" },
};

export const why: typeof en.why = {
  why: (query) => `Почему статья найдена по запросу «${query}»`,
  not: (query) => `По запросу «${query}» этой статьи нет.`,
  filters: (filters) => `Подходит под ${filters}.`,
  weights: "Показать веса",
};

export const errors: typeof en.errors = {
  noneSaved:
    "Пока ничего не сохранено, обзор делать не из чего. Нажмите «Сохранить» под статьёй или напишите: saved add КОД",
  notAnId: (guild) =>
    `--guild не может быть «${guild}»; нужен номер сервера, 15–20 цифр (правый щелчок по серверу, «Копировать ID»).`,
  noToken: "DISCORD_TOKEN не задан; сначала укажите токен бота в .env или в окружении.",
  cannotWrite: (file, why) => `Не удаётся записать ${file} (${why}); укажите файл в существующей папке.`,
  unknownCommand: (typed, guess) => `Команды «${typed}» нет. Вы имели в виду «${guess}»?`,
  noName: (shown) => `«${shown}» не имя. Напишите, чьи слова нужны: цитаты Сергей Лавров об энергетике`,
};
