/**
 * Bounds the article log in Redis (`SCO_LOG_DAYS`): what is older is taken out when the engine has confirmed it and has it
 * twice, in a replica or in a snapshot.
 */
import type { replayOf } from "../articles/replay.ts";
import { type Cluster, ClusterError } from "../net/cluster.ts";
import { checkpointOf } from "./project.ts";

export const DAY_MS = 86_400_000;

export interface Trimming {
  readonly cluster: Cluster;
  /** Name of the index in use. */
  readonly index: string;
  readonly log: Exclude<Parameters<typeof replayOf>[0], string>;
  /** Epoch milliseconds: older entries go. */
  readonly before: number;
  /** An article that every start has anyway: what was done to it stands in the log alone. */
  readonly isShipped: (id: string) => boolean;
  readonly isEntry: Parameters<typeof replayOf>[1];
}

/** @returns how many entries were taken out */
export async function trim({ cluster, index, log, before, isShipped, isEntry }: Trimming): Promise<number> {
  const safe = Math.min(before, await safeUntil(cluster, index));
  let trimmed = 0;
  for await (const page of log.read(undefined)) {
    const old = page.filter(([id]) => timeOf(id) < safe);
    const gone = old.filter(([, text]) => {
      const name = nameIn(text, isEntry);
      return name === undefined || !isShipped(name);
    });
    await log.remove(gone.map(([id]) => id));
    trimmed += gone.length;
    if (old.length < page.length) break;
  }
  return trimmed;
}

/** The instant up to which everything that came is in the engine, and there twice. */
async function safeUntil(cluster: Cluster, index: string): Promise<number> {
  const { place } = await checkpointOf(cluster, index);
  if (place === undefined) return 0;
  const twice =
    (await replicasOf(cluster, index)) > 0 ? Number.POSITIVE_INFINITY : await snapshotOf(cluster, index);
  return Math.min(timeOf(place), twice ?? 0);
}

/** Ids of the log's entries are milliseconds, and a number within them. */
const timeOf = (id: string): number => Number(id.split("-")[0]) || 0;

function nameIn(text: string, isEntry: Trimming["isEntry"]): string | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    if (!isEntry(entry)) return undefined;
    return "put" in entry ? entry.put.id : entry.remove;
  } catch {
    return undefined;
  }
}

/** Copies of an index that answer beside the first. */
export async function replicasOf(cluster: Cluster, index: string): Promise<number> {
  const { body } = await cluster.ask<{ active_shards: number; active_primary_shards: number }>(
    "GET",
    `/_cluster/health/${index}`,
  );
  return body.active_shards - body.active_primary_shards;
}

interface Snapshot {
  readonly indices: readonly string[];
  readonly state: string;
  readonly start_time_in_millis: number;
}

/** When the newest whole snapshot of an index was begun (epoch milliseconds); null when there is none that may be seen. */
export async function snapshotOf(cluster: Cluster, index: string): Promise<number | null> {
  try {
    const { body: repositories } = await cluster.ask<object>("GET", "/_snapshot");
    const times: number[] = [];
    for (const name of Object.keys(repositories)) {
      const path = `/_snapshot/${encodeURIComponent(name)}/_all?ignore_unavailable=true`;
      const { body } = await cluster.ask<{ snapshots?: readonly Snapshot[] }>("GET", path, {
        allow: [404, 500],
      });
      for (const { indices, state, start_time_in_millis } of body.snapshots ?? [])
        if (state === "SUCCESS" && indices.includes(index)) times.push(start_time_in_millis);
    }
    return times.length > 0 ? Math.max(...times) : null;
  } catch (thrown) {
    if (thrown instanceof ClusterError && thrown.status === 403) return null;
    throw thrown;
  }
}
