/** For `doctor`: the engine is tried out, on an index of its own that is gone afterwards. */
import { type Cluster, ClusterError } from "../net/cluster.ts";
import { bad, type Finding, ok, warn } from "../ops/finding.ts";
import { makeIndex } from "../search/index/opensearch/indices.ts";
import type { ArchiveStatus } from "./archive.ts";
import { refusalOf, troubleWith } from "./check.ts";
import { DAY_MS } from "./trim.ts";

const PART = "opensearch";

export async function examineEngine({
  cluster,
  alias,
  prefix,
  status,
  isBounded,
  now,
}: {
  readonly cluster: Cluster;
  readonly alias: string;
  readonly prefix: string;
  readonly status: () => Promise<ArchiveStatus>;
  /** The article log loses what the engine has. */
  readonly isBounded: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}): Promise<readonly Finding[]> {
  try {
    const refused = await refusalOf(cluster, alias);
    if (refused) return [bad(PART, refused.en, refused.zh, refused.ru)];
    await tryOut(cluster, `${prefix}-doctor-${process.pid}`);
    const found = await status();
    return [...findings(found), ...backups(found, isBounded, now)];
  } catch (thrown) {
    const { en, zh, ru } = troubleWith(thrown);
    const missing = thrown instanceof ClusterError && thrown.type === "unreachable";
    return [(missing ? warn : bad)(PART, en, zh, ru)];
  }
}

/** Writes, refreshes, searches and deletes, as the archive does. */
async function tryOut(cluster: Cluster, index: string): Promise<void> {
  await makeIndex(cluster, index);
  try {
    const lines = [JSON.stringify({ index: { _id: "1" } }), JSON.stringify({ id: "1", terms: "a" })];
    await cluster.ask("POST", `/${index}/_bulk`, { lines });
    await cluster.ask("POST", `/${index}/_refresh`);
    const { body } = await cluster.ask<{ hits: { hits: readonly unknown[] } }>("POST", `/${index}/_search`, {
      body: { query: { term: { terms: "a" } } },
    });
    if (body.hits.hits.length !== 1) throw new ClusterError(0, "partial", "what was written was not found");
  } finally {
    await cluster.ask("DELETE", `/${index}`, { allow: [404] });
  }
}

/** A snapshot of so many days ago is told to be old. */
const OLD_DAYS = 7;

/** Where the articles are beside the one index; what a bounded log no longer has is nowhere else. */
function backups({ index, replicas, snapshot }: ArchiveStatus, isBounded: boolean, now: number): Finding[] {
  if (index === null) return [];
  const days = snapshot === null ? null : Math.floor((now - Date.parse(snapshot)) / DAY_MS);
  if (days !== null && days <= OLD_DAYS) return [];
  if (days !== null)
    return [
      warn(
        PART,
        `The newest snapshot of the index is ${days} days old (docs/scaling.md).`,
        `索引的最新快照已是 ${days} 天前的（见 docs/scaling.md）。`,
        `Новейшему снимку индекса уже дней: ${days} (docs/scaling.md).`,
      ),
    ];
  if (isBounded)
    return [
      warn(
        PART,
        "SCO_LOG_DAYS is set, and older articles are in OpenSearch alone: there is no snapshot of it. Take one each night (docs/scaling.md).",
        "已设置 SCO_LOG_DAYS，较早的文章只存在于 OpenSearch 中，却没有快照。请每晚做快照（见 docs/scaling.md）。",
        "Задан SCO_LOG_DAYS, и более старые статьи есть только в OpenSearch, а снимков нет. Делайте их каждую ночь (docs/scaling.md).",
      ),
    ];
  if (replicas > 0) return [];
  return [
    warn(
      PART,
      "There is one copy of the index only; add a node, or take snapshots (docs/scaling.md).",
      "索引只有一份；请增加节点或做快照（见 docs/scaling.md）。",
      "Индекс только в одном экземпляре; добавьте узел или делайте снимки (docs/scaling.md).",
    ),
  ];
}

function findings({ index, articles, current, behind, parked }: ArchiveStatus): Finding[] {
  if (index === null)
    return [
      ok(
        PART,
        "It can be written to and searched; there is no index yet, the service makes it.",
        "可以写入和搜索；尚无索引，服务启动后会建立。",
        "Запись и поиск работают; индекса ещё нет, его создаст служба.",
      ),
    ];
  const found = [
    ok(
      PART,
      `${articles} articles in ${index}, ${behind} on their way`,
      `${index} 中有 ${articles} 篇文章，${behind} 篇待写入`,
      `Статей в ${index}: ${articles}, в пути: ${behind}`,
    ),
  ];
  if (!current)
    found.push(
      warn(
        PART,
        "The index was made by another version of the analysis. Run: npx sco index rebuild",
        "索引由其他版本的分析程序建立。请运行：npx sco index rebuild",
        "Индекс создан другой версией анализа. Выполните: npx sco index rebuild",
      ),
    );
  if (parked.length > 0)
    found.push(
      warn(
        PART,
        `${parked.length} articles are not taken by it; “index status” has the reasons.`,
        `有 ${parked.length} 篇文章未被收录；原因见“index status”。`,
        `Не принято статей: ${parked.length}; причины покажет «index status».`,
      ),
    );
  return found;
}
