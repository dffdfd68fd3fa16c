/** The words around every reply, in Russian. */

import type * as en from "../en/inbox.ts";
import { russianCount } from "../words.ts";

export const reply: typeof en.reply = {
  share: "Опубликовать в канале",
  meant: (line) => `Я выполнил поиск по этим словам. Возможно, вы имели в виду: ${line}`,
  instead: "Выполнить",
  sorry: (id) =>
    `Произошла ошибка. Попробуйте ещё раз; если не поможет, сообщите этот код тому, кто запускает бота: ${id}`,
};

export const welcome: typeof en.welcome = {
  hello:
    "Я ищу новости о Шанхайской организации сотрудничества на китайском, английском и русском и слежу за ними. Упомяните меня с вопросом или начните отсюда:",
  today: "Новости за сегодня",
  search: "Поиск",
  daily: "Каждое утро",
};

export const errors: typeof en.errors = {
  tooLong: (length, longest) =>
    `Это ${length} знаков, а я читаю не больше ${longest}. Сократите, пожалуйста.`,
  tooMany: (words, most) =>
    `Это примерно ${words} слов, а за один раз я читаю не больше ${most}. Сократите, пожалуйста.`,
  tooDifferent: (different, most) =>
    `Это примерно ${different} разных слов, а искать сразу я могу не больше ${most}. Уберите часть.`,
  onlyInShell: (name) => `Команда ${name} доступна только в консоли того, кто запускает бота.`,
  restarting: "Бот перезапускается, запрос не выполнен. Повторите его через минуту.",
  busy: (seconds) =>
    `Слишком много сразу. Спросите снова через ${russianCount(seconds, "секунду", "секунды", "секунд")}.`,
  noOperators: (wrong, forms) =>
    `Записей в SCO_OPERATORS, которые никому не дают прав: ${wrong}. Записывайте каждого так: ${forms}.`,
  tooManyArguments: (name, text, example) => `Команда ${name} не понимает «${text}». Попробуйте: ${example}`,
  missing: (name, what, example) => `Команде ${name} не хватает: ${what}. Попробуйте: ${example}`,
  wrong: (about, text, wanted) => `${about}: «${text}» сюда не подходит. Напишите ${wanted}.`,
  unknownOption: (name, typed, guess, all) =>
    `У команды ${name} нет параметра ${typed}. ${guess ? `Вы имели в виду --${guess}?` : `Есть: ${all}.`}`,
};
