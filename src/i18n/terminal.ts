/** The words of the terminal. */
import * as en from "./en/terminal.ts";
import * as ru from "./ru/terminal.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/terminal.ts";

export const chat = phrases({ en: en.chat, zh: zh.chat, ru: ru.chat });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
