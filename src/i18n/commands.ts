/** The words of single commands. */
import * as en from "./en/commands.ts";
import * as ru from "./ru/commands.ts";
import { phrases, sentences } from "./words.ts";
import * as zh from "./zh/commands.ts";

export const articles = phrases({ en: en.articles, zh: zh.articles, ru: ru.articles });
export const ask = phrases({ en: en.ask, zh: zh.ask, ru: ru.ask });
export const coverage = phrases({ en: en.coverage, zh: zh.coverage, ru: ru.coverage });
export const discordRegister = phrases({
  en: en.discordRegister,
  zh: zh.discordRegister,
  ru: ru.discordRegister,
});
export const doctor = phrases({ en: en.doctor, zh: zh.doctor, ru: ru.doctor });
export const exporting = phrases({ en: en.exporting, zh: zh.exporting, ru: ru.exporting });
export const feedback = phrases({ en: en.feedback, zh: zh.feedback, ru: ru.feedback });
export const feeds = phrases({ en: en.feeds, zh: zh.feeds, ru: ru.feeds });
export const fetch = phrases({ en: en.fetch, zh: zh.fetch, ru: ru.fetch });
export const forget = phrases({ en: en.forget, zh: zh.forget, ru: ru.forget });
export const help = phrases({ en: en.help, zh: zh.help, ru: ru.help });
export const importing = phrases({ en: en.importing, zh: zh.importing, ru: ru.importing });
export const latest = phrases({ en: en.latest, zh: zh.latest, ru: ru.latest });
export const read = phrases({ en: en.read, zh: zh.read, ru: ru.read });
export const related = phrases({ en: en.related, zh: zh.related, ru: ru.related });
export const say = phrases({ en: en.say, zh: zh.say, ru: ru.say });
export const search = phrases({ en: en.search, zh: zh.search, ru: ru.search });
export const sources = phrases({ en: en.sources, zh: zh.sources, ru: ru.sources });
export const status = phrases({ en: en.status, zh: zh.status, ru: ru.status });
export const trends = phrases({ en: en.trends, zh: zh.trends, ru: ru.trends });
export const why = phrases({ en: en.why, zh: zh.why, ru: ru.why });
export const errors = sentences({ en: en.errors, zh: zh.errors, ru: ru.errors });
