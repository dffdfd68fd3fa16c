/** The log in Redis loses only what the engine has twice. */
import { expect, test } from "@jest/globals";
import { trim } from "../../src/archive/trim.ts";
import { isEntry } from "../../src/articles/log.ts";
import { type Cluster, ClusterError } from "../../src/net/cluster.ts";
import { article } from "../search/engine/articles.ts";

/** A cluster whose index has come to a place, with copies and snapshots. */
function clusterWith({
  place,
  replicas = 0,
  snapshots = [],
}: {
  place?: string;
  replicas?: number;
  snapshots?:
    | readonly { start_time_in_millis: number; state: string; indices: readonly string[] }[]
    | "forbidden";
}): Cluster {
  const answers: Readonly<Record<string, () => unknown>> = {
    "/articles-1/_doc/checkpoint": () => ({ _source: { checkpoint: { place } } }),
    "/_cluster/health/articles-1": () => ({ active_shards: 1 + replicas, active_primary_shards: 1 }),
    "/_snapshot": () => {
      if (snapshots === "forbidden") throw new ClusterError(403, "security_exception", "no permissions");
      return { backup: {} };
    },
    "/_snapshot/backup/_all?ignore_unavailable=true": () => ({ snapshots }),
  };
  const ask = async (_: string, path: string) => ({ status: 200, body: answers[path]?.() });
  return { ask, close: async () => {} } as unknown as Cluster;
}

/** A log of one entry a second, from 1000 on: an article each; the third takes out one that is shipped. */
function logOf(count: number) {
  const entries = new Map<string, string>();
  for (let at = 1; at <= count; at++)
    entries.set(
      `${at * 1_000}-0`,
      JSON.stringify(
        at === 3
          ? { at: at * 1_000, remove: "shipped" }
          : { at: at * 1_000, put: article(`a${at}`, "Text.") },
      ),
    );
  return {
    left: () => [...entries.keys()].map((id) => Number(id.split("-")[0]) / 1_000),
    log: {
      append: async () => [],
      async *read() {
        const all = [...entries];
        for (let at = 0; at < all.length; at += 4) yield all.slice(at, at + 4);
      },
      remove: async (ids: readonly string[]) => {
        for (const id of ids) entries.delete(id);
      },
      close: async () => {},
    },
  };
}

const whole = { state: "SUCCESS", indices: ["articles-1"] };

test.each([
  ["a replica", { place: "9000-0", replicas: 1 }, [3, 7, 8, 9, 10]],
  [
    "a snapshot",
    { place: "9000-0", snapshots: [{ ...whole, start_time_in_millis: 5_000 }] },
    [3, 5, 6, 7, 8, 9, 10],
  ],
  ["less in the engine than is old", { place: "5000-0", replicas: 1 }, [3, 5, 6, 7, 8, 9, 10]],
  ["one copy only", { place: "9000-0" }, "all"],
  ["nothing in the engine yet", { replicas: 1 }, "all"],
  ["snapshots that may not be seen", { place: "9000-0", snapshots: "forbidden" as const }, "all"],
  [
    "snapshots of others, or in part",
    {
      place: "9000-0",
      snapshots: [
        { ...whole, state: "PARTIAL", start_time_in_millis: 5_000 },
        { ...whole, indices: ["other"], start_time_in_millis: 5_000 },
      ],
    },
    "all",
  ],
])("with %s", async (_, cluster, left) => {
  const made = logOf(10);
  const gone = await trim({
    ...{ cluster: clusterWith(cluster), index: "articles-1", log: made.log, before: 7_000 },
    ...{ isShipped: (id: string) => id === "shipped", isEntry },
  });
  const expected = left === "all" ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : left;
  expect([made.left(), gone]).toEqual([expected, 10 - expected.length]);
});
