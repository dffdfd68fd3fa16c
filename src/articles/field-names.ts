/** The fields of an imported article by the names that people and programs give them, in three languages. */

/** Ours first; compared without case, spaces, hyphens and underscores. */
const NAMES = {
  id: ["id", "编号", "номер"],
  title: ["title", "headline", "标题", "题目", "заголовок", "название"],
  body: [
    "body",
    "text",
    "content",
    "contenttext",
    "contenthtml",
    "fulltext",
    "articlebody",
    "正文",
    "内容",
    "全文",
    "текст",
    "содержание",
  ],
  source: ["source", "publisher", "site", "media", "outlet", "来源", "媒体", "出处", "источник", "издание"],
  published: [
    ...[
      "published",
      "date",
      "pubdate",
      "publishedat",
      "datepublished",
      "publicationdate",
      "datetime",
      "timestamp",
    ],
    ...["日期", "时间", "发布时间", "发布日期", "дата", "опубликовано", "датапубликации"],
  ],
  url: ["url", "link", "href", "address", "链接", "网址", "原文链接", "ссылка", "адрес"],
  language: ["language", "lang", "语言", "язык"],
  kind: ["kind", "type", "类型", "вид"],
  copies: ["copies"],
  formerTitles: ["formertitles"],
  arrived: ["arrived"],
  corrected: ["corrected"],
} as const;
export type FieldName = keyof typeof NAMES;

const FIELDS = new Map<string, FieldName>(
  (Object.keys(NAMES) as FieldName[]).flatMap((field) => NAMES[field].map((name) => [name, field] as const)),
);

export interface NamedFields {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names that mean nothing here, and those that say again what another field said. */
  readonly unknown: readonly string[];
}

/** Gives the fields our names. Of two that mean the same, the one that has ours counts, else the first that says something. */
export function namedFields(written: Readonly<Record<string, unknown>>): NamedFields {
  const fields: Record<string, unknown> = {};
  const unknown: string[] = [];
  const own = Object.entries(written).filter(([name]) => Object.hasOwn(NAMES, name));
  const others = Object.entries(written).filter(([name]) => !Object.hasOwn(NAMES, name));
  for (const [name, value] of [...own, ...others]) {
    const field = FIELDS.get(
      name
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[\s_-]/g, ""),
    );
    if (value === null || value === "") continue;
    if (field === undefined || (field in fields && fields[field] !== value)) unknown.push(name);
    else fields[field] = value;
  }
  return { fields, unknown };
}

/** All names of each field, for `help import` and the documents. */
export function fieldNames(): string {
  const shown: readonly FieldName[] = ["title", "body", "source", "published", "url", "language", "id"];
  return shown.map((field) => NAMES[field].slice(0, 4).join(" / ")).join("; ");
}
