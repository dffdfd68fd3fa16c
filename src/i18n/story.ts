/** The words of one story. */
import * as en from "./en/story.ts";
import * as ru from "./ru/story.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/story.ts";

export const story = phrases({ en: en.story, zh: zh.story, ru: ru.story });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
