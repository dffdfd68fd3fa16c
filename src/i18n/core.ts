/** The words that every room may need. */
import * as en from "./en/core.ts";
import * as ru from "./ru/core.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/core.ts";

export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
