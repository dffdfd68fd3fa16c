/** The words of small talk. */
import * as en from "./en/small-talk.ts";
import * as ru from "./ru/small-talk.ts";
import { phrases } from "./words.ts";
import * as zh from "./zh/small-talk.ts";

export const smallTalk = phrases({ en: en.smallTalk, zh: zh.smallTalk, ru: ru.smallTalk });
