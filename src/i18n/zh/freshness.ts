/** The words of how fresh the feeds are, in Chinese. */
import type * as en from "../en/freshness.ts";

export const freshness: typeof en.freshness = {
  never: "还没有读取过任何订阅源。",
  none: (when) => `自${when}起，所有订阅源都无法读取`,
  some: (n, all) => `${all} 个订阅源中有 ${n} 个无法读取`,
  times: (n) => (n > 1 ? `（${n} 个）` : ""),
  old: (days) => `最新的文章已是 ${days} 天前的。`,
  offline: "找不到任何服务器的名称，可能没有联网",
};

export const examine: typeof en.examine = {
  conditions: {
    ...{ new: "尚未读取", fresh: "正常", quiet: "近期无更新", stale: "停更", odd: "异常" },
    ...{ failing: "读取失败", retired: "已停用" },
  },
  count: (n, parts) => `已订阅 ${n} 个来源：${parts}。`,
};
