/** The words of operation. */
import * as en from "./en/ops.ts";
import * as ru from "./ru/ops.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/ops.ts";

export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
