/** Puts the archive together: the engine behind search, the articles that go there, and what an operator asks of it. */
import { randomUUID } from "node:crypto";
import type { Article } from "../article.ts";
import type { articleId } from "../articles/identity.ts";
import type { Library } from "../articles/library.ts";
import { replayOf } from "../articles/replay.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { BotError } from "../errors.ts";
import { type Cluster, ClusterError, openCluster } from "../net/cluster.ts";
import { once } from "../once.ts";
import type { Health } from "../ops/health.ts";
import { createSearch } from "../search/create.ts";
import { aliasOf, currentIndex } from "../search/index/opensearch/indices.ts";
import {
  createEngineIndex,
  type EngineIndex,
  type EngineOptions,
} from "../search/index/opensearch/opensearch.ts";
import { createWriter, type Parked } from "../search/index/opensearch/write.ts";
import type { StateStore } from "../state/store.ts";
import type { Archive, ArchiveStatus } from "./archive.ts";
import { refusalOf, troubleWith } from "./check.ts";
import { examineEngine } from "./examine.ts";
import { createCircuit, fallingBack } from "./fall-back.ts";
import { following } from "./follow.ts";
import { checkpointOf, type Projection, project } from "./project.ts";
import { indicesOf, rebuild } from "./rebuild.ts";
import { verify } from "./verify.ts";
import { keepNewest } from "./window.ts";

const PART = "search engine";
const WRITING = "search engine, writing";
/** Rows of what the engine does not take. */
const PARKED = "archive:parked:";
/** Entries of the log that are counted when somebody asks how far behind the engine is. */
const COUNTED = 100_000;
/** Articles of a time may be many, and take longer than an answer. */
const PUBLISHED_MS = 5_000;

export interface Opening {
  readonly config: Config;
  readonly clock: Clock;
  readonly health: Health;
  readonly library: Library;
  readonly store: () => StateStore;
  /** What the article log is written in: a file, or a stream. */
  readonly written: () => Parameters<typeof replayOf>[0];
  // Given and not imported, so that the build keeps what every start loads in as few files as without an archive.
  readonly isEntry: Parameters<typeof replayOf>[1];
  readonly idOf: typeof articleId;
}

/** `library` has the articles that no log has, at the time of the call; from then on it keeps the newest. */
export function openArchive(opening: Opening): Archive {
  const archive = createArchive(opening);
  keepNewest(opening.library);
  return archive;
}

