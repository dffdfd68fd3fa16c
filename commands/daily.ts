/** `daily 09:00`: a summary every day at a time, in the channel's zone; `daily` shows, `daily off` stops. */
import { command } from "../src/command.ts";
import { LOCALES } from "../src/i18n/words.ts";

export const daily = command({
  name: "daily",
  group: "follow",
  aliases: ["每日", "ежедневно", "schedule"],
  about: {
    en: "A summary in this channel at a set time",
    zh: "每天定时在本频道发送摘要",
    ru: "Сводка в этом канале в заданное время",
  },
  options: {
    time: {
      kind: "text",
      rest: true,
      suggest: () => ["08:00", "09:00", "12:00", "18:00", "off", "pause", "resume"],
      about: {
        en: "When, such as 09:00; off stops; nothing shows what is set",
        zh: "时间，如 09:00；off 停止；留空则查看",
        ru: "Когда, например 09:00; off — остановить; пусто — показать",
      },
    },
    zone: {
      kind: "text",
      named: true,
      suggest: async (typed) => (await import("../src/delivery/suggest-zones.ts")).suggestZones(typed),
      about: {
        en: "Time zone, such as Asia/Shanghai",
        zh: "时区，如 Asia/Shanghai",
        ru: "Часовой пояс, например Europe/Moscow",
      },
    },
    days: {
      kind: "text",
      named: true,
      suggest: () => ["all", "mon-fri", "weekend", "mon,wed,fri"],
      about: { en: "Days, such as mon-fri", zh: "星期，如 mon-fri", ru: "Дни, например mon-fri" },
    },
    topic: {
      kind: "text",
      named: true,
      about: {
        en: "Only what matches this search",
        zh: "只包含符合此搜索的文章",
        ru: "Только то, что подходит под запрос",
      },
    },
    lang: {
      kind: "choice",
      choices: LOCALES,
      named: true,
      about: { en: "Language of the summary", zh: "摘要的语言", ru: "Язык сводки" },
    },
    empty: {
      kind: "choice",
      choices: ["skip", "say"],
      named: true,
      about: {
        en: "When nothing is new: skip it or say so",
        zh: "没有新内容时：跳过或说明",
        ru: "Если нового нет: пропустить или сказать",
      },
    },
    until: {
      kind: "text",
      named: true,
      about: {
        en: "With pause: the day on which it comes again",
        zh: "与 pause 合用：恢复发送的日期",
        ru: "Вместе с pause: день, с которого сводка приходит снова",
      },
    },
  },
  examples: ["daily 09:00", "daily 18:30 zone:Asia/Shanghai days:mon-fri", "daily", "daily off"],
  personal: true,
  async run(args, ctx) {
    const { daily: run } = await import("../src/delivery/daily.ts");
    return run(args, ctx);
  },
  async form(args, ctx) {
    return (await import("../src/delivery/forms.ts")).dailyForm(args, ctx);
  },
});
