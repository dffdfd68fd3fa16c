/** The words of stories, briefs, comparisons and quotations, in Chinese. */
import type * as en from "../en/stories.ts";

export const brief: typeof en.brief = {
  title: (days, topic) => `新闻简报 · ${days}${topic && ` · ${topic}`}`,
  asOf: (when, zone) => `截至 ${when}（${zone}）`,
  contents: "目录",
  counts: (stories, articles) => `${stories} 个事件，${articles} 篇文章`,
  sources: "来源",
  differ: "不一致的数字",
  undated: "无日期",
  languages: { zh: "中文", en: "英文", ru: "俄文" },
  none: (days) => `${days}没有相关新闻。`,
  written: (file) => `简报已写入 ${file}。`,
};

export const comparison: typeof en.comparison = {
  title: (headline) => `对比：${headline}`,
  languages: { zh: "中文报道", en: "英文报道", ru: "俄文报道" },
  unknown: "来源国不明的媒体",
  onlyNames: "仅此一方提到：",
  onlyFigures: "仅此一方的数字：",
  silent: { zh: "目前没有中文报道。", en: "目前没有英文报道。", ru: "目前没有俄文报道。" },
  alone: "目前只有一方报道。",
};

export const news: typeof en.news = {
  title: "上次查看以来的新内容",
  since: (when) => `${when}以来`,
  first: "您第一次在此查看：最近 24 小时",
  long: (when) => `最近七天；您上次查看是 ${when}`,
  away: "暂时无法得知您上次查看的时间：最近 24 小时",
  none: (when) => `没有新内容（${when}）。`,
  figures: "新数字：",
  before: (when) => `看 ${when} 以来的`,
  latest: "最新文章",
  more: "更多",
  back: "返回",
};

export const stories: typeof en.stories = {
  articles: (n) => `${n} 篇文章`,
  stories: (n) => `${n} 个事件`,
  sources: (n) => `${n} 家媒体`,
  fresh: "新",
  earlier: (day, n) => `${day}以来另有 ${n} 篇较早报道`,
  differ: "数字不一致：",
  read: "阅读",
};

export const quotes: typeof en.quotes = {
  title: (person, about) => (about ? `${person}谈“${about}”` : `${person}说过的话`),
  none: (person, about) => (about ? `没有文章引述${person}谈“${about}”。` : `没有文章引述${person}的话。`),
  named: (n) => `有 ${n} 篇文章提到这个名字。`,
  several: (person) => `叫“${person}”的不止一人，您指的是哪位？`,
  reported: "转述",
  also: (names) => `另见：${names}`,
  more: "更早",
  back: "更新",
  search: "搜索相关文章",
  everything: "不限话题",
  list: "、",
};

export const summary: typeof en.summary = {
  heading: (days, topic) => `摘要 · ${days}${topic && ` · ${topic}`}`,
  summary: (days, counts, headline) => `${days}：${counts}。头条：${headline}`,
  fresh: (n, instant) => (n === 0 ? `${instant}以来没有新内容` : `${instant}以来新增 ${n} 篇`),
  quiet: (days, topic) => `${days}没有${topic && `关于“${topic}”的`}新闻。`,
  nearest: (day) => `最近有新闻的一天是${day}：`,
  never: "其他日子也没有。",
  meant: "您是不是想输入：",
  translate: "翻译",
  cut: "这可能是因为无法获取新闻。",
  more: "更多",
  back: "返回",
};
