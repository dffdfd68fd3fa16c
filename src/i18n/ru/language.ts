/** The words of the language room, in Russian. */
import type * as en from "../en/language.ts";

export const missing: typeof en.missing = {
  glossary: "Не читается глоссарий (corpus/glossary.tsv): названия не ищутся на других языках.",
  dictionary: "Нет собранного словаря (его делает npm run build): поиск идёт только на языке запроса.",
};

export const errors: typeof en.errors = {
  tooLarge: "больше 2 МБ",
  unreadableGlossary: (path, reason) => `SCO_GLOSSARY: не читается ${path}: ${reason}.`,
  badGlossaryLine: (line, path) =>
    `SCO_GLOSSARY: строка ${line} в ${path} не используется. Нужны через табуляцию: вид (body, document, person, place, event, idea, media, term), названия по-китайски, по-английски и по-русски и пиньинь; столбец может быть пустым, но не все три.`,
};
