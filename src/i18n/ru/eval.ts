/** The words of the measurements, in Russian. */
import type * as en from "../en/eval.ts";

export const answers: typeof en.answers = {
  title: (n, articles) => `Оценочных вопросов: ${n}, статей: ${articles}`,
  head: ["", "Вопросов", "Верно первым", "Верно в трёх", "Отказов"],
  all: "с ответом",
  cross: "между языками",
  refusal: (recall, precision, n) =>
    `Из ${n} вопросов без ответа отклонено ${recall} %; из отказов ${precision} % были верными.`,
  speed: (p50, p99) => `Вопрос занимает ${p50} мс по медиане и ${p99} мс для p99.`,
  invented: (n) => `Предложений, которых нет в статье: ${n}.`,
};

export const sayings: typeof en.sayings = {
  title: (n) => `Оценочных высказываний: ${n}`,
  head: ["Вид", "Высказываний", "Верно"],
  overall: "всего",
  harmful: (n) => `Понято неверно и без вопроса изменило бы что-то: ${n}.`,
};

export const search: typeof en.search = {
  title: (queries, articles) => `Оценочных запросов: ${queries}, статей: ${articles}`,
  head: ["Вид", "Запросов"],
  overall: "всего",
  speed: (p50, p99, build, rss) =>
    `Запрос занимает ${p50} мс по медиане и ${p99} мс для p99. Индекс построен за ${build} мс; память ${rss} МБ.`,
  nothing: (queries, share) =>
    `Из ${queries} запросов, на которые ответа нет, без результатов остались ${share} %.`,
  unknown: (keys) => `Ни у одной статьи нет такого кода или заголовка: ${keys}`,
};

export const sheet: typeof en.sheet = { missed: "Неверно" };

export const stories: typeof en.stories = {
  title: (stories, articles) => `Оценочных сюжетов: ${stories}, статей: ${articles}`,
  head: ["Часть", "Точность", "Полнота", "B³ F1"],
  overall: "всего",
  mixed: "Смешаны:",
  parted: "Распались:",
  unknown: (ids) => `Нет датированной статьи с таким кодом: ${ids}`,
};

export const errors: typeof en.errors = {
  noSet: (name, sets) =>
    `Нет оценочного набора «${name}». Есть ${sets}; подойдёт и папка с файлом split.json.`,
  nothingOf: (kind) =>
    `В этом наборе нет ничего вида «${kind}». Запустите без --kind, чтобы увидеть все виды.`,
  unreadableFile: (file, reason) => `Не могу использовать оценочный файл ${file}: ${reason}`,
};
