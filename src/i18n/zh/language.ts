/** The words of the language room, in Chinese. */
import type * as en from "../en/language.ts";

export const missing: typeof en.missing = {
  glossary: "无法读取术语表（corpus/glossary.tsv）：名称不能跨语言检索。",
  dictionary: "没有编译好的词典（可运行 npm run build 生成）：搜索暂不能跨语言。",
};

export const errors: typeof en.errors = {
  tooLarge: "大于 2 MB",
  unreadableGlossary: (path, reason) => `SCO_GLOSSARY：无法读取 ${path}：${reason}。`,
  badGlossaryLine: (line, path) =>
    `SCO_GLOSSARY：${path} 第 ${line} 行未采用。每行须用制表符分隔：类别（body、document、person、place、event、idea、media、term）、中文名、英文名、俄文名、拼音；名称可以留空，但不能三种语言都空。`,
};
