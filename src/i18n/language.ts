/** The words of the language room. */
import * as en from "./en/language.ts";
import * as ru from "./ru/language.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/language.ts";

export const missing = sentences({ en: en.missing, zh: zh.missing, ru: ru.missing });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
