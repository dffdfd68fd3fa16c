/** Whether a server can be the archive's: what it is, how old, whether it lets us in, and what it has under our names. */
import { BotError, reasonOf } from "../errors.ts";
import type { Words } from "../i18n/words.ts";
import { type Cluster, ClusterError } from "../net/cluster.ts";
import { hasOurMapping } from "../search/index/opensearch/indices.ts";

const OLDEST = [2, 19] as const;
/** A start waits no longer for a server that does not answer. */
const START_MS = 1_500;

/** What forbids to use the server, with what to do; null when nothing does. @throws ClusterError when it does not answer */
export async function refusalOf(cluster: Cluster, alias: string): Promise<Words | null> {
  try {
    const { body } = await cluster.ask<{ version?: { distribution?: string; number?: string } }>("GET", "/", {
      ms: START_MS,
    });
    const { distribution, number = "" } = body?.version ?? {};
    if (distribution !== "opensearch") return isNone;
    const [major = 0, minor = 0] = number.split(".").map(Number);
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) return tooOld(number);
    return (await hasOurMapping(cluster, alias)) ? null : otherMapping(alias);
  } catch (thrown) {
    if (!(thrown instanceof ClusterError)) throw thrown;
    if (thrown.status === 401) return notLetIn;
    if (thrown.status === 403) return notAllowed(thrown.message);
    // Nothing of ours is there yet.
    if (thrown.type === "index_not_found_exception") return null;
    if (thrown.status >= 400 && thrown.status < 500 && thrown.status !== 429) return isNone;
    throw thrown;
  }
}

const isNone: Words = {
  en: "SCO_SEARCH_URL is no OpenSearch (2.19 or newer is needed); correct the address, or unset it.",
  zh: "SCO_SEARCH_URL 不是 OpenSearch（需要 2.19 或更新版本）；请更正地址，或取消该设置。",
  ru: "SCO_SEARCH_URL — не OpenSearch (нужна версия 2.19 или новее); исправьте адрес или уберите его.",
};
const notLetIn: Words = {
  en: "OpenSearch refuses the name or password; correct SCO_SEARCH_USER and SCO_SEARCH_PASSWORD.",
  zh: "OpenSearch 拒绝了用户名或密码；请更正 SCO_SEARCH_USER 和 SCO_SEARCH_PASSWORD。",
  ru: "OpenSearch не принимает имя или пароль; исправьте SCO_SEARCH_USER и SCO_SEARCH_PASSWORD.",
};
const tooOld = (version: string): Words => ({
  en: `OpenSearch ${version} is too old; 2.19 or newer is needed.`,
  zh: `OpenSearch ${version} 版本过旧，需要 2.19 或更新版本。`,
  ru: `OpenSearch ${version} слишком стар; нужна версия 2.19 или новее.`,
});
const notAllowed = (why: string): Words => ({
  en: `SCO_SEARCH_USER may not use OpenSearch as the bot must (${why}); give it the role in docs/scaling.md.`,
  zh: `SCO_SEARCH_USER 在 OpenSearch 中权限不足（${why}）；请授予 docs/scaling.md 中的角色。`,
  ru: `SCO_SEARCH_USER не хватает прав в OpenSearch (${why}); дайте ему роль из docs/scaling.md.`,
});
const otherMapping = (alias: string): Words => ({
  en: `OpenSearch has “${alias}” with another mapping; set SCO_SEARCH_PREFIX to a name of its own, or remove it there.`,
  zh: `OpenSearch 中已有映射不同的“${alias}”；请将 SCO_SEARCH_PREFIX 设为独立的名称，或在那里删除它。`,
  ru: `В OpenSearch есть «${alias}» с другой схемой; задайте в SCO_SEARCH_PREFIX своё имя или удалите её там.`,
});

/** What an operator reads when the engine does not answer, or not as it should. */
export function troubleWith(thrown: unknown): Words {
  // The state, or the article log.
  if (thrown instanceof BotError) return thrown.words;
  const why = reasonOf(thrown);
  const { type, status } = thrown instanceof ClusterError ? thrown : { type: "", status: 0 };
  if (type === "cluster_block_exception")
    return {
      en: `OpenSearch takes no articles: its disk is too full (${why}). Make room there; they wait in the article log.`,
      zh: `OpenSearch 磁盘空间不足，无法写入文章（${why}）。请清理空间；文章保留在文章日志中。`,
      ru: `OpenSearch не принимает статьи: мало места на диске (${why}). Освободите место; статьи ждут в журнале.`,
    };
  if (status === 429 || status === 503)
    return {
      en: `OpenSearch is too busy (${why}); the bot tries again by itself.`,
      zh: `OpenSearch 过于繁忙（${why}），稍后会自动重试。`,
      ru: `OpenSearch перегружен (${why}); бот попробует снова сам.`,
    };
  if (type === "index_not_found_exception")
    return {
      en: "The archive in OpenSearch is being filled; until then the newest articles are searched in memory.",
      zh: "OpenSearch 中的存档正在建立；在此之前只搜索内存中的最新文章。",
      ru: "Архив в OpenSearch ещё заполняется; пока поиск идёт по новейшим статьям в памяти.",
    };
  return {
    en: `OpenSearch does not answer as it should (${why}); the newest articles are searched in memory.`,
    zh: `OpenSearch 无法正常响应（${why}），目前只在内存中的最新文章里搜索。`,
    ru: `OpenSearch не отвечает как должен (${why}); поиск идёт по новейшим статьям в памяти.`,
  };
}
