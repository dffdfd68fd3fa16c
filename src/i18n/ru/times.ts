/** The words of times, days and zones, in Russian. */
import type * as en from "../en/times.ts";

export const errors: typeof en.errors = {
  noTime: (text) => `«${text}» — не время суток. Напишите 09:00 или 21:30; daily off отключает.`,
  noDays: (text) => `«${text}» — не дни недели. Напишите mon-fri, пн,ср,пт или all.`,
  everyDay: "ежедневно",
  noZone: (shown) =>
    `Не знаю часового пояса «${shown}». Напишите, например, Asia/Shanghai или Europe/Moscow.`,
};
