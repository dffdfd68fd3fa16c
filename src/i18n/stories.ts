/** The words of stories, briefs, comparisons and quotations. */
import * as en from "./en/stories.ts";
import * as ru from "./ru/stories.ts";
import { phrases } from "./words.ts";
import * as zh from "./zh/stories.ts";

export const brief = phrases({ en: en.brief, zh: zh.brief, ru: ru.brief });
export const comparison = phrases({ en: en.comparison, zh: zh.comparison, ru: ru.comparison });
export const news = phrases({ en: en.news, zh: zh.news, ru: ru.news });
export const stories = phrases({ en: en.stories, zh: zh.stories, ru: ru.stories });
export const quotes = phrases({ en: en.quotes, zh: zh.quotes, ru: ru.quotes });
export const summary = phrases({ en: en.summary, zh: zh.summary, ru: ru.summary });
