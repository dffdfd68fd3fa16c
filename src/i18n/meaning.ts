/** The words of closeness in meaning. */
import * as en from "./en/meaning.ts";
import * as ru from "./ru/meaning.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/meaning.ts";

export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
