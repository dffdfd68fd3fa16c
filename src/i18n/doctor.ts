/** The words of `doctor`: what it finds in each part of an installation. */
import * as en from "./en/doctor.ts";
import * as ru from "./ru/doctor.ts";
import { sentences } from "./words.ts";
import * as zh from "./zh/doctor.ts";

export const installation = sentences({ en: en.installation, zh: zh.installation, ru: ru.installation });
export const clock = sentences({ en: en.clock, zh: zh.clock, ru: ru.clock });
export const redis = sentences({ en: en.redis, zh: zh.redis, ru: ru.redis });
export const channels = sentences({ en: en.channels, zh: zh.channels, ru: ru.channels });
export const webhooks = sentences({ en: en.webhooks, zh: zh.webhooks, ru: ru.webhooks });
export const feeds = sentences({ en: en.feeds, zh: zh.feeds, ru: ru.feeds });
export const engine = sentences({ en: en.engine, zh: zh.engine, ru: ru.engine });
export const slack = sentences({ en: en.slack, zh: zh.slack, ru: ru.slack });
export const discord = sentences({ en: en.discord, zh: zh.discord, ru: ru.discord });
