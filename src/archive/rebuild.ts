/** An index made anew: from the one before, which has what the log no longer has, and from the log; then they are swapped. */
import type { Article } from "../article.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/archive.ts";
import type { Cluster } from "../net/cluster.ts";
import { currentIndex, makeIndex, moveAlias, nameOf } from "../search/index/opensearch/indices.ts";
import { SETTINGS } from "../search/index/opensearch/mapping.ts";
import type { ArticleChange } from "../search/index/opensearch/write.ts";
import type { Progress, Rebuilt } from "./archive.ts";
import {
  type Checkpoint,
  checkpointOf,
  note,
  type Projection,
  project,
  replayInto,
  sendShipped,
} from "./project.ts";

/** Articles of one page of the index before; several bulk calls, so that making and sending them overlap. */
const PAGE = 1_000;
/** Nothing that is searched, and no copy, while it is filled. */
const FILLING = { refresh_interval: "-1", auto_expand_replicas: "false", number_of_replicas: 0 };
/** An index that lacks more than this share of the one before does not take its place. */
const LACKS = 0.001;

interface Found {
  readonly _version: number;
  readonly _source: { readonly id: string; readonly doc?: { readonly article: Article } };
  readonly sort: readonly unknown[];
}

/** @param progress told of articles that are copied, then of entries of the log */
export async function rebuild(all: Projection, progress: Progress): Promise<Rebuilt> {
  const { cluster, alias } = all;
  const before = await currentIndex(cluster, alias);
  const { name, checkpoint } = await target(all, before);
  if (checkpoint.filling === undefined) {
    await makeIndex(cluster, name);
    await settings(cluster, name, FILLING);
    // What comes from now on is in the log behind this place.
    const place = before === undefined ? undefined : (await checkpointOf(cluster, before)).place;
    await note(cluster, name, { filling: true, ...(place !== undefined && { place }) });
    await sendShipped(all, name);
  }
  if (before !== undefined) await copy(all, before, name, progress);
  const { place } = await checkpointOf(cluster, name);
  await replayInto(all, name, place, undefined, progress);
  await settings(cluster, name, { ...SETTINGS, similarity: undefined, number_of_shards: undefined });
  const [articles, had] = [
    await countOf(cluster, name),
    before === undefined ? 0 : await countOf(cluster, before),
  ];
  if (articles < had * (1 - LACKS)) throw lacking(name, articles, had);
  const { filling: _, copied: __, ...done } = await checkpointOf(cluster, name);
  await note(cluster, name, done);
  await moveAlias(cluster, alias, before, name);
  // What came while they were swapped.
  await project(all, name);
  return { index: name, before: before ?? null, articles };
}

/** The index that an earlier rebuild began, or the name of the next. */
async function target({ cluster, prefix, alias, version }: Projection, current: string | undefined) {
  const names = await indicesOf(cluster, alias);
  const stem = nameOf(prefix, version).replace(/1$/, "");
  const own = names.filter((name) => name.startsWith(stem) && name !== current);
  for (const name of own) {
    const checkpoint = await checkpointOf(cluster, name);
    if (checkpoint.filling) return { name, checkpoint };
  }
  const numbers = names
    .filter((name) => name.startsWith(stem))
    .map((name) => Number(name.slice(stem.length)));
  const none: Checkpoint = {};
  return { name: nameOf(prefix, version, Math.max(0, ...numbers) + 1), checkpoint: none };
}

/** All indices of ours, in use or kept. */
export async function indicesOf(cluster: Cluster, alias: string): Promise<string[]> {
  const { body } = await cluster.ask<Record<string, unknown>>("GET", `/${alias}-*/_alias`, { allow: [404] });
  return Object.keys(body)
    .filter((name) => name.startsWith(`${alias}-`))
    .sort();
}

/** Every article, and what is left of removed ones, in order of the id, with its version. */
async function copy(all: Projection, from: string, to: string, progress: Progress): Promise<void> {
  const { cluster, writerTo, park } = all;
  const writer = writerTo(to);
  await cluster.ask("POST", `/${from}/_refresh`, { ms: 60_000 });
  const query = { exists: { field: "id" } };
  const { body: counted } = await cluster.ask<{ count: number }>("POST", `/${from}/_count`, {
    body: { query },
  });
  let { copied } = await checkpointOf(cluster, to);
  const pageAfter = async (id: string | undefined) => {
    const { body } = await cluster.ask<{ hits: { hits: readonly Found[] } }>("POST", `/${from}/_search`, {
      ms: 60_000,
      body: {
        ...{ query, size: PAGE, version: true, _source: ["id", "doc.article"], track_total_hits: false },
        sort: [{ id: "asc" }],
        ...(id !== undefined && { search_after: [id] }),
      },
    });
    return body.hits.hits;
  };
  let done = copied === undefined ? 0 : await countUpTo(cluster, from, copied);
  for (let page = await pageAfter(copied); page.length > 0; ) {
    copied = page.at(-1)?._source.id;
    // The next page is read while this one is written.
    const [parked, next] = await Promise.all([writer.write(page.map(changeFrom)), pageAfter(copied)]);
    await park(parked);
    await note(cluster, to, {
      ...(await checkpointOf(cluster, to)),
      ...(copied !== undefined && { copied }),
    });
    done += page.length;
    progress(done, counted.count);
    page = next;
  }
}

const changeFrom = ({ _version: version, _source: { id, doc } }: Found): ArticleChange => ({
  id,
  version,
  article: doc?.article ?? null,
});

async function countUpTo(cluster: Cluster, index: string, id: string): Promise<number> {
  const { body } = await cluster.ask<{ count: number }>("POST", `/${index}/_count`, {
    body: { query: { range: { id: { lte: id } } } },
  });
  return body.count;
}

async function countOf(cluster: Cluster, index: string): Promise<number> {
  await cluster.ask("POST", `/${index}/_refresh`, { ms: 60_000 });
  const { body } = await cluster.ask<{ count: number }>("POST", `/${index}/_count`, {
    body: { query: { exists: { field: "language" } } },
  });
  return body.count;
}

async function settings(cluster: Cluster, index: string, changed: object): Promise<void> {
  await cluster.ask("PUT", `/${index}/_settings`, { body: { index: changed } });
}

function lacking(name: string, articles: number, had: number): BotError {
  return new BotError("unavailable", errors.lacking(name, articles, had));
}
