/** The words of Discord, in Russian. */
import type * as en from "../en/discord.ts";

export const discord: typeof en.discord = {
  noFile: "Отправить файл здесь нельзя (он слишком велик или нет права «Прикреплять файлы»). Вот текст:",
  inDirect: "Ответ только для вас, я прислал его в личные сообщения.",
  gone: "Эта кнопка слишком старая: её поиск больше не хранится. Повторите команду.",
  shared: "Этим уже поделились.",
  role: "Это моя роль. Упомяните меня самого: после @ выберите строку с моей картинкой. Или напишите /sco.",
  posted: "Опубликовано.",
  mute: "В том канале вам писать нельзя, поэтому там ничего не опубликовано.",
  correct: "Исправить",
  broken: "Ответ не удалось показать здесь. Попробуйте ещё раз.",
  missing: (permission) =>
    `Я не могу писать в этот канал: нет права «${permission}». Дайте его боту в настройках канала.`,
  unseen: "Я не вижу этот канал. Добавьте бота на сервер и дайте ему там право «Просматривать канал».",
  unfit: "В этот канал нельзя писать сообщения. Выберите текстовый канал или публикацию в нём.",
};

export const errors: typeof en.errors = {
  right: (right, role) => `право «${right}»${role ? ` или роль «${role}»` : ""}`,
  badShards: "Discord не принимает такое число шардов; уберите DISCORD_SHARDS или задайте auto.",
  badProgram: (reason) =>
    `Discord не даёт этой версии sco-bot подключиться (${reason}). Привилегированные intents ей не нужны; попробуйте обновить программу.`,
  badToken:
    "Discord не принимает DISCORD_TOKEN; скопируйте токен бота заново: https://discord.com/developers/applications (Bot, Reset Token).",
  notInServer: (server) =>
    `Бота нет на сервере ${server}, или его пригласили без applications.commands. Пригласите его снова.`,
  notTaken: (reason) => `Discord не смог принять команды (${reason}). Попробуйте позже.`,
  about: "Новости о Шанхайской организации сотрудничества",
  notOurs:
    "В этот разговор я писать не могу, поэтому настроить здесь ничего нельзя. Напишите мне лично или на сервере, где я есть.",
};

export const PERMISSION_NAMES: typeof en.PERMISSION_NAMES = {
  ViewChannel: "Просматривать канал",
  SendMessages: "Отправлять сообщения",
  SendMessagesInThreads: "Отправлять сообщения в ветках",
  EmbedLinks: "Встраивать ссылки",
  ManageChannels: "Управлять каналами",
};
