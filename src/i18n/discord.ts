/** The words of Discord. */
import * as en from "./en/discord.ts";
import * as ru from "./ru/discord.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/discord.ts";

export const discord = phrases({ en: en.discord, zh: zh.discord, ru: ru.discord });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
export const PERMISSION_NAMES = sentences({
  en: en.PERMISSION_NAMES,
  zh: zh.PERMISSION_NAMES,
  ru: ru.PERMISSION_NAMES,
});
