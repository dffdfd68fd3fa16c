/** The words of the page itself; everything else on it is the bot's reply, in Chinese. */
import type * as en from "../en/reading-room.ts";

export const page: typeof en.page = {
  topic: "上海精神",
  about: "上海合作组织新闻，来自中文、英文和俄文媒体。",
  search: "搜索文章",
  go: "搜索",
  newest: "最新文章",
  home: "全部文章",
  days: (zone) => `日期和时间按 ${zone} 时区显示。`,
  feed: "Atom 订阅",
  language: "语言",
  gone: "没有这个页面。请搜索您要找的内容，或从最新文章看起。",
  busy: "请稍候，然后重新打开本页。",
  failed: "页面未能生成，请重试。",
  skip: "跳到文章",
};

export const errors: typeof en.errors = {
  whereItIs: (address) => `在浏览器中查看文章：${address}`,
};
