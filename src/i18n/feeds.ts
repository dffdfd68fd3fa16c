/** The words about feeds. */
import * as en from "./en/feeds.ts";
import * as ru from "./ru/feeds.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/feeds.ts";

export const feeds = phrases({ en: en.feeds, zh: zh.feeds, ru: ru.feeds });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
export const entryWants = sentences({ en: en.entryWants, zh: zh.entryWants, ru: ru.entryWants });
export const PROBLEMS = sentences({ en: en.PROBLEMS, zh: zh.PROBLEMS, ru: ru.PROBLEMS });
