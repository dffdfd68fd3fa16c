/** The words of what is posted, and of what is not. */
import * as en from "./en/delivery.ts";
import * as ru from "./ru/delivery.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/delivery.ts";

export const alarm = phrases({ en: en.alarm, zh: zh.alarm, ru: ru.alarm });
export const alerts = phrases({ en: en.alerts, zh: zh.alerts, ru: ru.alerts });
export const exchange = phrases({ en: en.exchange, zh: zh.exchange, ru: ru.exchange });
export const hold = phrases({ en: en.hold, zh: zh.hold, ru: ru.hold });
export const languages = phrases({ en: en.languages, zh: zh.languages, ru: ru.languages });
export const delivery = phrases({ en: en.delivery, zh: zh.delivery, ru: ru.delivery });
export const unsent = phrases({ en: en.unsent, zh: zh.unsent, ru: ru.unsent });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
