/** The words of times, days and zones, in English. */

/** What went wrong, and what to do. */
export const errors = {
  noTime: (text: string) => `“${text}” is not a time of day. Write it as 09:00 or 21:30; daily off stops it.`,
  noDays: (text: string) => `“${text}” are no days of the week. Write mon-fri, or mon,wed,fri, or all.`,
  everyDay: "every day",
  noZone: (shown: string) =>
    `I do not know the time zone “${shown}”. Write one such as Asia/Shanghai or Europe/Moscow.`,
};
