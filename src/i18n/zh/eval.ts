/** The words of the measurements, in Chinese. */
import type * as en from "../en/eval.ts";

export const answers: typeof en.answers = {
  title: (n, articles) => `${articles} 篇文章，${n} 个评测问题`,
  head: ["", "问题数", "首条正确", "前三条正确", "拒答"],
  all: "可回答",
  cross: "跨语言",
  refusal: (recall, precision, n) =>
    `${n} 个无答案的问题中 ${recall}% 被拒答；拒答中 ${precision}% 是应当的。`,
  speed: (p50, p99) => `单个问题中位数 ${p50} 毫秒，p99 ${p99} 毫秒。`,
  invented: (n) => `文章中没有的句子：${n}。`,
};

export const sayings: typeof en.sayings = {
  title: (n) => `${n} 句评测话语`,
  head: ["类别", "句数", "正确"],
  overall: "总计",
  harmful: (n) => `理解有误且会未经确认就改动的：${n}。`,
};

export const search: typeof en.search = {
  title: (queries, articles) => `${articles} 篇文章，${queries} 条评测查询`,
  head: ["类别", "查询数"],
  overall: "总计",
  speed: (p50, p99, build, rss) =>
    `单次查询中位数 ${p50} 毫秒，p99 ${p99} 毫秒；建索引 ${build} 毫秒，常驻内存 ${rss} MB。`,
  nothing: (queries, share) => `${queries} 条本应无结果的查询中，${share}% 确实没有给出结果。`,
  unknown: (keys) => `没有文章使用这个编号或标题：${keys}`,
};

export const sheet: typeof en.sheet = { missed: "有误" };

export const stories: typeof en.stories = {
  title: (stories, articles) => `${articles} 篇文章，${stories} 个评测事件`,
  head: ["部分", "精确率", "召回率", "B³ F1"],
  overall: "总计",
  mixed: "混在一起：",
  parted: "被拆开：",
  unknown: (ids) => `没有带日期的文章使用这个编号：${ids}`,
};

export const errors: typeof en.errors = {
  noSet: (name, sets) => `没有名为“${name}”的评测集。可用的有 ${sets}，也可以给出含 split.json 的文件夹。`,
  nothingOf: (kind) => `这个评测集中没有“${kind}”这一类。去掉 --kind 即可看到所有类别。`,
  unreadableFile: (file, reason) => `无法使用评测文件 ${file}：${reason}`,
};
