/** The words of webhooks. */
import * as en from "./en/webhooks.ts";
import * as ru from "./ru/webhooks.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/webhooks.ts";

export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
