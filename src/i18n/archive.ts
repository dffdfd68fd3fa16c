/** The words about the archive. */
import * as en from "./en/archive.ts";
import * as ru from "./ru/archive.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/archive.ts";

export const archive = phrases({ en: en.archive, zh: zh.archive, ru: ru.archive });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
