/** The words around articles and hits, in Chinese. */
import type * as en from "../en/articles.ts";

export const hits: typeof en.hits = {
  places: { title: "见于标题", body: "见于正文", both: "见于标题和正文" },
  equal: (term, found) => `${term} = ${found}`,
  met: (what, where) => `${what}，${where}`,
  corrected: (what) => `${what}（已纠正拼写）`,
  head: ["查询词", "文中", "位置", "方式", "权重"],
  title: "标题",
  body: "正文",
  total: "合计",
  factors: {
    coordination: "包含了查询中的多少内容",
    wording: "与查询原文一致",
    recency: "发布时间较新",
    language: "与同语种最佳结果相比",
    meaning: "语义接近程度",
  },
  near: (degree) => `语义接近：${degree}`,
  through: {
    written: "原词",
    translation: "翻译",
    correction: "纠错",
    pinyin: "拼音",
    quantity: "同一数量",
    script: "繁简",
    related: "近义词",
  },
};

export const links: typeof en.links = {
  at: (host) => `在 ${host} 查找`,
  page: (host) => `见 ${host} 当日版面`,
  original: "打开原文",
  kinds: { page: "当日版面", search: "站内搜索", home: "首页" },
};

export const article: typeof en.article = {
  language: { zh: "中文", en: "英文", ru: "俄文" },
  undated: "无日期",
  seen: "首次见于 ",
  read: "阅读",
  share: "分享这一篇",
  elsewhere: "分享到其他频道",
};

export const remarks: typeof en.remarks = {
  faults: {
    "open-quote": (part, as) => `${part} 的引号没有关上，按 ${as} 理解。`,
    "empty-phrase": (part) => `${part} 的引号里没有内容，已忽略。`,
    "lone-minus": () => "单独的减号不起作用；要排除某个词，请写成 -词。",
    "lone-or": (part) => `${part} 的两边都要有词，已忽略。`,
    "empty-filter": (part) => `${part} 后面没有内容，已忽略。`,
    "bad-date": (part, as) =>
      as
        ? `${part}：日历上没有这一天，按 ${as} 理解。`
        : `看不懂 ${part} 中的日期，已忽略。日期可写成 2025-05-26、2025-05、昨天 或 7d。`,
    "bad-language": (part) => `${part}：可用 lang:zh、lang:en、lang:ru，已忽略。`,
    "bad-sort": (part) => `${part}：可用 sort:new、sort:best，已忽略。`,
    "unknown-source": (part, as) => `没有 ${part} 这个媒体，按 ${as} 理解。`,
    "not-excludable": (part, as) => (as ? `${part} 按 ${as} 理解。` : `${part} 无法排除，已忽略。`),
    repeated: (part, as) => `${part} 与 ${as} 重复，以后者为准。`,
    "too-long": (part, as) => `只读取了前 ${as} 个字符，到“${part}”为止。`,
    "too-many-words": (part, as) =>
      `内容太长，只搜索了前 ${as} 个词（两个汉字算一个词），“${part}”之后的部分没有搜索。`,
    "no-words": (part) => `“${part}”里没有词语。`,
    "no-such-phrase": (part) => `没有文章原样含有“${part}”，已改为搜索其中的词。`,
  },
  corrected: (from, to) => `没有文章含有“${from}”，已改为搜索“${to}”。`,
  without: (terms) => `不含：${terms}。`,
  dropped: (terms) => `没有找到：${terms}。`,
  cut: "查询内容过多，只搜索了其中最有区分度的部分。",
  recent: (articles) => `完整存档暂时无法访问，只搜索了最新的 ${articles} 篇文章。`,
  nearest: "最接近的文章：",
  example: "可以试试：",
  quote: (text) => `“${text}”`,
};
