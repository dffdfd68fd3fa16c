/** The words of the measurements. */
import * as en from "./en/eval.ts";
import * as ru from "./ru/eval.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/eval.ts";

export const answers = phrases({ en: en.answers, zh: zh.answers, ru: ru.answers });
export const sayings = phrases({ en: en.sayings, zh: zh.sayings, ru: ru.sayings });
export const search = phrases({ en: en.search, zh: zh.search, ru: ru.search });
export const sheet = phrases({ en: en.sheet, zh: zh.sheet, ru: ru.sheet });
export const stories = phrases({ en: en.stories, zh: zh.stories, ru: ru.stories });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
