/** The words of summaries, watches and other things that a channel follows, in Russian. */

import type * as en from "../en/subscriptions.ts";
import { russianCount } from "../words.ts";

export const channelFeed: typeof en.channelFeed = {
  made: (url) =>
    `Всё, за чем следит этот канал, теперь доступно в виде ленты. Прочесть её может любой, у кого есть адрес. Адрес показан только сейчас; «following --feed=on» заменит его новым, «following --feed=off» закроет ленту: ${url}`,
  ended: "Лента этого канала закрыта, её адрес больше ничего не показывает.",
  none: "У этого канала нет ленты.",
};

export const daily: typeof en.daily = {
  title: "Ежедневные сводки",
  none: "В этом канале сводка не настроена. Например: daily 09:00",
  saved: (when) => `Сохранено. Следующая сводка: ${when}.`,
  next: "следующая",
  preview: "Если составить её сейчас, она выглядела бы так:",
  sent: "Что отправлено",
  change: "Изменить: daily 10:30 · daily 09:00 days:mon-fri · daily 09:00 topic:энергетика",
  quietPreview: "Сейчас нового нет, и сводка не пришла бы (с empty:say придёт сообщение об этом):",
  sayPreview: "Сейчас нового нет, пришло бы такое сообщение:",
  stopped: (n) => `Остановлено: ${n}`,
  nothing: "Такой сводки здесь нет, ничего не изменено.",
  hours: "Это время попадает в тихие часы канала, и ничего не придёт; измените одно из двух.",
  edit: "Изменить",
  stop: "Остановить",
  again: "Настроить снова",
  which: "Здесь несколько сводок; укажите тему или команду целиком.",
  about: "тема",
  terminal: "В терминале она появляется, пока открыт чат (npm start).",
};

export const following: typeof en.following = {
  none: "Здесь пока ничего не отслеживается. Напишите в канале, например: daily 09:00 или: watch энергетика Центральной Азии",
  watches: (n) => russianCount(n, "тема", "темы", "тем"),
  schedules: (n) => russianCount(n, "ежедневная сводка", "ежедневные сводки", "ежедневных сводок"),
  total: (what, n) => `${what.join(" и ")}, каналов: ${n}`,
  yours: "Настроено вами",
  every: (n) => `не чаще одного сообщения в ${n} мин`,
  stop: "Остановить",
  webhook: (address, since) => `Вебхук этого канала: ${address}, с ${since}`,
  failing: (reason) => `Не принимает отправленное: ${reason}`,
};

export const leaveOut: typeof en.leaveOut = {
  out: (names) =>
    `Здесь не показываются: ${names}. Вернуть одно: settings sources +ИМЯ, все: settings sources all`,
  none: "Здесь показываются все издания. Убрать одно: settings sources -тасс",
  saved: "Сохранено.",
  savedForAll: "Сохранено для всего рабочего пространства.",
  all: "Сохранено: снова показываются все издания.",
  mine: "В последний раз это меняли вы.",
  others: (who) => `В последний раз это менял участник с ID ${who}.`,
  comma: ", ",
};

export const list: typeof en.list = {
  title: "Отправки",
  none: "За последние 30 дней в этом канале ничего не отправлялось и не пропускалось.",
  head: ["Время", "Итог", "Что", ""],
  sent: "отправлено",
  skipped: "пропущено",
  failed: "ошибка",
  pending: "в очереди",
  since: "с",
  open: "открыть",
  webhook: "вебхук",
  counts: (sent, pending, other) => `отправлено: ${sent}, в очереди: ${pending}, не отправлено: ${other}`,
};

export const meansNothing: typeof en.meansNothing = (query) =>
  `По запросу «${query}» искать нечего, он не сохранён. Напишите слова, «фразу» или фильтр.`;

export const own: typeof en.own = {
  watch: (query) => `Больше не слежу по запросу «${query}».`,
  schedule: (time) => `Сводка в ${time} остановлена.`,
};

export const paused: typeof en.paused = {
  paused: (reason) => `Приостановлено: писать сюда не разрешили (${reason}).`,
  resume: "Возобновить",
};

export const watch: typeof en.watch = {
  saved: (query, every) =>
    `Слежу по запросу «${query}»: новые статьи придут сюда, не чаще одного сообщения в ${every} мин.`,
  would: (n) => `За последние 30 дней пришло бы статей: ${n}`,
  nothing: "За последние 30 дней не пришло бы ничего. Проверьте слова или дождитесь первой статьи.",
  flood: (n) => `Это много: около ${Math.round(n / 30)} в день. Уточните слова или добавьте source: и lang:.`,
  silence: (days) => `Скажу, если ${russianCount(days, "день", "дня", "дней")} ничего не будет.`,
  rush: (times) =>
    `Скажу, если за день придёт в ${russianCount(times, "раз", "раза", "раз")} больше обычного.`,
  calls: (id) => `В сообщениях упоминается группа ${id}.`,
  nobody: (written) =>
    `«${written}» — не группа и не роль, которую здесь можно упомянуть. Напишите её код (в Slack: S…, «Скопировать ID группы»; в Discord: @роль) или off.`,
  title: "Отслеживание",
  none: "В этом канале ничего не отслеживается. Например: watch энергетика Центральной Азии",
  lately: "недавно",
  quiet: "за 30 дней ничего",
  every: (n) => `не чаще раза в ${n} мин`,
  stop: "Остановить",
  all: "Всё, за чем слежу",
  again: "Следить снова",
  stopped: (query) => `Больше не слежу по запросу «${query}».`,
  unknown: (text) => `Здесь не отслеживается «${text}»; напишите watching, чтобы увидеть список.`,
};

export const webhook: typeof en.webhook = {
  saved: (host) =>
    `То, за чем следит этот канал, теперь приходит и на ${host}; первое сообщение там об этом скажет. Секрет показан только сейчас: `,
  verify: "По нему получатель проверяет каждую подпись, как — сказано в docs/deliveries.md. ",
  end: "«following --webhook=off» его отключит.",
  ended: "Вебхук этого канала отключён, его секрет удалён.",
  none: "У этого канала нет вебхука.",
  hello: "Теперь сюда приходит то, за чем следит этот канал.",
};
