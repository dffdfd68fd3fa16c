/** The words around every reply. */
import * as en from "./en/inbox.ts";
import * as ru from "./ru/inbox.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/inbox.ts";

export const reply = phrases({ en: en.reply, zh: zh.reply, ru: ru.reply });
export const welcome = phrases({ en: en.welcome, zh: zh.welcome, ru: ru.welcome });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
