/** The words about the archive, in Russian. */
import type * as en from "../en/archive.ts";

export const archive: typeof en.archive = {
  title: "Архив",
  rows: {
    index: "индекс",
    articles: "статей",
    behind: "в пути",
    replicas: "копий кроме первой",
    snapshot: "новейший снимок",
  },
  none: "ещё нет; его создаст служба или «index rebuild»",
  stale: "Индекс создан другой версией анализа. Выполните: npx sco index rebuild",
  parked: (n) => `Не принято (${n}):`,
  others: (names) => `Сохранены для возврата: ${names}`,
  rebuilt: (name, n) => `Введён в действие ${name}; статей: ${n}.`,
  back: (name) => `${name} сохранён; как вернуться к нему и как удалить, сказано в docs/scaling.md.`,
  verified: (checked, missing, removed) =>
    `Проверено статей журнала: ${checked}; не было и отправлено снова: ${missing}; были, хотя удалены, и убраны: ${removed}.`,
  bar: (bar, done, of) => `${bar} ${done} из ${of}`,
};

export const errors: typeof en.errors = {
  isNone: "SCO_SEARCH_URL — не OpenSearch (нужна версия 2.19 или новее); исправьте адрес или уберите его.",
  notLetIn: "OpenSearch не принимает имя или пароль; исправьте SCO_SEARCH_USER и SCO_SEARCH_PASSWORD.",
  tooOld: (version) => `OpenSearch ${version} слишком стар; нужна версия 2.19 или новее.`,
  notAllowed: (why) =>
    `SCO_SEARCH_USER не хватает прав в OpenSearch (${why}); дайте ему роль из docs/scaling.md.`,
  otherMapping: (alias) =>
    `В OpenSearch есть «${alias}» с другой схемой; задайте в SCO_SEARCH_PREFIX своё имя или удалите её там.`,
  full: (why) =>
    `OpenSearch не принимает статьи: мало места на диске (${why}). Освободите место; статьи ждут в журнале.`,
  overloaded: (why) => `OpenSearch перегружен (${why}); бот попробует снова сам.`,
  filling: "Архив в OpenSearch ещё заполняется; пока поиск идёт по новейшим статьям в памяти.",
  notAnswering: (why) =>
    `OpenSearch не отвечает как должен (${why}); поиск идёт по новейшим статьям в памяти.`,
  noArchive: "Архива в OpenSearch здесь нет: задайте его адрес в SCO_SEARCH_URL (docs/scaling.md).",
  lacking: (name, articles, had) =>
    `В новом индексе ${name} статей: ${articles}, в старом: ${had}; он не введён в действие. Что не принято, покажет «index status».`,
};
