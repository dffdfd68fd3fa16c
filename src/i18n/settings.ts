/** The words of a channel's settings and its forms. */
import * as en from "./en/settings.ts";
import * as ru from "./ru/settings.ts";
import { phrases } from "./words.ts";
import * as zh from "./zh/settings.ts";

export const forms = phrases({ en: en.forms, zh: zh.forms, ru: ru.forms });
export const settings = phrases({ en: en.settings, zh: zh.settings, ru: ru.settings });
