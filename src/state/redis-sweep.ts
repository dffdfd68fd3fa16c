/** Rows in Redis that lost their entry in an index or list (taken out by hand, or lost with a node) come back into it. */
import type { Cluster } from "ioredis";
import { valueName } from "./names.ts";
import { indexOf, isListed, partitionOf } from "./partition.ts";
import type { Client } from "./redis-client.ts";
import { entryOf, keysOf } from "./redis-layout.ts";

/** Keys that a server looks at in one call: about a millisecond of its time. */
const LOOKED = 1000;

/**
 * Looks at one page of keys, and enters those of indexed rooms that stand in no index as due at `now` (epoch ms), and
 * those that no list of their partition has.
 * @param from what the last call answered; "" at first
 * @returns where the next page begins; "" when every key of every node has been looked at
 */
export async function sweepPage(to: Client, from: string, now: number): Promise<string> {
  const nodes = isCluster(to) ? to.nodes("master") : [to];
  const [at = "0", cursor = "0"] = from.split(":");
  const node = nodes[Number(at)];
  if (!node) return "";
  const [next, names] = await node.scan(cursor, "MATCH", `{sco:*}${valueName("*")}`, "COUNT", LOOKED);
  const missing = new Map<string, (string | number)[]>();
  const miss = (set: string, score: number, key: string): void => {
    const places = missing.get(set);
    if (places) places.push(score, key);
    else missing.set(set, [score, key]);
  };
  for (const name of names) {
    const key = name.slice(name.indexOf("}") + 1 + valueName("").length);
    const bucket = indexOf(key) && entryOf(key);
    if (bucket) miss(bucket, now, key);
    if (isListed(key)) miss(keysOf(partitionOf(key)), 0, key);
  }
  // A row that was deleted meanwhile leaves an entry without a row, which whoever looks at it takes out.
  await Promise.all([...missing].map(([bucket, places]) => to.zadd(bucket, "NX", ...places)));
  if (next !== "0") return `${at}:${next}`;
  return Number(at) + 1 < nodes.length ? `${Number(at) + 1}:0` : "";
}

function isCluster(to: Client): to is Cluster {
  return to.isCluster;
}
