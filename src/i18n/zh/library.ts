/** The words of articles that cannot be read, kept or found, in Chinese. */
import type * as en from "../en/library.ts";

export const errors: typeof en.errors = {
  logUnavailable: (path, why) => `新文章无法写入 ${path}（${why}）；机器人停止后将丢失。`,
  logDamaged: (first) => `文章日志中有无法读取的行，已略过（第一处：${first}）。`,
  logUnreadable: (why) => `文章日志无法读取（${why}）；之前抓取的文章可能缺失。`,
  noArticle: (typed, example) => `没有编号为“${typed}”的文章。编号形如 ${example}，可用“最新”或“搜索”查看。`,
  unwritable: (folder, reason) => `无法写入文件夹 ${folder}（${reason}）。请用 --to 指定其他文件夹。`,
  noId: (action) => `请说明是哪篇文章：收藏 ${action} 编号（“搜索”和“最新”的结果旁有编号）。`,
  listChanged: "有人正在同时修改这份收藏，因此没有保存。请再试一次。",
  isFull: (most) => `该收藏已满（${most} 篇）。请先移除一些：收藏`,
  noFile: "请指定列表文件：search … --as csv --out list.csv",
  atMost: (most) => `最多 ${most} 个字符`,
  text: "文本",
  faultAt: (place, fault) => `${place}：${fault}`,
};

export const UNREADABLE: typeof en.UNREADABLE = {
  empty: "文件是空的",
  binary: "文件是二进制的，不是文本",
  noEncoding: "文件已损坏或编码未知；请另存为 UTF-8",
  lostCharacters: (count: number) => `其中有 ${count} 个损坏的字符，已略去`,
  decoded: (encoding: string) => `文件不是 UTF-8，已按 ${encoding} 读取；如果文字有误，请另存为 UTF-8`,
  missing: "没有这个文件或文件夹",
  forbidden: "当前用户无权读取",
  emptyFolder: "文件夹里没有 .md、.jsonl 或 .txt 文件",
  noFrontMatter: "开头没有 front matter（一行三个连字符）",
  openFrontMatter: "front matter 没有以一行三个连字符结束",
  noFields: "front matter 里没有字段",
  noForm: "既不是 JSON，也不是带 front matter 的 Markdown，也不是专题页",
  brokenJson: "整个文件是一个 JSON 数组或对象，但有语法错误（缺少或多出逗号、括号）",
  noList: "文件是一个 JSON 对象，其中既没有文章，也没有唯一的文章列表",
  severalLists: "文件里有多个文章列表；请只保留一个",
  notAnObject: "不是带有 title 或 body 的对象",
  nothing: "既没有 title 也没有 body",
  noTitle: "没有标题（title）",
  noBody: "没有正文（body）",
  unknownField: (field, known, more) =>
    `不认识字段“${field}”，已忽略${more > 0 ? `（另有 ${more} 篇也是）` : ""}；可用的字段：${known}`,
  otherFile: "不是 .md、.json、.jsonl 或 .txt 文件，已略过",
  tooLarge: (megabytes) => `文件大于 ${megabytes} MB；请拆分`,
  notJson: (start) => `这一行不是 JSON（开头是 ${start}）`,
  notYaml: (why) => `front matter 不是 YAML：${why}`,
  repeated: (id) => `与文章 ${id} 相同，只保留一次`,
  taken: (id) => `编号“${id}”已属于前面的一篇文章`,
  takenBy: (id, title) => `编号“${id}”属于另一篇文章：${title}`,
  noDate: (written) => `“${written}”不是日期；请写成 2025-05-25T22:13:00Z 这样`,
  wrongField: (field, got, wants) => `${field} 是 ${got}；应为：${wants}`,
};

export const fieldWants: typeof en.fieldWants = {
  id: "由 1 到 64 个字母、数字或 . _ : - 组成的编号",
  url: "以 http:// 或 https:// 开头、不含密码的网址",
  published: "2025-05-25T22:13:00Z 这样的日期",
  kind: "article、excerpt、summary 之一",
  copies: "列表",
  formerTitles: "列表",
};
