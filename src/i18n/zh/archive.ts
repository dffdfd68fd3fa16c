/** The words about the archive, in Chinese. */
import type * as en from "../en/archive.ts";

export const archive: typeof en.archive = {
  title: "存档",
  rows: { index: "索引", articles: "文章", behind: "待写入", replicas: "副本", snapshot: "最新快照" },
  none: "尚未建立；服务启动后会建立，或运行“index rebuild”",
  stale: "索引由其他版本的分析程序建立。请运行：npx sco index rebuild",
  parked: (n) => `引擎未收录（${n}）：`,
  others: (names) => `保留以便恢复：${names}`,
  rebuilt: (name, n) => `已启用 ${name}，共 ${n} 篇文章。`,
  back: (name) => `${name} 仍保留；恢复和删除方法见 docs/scaling.md。`,
  verified: (checked, missing, removed) =>
    `核对了日志中的 ${checked} 篇文章：缺少 ${missing} 篇，已重新写入；已删除但仍在的 ${removed} 篇，已移除。`,
  bar: (bar, done, of) => `${bar} ${done} / ${of}`,
};

export const errors: typeof en.errors = {
  isNone: "SCO_SEARCH_URL 不是 OpenSearch（需要 2.19 或更新版本）；请更正地址，或取消该设置。",
  notLetIn: "OpenSearch 拒绝了用户名或密码；请更正 SCO_SEARCH_USER 和 SCO_SEARCH_PASSWORD。",
  tooOld: (version) => `OpenSearch ${version} 版本过旧，需要 2.19 或更新版本。`,
  notAllowed: (why) =>
    `SCO_SEARCH_USER 在 OpenSearch 中权限不足（${why}）；请授予 docs/scaling.md 中的角色。`,
  otherMapping: (alias) =>
    `OpenSearch 中已有映射不同的“${alias}”；请将 SCO_SEARCH_PREFIX 设为独立的名称，或在那里删除它。`,
  full: (why) => `OpenSearch 磁盘空间不足，无法写入文章（${why}）。请清理空间；文章保留在文章日志中。`,
  overloaded: (why) => `OpenSearch 过于繁忙（${why}），稍后会自动重试。`,
  filling: "OpenSearch 中的存档正在建立；在此之前只搜索内存中的最新文章。",
  notAnswering: (why) => `OpenSearch 无法正常响应（${why}），目前只在内存中的最新文章里搜索。`,
  noArchive: "此处没有 OpenSearch 存档：请将 SCO_SEARCH_URL 设为其地址（见 docs/scaling.md）。",
  lacking: (name, articles, had) =>
    `新索引 ${name} 有 ${articles} 篇文章，旧索引有 ${had} 篇，因此未启用。请用“index status”查看未收录的内容。`,
};
