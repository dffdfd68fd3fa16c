/** The words of `doctor`, in Chinese. */
import type * as en from "../en/doctor.ts";

export const installation: typeof en.installation = {
  notExamined: (why) => `有一项无法检查：${why}`,
  glossary: (n, file) => `自有术语 ${n} 条，来自 ${file}`,
  oldNode: (version, oldest) => `Node ${version} 版本过旧，请安装 ${oldest} 或更高版本。`,
  configured: (platforms) => `${platforms} 的设置完整。`,
  notConfigured: "尚未配置 Slack 或 Discord；npm start 只会打开终端对话。参见 README。",
  unreadable: (fault) => `${fault}。请更正或删除。`,
  articles: (n, publishers) => `${n} 篇文章，${publishers} 家媒体`,
  noArticles: "没有文章。请运行：npx sco import FILE",
  unwritable: (folder, why) => `无法写入 ${folder}（${why}）。请把 SCO_DATA_DIR 设为可写的文件夹。`,
  free: (folder, megabytes) => `${folder} 可写，剩余空间 ${megabytes} MB。`,
  lowDisk: (folder, megabytes) => `${folder} 仅剩 ${megabytes} MB 空间，请清理。`,
  embeddings: (ms, dimension, most) =>
    `向量服务用时 ${ms} 毫秒，返回 ${dimension} 维向量；搜索最多等待 ${most} 毫秒。`,
  noEmbeddings: (why) =>
    `向量服务不可用：${why}。请检查 SCO_EMBED_URL 和 SCO_EMBED_MODEL；搜索仅按词语进行。`,
  putAside: (key, why) => `记录 ${key} 无法使用，已单独存放：${why}。请在相应频道重新设置。`,
  journal: (folder) => `状态保存在 ${folder} 的日志中，仅支持单个进程；需要多个进程时请设置 REDIS_URL。`,
  brokenJournal: (fault) => `${fault} 请修复该文件，或停止机器人后恢复备份。`,
};

export const clock: typeof en.clock = {
  agrees: (other) => `本机时钟与 ${other} 一致。`,
  differs: (seconds, other) => `本机时钟与 ${other} 相差 ${seconds} 秒，请用 NTP 校准。`,
};

export const redis: typeof en.redis = {
  notAnswering: (why) => `Redis 没有响应（${why}）。请检查 REDIS_URL 以及服务器是否在运行。`,
  silent: (why) =>
    `Redis 有响应，但没有提供版本、持久化和淘汰策略（${why}）；请允许其用户执行 INFO，或自行查看。`,
  noChanges: (why) => `Redis 拒绝写入（${why}）。REDIS_URL 须指向内存和磁盘充足的主节点，且用户有写权限。`,
  tooOld: (version) => `Redis ${version} 版本过旧，请安装 6.2 或更高版本。`,
  noEviction: "Redis 不会丢弃数据。",
  eviction: (policy) => `Redis 可能丢弃设置（maxmemory-policy ${policy}），请设为 noeviction。`,
  inMemory:
    "Redis 只在内存中保存更改（appendonly no）；请设 appendonly yes，如需确保不丢数据，再设 appendfsync always。",
  saved: "Redis 会把每次更改写入日志。",
  clockDiffers: (seconds) => `本机时钟与 Redis 相差 ${seconds} 秒，请用 NTP 校准两台机器。`,
  savedLate: (fsync) =>
    `Redis 崩溃时可能丢失最近的更改（appendfsync ${fsync}）；如需确保不丢数据，请设 appendfsync always。`,
};

export const channels: typeof en.channels = {
  open: (n) => `可以在全部 ${n} 个已有订阅的频道发送消息。`,
  missing: (channel, what) => `${channel}：${what}`,
  notAsked: (platform, why) => `目前无法查询机器人能否在 ${platform} 的频道发送消息（${why}）。`,
};

export const webhooks: typeof en.webhooks = {
  well: (n) => `全部 ${n} 个 Webhook 接收正常。`,
  otherKey: (name) => `${name}：其密钥是用另一个 SCO_SECRET_KEY 加密的；请改回该值，或重新设置 Webhook。`,
  failing: (name, why) => `${name} 未能接收（${why}），一天内会继续重试。`,
};

export const feeds: typeof en.feeds = {
  fault: (fault) => `${fault}。请更正。`,
  reason: (sources, reason) => `${sources}：${reason}`,
};

export const engine: typeof en.engine = {
  empty: "可以写入和搜索；尚无索引，服务启动后会建立。",
  articles: (n, index, behind) => `${index} 中有 ${n} 篇文章，${behind} 篇待写入`,
  parked: (n) => `有 ${n} 篇文章未被收录；原因见“index status”。`,
  oldSnapshot: (days) => `索引的最新快照已是 ${days} 天前的（见 docs/scaling.md）。`,
  noSnapshot:
    "已设置 SCO_LOG_DAYS，较早的文章只存在于 OpenSearch 中，却没有快照。请每晚做一次快照（见 docs/scaling.md）。",
  oneCopy: "索引只有一份；请增加节点或做快照（见 docs/scaling.md）。",
};

export const slack: typeof en.slack = {
  notInstalled: "还没有工作区安装应用；请打开机器人公开地址下的 /slack/install。",
  installed: (n, well) => `已有 ${n} 个工作区安装了应用，其中 ${well} 个一切正常。`,
  missing: (where, scopes) => `${where}缺少权限：${scopes}。请在 OAuth & Permissions 中添加并重新安装应用。`,
  known: (user, team) => `Slack 已识别机器人：工作区 ${team} 的 ${user}。`,
  noHistory: (where, scopes) =>
    `${where}缺少 ${scopes} 时，机器人在消息列中只有被@才会接着回答；发送后未收到确认的消息，也不会在那里重发。`,
  socket: "应用级令牌可以使用 Socket Mode。",
  noSocket:
    "SLACK_APP_TOKEN 缺少 connections:write 权限。请在 Basic Information 中创建带有该权限的应用级令牌。",
  refused: (name, code, remedy) => `${name}：Slack 拒绝了令牌（${code}）。${remedy}`,
  sealed: (workspace, remedy) =>
    `${workspace}：SCO_SECRET_KEY 无法解开其安装记录。请改回安装时的密钥。或者：${remedy}`,
  forbidden: (name, why) => `Slack 目前不允许使用 ${name}（${why}）。请联系工作区管理员。`,
  notAsked: (name, why) => `无法向 Slack 查询 ${name}（${why}）。请几分钟后再试。`,
  rateLimit: "请求过于频繁",
  blocks: "Slack 接受机器人使用的所有消息样式。",
  olderBlocks: (why) => `Slack 拒绝了部分较新的消息样式（${why}），将改用旧样式。`,
};

export const discord: typeof en.discord = {
  known: (user) => `Discord 已识别机器人：${user}；不需要特权 intent。`,
  refused: (status) => `Discord 拒绝了 DISCORD_TOKEN（${status}）。请在开发者后台重置令牌并重新复制。`,
  notAsked: (why) => `无法向 Discord 查询（${why}）。请几分钟后再试。`,
  rateLimit: "请求过于频繁",
  elsewhere:
    "Discord 把命令发往了别处：该应用设置了 Interactions Endpoint URL。请在开发者后台的 General Information 中将其清空。",
};
