/** Why an article or a file of articles cannot be read, in sentences; each names what it wants instead. */
import { BotError, reasonOf } from "../errors.ts";
import type { Words } from "../i18n/words.ts";

export const unreadable = {
  empty: { en: "the file is empty", zh: "文件是空的", ru: "файл пуст" },
  binary: {
    en: "the file is binary, not text",
    zh: "文件是二进制的，不是文本",
    ru: "файл двоичный, а не текстовый",
  },
  notUtf8: {
    en: "the file is not UTF-8; save it as UTF-8",
    zh: "文件不是 UTF-8 编码；请另存为 UTF-8",
    ru: "файл не в UTF-8; сохраните его в UTF-8",
  },
  missing: {
    en: "there is no such file or folder",
    zh: "没有这个文件或文件夹",
    ru: "такого файла или папки нет",
  },
  forbidden: {
    en: "it may not be read by this user",
    zh: "当前用户无权读取",
    ru: "у этого пользователя нет права читать",
  },
  emptyFolder: {
    en: "the folder has no .md, .jsonl or .txt files",
    zh: "文件夹里没有 .md、.jsonl 或 .txt 文件",
    ru: "в папке нет файлов .md, .jsonl или .txt",
  },
  noFrontMatter: {
    en: "it does not begin with front matter (a line of three dashes)",
    zh: "开头没有 front matter（一行三个连字符）",
    ru: "в начале нет front matter (строки из трёх дефисов)",
  },
  openFrontMatter: {
    en: "its front matter does not end with a line of three dashes",
    zh: "front matter 没有以一行三个连字符结束",
    ru: "front matter не закрыт строкой из трёх дефисов",
  },
  noFields: {
    en: "its front matter has no fields",
    zh: "front matter 里没有字段",
    ru: "в front matter нет полей",
  },
  noForm: {
    en: "it is neither JSON Lines, nor Markdown with front matter, nor a topic page",
    zh: "既不是 JSON Lines，也不是带 front matter 的 Markdown，也不是专题页",
    ru: "это не JSON Lines, не Markdown с front matter и не страница темы",
  },
  wholeJson: {
    en: "it is one JSON array or object; write one article a line (JSON Lines)",
    zh: "整个文件是一个 JSON 数组或对象；请每行写一篇文章（JSON Lines）",
    ru: "это один массив или объект JSON; пишите по статье в строке (JSON Lines)",
  },
  notAnObject: {
    en: "it is not an object with a title or a body",
    zh: "不是带有 title 或 body 的对象",
    ru: "это не объект с title или body",
  },
  nothing: {
    en: "it has neither a title nor a body",
    zh: "既没有 title 也没有 body",
    ru: "нет ни title, ни body",
  },
  noTitle: { en: "it has no title", zh: "没有标题（title）", ru: "нет заголовка (title)" },
  noBody: { en: "it has no text (body)", zh: "没有正文（body）", ru: "нет текста (body)" },
  unknownField: (field: string, known: string) => ({
    en: `its field “${field}” means nothing here and was left out; known are ${known}`,
    zh: `不认识字段“${field}”，已忽略；可用的字段：${known}`,
    ru: `поле «${field}» здесь неизвестно и пропущено; известны: ${known}`,
  }),
  otherFile: {
    en: "it is no .md, .json, .jsonl or .txt file and was left out",
    zh: "不是 .md、.json、.jsonl 或 .txt 文件，已略过",
    ru: "это не файл .md, .json, .jsonl или .txt; он пропущен",
  },
  tooLarge: (megabytes: number) => ({
    en: `it is larger than ${megabytes} MB; split it`,
    zh: `文件大于 ${megabytes} MB；请拆分`,
    ru: `файл больше ${megabytes} МБ; разделите его`,
  }),
  notJson: (start: string) => ({
    en: `the line is not JSON (it begins ${start})`,
    zh: `这一行不是 JSON（开头是 ${start}）`,
    ru: `строка — не JSON (начинается с ${start})`,
  }),
  notYaml: (why: string) => ({
    en: `its front matter is not YAML: ${why}`,
    zh: `front matter 不是 YAML：${why}`,
    ru: `front matter — не YAML: ${why}`,
  }),
  repeated: (id: string) => ({
    en: `it is the article ${id} once more; it is kept once`,
    zh: `与文章 ${id} 相同，只保留一次`,
    ru: `это снова статья ${id}; она сохраняется один раз`,
  }),
  taken: (id: string) => ({
    en: `its id "${id}" belongs to an earlier article`,
    zh: `编号“${id}”已属于前面的一篇文章`,
    ru: `номер «${id}» уже у более ранней статьи`,
  }),
  takenBy: (id: string, title: string) => ({
    en: `its id "${id}" belongs to another article: ${title}`,
    zh: `编号“${id}”属于另一篇文章：${title}`,
    ru: `номер «${id}» принадлежит другой статье: ${title}`,
  }),
  noDate: (written: string) => ({
    en: `its date "${written}" is not one; write it like 2025-05-25T22:13:00Z`,
    zh: `“${written}”不是日期；请写成 2025-05-25T22:13:00Z 这样`,
    ru: `«${written}» — не дата; пишите так: 2025-05-25T22:13:00Z`,
  }),
  wrongField: (field: string, got: string, wants: Words) => ({
    en: `its ${field} is ${got}; it wants ${wants.en}`,
    zh: `${field} 是 ${got}；应为：${wants.zh}`,
    ru: `${field}: ${got}, а нужно: ${wants.ru}`,
  }),
} as const satisfies Record<string, Words | ((...details: never[]) => Words)>;

