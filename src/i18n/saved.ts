/** The words of saved articles, of lists of hits and of the forms of a search. */
import * as en from "./en/saved.ts";
import * as ru from "./ru/saved.ts";
import { phrases } from "./words.ts";
import * as zh from "./zh/saved.ts";

export const savedArticles = phrases({ en: en.savedArticles, zh: zh.savedArticles, ru: ru.savedArticles });
export const searchForm = phrases({ en: en.searchForm, zh: zh.searchForm, ru: ru.searchForm });
export const searchList = phrases({ en: en.searchList, zh: zh.searchList, ru: ru.searchList });
export const shareForm = phrases({ en: en.shareForm, zh: zh.shareForm, ru: ru.shareForm });
export const elsewhere = phrases({ en: en.elsewhere, zh: zh.elsewhere, ru: ru.elsewhere });
