/** What a person is told when a source of translations cannot be read. */
import type { Words } from "../i18n/words.ts";

export type SourceName = "glossary" | "dictionary";

/** What works less well, and what to do. */
export const MISSING: Readonly<Record<SourceName, Words>> = {
  glossary: {
    en: "The glossary (corpus/glossary.tsv) cannot be read: names are not found across languages.",
    zh: "无法读取术语表（corpus/glossary.tsv）：名称不能跨语言检索。",
    ru: "Не читается глоссарий (corpus/glossary.tsv): названия не ищутся на других языках.",
  },
  dictionary: {
    en: "There is no compiled dictionary (npm run build makes it): search reads each language by itself.",
    zh: "没有编译好的词典（可运行 npm run build 生成）：搜索暂不能跨语言。",
    ru: "Нет собранного словаря (его делает npm run build): поиск идёт только на языке запроса.",
  },
};
