/** The words of what is posted, and of what is not, in Chinese. */
import type * as en from "../en/delivery.ts";

export const alarm: typeof en.alarm = {
  begun: "需要处理：",
  over: "已恢复：",
  lapse: (from, to) => `${from} 至 ${to} 期间状态存储没有响应，无法保存；现已恢复。`,
  more: (n) => `……另有 ${n} 项，详见 status 和 doctor。`,
  and: (names, n) => `${names} 等 ${n} 个`,
};

export const alerts: typeof en.alerts = {
  silence: (query, days) => `“${query}”已有 ${days} 天没有新文章。`,
  last: (title, day) => `最近一篇（${day}）：${title}`,
  none: (day) => `自${day}开始关注以来，一直没有文章。`,
  all: "其他内容也没有更新，可能是订阅源出了问题。",
  rush: (query, n, usual) =>
    `“${query}”：今天已有 ${n} 篇，平常每天 ${usual} 篇（按此前 14 天及每周同一天计算）。`,
};

export const exchange: typeof en.exchange = {
  out: (n, path) => `已将 ${n} 项写入 ${path}。`,
  in: (n, path) => `已从 ${path} 读入 ${n} 项，同名的已被替换。`,
};

export const hold: typeof en.hold = {
  none: "本频道没有每日摘要，无需暂停。",
  until: (day) => `已暂停，自${day}起恢复发送；输入 daily resume 可提前恢复。`,
  paused: "已暂停。输入 daily resume 可恢复发送。",
  resumed: "从下一次起恢复发送。",
  held: (day) => `已暂停至${day}`,
  heldOn: "已暂停，输入 daily resume 恢复",
  resume: "恢复",
};

export const languages: typeof en.languages = { zh: "中文报道", en: "英文报道", ru: "俄文报道" };

export const delivery: typeof en.delivery = {
  late: (when) => `这份摘要本应在 ${when} 发送，当时我不在线。`,
  watched: (query, n) => (n === 1 ? `“${query}”有新文章` : `“${query}”有 ${n} 篇新文章`),
  matched: "匹配",
  more: (n) => `另有 ${n} 篇`,
  goesOn: (title) => `后续报道：${title}`,
  added: "新增",
  same: (n) => `另有 ${n} 篇没有新内容。`,
  retitled: (now, before) => `媒体已将标题改为“${now}”（原为“${before}”）。`,
  refigured: (title, now, before) => `媒体已更改“${title}”中的数字：现为 ${now}，原为 ${before}。`,
  read: "阅读",
  footer: (daily, since) => `面向这里的所有人，${daily}${since === "" ? "" : `，自${since}起`}。`,
  change: "更改",
  end: "停止",
  stop: "停止关注",
  parked: (query) => `关注“${query}”已无法继续搜索，现已停止。请用更少的词重新设置。`,
  refused: (title, reason) =>
    `您设置的“${title}”所在频道已无法发送：${reason}。那里的定时内容都已暂停；恢复权限后请在该频道输入 daily resume。`,
  webhookRefused: (reason) =>
    `您为频道设置的 Webhook 已不再接收（${reason}），因此已停用。频道本身照常；可在那里输入 following --webhook=https://… 重新设置。`,
};

export const unsent: typeof en.unsent = {
  empty: "没有新内容",
  "quiet hours": "免打扰时段",
  "duplicate story": "同一事件已发送过",
  "nothing new in it": "对已报道的事件没有新内容",
  paused: "已暂停（此前无法在该处发送）",
  held: "已按设定暂停",
  "rate-limited": "平台要求稍候",
  permission: "平台拒绝发送",
  "too late": "延误六小时以上",
  "no answer": "平台没有响应",
  "switched off": "该平台已停用",
  failed: "未能生成",
};

export const errors: typeof en.errors = {
  noPages: "没有可供他人访问的页面。请机器人的运行者设置 SCO_WEB_PORT 和 SCO_PUBLIC_URL。",
  exchangeInShell: "导出和导入设置只能由运行机器人的人在命令行进行：sco settings export FILE",
  nameAFile: "请给出文件名，例如：settings export settings.json",
  unusableFile: (path, reason) => `无法使用 ${path}（${reason}）。未作任何更改。`,
  noDayToWait: (text) => `“${text}”不是将来的日期。可以写成 until:2026-06-15`,
  notOfChannel: "设置正被频繁修改，未能保存，请再试一次。",
  noPublisher: (name) => `没有名为“${name}”的媒体。查看全部：sources`,
  noSign: (name) => `排除请写 -${name}，恢复请写 +${name}，全部恢复请写 all。`,
  tooManyLeftOut: (most) => `最多只能排除 ${most} 家媒体。`,
  noSetting: (text) => `不知道“${text}”是哪项设置。例如：settings language zh`,
  nameAFileToExport: "设置正被频繁修改，未能保存，请再试一次。",
  language: "语言",
  audience: "可见范围",
  quiet: "免打扰时段",
  choice: "选项",
  noSuchValue: (text, what, wanted) => `“${text}”不是可用的${what}。请写：${wanted}。`,
  onlyChannels: "免打扰时段只能为频道设置。请写：settings quiet 22:00-07:00 for:channel",
  full: (most) => `本频道已有 ${most} 个，请先停止一个。`,
  changedMeanwhile: "刚才有人同时修改了它，因此没有保存。请查看后再试。",
  deadLetters: (n) =>
    `有 ${n} 条定时、关注或发送记录无法使用，已单独存放；其余照常。运行 sco doctor 查看原因。`,
  failingWebhooks: (n) => `有 ${n} 个 Webhook 未能接收，一天内会继续重试。运行 sco doctor 查看。`,
};
