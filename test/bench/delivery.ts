/**
 * `npm run bench:delivery [-- --json] [SIZE…]`: what schedules and watches by the thousand cost one process, on each
 * backend: the CPU of an idle planning round, that of one new article, and the longest turn of the event loop.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Article } from "../../src/article.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { createCounts } from "../../src/delivery/counts.ts";
import { createDelivery } from "../../src/delivery/delivery.ts";
import { createMatching } from "../../src/delivery/matching.ts";
import type { Schedule, Watch } from "../../src/delivery/model.ts";
import { nextRun } from "../../src/delivery/times.ts";
import { createWebhooks } from "../../src/delivery/webhook/webhooks.ts";
import { createLog } from "../../src/log.ts";
import { createSearch } from "../../src/search/create.ts";
import { openStore } from "../../src/state/open.ts";
import { redisStore } from "../../src/state/redis.ts";
import { isAway } from "../../src/state/rows.ts";
import type { StateStore } from "../../src/state/store.ts";
import { startRedis } from "../redis.ts";
import { generate } from "./generate.ts";
import { drawFrom } from "./random.ts";
import { watched } from "./turns.ts";
import { wordLists } from "./words.ts";

interface Row {
  readonly backend: "journal" | "redis";
  readonly schedules: number;
  readonly watches: number;
  readonly idleCpuMs: number;
  readonly articleCpuMs: number;
  readonly longestTurnMs: number;
}

const given = process.argv.slice(2);
const asJson = given.includes("--json");
const chosen = given.filter((word) => /^\d+$/.test(word)).map(Number);
const SIZES = chosen.length > 0 ? chosen : [1_000, 10_000, 100_000];
/** Channels that share a workspace, and rows of one change. */
const CHANNELS = 50;
const ROUNDS_MS = 3_000;
/** A machine that is busy elsewhere may keep the filling waiting; what is measured has the bot's own limits. */
const PATIENCE_MS = 60_000;
const TRIES = 20;
const ARTICLES = 30;

const log = createLog(readConfig({ SCO_LOG_LEVEL: "silent" }));
const words = await wordLists();
const { articles } = generate(3_000, words);
const search = createSearch({ publishers: [] });
await search.add(articles.slice(0, 2_000));
const fresh = articles.slice(2_000, 2_000 + ARTICLES);
const rows: Row[] = [];

for (const size of SIZES) {
  const folder = await mkdtemp(join(tmpdir(), "sco-bench-"));
  const journal = openStore({ REDIS_URL: undefined, SCO_DATA_DIR: folder }, systemClock);
  await fill(journal, size);
  rows.push(await measured("journal", size, journal));
  await rm(folder, { recursive: true, force: true });
  if (spawnSync("redis-server", ["--version"]).status !== 0) {
    console.error("There is no redis-server here: its rows are left out.");
    continue;
  }
  const redis = await startRedis();
  const filling = redisStore(redis.url, systemClock, { commandMs: PATIENCE_MS });
  await fill(filling, size);
  await filling.close();
  rows.push(
    await measured("redis", size, openStore({ REDIS_URL: redis.url, SCO_DATA_DIR: folder }, systemClock)),
  );
  await redis.stop();
}
if (asJson) process.stdout.write(`${JSON.stringify({ rows })}\n`);
else console.table(rows);
process.exit(0);

async function measured(backend: Row["backend"], size: number, store: StateStore): Promise<Row> {
  const idleCpuMs = await idle(store);
  const { cpuMs, longestMs } = await matching(store);
  await store.close();
  const rounded = (ms: number) => Math.round(ms * 1000) / 1000;
  const [article, longest] = [rounded(cpuMs), rounded(longestMs)];
  const row = {
    backend,
    schedules: size,
    watches: size,
    idleCpuMs: rounded(idleCpuMs),
    articleCpuMs: article,
    longestTurnMs: longest,
  };
  console.error(JSON.stringify(row));
  return row;
}

