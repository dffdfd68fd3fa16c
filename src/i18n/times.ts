/** The words of times, days and zones. */
import * as en from "./en/times.ts";
import * as ru from "./ru/times.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/times.ts";

export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
