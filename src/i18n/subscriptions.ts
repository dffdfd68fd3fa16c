/** The words of summaries, watches and other things that a channel follows. */
import * as en from "./en/subscriptions.ts";
import * as ru from "./ru/subscriptions.ts";
import { phrases } from "./words.ts";
import * as zh from "./zh/subscriptions.ts";

export const channelFeed = phrases({ en: en.channelFeed, zh: zh.channelFeed, ru: ru.channelFeed });
export const daily = phrases({ en: en.daily, zh: zh.daily, ru: ru.daily });
export const following = phrases({ en: en.following, zh: zh.following, ru: ru.following });
export const leaveOut = phrases({ en: en.leaveOut, zh: zh.leaveOut, ru: ru.leaveOut });
export const list = phrases({ en: en.list, zh: zh.list, ru: ru.list });
export const meansNothing = phrases({ en: en.meansNothing, zh: zh.meansNothing, ru: ru.meansNothing });
export const own = phrases({ en: en.own, zh: zh.own, ru: ru.own });
export const paused = phrases({ en: en.paused, zh: zh.paused, ru: ru.paused });
export const watch = phrases({ en: en.watch, zh: zh.watch, ru: ru.watch });
export const webhook = phrases({ en: en.webhook, zh: zh.webhook, ru: ru.webhook });