/** Every channel has one schedule, due tomorrow, and one watch of two words of some title. */
async function fill(store: StateStore, size: number): Promise<void> {
  const draw = drawFrom(size);
  const now = systemClock.now();
  const soon = new Date(now - 3_600_000).toISOString().slice(11, 16);
  for (let from = 0; from < size; from += CHANNELS) {
    const set: Record<string, unknown> = {};
    const at: Record<string, number> = {};
    for (let n = from; n < Math.min(size, from + CHANNELS); n++) {
      const place = { platform: "slack", workspace: `T${from / CHANNELS}`, channel: `C${n}` };
      const common = { ...place, id: "a", zone: "UTC", by: "U1", locale: "en" } as const;
      const schedule: Schedule = { ...common, time: soon, days: [1, 2, 3, 4, 5, 6, 7], empty: "skip" };
      const scope = `slack/${place.workspace}/${place.channel}`;
      set[`schedule:${scope}:a`] = schedule;
      set[`last:${scope}:a`] = now;
      at[`schedule:${scope}:a`] = nextRun(schedule, now);
      set[`watch:${scope}:b`] = {
        ...common,
        id: "b",
        query: queryOf(draw.one(articles), draw),
        every: 30,
      } satisfies Watch;
    }
    await store.commit({ set, at });
  }
}

function queryOf({ title, language }: Article, draw: ReturnType<typeof drawFrom>): string {
  if (language === "zh") {
    const at = draw.below(Math.max(1, title.length - 4));
    return title.slice(at, at + 4);
  }
  const all = title.split(" ").filter((word) => word.length > 3);
  return `${draw.one(all)} ${draw.one(all)}`;
}

/** CPU of one round in which nothing is due. */
async function idle(store: StateStore): Promise<number> {
  let rounds = 0;
  const counting = Object.create(store, {
    due: {
      value: (...asked: Parameters<StateStore["due"]>) => {
        rounds += 1;
        return store.due(...asked);
      },
    },
    health: { get: () => store.health },
  }) as StateStore;
  const library = createLibrary([]);
  const delivery = createDelivery({
    ...{ store: counting, library, clock: systemClock, log, adapters: [] },
    keeper: {
      catchUp: async () => {},
      keep: async () => {},
      drop: async () => {},
      tidy: async () => {},
      since: () => [],
      cameAt: () => undefined,
    },
    health: { worse: () => {}, well: () => {}, troubles: [] },
    search: () => search,
    webhooks: createWebhooks({
      secretKey: undefined,
      allowHosts: [],
      contact: undefined,
      clock: systemClock,
      operates: () => false,
    }),
    summarise: () => Promise.reject(new Error("nothing is due")),
    roundMs: 10,
  });
  delivery.start();
  await wait(1_000);
  const before = rounds;
  const cpu = process.cpuUsage();
  await wait(ROUNDS_MS);
  const { user, system } = process.cpuUsage(cpu);
  const each = (user + system) / 1000 / Math.max(1, rounds - before);
  await delivery.stop();
  return each;
}

/** CPU of one article against all watches, what it brings to them written down; the middle of several. */
async function matching(store: StateStore): Promise<{ readonly cpuMs: number; readonly longestMs: number }> {
  const made = createMatching({
    library: createLibrary([]),
    ...{ store, clock: systemClock, log, counts: createCounts() },
    keeper: { catchUp: async () => {}, since: () => [], cameAt: () => undefined },
    search: () => search,
  });
  const dated = (article: Article): Article => ({
    ...article,
    published: new Date(systemClock.now()).toISOString(),
  });
  const [first, ...others] = fresh.map(dated);
  const match = async (article: Article): Promise<void> => {
    made.arrived([article]);
    await inTheEnd(made.step);
  };
  // The first one takes up the watches.
  if (first) await match(first);
  const each: number[] = [];
  const half = Math.ceil(others.length / 2);
  for (const article of others.slice(0, half)) {
    const cpu = process.cpuUsage();
    await match(article);
    const { user, system } = process.cpuUsage(cpu);
    each.push((user + system) / 1000);
  }
  // Whoever looks at the turns keeps the processor busy while the state is waited for, so that is done apart.
  const { longestMs } = await watched(async () => {
    for (const article of others.slice(half)) await match(article);
  });
  await made.stop();
  return { cpuMs: each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0, longestMs };
}

/** Does it again while the state does not answer in time. */
async function inTheEnd(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await work();
      return;
    } catch (thrown) {
      if (!isAway(thrown) || tries === TRIES) throw thrown;
      await wait(1_000);
    }
}
