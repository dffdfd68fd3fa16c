/** The words of answers, in Chinese. */
import type * as en from "../en/answers.ts";

export const answer: typeof en.answer = {
  notHere: "这些文章没有回答这个问题。",
  days: "当时发生了什么，请看那几天的摘要。",
  noMore: "文章里没有更多相关内容了。",
  nearest: "最接近的文章：",
  apart: "这里有几个问题，请分开提问：",
  watch: "有消息时通知我",
  digest: "这几天的摘要",
  published: "当时发表的文章：",
  more: "更多",
  read: "阅读",
  good: "👍",
  bad: "👎",
  sources: "答案出自：",
  undated: "无日期",
  phrased: "换句话说（已与下列原句核对）：",
};

export const errors: typeof en.errors = {
  notPhrased: (reason) => `模型最近一次的概括没有采用：${reason}。回答只显示文章原句。`,
};
