/** The words of articles that cannot be read, kept or found. */
import * as en from "./en/library.ts";
import * as ru from "./ru/library.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/library.ts";

export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
export const UNREADABLE = sentences({ en: en.UNREADABLE, zh: zh.UNREADABLE, ru: ru.UNREADABLE });
export const fieldWants = sentences({ en: en.fieldWants, zh: zh.fieldWants, ru: ru.fieldWants });
