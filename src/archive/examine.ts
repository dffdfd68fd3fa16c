/** For `doctor`: the engine is tried out, on an index of its own that is gone afterwards. */
import { archive } from "../i18n/archive.ts";
import { engine as say } from "../i18n/doctor.ts";
import { inEveryLocale } from "../i18n/words.ts";
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
    if (refused) return [bad(PART, refused)];
    await tryOut(cluster, `${prefix}-doctor-${process.pid}`);
    const found = await status();
    return [...findings(found), ...backups(found, isBounded, now)];
  } catch (thrown) {
    const missing = thrown instanceof ClusterError && thrown.type === "unreachable";
    return [(missing ? warn : bad)(PART, troubleWith(thrown))];
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
  if (days !== null) return [warn(PART, say.oldSnapshot(days))];
  if (isBounded) return [warn(PART, say.noSnapshot)];
  if (replicas > 0) return [];
  return [warn(PART, say.oneCopy)];
}

function findings({ index, articles, current, behind, parked }: ArchiveStatus): Finding[] {
  if (index === null) return [ok(PART, say.empty)];
  const found = [ok(PART, say.articles(articles, index, behind))];
  if (!current)
    found.push(
      warn(
        PART,
        inEveryLocale(archive, ({ stale }) => stale),
      ),
    );
  if (parked.length > 0) found.push(warn(PART, say.parked(parked.length)));
  return found;
}
