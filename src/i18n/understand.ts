/** The words of what the bot understood. */
import * as en from "./en/understand.ts";
import * as ru from "./ru/understand.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/understand.ts";

export const confirm = phrases({ en: en.confirm, zh: zh.confirm, ru: ru.confirm });
export const QUESTIONS = sentences({ en: en.QUESTIONS, zh: zh.QUESTIONS, ru: ru.QUESTIONS });
export const NOTES = sentences({ en: en.NOTES, zh: zh.NOTES, ru: ru.NOTES });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
