/** The words of the page itself; everything else on it is the bot's reply. */
import * as en from "./en/reading-room.ts";
import * as ru from "./ru/reading-room.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/reading-room.ts";

export const words = phrases({ en: en.page, zh: zh.page, ru: ru.page });

/** What each language calls itself. */
export const OWN_NAMES = { zh: "中文", en: "English", ru: "Русский" } as const;
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
