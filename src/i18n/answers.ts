/** The words of answers. */
import * as en from "./en/answers.ts";
import * as ru from "./ru/answers.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/answers.ts";

export const answer = phrases({ en: en.answer, zh: zh.answer, ru: ru.answer });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
