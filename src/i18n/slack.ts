/** The words of Slack. */
import * as en from "./en/slack.ts";
import * as ru from "./ru/slack.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/slack.ts";

export const slack = phrases({ en: en.slack, zh: zh.slack, ru: ru.slack });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
export const BARRED = sentences({ en: en.BARRED, zh: zh.BARRED, ru: ru.BARRED });
