/** The words about a translated headline. */
import * as en from "./en/translate.ts";
import * as ru from "./ru/translate.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/translate.ts";

export const translation = phrases({ en: en.translation, zh: zh.translation, ru: ru.translation });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
