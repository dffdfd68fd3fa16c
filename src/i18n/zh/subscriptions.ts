/** The words of summaries, watches and other things that a channel follows, in Chinese. */
import type * as en from "../en/subscriptions.ts";

export const channelFeed: typeof en.channelFeed = {
  made: (url) =>
    `本频道关注的内容已生成订阅源。知道地址的人都能阅读。地址仅显示这一次；“following --feed=on”会换成新地址，“following --feed=off”可将其停用：${url}`,
  ended: "本频道的订阅源已停用，原地址不再显示内容。",
  none: "本频道没有订阅源。",
};

export const daily: typeof en.daily = {
  title: "每日摘要",
  none: "本频道还没有每日摘要。例如输入：daily 09:00",
  saved: (when) => `已保存。下一次摘要：${when}。`,
  next: "下次",
  preview: "如果现在生成，大致如下：",
  sent: "发送记录",
  change: "修改示例：daily 10:30 · daily 09:00 days:mon-fri · daily 09:00 topic:能源",
  quietPreview: "目前没有新内容，届时不会发送（加 empty:say 则会说明）：",
  sayPreview: "目前没有新内容，届时会这样说明：",
  stopped: (n) => `已停止 ${n} 份摘要：`,
  nothing: "这里没有这样的每日摘要，未作更改。",
  hours: "这个时间在本频道的免打扰时段内，不会发送；请更改其中之一。",
  edit: "修改",
  stop: "停止",
  again: "重新设置",
  which: "这里有多份摘要，请说明主题，或输入完整的命令。",
  about: "主题",
  terminal: "在终端里，只有聊天（npm start）打开时才会显示。",
};

export const following: typeof en.following = {
  none: "这里还没有关注任何内容。可以在频道里输入，例如：daily 09:00，或：watch 中亚 能源",
  watches: (n) => `${n} 项关注`,
  schedules: (n) => `${n} 份每日摘要`,
  total: (what, n) => `${n} 个频道里有 ${what.join("和 ")}`,
  yours: "由您设置",
  every: (n) => `每 ${n} 分钟最多一条消息`,
  stop: "停止",
  webhook: (address, since) => `本频道的 Webhook：${address}，自${since}起`,
  failing: (reason) => `目前未能接收：${reason}`,
};

export const leaveOut: typeof en.leaveOut = {
  out: (names) => `这里不看：${names}。恢复一家：settings sources +名称；全部恢复：settings sources all`,
  none: "这里没有排除任何媒体。排除一家：settings sources -塔斯社",
  saved: "已保存。",
  savedForAll: "已为整个工作区保存。",
  all: "已保存：这里不再排除任何媒体。",
  mine: "上次由您更改。",
  others: (who) => `上次更改者的 ID：${who}。`,
  comma: "、",
};

export const list: typeof en.list = {
  title: "发送记录",
  none: "过去 30 天本频道没有发送或跳过任何内容。",
  head: ["时间", "结果", "内容", ""],
  sent: "已发送",
  skipped: "已跳过",
  failed: "失败",
  pending: "等待中",
  since: "始于",
  open: "查看",
  webhook: "Webhook",
  counts: (sent, pending, other) => `已发送 ${sent}，等待 ${pending}，未发送 ${other}`,
};

export const meansNothing: typeof en.meansNothing = (query) =>
  `“${query}”没有可以查找的内容，因此未保存。请写词语、“短语”或筛选条件。`;

export const own: typeof en.own = {
  watch: (query) => `已停止关注“${query}”。`,
  schedule: (time) => `已停止 ${time} 的摘要。`,
};

export const paused: typeof en.paused = {
  paused: (reason) => `已暂停，因为无法在此发送：${reason}。`,
  resume: "恢复",
};

export const watch: typeof en.watch = {
  saved: (query, every) => `正在关注“${query}”：有新文章就发到这里，每 ${every} 分钟最多一条消息。`,
  would: (n) => `按此条件，过去 30 天共有 ${n} 篇匹配文章：`,
  nothing: "过去 30 天没有匹配的文章。请检查用词，或等待第一篇。",
  flood: (n) => `数量较多：每天约 ${Math.round(n / 30)} 篇。多加几个词，或用 source:、lang: 缩小范围。`,
  silence: (days) => `连续 ${days} 天没有新文章时会提醒。`,
  rush: (times) => `一天的文章数达到平常的 ${times} 倍时会提醒。`,
  calls: (id) => `消息会呼叫用户组 ${id}。`,
  nobody: (written) =>
    `“${written}”不是此处可以呼叫的用户组或角色。请写它的编号（Slack：S…，见“复制群组 ID”；Discord：@角色），或写 off。`,
  title: "关注",
  none: "本频道没有关注任何内容。例如输入：watch 中亚 能源",
  lately: "最近",
  quiet: "过去 30 天没有匹配的文章",
  every: (n) => `每 ${n} 分钟最多一条消息`,
  stop: "停止",
  all: "全部关注",
  again: "重新关注",
  stopped: (query) => `已停止关注“${query}”。`,
  unknown: (text) => `这里没有关注“${text}”；输入 watching 查看。`,
};

export const webhook: typeof en.webhook = {
  saved: (host) => `本频道关注的内容今后也会发送到 ${host}，第一条消息会在那里说明。密钥仅显示这一次：`,
  verify: "接收方用它核对每个签名，方法见 docs/deliveries.md。",
  end: "“following --webhook=off”可将其停用。",
  ended: "本频道的 Webhook 已停用，密钥已删除。",
  none: "本频道没有 Webhook。",
  hello: "本频道关注的内容今后会发送到这里。",
};