/** What a field wants that got something else. */
export function wants(field: string, most?: number): Words {
  if (most !== undefined)
    return {
      en: `at most ${most} characters`,
      zh: `最多 ${most} 个字符`,
      ru: `не больше ${most} знаков`,
    };
  return (Object.hasOwn(WANTS, field) ? WANTS[field] : undefined) ?? { en: "text", zh: "文本", ru: "текст" };
}

const LIST: Words = { en: "a list", zh: "列表", ru: "список" };
const WANTS: Readonly<Record<string, Words>> = {
  id: {
    en: "an id of 1 to 64 letters, digits and . _ : -",
    zh: "由 1 到 64 个字母、数字或 . _ : - 组成的编号",
    ru: "номер из 1–64 букв, цифр и знаков . _ : -",
  },
  url: {
    en: "an address that begins with http:// or https:// and has no password in it",
    zh: "以 http:// 或 https:// 开头、不含密码的网址",
    ru: "адрес, который начинается с http:// или https://, без пароля",
  },
  published: {
    en: "a date such as 2025-05-25T22:13:00Z",
    zh: "2025-05-25T22:13:00Z 这样的日期",
    ru: "дата вида 2025-05-25T22:13:00Z",
  },
  kind: {
    en: "one of article, excerpt, summary",
    zh: "article、excerpt、summary 之一",
    ru: "article, excerpt или summary",
  },
  copies: LIST,
  formerTitles: LIST,
};

/** What was wrong, after its place: `a.jsonl:3: the line is not JSON`. */
export function faultAt(place: string, { en, zh, ru }: Words): Words {
  return { en: `${place}: ${en}`, zh: `${place}：${zh}`, ru: `${place}: ${ru}` };
}

/** The words of whatever was thrown while reading; what others throw is told as it is, in a line. */
export function whyUnreadable(thrown: unknown): Words {
  if (thrown instanceof BotError) return thrown.words;
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === "ENOENT") return unreadable.missing;
  if (code === "EACCES") return unreadable.forbidden;
  const [why = ""] = reasonOf(thrown).split("\n");
  return { en: why, zh: why, ru: why };
}
