/** The words of how fresh the feeds are. */
import * as en from "./en/freshness.ts";
import * as ru from "./ru/freshness.ts";
import { phrases } from "./words.ts";
import * as zh from "./zh/freshness.ts";

export const freshness = phrases({ en: en.freshness, zh: zh.freshness, ru: ru.freshness });
export const examine = phrases({ en: en.examine, zh: zh.examine, ru: ru.examine });
