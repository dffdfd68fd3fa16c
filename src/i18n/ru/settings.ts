/** The words of a channel's settings and its forms, in Russian. */
import type * as en from "../en/settings.ts";

export const forms: typeof en.forms = {
  daily: "Ежедневная сводка",
  watch: "Отслеживание",
  submit: "Настроить",
  cancel: "Отмена",
  time: "Время",
  timeHint: "По часам выбранного пояса, например 09:00",
  days: "Дни",
  zone: "Часовой пояс",
  zoneHint: "Город или пояс, например Москва или Europe/Moscow",
  topic: "Тема",
  topicHint: "Только то, что подходит под запрос; пусто — обо всём",
  lang: "Язык сводки",
  languages: { en: "английский", zh: "китайский", ru: "русский" },
  empty: "Если нового нет",
  empties: { skip: "Ничего не присылать", say: "Сообщить об этом" },
  channel: "Канал",
  query: "За чем следить",
  queryHint: "Как в поиске",
  nothing: "Напишите, за чем следить, например: энергетика Центральной Азии",
  every: "Не чаще одного сообщения в",
  minutes: (n) => (n % 60 === 0 ? `${n / 60} ч` : `${n} мин`),
};

export const settings: typeof en.settings = {
  title: "Настройки",
  head: ["", "для вас", "для канала"],
  names: {
    language: "язык",
    zone: "часовой пояс",
    quiet: "тихие часы",
    audience: "ответы видят",
    followups: "отвечает без упоминания",
  },
  unset: "–",
  me: "только вы",
  channel: "все в канале",
  off: "нет",
  hint: "Изменить: settings language ru · settings zone Europe/Moscow · settings quiet 22:00-07:00 for:channel · settings sources -tass",
  saved: (name, value, whom) => `Сохранено ${whom}: ${name} — ${value}.`,
  cleared: (name, whom) => `Сохранено ${whom}: ${name} больше не задано.`,
  whom: { me: "для вас", channel: "для канала" },
  hushed: (times) => `Сводка в ${times} попадает в эти часы и не придёт.`,
};