function createArchive(opening: Opening): Archive {
  const { config, clock, health, library, store } = opening;
  const cluster = openCluster({
    urls: config.SCO_SEARCH_URL ?? [],
    user: config.SCO_SEARCH_USER,
    password: config.SCO_SEARCH_PASSWORD,
    ca: config.SCO_SEARCH_CA,
    clock,
  });
  const alias = aliasOf(config.SCO_SEARCH_PREFIX);
  const shipped = [...library.newest()];
  const { far, index, options, version } = openFar(cluster, alias, opening);
  const all: Projection = {
    ...{ cluster, alias, version, prefix: config.SCO_SEARCH_PREFIX },
    replay: once(() => replayOf(opening.written(), opening.isEntry)),
    writerTo: keeping((name) => createWriter(options, name)),
    shipped: () => shipped,
    park,
    greeted: new Set(),
  };
  const circuit = createCircuit(clock, {
    failed: (thrown) => health.worse(PART, troubleWith(thrown)),
    well: () => health.well(PART),
  });
  /** The first index is in use when it has everything. */
  const bring = async (signal?: AbortSignal): Promise<void> => {
    const name = await currentIndex(cluster, alias);
    if (name === undefined) await rebuild(all, () => {});
    else await project(all, name, signal);
  };
  const follow = following(
    bring,
    {
      failed: (thrown) => health.worse(WRITING, troubleWith(thrown)),
      well: () => health.well(WRITING),
    },
    { store, clock, owner: randomUUID() },
  );

  async function park(parked: readonly Parked[]): Promise<void> {
    for (const { id, reason } of parked) await store().set(`${PARKED}${id}`, { at: clock.now(), reason });
  }
  async function parkedOnes(): Promise<ArchiveStatus["parked"]> {
    const rows = await store().list(PARKED);
    return rows.map(([key, value]) => ({
      id: key.slice(PARKED.length),
      reason: String((value as { reason?: unknown }).reason ?? ""),
    }));
  }
  async function status(): Promise<ArchiveStatus> {
    const name = await currentIndex(cluster, alias);
    const parked = await parkedOnes();
    const others = (await indicesOf(cluster, alias)).filter((one) => one !== name);
    if (name === undefined)
      return { index: null, articles: 0, replicas: 0, current: true, behind: 0, parked, others };
    const { articles } = await index.ready();
    const { body } = await cluster.ask<{ active_shards: number; active_primary_shards: number }>(
      "GET",
      `/_cluster/health/${name}`,
    );
    let behind = 0;
    for await (const { steps } of all.replay().after((await checkpointOf(cluster, name)).place)) {
      behind += steps.length;
      if (behind >= COUNTED) break;
    }
    return {
      ...{ index: name, articles, behind, parked, others },
      replicas: body.active_shards - body.active_primary_shards,
      current: name.includes(`-${version.replace(/[^a-z0-9]/gi, "").toLowerCase()}-`),
    };
  }

  return {
    search: (near) => fallingBack(near, far, circuit, index),
    between: async (...asked) => (await circuit.whole(() => index.between(...asked), PUBLISHED_MS))?.found,
    fresh: (articles) => unknownTo(index, opening, articles).catch(() => articles),
    start: follow.start,
    stop: follow.stop,
    bring,
    status: () => told(status),
    rebuild: (progress) => told(() => rebuild(all, progress)),
    verify: (progress) => told(() => verify(all, progress, clock.now())),
    examine: () => examineEngine({ cluster, alias, prefix: config.SCO_SEARCH_PREFIX, status }),
    get articles() {
      return index.size;
    },
    get fallbacks() {
      return circuit.fallbacks;
    },
    async refused() {
      try {
        const refused = await refusalOf(cluster, alias);
        if (!refused) await index.statistics().catch(() => undefined);
        return refused;
      } catch (thrown) {
        health.worse(PART, troubleWith(thrown));
        return null;
      }
    },
    async close() {
      await all.replay().close();
      await cluster.close();
    },
  };
}

/** Search as it always is, over an index in the engine. */
function openFar(cluster: Cluster, alias: string, { library, clock }: Opening) {
  let made: { index: EngineIndex; options: EngineOptions; version: string } | undefined;
  const far = createSearch({
    publishers: library.publishers,
    now: clock.now,
    open({ analyzer, keyOf, wording, seen = () => {} }) {
      const names = new Set<string>();
      const options: EngineOptions = {
        ...{ cluster, alias, keyOf, analyze: analyzer.analyze, now: clock.now },
        ...(wording && { wording }),
        found(articles) {
          library.lend(articles);
          for (const article of articles) if (!names.has(article.source)) seen(article);
          for (const { source } of articles) names.add(source);
        },
      };
      const index = createEngineIndex(options);
      made = { index, options, version: analyzer.version };
      return Object.assign(index, { snapshot: async () => false });
    },
  });
  if (!made) throw new Error("search opened no index");
  return { far, ...made };
}

/**
 * What a feed brings again of an article that memory no longer has is left out; a new one whose id is taken in the
 * archive gets a longer one.
 */
async function unknownTo(
  index: EngineIndex,
  { library, idOf }: Opening,
  articles: readonly Article[],
): Promise<readonly Article[]> {
  const strange = articles.filter(({ id }) => library.get(id) === undefined);
  if (strange.length === 0) return articles;
  const links = await index.byLinks(strange.flatMap(({ url }) => url ?? []));
  const taken = new Set((await index.get(strange.map(({ id }) => id))).map(({ id }) => id));
  return articles.flatMap((article) => {
    if (!strange.includes(article)) return [article];
    if (article.url !== null && links.has(article.url)) return [];
    return taken.has(article.id)
      ? [{ ...article, id: idOf(article, (id) => id.length < LONG_ID) }]
      : [article];
  });
}

/** Characters of an id that no archive of millions has twice. */
const LONG_ID = 12;

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof ClusterError)
      throw new BotError("unavailable", troubleWith(thrown), { cause: thrown });
    throw thrown;
  }
}

/** The same for the same name: what a writer has learnt of words stays with it. */
function keeping<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}
