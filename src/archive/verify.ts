/** Holds the index against the article log: what is missing is sent again, what is there though removed is taken out. */

import type { Step } from "../articles/replay.ts";
import { currentIndex, isOlder } from "../search/index/opensearch/indices.ts";
import type { Progress, Verified } from "./archive.ts";
import type { Projection } from "./project.ts";

/** Articles that are asked for at once. */
const PAGE = 1_000;

/** @param now epoch milliseconds: what is sent again is newer than what was done to the index by hand */
export async function verify(all: Projection, progress: Progress, now: number): Promise<Verified> {
  const { cluster, alias, replay, writerTo, park } = all;
  const index = await currentIndex(cluster, alias);
  if (index === undefined || isOlder(index, alias)) return { checked: 0, missing: 0, resurrected: 0 };
  await cluster.ask("POST", `/${index}/_refresh`, { ms: 60_000 });
  /** What the log says of each article in the end: its version, below nought when it is removed. */
  const last = new Map<string, number>();
  for await (const { steps } of replay().after(undefined))
    for (const { entry, version } of steps)
      if ("put" in entry) last.set(entry.put.id, version);
      else last.set(entry.remove, -version);
  const ids = [...last.keys()];
  const wrong = new Set<string>();
  let resurrected = 0;
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = ids.slice(at, at + PAGE);
    const { body } = await cluster.ask<{ docs: readonly { _id: string; _source?: { language?: string } }[] }>(
      "POST",
      `/${index}/_mget?_source_includes=language`,
      { ms: 60_000, body: { ids: page } },
    );
    for (const { _id, _source } of body.docs) {
      const isThere = _source?.language !== undefined;
      const isWanted = (last.get(_id) ?? 0) > 0;
      if (isThere === isWanted) continue;
      wrong.add(_id);
      if (isThere) resurrected++;
    }
    progress(Math.min(at + PAGE, ids.length), ids.length);
  }
  if (wrong.size > 0) await mend();
  return { checked: ids.length, missing: wrong.size - resurrected, resurrected };

  async function mend(): Promise<void> {
    const writer = writerTo(index ?? alias);
    for await (const { steps } of replay().after(undefined)) {
      const needed = steps.filter((step) => wrong.has(idOf(step)));
      await park(
        await writer.write(
          needed.map(({ entry, version }) => ({
            id: "put" in entry ? entry.put.id : entry.remove,
            version: Math.max(version, now * 1_000) + 1,
            article: "put" in entry ? entry.put : null,
          })),
        ),
      );
    }
  }
}

const idOf = ({ entry }: Step): string => ("put" in entry ? entry.put.id : entry.remove);
