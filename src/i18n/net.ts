/** The words of what cannot be fetched. */
import * as en from "./en/net.ts";
import * as ru from "./ru/net.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/net.ts";

export const REFUSALS = sentences({ en: en.REFUSALS, zh: zh.REFUSALS, ru: ru.REFUSALS });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
