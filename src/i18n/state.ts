/** The words of the state. */
import * as en from "./en/state.ts";
import * as ru from "./ru/state.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/state.ts";

export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
