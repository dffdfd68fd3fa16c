/** The words of single commands, in Chinese. */
import type * as en from "../en/commands.ts";

export const articles: typeof en.articles = {
  removed: (title) => `已移除，订阅源再次推送时也不会恢复：${title}`,
  corrected: (title, fields) => `已更正（${fields}）：${title}`,
  nothing: "请说明正确的内容：articles correct 编号 --url https://…（或 --title、--source、--date、--text）",
};

export const ask: typeof en.ask = { lost: "此前还没有提过问题。请先提问，例如：问 上合组织秘书长是谁？" };

export const coverage: typeof en.coverage = {
  title: (query) => (query ? `谁在报道“${query}”` : "谁在报道上合组织"),
  none: (query) => `目前没有关于“${query}”的报道。`,
  head: ["媒体", "语言", "国家", "篇数", "首篇"],
  languages: { zh: "中文", en: "英文", ru: "俄文" },
  counts: (n, publishers) => `${n} 篇文章 · ${publishers} 家媒体`,
  first: (name) => `最早报道：${name}`,
  more: (n) => `另有 ${n} 家`,
};

export const discordRegister: typeof en.discordRegister = {
  everywhere: (n) => `Discord 已注册 /sco，共 ${n} 个子命令，适用于所有服务器。`,
  there: (n, guild) => `Discord 已在服务器 ${guild} 注册 /sco，共 ${n} 个子命令。`,
};

export const doctor: typeof en.doctor = {
  title: "检查",
  well: "一切正常。",
  could: "没有必须处理的问题；带 ! 的行可以改进。",
  todo: (n) => `需要处理：${n} 项`,
};

export const exporting: typeof en.exporting = { done: (n, file) => `已将 ${n} 篇文章写入 ${file}。` };

export const feedback: typeof en.feedback = {
  thanks: "谢谢，已记录，不会保存您的姓名。",
  enough: "谢谢。每人每天的评价次数已达上限，请明天再来。",
  unknown: "这里没有这篇文章，因此没有可评价的回答。",
};

export const feeds: typeof en.feeds = {
  added: (source, url) => `已开始读取 ${source}：${url}`,
  removed: (source) => `不再读取 ${source}。`,
  unknown: "没有在读取这个订阅源；输入 feeds 可查看列表。",
  url: (action) => `请说明是哪个订阅源：feeds ${action} https://example.org/feed.xml`,
  shell: "逐个尝试所有订阅源需要几分钟，请由管理者在命令行运行：npx sco feeds check",
  forbidden: "只有机器人的管理者可以测试、添加和删除订阅源；可请其把您加入 SCO_OPERATORS。",
};

export const fetch: typeof en.fetch = {
  fresh: "新",
  updated: "更新",
  duplicate: "重复",
  offTopic: "无关",
  failed: "失败",
  unchanged: "无变化",
  skipped: "未读取",
  head: ["", "新", "更新", "重复", "无关", "失败"],
  all: "全部订阅源",
  none: "还没有订阅源。添加：feeds add https://example.org/feed.xml",
};

export const forget: typeof en.forget = {
  ask: "这会删除您在这里的设置，并从您在频道里建立的内容中去掉您的名字。确认请输入：forget me",
  done: (n) =>
    n === 0
      ? "没有需要删除的个人数据。"
      : `已删除 ${n} 项与您有关的数据。您在频道里建立的内容会保留，但不再带有您的名字。`,
};

export const help: typeof en.help = {
  title: "我能做什么",
  groups: { read: "阅读", stories: "专题", follow: "关注", setup: "设置" },
  bare: "可以直接用自己的话说，也可以照上面的命令输入。",
  more: "输入“帮助 命令名”可查看选项和示例。",
  shell: "在命令行中：npx sco …",
  options: "选项",
  examples: "示例",
  also: (names) => `也可写作：${names.join("、")}`,
};

export const importing: typeof en.importing = {
  counts: (fresh, known) => `新增 ${fresh} 篇，已有 ${known} 篇。`,
  none: "没有读到任何文章。",
  faults: (n) => `${n} 处无法读取：`,
  remarks: "已略过：",
  log: "此处的语料库不可写，文章已写入抓取文章的日志。",
};

export const latest: typeof en.latest = {
  title: (n) => `最新 ${n} 篇文章`,
  none: "还没有文章。",
  nothing: "没有这样的文章。可以换一家媒体或更早的日期。",
  more: "更多",
};

export const read: typeof en.read = {
  related: "相关文章",
  why: "为什么",
  excerpt: "节选",
  summary: "内容提要",
  translate: "翻译",
  story: (facts) => `属于同一专题：${facts}`,
  whole: "整个专题",
  save: "收藏",
  untranslated: "这篇文章没有译文。",
};

export const related: typeof en.related = {
  title: (title) => `与《${title}》相关的文章`,
  none: (title) => `没有与《${title}》相关的文章。`,
};

export const say: typeof en.say = {
  line: "将执行",
  ask: "将反问",
  nothing: "将只简短回应",
  sure: "确定",
  unsure: "推测",
};

export const search: typeof en.search = {
  none: (query) => `没有找到与“${query}”相符的文章。`,
  beyond: (page, pages) => `没有第 ${page} 页，最后一页是第 ${pages} 页。`,
  empty: "这里没有可以搜索的内容。请输入词语、“短语”或筛选条件，例如 on:昨天。",
  found: (n) => `${n} 篇文章`,
  range: (from, to) => `第 ${from}–${to} 篇`,
  previous: "上一页",
  next: "下一页",
  last: "最后一页",
};

export const sources: typeof en.sources = {
  title: "媒体",
  head: ["媒体", "别名", "国家", "文章", "最新"],
  none: "–",
  others: "已收录，暂无文章：",
};

export const status: typeof en.status = {
  title: "状态",
  articles: "文章",
  newest: "最新文章",
  feeds: "订阅源",
  meaning: "语义比较",
  waiting: (n) => (n === 0 ? "全部就绪" : `准备中，剩余 ${n} 步`),
  state: "运行状况",
  well: "一切正常。",
  unread: "无法读取",
  none: "–",
  degraded: "功能受限",
  rated: "回答评价",
  doubted: "存疑的回答",
};

export const trends: typeof en.trends = {
  title: (query, days) => `${query ? `“${query}”` : "全部文章"} · ${days}`,
  none: (query, days) => `${days}没有关于“${query}”的文章。`,
  articles: (n) => `${n} 篇文章`,
  languages: { zh: "中文", en: "英文", ru: "俄文" },
};

export const why: typeof en.why = {
  why: (query) => `为什么搜“${query}”会出现这篇文章`,
  not: (query) => `搜“${query}”找不到这篇文章。`,
  filters: (filters) => `符合筛选条件 ${filters}。`,
  weights: "显示权重",
};

export const errors: typeof en.errors = {
  noneSaved: "还没有可汇成简报的收藏。请在文章下点“收藏”，或输入：收藏 add 编号",
  notAnId: (guild) =>
    `--guild 不能是“${guild}”，应为服务器编号（15 至 20 位数字；右键服务器，复制服务器 ID）。`,
  noToken: "未设置 DISCORD_TOKEN；请先在 .env 或环境变量中填入机器人令牌。",
  cannotWrite: (file, why) => `无法写入 ${file}（${why}）；请指定一个已有文件夹中的文件。`,
  unknownCommand: (typed, guess) => `没有“${typed}”这个命令。您是想用“${guess}”吗？`,
  noName: (shown) => `“${shown}”不是人名。请说明要看谁的话，例如：引语 王毅 关于 能源`,
};
