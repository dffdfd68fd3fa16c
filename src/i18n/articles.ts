/** The words around articles and hits. */
import * as en from "./en/articles.ts";
import * as ru from "./ru/articles.ts";
import { phrases } from "./words.ts";
import * as zh from "./zh/articles.ts";

export const hits = phrases({ en: en.hits, zh: zh.hits, ru: ru.hits });
export const links = phrases({ en: en.links, zh: zh.links, ru: ru.links });
export const article = phrases({ en: en.article, zh: zh.article, ru: ru.article });
export const remarks = phrases({ en: en.remarks, zh: zh.remarks, ru: ru.remarks });
