/** Brings the article log to the engine: what came is sent in order, and how far that is stands in the index itself. */
import type { Article } from "../article.ts";
import type { Replay, Step } from "../articles/replay.ts";
import type { Cluster } from "../net/cluster.ts";
import type { ArticleChange, Parked, Writer } from "../search/index/opensearch/write.ts";

/** What stands in an index of how far it is. */
export interface Checkpoint {
  /** Place in the log up to which everything is here. */
  readonly place?: string;
  /** While it is being filled from the index before: the id that was copied last. */
  readonly copied?: string;
  /** It is not in use yet. */
  readonly filling?: boolean;
}

/** The shipped articles are older than anything that a log says. */
const SHIPPED = 1;
/** Articles that are asked for at once. */
const PAGE = 500;
/** Entries of the log that are sent before it is noted how far that is; several bulk calls. */
const NOTED = 2_000;

export interface Projection {
  readonly cluster: Cluster;
  readonly prefix: string;
  readonly alias: string;
  /** Of the analyzer. */
  readonly version: string;
  readonly replay: () => Replay;
  /** Writes to one index, whatever the alias becomes meanwhile. */
  readonly writerTo: (index: string) => Writer;
  /** Articles that are in no log. */
  readonly shipped: () => readonly Article[];
  readonly park: (parked: readonly Parked[]) => Promise<void>;
  /** Indices that this process has brought the shipped articles to. */
  readonly greeted: Set<string>;
}

/** Sends what the index in use lacks. @throws ClusterError when it does not take it; what was sent stays */
export async function project(all: Projection, index: string, signal?: AbortSignal): Promise<void> {
  const { place } = await checkpointOf(all.cluster, index);
  if (!all.greeted.has(index)) await sendShipped(all, index);
  await replayInto(all, index, place, signal);
}

/**
 * What the index has not of the shipped articles, or has otherwise. Their version is older than any other: what was put
 * right by hand or taken out stays so.
 */
export async function sendShipped(
  { cluster, shipped, writerTo, park, greeted }: Projection,
  index: string,
): Promise<void> {
  const articles = shipped();
  for (let at = 0; at < articles.length; at += PAGE) {
    const page = articles.slice(at, at + PAGE);
    const { body } = await cluster.ask<{ docs: readonly Stored[] }>("POST", `/${index}/_mget`, {
      body: { docs: page.map(({ id }) => ({ _id: id, _source: ["id", "doc.article"] })) },
    });
    const fresh = page.filter((article, n) => {
      const { _version = 0, _source } = body.docs[n] ?? {};
      return _version <= SHIPPED && JSON.stringify(_source?.doc?.article) !== JSON.stringify(article);
    });
    const changes = fresh.map((article) => ({ id: article.id, version: SHIPPED, article }));
    await park(await writerTo(index).write(changes));
  }
  greeted.add(index);
}

interface Stored {
  readonly _version?: number;
  readonly _source?: { readonly doc?: { readonly article: Article } };
}

/** @returns the place that the index has come to */
export async function replayInto(
  { cluster, replay, writerTo, park }: Pick<Projection, "cluster" | "replay" | "writerTo" | "park">,
  index: string,
  from: string | undefined,
  signal?: AbortSignal,
  told: (done: number, of: number) => void = () => {},
): Promise<string | undefined> {
  const writer = writerTo(index);
  let place = from;
  let steps: Step[] = [];
  let done = 0;
  let share = 1;
  const send = async () => {
    if (place === undefined || place === from) return;
    await park(await writer.write(steps.map(changeOf)));
    done += steps.length;
    steps = [];
    await note(cluster, index, { ...(await checkpointOf(cluster, index)), place });
    told(done, Math.round(done / share));
  };
  for await (const page of replay().after(from)) {
    steps.push(...page.steps);
    place = page.place;
    share = page.share ?? 1;
    if (steps.length >= NOTED) await send();
    if (signal?.aborted) break;
  }
  await send();
  return place;
}

const changeOf = ({ entry, version }: Step): ArticleChange =>
  "put" in entry
    ? { id: entry.put.id, version, article: entry.put }
    : { id: entry.remove, version, article: null };

export async function checkpointOf(cluster: Cluster, index: string): Promise<Checkpoint> {
  const { body } = await cluster.ask<{ _source?: { checkpoint?: Checkpoint } }>(
    "GET",
    `/${index}/_doc/checkpoint`,
    { allow: [404] },
  );
  return body._source?.checkpoint ?? {};
}

export async function note(cluster: Cluster, index: string, checkpoint: Checkpoint): Promise<void> {
  await cluster.ask("PUT", `/${index}/_doc/checkpoint`, { body: { checkpoint } });
}
