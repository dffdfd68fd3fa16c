/** How the followed feeds are, for `doctor`, `/readyz` and the metrics. */
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import type { FeedCondition, FeedHealth, Feeds } from "./feeds.ts";

/** How many feeds are in which condition; conditions that none is in are left out. */
export function countConditions(all: readonly FeedHealth[]): Partial<Record<FeedCondition, number>> {
  const counts: Partial<Record<FeedCondition, number>> = {};
  for (const { condition } of all) counts[condition] = (counts[condition] ?? 0) + 1;
  return counts;
}

/** One finding for all that are well, one for each that is not, and one for each fault of the list itself. */
export async function examineFeeds(feeds: Pick<Feeds, "list" | "faults">): Promise<readonly Finding[]> {
  const all = await feeds.list();
  const faults = feeds.faults.map(({ en, zh, ru }) =>
    bad("feeds", `${en}. Correct it.`, `${zh}。请更正。`, `${ru}. Исправьте.`),
  );
  const ill = all.flatMap(({ spec, reason }) =>
    reason
      ? [
          warn(
            "feeds",
            `${spec.source}: ${reason.en}`,
            `${spec.source}：${reason.zh}`,
            `${spec.source}: ${reason.ru}`,
          ),
        ]
      : [],
  );
  const { fresh = 0, new: unread = 0 } = countConditions(all);
  const n = all.length;
  const counted = ok(
    "feeds",
    `${n} ${n === 1 ? "feed is" : "feeds are"} followed; ${fresh} fresh, ${unread} not read yet.`,
    `已订阅 ${n} 个来源：${fresh} 个正常，${unread} 个尚未读取。`,
    `Лент: ${n}; свежих: ${fresh}, ещё не прочитано: ${unread}.`,
  );
  return [counted, ...ill, ...faults];
}
