/** One entry of the list of feeds: what may stand in it, and what is said of one that is wrong. */
import * as z from "zod";
import type { Words } from "../i18n/words.ts";
import { isZone } from "../time.ts";

const path = z.string().regex(/^\S.{0,300}$/, "path");

export const entry = z.object({
  // An address with a name and password is refused when it is fetched, and the list is shown to everybody.
  url: z
    .url({ protocol: /^https?$/, error: "address" })
    .refine((url) => !/^[^:]+:\/+[^/?#]*@/.test(url), "open"),
  /** Any name of a publisher of corpus/sources.json, or another name. */
  publisher: z.string().min(1).optional(),
  /** Other lists call it this. */
  name: z.string().min(1).optional(),
  pack: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,29}$/, "pack")
    .optional(),
  language: z.enum(["zh", "en", "ru"], "language").optional(),
  zone: z.string().refine(isZone, "zone").optional(),
  clock: z.enum(["local", "stated"], "clock").optional(),
  filter: z.string().optional(),
  links: z.string().optional(),
  pages: z.boolean("truth").default(true),
  keep: z.enum(["excerpt", "full"], "keep").default("full"),
  robots: z.boolean("truth").default(true),
  archive: z.boolean("truth").default(false),
  agent: z
    .string()
    .regex(/^[\x20-\x7e]{1,200}$/, "agent")
    .optional(),
  mapping: z
    .strictObject(
      {
        items: path.default("$"),
        title: path,
        url: path.optional(),
        date: path.optional(),
        text: path.optional(),
        id: path.optional(),
      },
      "mapping",
    )
    .optional(),
  guess: z.boolean("truth").default(false),
  grade: z.string().max(20).optional(),
  remark: z.string().max(500).optional(),
});
export type Entry = z.output<typeof entry>;

/** What an entry wants, by the word that the schema fails with. */
const WANTS: Readonly<Record<string, Words>> = {
  address: {
    en: "an address that begins with http:// or https://",
    zh: "以 http:// 或 https:// 开头的网址",
    ru: "адрес, который начинается с http:// или https://",
  },
  open: {
    en: "an address without a user name and password",
    zh: "不含用户名和密码的网址",
    ru: "адрес без имени пользователя и пароля",
  },
  pack: {
    en: "a word of small Latin letters such as core",
    zh: "小写拉丁字母的名称，如 core",
    ru: "слово строчными латинскими буквами, например core",
  },
  language: { en: "one of zh, en, ru", zh: "zh、en、ru 之一", ru: "zh, en или ru" },
  zone: {
    en: "a time zone such as Asia/Shanghai",
    zh: "Asia/Shanghai 这样的时区",
    ru: "часовой пояс, например Asia/Shanghai",
  },
  clock: {
    en: "local (believe the hour, not the offset) or stated",
    zh: "local（只信钟点，不信时区偏移）或 stated",
    ru: "local (верить часам, а не смещению) или stated",
  },
  keep: { en: "excerpt or full", zh: "excerpt 或 full", ru: "excerpt или full" },
  agent: {
    en: "a User-Agent of at most 200 plain characters",
    zh: "不超过 200 个普通字符的 User-Agent",
    ru: "User-Agent не длиннее 200 обычных знаков",
  },
  mapping: {
    en: "title, and perhaps items, url, date, text and id, each with a path such as $.data.list",
    zh: "title，可加 items、url、date、text、id，各写一个路径，如 $.data.list",
    ru: "title и, если надо, items, url, date, text, id — у каждого путь вида $.data.list",
  },
  path: { en: "a path such as $.data.list", zh: "路径，如 $.data.list", ru: "путь вида $.data.list" },
  truth: { en: "true or false", zh: "true 或 false", ru: "true или false" },
};
const TEXT: Words = { en: "text", zh: "文本", ru: "текст" };

/** What is wrong with the entry of this number, counted from 1. */
export function wrongEntry(number: number, { path: at, message }: z.core.$ZodIssue): Words {
  const field = at.join(".") || "url";
  const { en, zh, ru } = WANTS[at.length === 0 ? "address" : message] ?? TEXT;
  return {
    en: `feed ${number}: ${field} wants ${en}`,
    zh: `第 ${number} 个订阅源：${field} 应为：${zh}`,
    ru: `лента ${number}: ${field} — нужно: ${ru}`,
  };
}
