/** The words of a channel's settings and its forms, in Chinese. */
import type * as en from "../en/settings.ts";

export const forms: typeof en.forms = {
  daily: "每日摘要",
  watch: "关注",
  submit: "确认设置",
  cancel: "取消",
  time: "时间",
  timeHint: "按所选时区，例如 09:00",
  days: "星期",
  zone: "时区",
  zoneHint: "城市或时区，例如：北京、Asia/Shanghai",
  topic: "主题",
  topicHint: "只包含符合此搜索的文章；留空则不限",
  lang: "摘要的语言",
  languages: { en: "英文", zh: "中文", ru: "俄文" },
  empty: "没有新内容时",
  empties: { skip: "不发送", say: "说明没有新内容" },
  channel: "频道",
  query: "关注什么",
  queryHint: "写法与搜索相同",
  nothing: "请填写要关注的内容，例如：中亚 能源",
  every: "最多多久发一条消息",
  minutes: (n) => (n % 60 === 0 ? `${n / 60} 小时` : `${n} 分钟`),
};

export const settings: typeof en.settings = {
  title: "设置",
  head: ["", "您", "本频道"],
  names: {
    language: "语言",
    zone: "时区",
    quiet: "免打扰时段",
    audience: "回答可见范围",
    followups: "不@也回复",
  },
  unset: "–",
  me: "仅自己",
  channel: "频道所有人",
  off: "否",
  hint: "修改示例：settings language zh · settings zone Asia/Shanghai · settings quiet 22:00-07:00 for:channel · settings sources -tass",
  saved: (name, value, whom) => `已保存：${whom}的${name}设为 ${value}。`,
  cleared: (name, whom) => `已保存：${whom}不再设置${name}。`,
  whom: { me: "您", channel: "本频道" },
  hushed: (times) => `${times} 的摘要在此时段内，将不会发送。`,
};
