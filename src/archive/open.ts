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
import { aliasOf, currentIndex, isOlder } from "../search/index/opensearch/indices.ts";
import type { EngineIndex } from "../search/index/opensearch/opensearch.ts";
import { createWriter, type Parked } from "../search/index/opensearch/write.ts";
import type { StateStore } from "../state/store.ts";
import type { Archive, ArchiveStatus } from "./archive.ts";
import { refusalOf, troubleWith } from "./check.ts";
import { examineEngine } from "./examine.ts";
import { createCircuit, fallingBack } from "./fall-back.ts";
import { openFar, searchOver } from "./far.ts";
import { following } from "./follow.ts";
import { checkpointOf, type Projection, project } from "./project.ts";
import { indicesOf, rebuild } from "./rebuild.ts";
import { DAY_MS, replicasOf, snapshotOf, trim } from "./trim.ts";
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

/** Between looks at what the log may lose. */
const TRIM_MS = 3_600_000;
/** The status where there is no index. */
const NONE = { index: null, articles: 0, replicas: 0, snapshot: null, current: true, behind: 0 };

export interface ArchiveOptions {
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
export function openArchive(opening: ArchiveOptions): Archive {
  const archive = createArchive(opening);
  keepNewest(opening.library);
  return archive;
}

function createArchive(opening: ArchiveOptions): Archive {
  const { config, clock, health, library, store } = opening;
  const connect = (own: Clock): Cluster =>
    openCluster({
      urls: config.SCO_SEARCH_URL ?? [],
      user: config.SCO_SEARCH_USER,
      password: config.SCO_SEARCH_PASSWORD,
      ca: config.SCO_SEARCH_CA,
      clock: own,
    });
  const cluster = connect(clock);
  const alias = aliasOf(config.SCO_SEARCH_PREFIX);
  const shipped = [...library.newest()];
  const { far, index, options, version } = openFar(cluster, alias, { library, now: clock.now });
  const written = once(opening.written);
  const all: Projection = {
    ...{ cluster, alias, version, prefix: config.SCO_SEARCH_PREFIX },
    replay: once(() => replayOf(written(), opening.isEntry)),
    writerTo: keeping((name) => createWriter(options, name)),
    shipped: () => shipped,
    park,
    greeted: new Set(),
  };
  const circuit = createCircuit(clock, {
    failed: (thrown) => health.worse(PART, troubleWith(thrown)),
    well: () => health.well(PART),
  });
  /** The first index is in use when it has everything, as is one of another layout. */
  const bring = async (signal?: AbortSignal): Promise<void> => {
    const name = await currentIndex(cluster, alias);
    if (name === undefined || isOlder(name, alias)) await rebuild(all, () => {});
    else await project(all, name, signal);
  };
  let trimmedAt = Number.NEGATIVE_INFINITY;
  const bound = async (): Promise<void> => {
    const { SCO_LOG_DAYS: days } = config;
    const log = written();
    const name = await currentIndex(cluster, alias);
    if (days === undefined || typeof log === "string" || name === undefined) return;
    if (clock.monotonic() < trimmedAt + TRIM_MS) return;
    trimmedAt = clock.monotonic();
    const isShipped = (id: string) => shipped.some((one) => one.id === id);
    const before = clock.now() - days * DAY_MS;
    await trim({ cluster, index: name, log, before, isShipped, isEntry: opening.isEntry });
  };
  const follow = following(
    async (signal) => {
      await bring(signal);
      await bound();
    },
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
    if (name === undefined) return { ...NONE, parked, others };
    const { articles } = await index.ready();
    const snapshot = await snapshotOf(cluster, name);
    let behind = 0;
    for await (const { steps } of all.replay().after((await checkpointOf(cluster, name)).place)) {
      behind += steps.length;
      if (behind >= COUNTED) break;
    }
    return {
      ...{ index: name, articles, behind, parked, others },
      replicas: await replicasOf(cluster, name),
      snapshot: snapshot === null ? null : new Date(snapshot).toISOString(),
      current: name.includes(`-${version.replace(/[^a-z0-9]/gi, "").toLowerCase()}-`),
    };
  }

  return {
    search: (near) => fallingBack(near, far, circuit, index),
    between: async (...asked) => (await circuit.whole(() => index.between(...asked), PUBLISHED_MS))?.found,
    // Deadlines are for people.
    over: (own, near) =>
      searchOver(connect({ ...clock, sleep: () => new Promise(() => undefined) }), {
        ...{ prefix: `${config.SCO_SEARCH_PREFIX}-eval-${process.pid}`, library: own, now: clock.now },
        ...(near && { near }),
      }),
    fresh: (articles) => unknownTo(index, opening, articles).catch(() => articles),
    start: follow.start,
    stop: follow.stop,
    bring,
    status: () => told(status),
    rebuild: (progress) => told(() => rebuild(all, progress)),
    verify: (progress) => told(() => verify(all, progress, clock.now())),
    examine: () =>
      examineEngine({
        ...{ cluster, alias, prefix: config.SCO_SEARCH_PREFIX, status, now: clock.now() },
        isBounded: config.SCO_LOG_DAYS !== undefined,
      }),
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

/**
 * What a feed brings again of an article that memory no longer has is left out; a new one whose id is taken in the
 * archive gets a longer one.
 */
async function unknownTo(
  index: EngineIndex,
  { library, idOf }: ArchiveOptions,
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
