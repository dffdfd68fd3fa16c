/** The words of one story, in Chinese. */
import type * as en from "../en/story.ts";

export const story: typeof en.story = {
  articles: (n) => `${n} 篇文章`,
  languages: { zh: "中文", en: "英文", ru: "俄文" },
  undated: "无日期",
  figures: "新数字：",
  names: "新出现：",
  joined: "新加入报道：",
  sources: "报道来源",
  differ: "不一致的数字",
  chart: "每日文章数",
  more: "更多",
  back: "前几天",
  compare: "对比",
  and: (n) => `另有 ${n} 篇`,
};

export const errors: typeof en.errors = {
  noStory: (shown) => `没有关于“${shown}”的专题。请减少或更换词语；“摘要”可查看某一天的要闻。`,
  notAnInstant: (text) => `since 需要 2025-05-26T01:00:00Z 这样的时刻，而不是“${text}”。`,
  noSuchDay: (text) => `日历上没有 ${text} 这一天。请写成 2025-05-26 这样的日期，或写 今天、昨天、本周。`,
  notADay: (text) => `看不懂日期“${text}”。请写成 2025-05-26 这样的日期，或写 今天、昨天、本周。`,
  tooManyDays: (most) => `一次摘要最多 ${most} 天。请写 本周、2025-05 这样的月份，或 31d。`,
};
