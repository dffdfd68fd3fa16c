/** The words of times, days and zones, in Chinese. */
import type * as en from "../en/times.ts";

export const errors: typeof en.errors = {
  noTime: (text) => `“${text}”不是一个时间。请写成 09:00 或 21:30；daily off 可停止。`,
  noDays: (text) => `“${text}”不是星期几。请写成 mon-fri、周一至周五 或 all。`,
  everyDay: "每天",
  noZone: (shown) => `不认识时区“${shown}”。请写成 Asia/Shanghai、Europe/Moscow 这样的名称。`,
};
