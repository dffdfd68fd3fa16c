/** What is wrong with a feed or one of its items, as sentences that say what was done about it. */
import type { Words } from "../i18n/words.ts";

const SENTENCES = {
  broken: () => ({
    en: "The feed's markup is broken; what could be read was read",
    zh: "订阅源的标记有误；能读取的内容已读取",
    ru: "Разметка ленты повреждена; прочитано всё, что удалось",
  }),
  truncated: () => ({
    en: "The feed breaks off before its end",
    zh: "订阅源不完整，中途中断",
    ru: "Лента обрывается до конца",
  }),
  junk: () => ({
    en: "There is something before or after the feed that does not belong to it; it is ignored",
    zh: "订阅源前后有不属于它的内容，已忽略",
    ru: "До или после ленты есть лишнее; оно пропущено",
  }),
  entities: () => ({
    en: "The feed declares entities of its own; they are not expanded",
    zh: "订阅源声明了自己的实体，不予展开",
    ru: "Лента объявляет собственные сущности; они не раскрываются",
  }),
  encoding: (what: string) => ({
    en: `The feed says it is ${what}, which is not true; the right encoding was found`,
    zh: `订阅源声称编码为 ${what}，但并非如此；已找到正确的编码`,
    ru: `Лента объявляет кодировку ${what}, но это не так; найдена верная`,
  }),
  empty: () => ({
    en: "The feed has no items",
    zh: "订阅源没有条目",
    ru: "В ленте нет записей",
  }),
  tooMany: (what: string) => ({
    en: `Only the first ${what} items were read`,
    zh: `只读取了前 ${what} 条`,
    ru: `Прочитаны только первые ${what} записей`,
  }),
  tooDense: () => ({
    en: "The feed has more markup than text; only its beginning was read",
    zh: "订阅源的标记过多，只读取了开头部分",
    ru: "В ленте слишком много разметки; прочитано только её начало",
  }),
  index: (what: string) => ({
    en: `The page has no feed; its links like ${what} were read instead`,
    zh: `该页面没有订阅源；已改为读取形如 ${what} 的链接`,
    ru: `У страницы нет ленты; вместо неё прочитаны ссылки вида ${what}`,
  }),
  unreadable: () => ({
    en: "The item's markup could not be read; it is left out",
    zh: "该条目的标记无法读取，已略过",
    ru: "Разметку записи прочитать не удалось; она пропущена",
  }),
  mended: () => ({
    en: "The item's markup is broken; it was mended and may lack something",
    zh: "该条目的标记有误，已修补，可能缺少部分内容",
    ru: "Разметка записи повреждена; она исправлена, что-то могло пропасть",
  }),
  nothing: () => ({
    en: "The item has neither a title nor a text; it would not be kept",
    zh: "该条目既无标题也无正文，不会保留",
    ru: "У записи нет ни заголовка, ни текста; она не сохраняется",
  }),
  noLink: () => ({
    en: "The item has no link; it would be kept without one",
    zh: "该条目没有链接，保留时也不带链接",
    ru: "У записи нет ссылки; она сохраняется без неё",
  }),
  badLink: (what: string) => ({
    en: `The item's link “${what}” is not a web address; it is left out`,
    zh: `该条目的链接“${what}”不是网址，已去掉`,
    ru: `Ссылка записи «${what}» — не веб-адрес; она убрана`,
  }),
  noDate: () => ({
    en: "The item has no date",
    zh: "该条目没有日期",
    ru: "У записи нет даты",
  }),
  badDate: (what: string) => ({
    en: `The item's date “${what}” cannot be read`,
    zh: `该条目的日期“${what}”无法识别`,
    ru: `Дата записи «${what}» не читается`,
  }),
  future: (what: string) => ({
    en: `The item's date “${what}” is in the future and is not believed`,
    zh: `该条目的日期“${what}”在将来，不予采信`,
    ru: `Дата записи «${what}» в будущем; ей нельзя верить`,
  }),
  duplicate: () => ({
    en: "The item repeats an earlier one; it would be kept once",
    zh: "该条目与前面的条目重复，只保留一次",
    ru: "Запись повторяет более раннюю; сохраняется одна",
  }),
  sharedId: () => ({
    en: "The item has the id of an earlier, different one; they are told apart by their links",
    zh: "该条目与前面另一条目的标识相同；以链接区分",
    ru: "У записи тот же идентификатор, что у другой; они различаются ссылками",
  }),
  offTopic: (what: string) => ({
    en: `The item does not match the filter “${what}”; it would not be kept`,
    zh: `该条目不符合筛选条件“${what}”，不会保留`,
    ru: `Запись не подходит под фильтр «${what}»; она не сохраняется`,
  }),
} satisfies Record<string, (what: string) => Words>;

export type ProblemKind = keyof typeof SENTENCES;

export interface Problem {
  /** The item's id as in `items`, `#3` for the third one when it could not be read, null for the whole feed. */
  readonly item: string | null;
  readonly kind: ProblemKind;
  readonly reason: Words;
}

/** @param what the detail that the sentence names, shortened */
export function problem(kind: ProblemKind, item: string | null = null, what = ""): Problem {
  return { item, kind, reason: SENTENCES[kind](what.length > 80 ? `${what.slice(0, 79)}…` : what) };
}
