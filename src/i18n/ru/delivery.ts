/** The words of what is posted, and of what is not, in Russian. */

import type * as en from "../en/delivery.ts";
import { russianCount } from "../words.ts";

export const alarm: typeof en.alarm = {
  begun: "Требует внимания:",
  over: "Восстановлено:",
  lapse: (from, to) => `С ${from} до ${to} ничего не сохранялось: хранилище не отвечало. Теперь отвечает.`,
  more: (n) => `… и ещё ${n}; всё — в status и doctor.`,
  and: (names, n) => `${names} и ещё ${n}`,
};

export const alerts: typeof en.alerts = {
  silence: (query, days) =>
    `По запросу «${query}» ничего нет уже ${russianCount(days, "день", "дня", "дней")}.`,
  last: (title, day) => `Последняя статья, ${day}: ${title}`,
  none: (day) => `С самого начала, ${day}, не пришло ни одной.`,
  all: "Больше ничего не приходило: возможно, не работают ленты.",
  rush: (query, n, usual) =>
    `«${query}»: сегодня статей ${n}, обычно в день ${usual} (14 дней до этого и тот же день недели).`,
};

export const exchange: typeof en.exchange = {
  out: (n, path) => `Записано в ${path}: ${n}.`,
  in: (n, path) => `Прочитано из ${path}: ${n}; одноимённое заменено.`,
};

export const hold: typeof en.hold = {
  none: "В этом канале сводка не настроена, приостанавливать нечего.",
  until: (day) => `Приостановлено. Сводка снова придёт с ${day}; раньше — командой daily resume.`,
  paused: "Приостановлено. Чтобы возобновить, напишите daily resume.",
  resumed: "Следующая сводка придёт как обычно.",
  held: (day) => `приостановлено до ${day}`,
  heldOn: "приостановлено до команды daily resume",
  resume: "Возобновить",
};

export const languages: typeof en.languages = { zh: "на китайском", en: "на английском", ru: "на русском" };

export const delivery: typeof en.delivery = {
  late: (when) => `Эта сводка была назначена на ${when}; я был недоступен.`,
  watched: (query, n) => (n === 1 ? `Новое по запросу «${query}»` : `Новое по запросу «${query}»: ${n}`),
  matched: "совпало",
  more: (n) => `и ещё ${n}`,
  goesOn: (title) => `Продолжение: ${title}`,
  added: "новое",
  same: (n) => `Ещё статей без нового: ${n}.`,
  retitled: (now, before) => `Издание изменило заголовок: «${now}» (было «${before}»).`,
  refigured: (title, now, before) =>
    `Издание изменило числа в статье «${title}»: теперь ${now}, было ${before}.`,
  read: "Читать",
  footer: (daily, since) => `Для всех здесь, ${daily}${since === "" ? "" : `, с ${since}`}.`,
  change: "Изменить",
  end: "Остановить",
  stop: "Остановить",
  parked: (query) =>
    `Отслеживать «${query}» больше нельзя: отслеживание остановлено. Настройте его заново, с меньшим числом слов.`,
  refused: (title, reason) =>
    `Я больше не могу писать туда, где вы настроили «${title}»: ${reason}. Там всё приостановлено; когда доступ вернётся, напишите в том канале daily resume.`,
  webhookRefused: (reason) =>
    `Вебхук, который вы настроили для канала, больше ничего не принимает (${reason}), и я его отключил. В самом канале ничего не изменилось; новый вебхук задаётся там командой following --webhook=https://…`,
};

export const unsent: typeof en.unsent = {
  empty: "ничего нового",
  "quiet hours": "тихие часы",
  "duplicate story": "этот сюжет уже был",
  "nothing new in it": "в уже известном сюжете ничего нового",
  paused: "приостановлено: нет права писать туда",
  held: "приостановлено до заданного дня",
  "rate-limited": "платформа просит подождать",
  permission: "платформа не разрешила",
  "too late": "опоздание больше шести часов",
  "no answer": "платформа не отвечает",
  "switched off": "платформа отключена",
  failed: "не удалось составить",
};

export const errors: typeof en.errors = {
  noPages: "Нет страниц, доступных другим. Тот, кто запускает бота, задаёт SCO_WEB_PORT и SCO_PUBLIC_URL.",
  exchangeInShell: "Экспорт и импорт настроек — в консоли того, кто запускает бота: sco settings export FILE",
  nameAFile: "Укажите файл, например: settings export settings.json",
  unusableFile: (path, reason) => `${path} использовать нельзя (${reason}). Ничего не изменено.`,
  noDayToWait: (text) => `«${text}» — не будущий день. Напишите, например, until:2026-06-15`,
  notOfChannel: "Не удалось сохранить: настройка всё время меняется. Повторите.",
  noPublisher: (name) => `Издания «${name}» я не знаю. Все издания: sources`,
  noSign: (name) => `Напишите -${name}, чтобы убрать, +${name}, чтобы вернуть, или all.`,
  tooManyLeftOut: (most) => `Убрать можно не больше ${most} изданий.`,
  noSetting: (text) => `Не понимаю, какая это настройка: «${text}». Например: settings language ru`,
  nameAFileToExport: "Не удалось сохранить: настройка всё время меняется. Повторите.",
  language: "язык",
  audience: "кто видит ответы",
  quiet: "тихие часы",
  choice: "продолжения",
  noSuchValue: (text, what, wanted) => `Настройка «${what}» не может быть «${text}». Напишите: ${wanted}.`,
  onlyChannels: "Тихие часы задаются для канала. Напишите: settings quiet 22:00-07:00 for:channel",
  full: (most) => `В этом канале уже настроено ${most}; сначала остановите что-нибудь из этого.`,
  changedMeanwhile:
    "Кто-то изменил это в тот же момент, поэтому ничего не сохранено. Посмотрите ещё раз и повторите.",
  deadLetters: (n) =>
    `Непригодные записи расписаний, отслеживания или отправок отложены (${n}), остальные работают. Причины покажет sco doctor.`,
  failingWebhooks: (n) =>
    `Вебхуки не принимают отправленное (${n}); попытки продолжаются сутки. Какие — покажет sco doctor.`,
};
