/** The words of the state, in English. */

/** What went wrong, and what to do. */
export const errors = {
  notUnsigned: "Not everything could be forgotten, as it keeps changing. Try again.",
  unwritable: (file: string) =>
    `This could not be saved: ${file} cannot be written. Check the disk and SCO_DATA_DIR, then try again.`,
  unreadable: (file: string) => `The saved settings cannot be read from ${file}. Check its permissions.`,
  folderTaken: (who: string, folder: string) =>
    `This could not be saved: another sco-bot (process ${who}) is running with ${folder}. Change it in its chat, or stop it first.`,
  redisAway: "Redis does not answer: settings cannot be saved and deliveries wait; search and reading go on.",
  redisRefuses: (code: string) =>
    `Redis refuses (${code}): settings cannot be saved and deliveries wait; search and reading go on.`,
  brokenJournal: (fault: string) => `Settings may not be saved. ${fault}`,
  away: "The bot's memory (Redis) does not answer, so this could not be saved or looked up. Try again in a minute.",
  refuses: (code: string) =>
    `The bot's memory (Redis) refuses this (${code}), so it could not be saved or looked up. Whoever runs the bot finds the reason with: sco doctor`,
  badRedisUrl: (forms: string) => `REDIS_URL cannot be read. Accepted forms: ${forms}.`,
};
