/**
 * `npm run chaos [-- --articles N --schedules N --watches N --redis]`: processes and Redis die, freeze and misbehave for a minute;
 * nothing may be lost or doubled. With sizes the state is as full as that beside what is counted; --redis alone leaves the journal out.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { nonceOf } from "../../adapters/discord/deliver.ts";
import type { Article } from "../../src/article.ts";
import { systemClock } from "../../src/clock.ts";
import { lastKey, type Schedule, scheduleKey, type Watch, watchKey } from "../../src/delivery/model.ts";
import { latestRun } from "../../src/delivery/times.ts";
import { openStore } from "../../src/state/open.ts";
import { isAway } from "../../src/state/rows.ts";
import { type Step, stepOf } from "../../src/state/store.ts";
import { fillState, sizeOf } from "../load/fill.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { type Message, type Platforms, startPlatforms } from "./platforms.ts";

const env = process.env;
const SECONDS = Number(env.CHAOS_SECONDS ?? 60);
const RUNS = Number(env.CHAOS_RUNS ?? 1);
const { values } = parseArgs({
  options: {
    articles: { type: "string" },
    schedules: { type: "string" },
    watches: { type: "string" },
    redis: { type: "boolean", default: false },
  },
});
const SIZE = sizeOf(values);
const MODES = values.redis ? ["redis"] : (env.CHAOS_MODES ?? "redis,embedded").split(",");
const CHANNELS = 60;
const ARTICLE_EVERY_MS = 200;
const DRAIN_MS = 60_000;
const DAYS = [1, 2, 3, 4, 5, 6, 7];

type StateSettings = { readonly REDIS_URL?: string; readonly SCO_DATA_DIR: string };

interface Expected {
  readonly what: string;
  readonly channel: string;
  readonly met: (message: Message) => boolean;
}

let failed = false;
for (let run = 1; run <= RUNS; run += 1)
  for (const mode of MODES) failed = !(await chaos(mode === "redis" ? "redis" : "embedded", run)) || failed;
process.exit(failed ? 1 : 0);

/** One run; prints its numbers and answers whether nothing was lost or doubled. */
async function chaos(mode: "redis" | "embedded", run: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "sco-chaos-"));
  mkdirSync(join(folder, "corpus"));
  const platforms = await startPlatforms();
  const redis =
    mode === "redis" ? await startRedis(["--appendonly", "yes", "--appendfsync", "always"]) : undefined;
  const feed = await startFeed();
  const settings = {
    ...(redis && { REDIS_URL: redis.url }),
    SCO_DATA_DIR: join(folder, "data"),
  };
  await fillState(settings, SIZE);
  const { expected, schedules } = await setUp(settings);
  const kills = { replicas: 0, "redis kills": 0, "redis freezes": 0 };
  const replicas = Array.from({ length: mode === "redis" ? 2 : 1 }, () =>
    keepRunning({
      ...settings,
      ...platformSettings(platforms),
      CHAOS_FEED: feed.url,
      CHAOS_CORPUS: join(folder, "corpus"),
    }),
  );
  const end = Date.now() + SECONDS * 1000;
  const stop = new AbortController();
  const troubles = [
    killing(replicas, kills, stop.signal),
    ...(redis ? [hurting(redis, kills, stop.signal)] : []),
    publishing(feed.articles, expected, stop.signal),
  ];
  await wait(end - Date.now());
  stop.abort();
  await Promise.allSettled(troubles);
  platforms.wild = false;
  // Every schedule whose time came during the run is expected too.
  for (const one of schedules)
    if (latestRun(one, end) > end - SECONDS * 1000) expected.push(expectedTick(one, latestRun(one, end)));
  const drained = Date.now() + DRAIN_MS;
  while (Date.now() < drained && tally(expected, platforms.messages).lost.length > 0) await wait(500);
  await wait(2000);
  for (const replica of replicas) await replica.end();
  const { lost, doubled } = tally(expected, platforms.messages);
  const fine =
    lost.length === 0 &&
    doubled.length === 0 &&
    platforms.refused.length === 0 &&
    expected.length >= (SECONDS >= 60 ? 300 : 1);
  const counts = Object.entries({ ...kills, ...platforms.faults }).map(([name, n]) => `${name} ${n}`);
  console.log(
    `${mode} run ${run}: ${expected.length} deliveries in ${platforms.messages.length} messages, ${lost.length} lost, ${doubled.length} doubled, ${platforms.refused.length} refused${fine ? "" : "  ← not good"}\n  ${counts.join(", ")}`,
  );
  for (const fault of platforms.refused.slice(0, 3)) console.log(`  ${fault}`);
  for (const { what, channel } of [...lost, ...doubled].slice(0, 10)) console.log(`  ${channel}: ${what}`);
  if (lost.length > 0) await explain(settings, lost);
  await Promise.all([platforms.stop(), feed.stop(), redis?.stop()]);
  rmSync(folder, { recursive: true, force: true });
  return fine;
}

/** What the bot itself says became of the channels that something was lost in. */
async function explain(settings: StateSettings, lost: readonly Expected[]): Promise<void> {
  const store = openStore({ REDIS_URL: undefined, ...settings }, systemClock);
  const channels = new Set(lost.slice(0, 3).map(({ channel }) => channel));
  for (const workspace of ["slack/T1/", "discord/200000000000000001/"])
    for await (const keys of store.ofScope(workspace))
      for (const key of keys)
        if ([...channels].some((channel) => key.includes(`/${channel}`)))
          console.log(`    ${key} ${JSON.stringify(await store.get(key)).slice(0, 300)}`);
  await store.close();
}

/** Channels take turns: Slack's and Discord's, each with one watch and one schedule. */
function placeOf(n: number): Pick<Watch, "platform" | "workspace" | "channel"> {
  return n % 2 === 0
    ? { platform: "slack", workspace: "T1", channel: `C${1000 + n}` }
    : {
        platform: "discord",
        workspace: "200000000000000001",
        channel: `${300_000_000_000_000_000n + BigInt(n)}`,
      };
}

async function setUp(settings: StateSettings) {
  const store = openStore({ REDIS_URL: undefined, ...settings }, systemClock);
  const now = Date.now();
  const schedules: Schedule[] = [];
  const steps: Step[] = [];
  for (let n = 0; n < CHANNELS; n += 1) {
    const common = { ...placeOf(n), zone: "UTC", by: "U1", locale: "en" as const };
    // Half of them in the first full minute, half in the second.
    const time = new Date(now + 60_000 * (1 + (n % 4 > 1 ? 1 : 0))).toISOString().slice(11, 16);
    const schedule: Schedule = { ...common, id: `s${n}`, time, days: DAYS, empty: "say" };
    const watch: Watch = { ...common, id: `w${n}`, query: wordOf(n), every: 0 };
    schedules.push(schedule);
    const rows = {
      [scheduleKey(schedule)]: schedule,
      [lastKey(schedule)]: now,
      [watchKey(watch)]: watch,
    };
    steps.push(stepOf({ set: rows }));
  }
  const saved = (): Promise<boolean> =>
    store.commitAll(steps).then(
      (all) => all.every(Boolean),
      (thrown) => {
        if (isAway(thrown)) return false;
        throw thrown;
      },
    );
  while (!(await saved())) await wait(100);
  await store.close();
  return { expected: [] as Expected[], schedules };
}

/** A word that belongs to one channel alone, far from every other. */
function wordOf(n: number): string {
  return `zq${[...String(n).padStart(2, "0")].map((digit) => "bdfgklmnpr"[Number(digit)]).join("o")}ux`;
}

function expectedTick(one: Schedule, due: number): Expected {
  const key = `${one.id}@${Math.round(due / 60_000).toString(36)}`;
  const nonce = nonceOf(key);
  return {
    what: `summary ${key}`,
    channel: one.channel,
    met: (message) => message.key === key || message.key === nonce,
  };
}

async function publishing(articles: Article[], expected: Expected[], signal: AbortSignal): Promise<void> {
  for (let i = 0; ; i += 1) {
    const n = (i * 7) % CHANNELS;
    const id = `art${String(i).padStart(4, "0")}`;
    articles.push({
      id,
      title: `${id} about ${wordOf(n)}`,
      body: `A report that mentions ${wordOf(n)} once more.`,
      source: "",
      published: new Date().toISOString(),
      language: "en",
      kind: "article",
      url: null,
    });
    const { channel } = placeOf(n);
    const mark = new RegExp(`${id} about`);
    // A daily summary of the same channel may tell of it too; a watch's message says why it matched.
    expected.push({
      what: `article ${id}`,
      channel,
      met: (message) => message.text.includes("unwatch") && mark.test(message.text),
    });
    await wait(ARTICLE_EVERY_MS, undefined, { signal });
  }
}

function tally(expected: readonly Expected[], messages: readonly Message[]) {
  const byChannel = grouped(messages);
  const times = expected.map((one) => (byChannel.get(one.channel) ?? []).filter(one.met).length);
  return {
    lost: expected.filter((_, at) => times[at] === 0),
    doubled: expected.filter((_, at) => (times[at] ?? 0) > 1),
  };
}

function grouped(messages: readonly Message[]): Map<string, Message[]> {
  const groups = new Map<string, Message[]>();
  for (const one of messages) groups.set(one.channel, [...(groups.get(one.channel) ?? []), one]);
  return groups;
}

function platformSettings({ slackUrl, discordUrl }: Platforms) {
  return {
    SLACK_BOT_TOKEN: "xoxb-chaos",
    SLACK_SIGNING_SECRET: "chaos",
    SLACK_API_URL: slackUrl,
    DISCORD_TOKEN: `${Buffer.from("1").toString("base64")}.chaos.token`,
    DISCORD_API_URL: discordUrl,
    SCO_LOG_LEVEL: env.CHAOS_LOG ?? "silent",
    SCO_POLL: "off",
    PATH: env.PATH,
  };
}

interface Replica {
  kill(): void;
  end(): Promise<void>;
}

/** A process that is started again whenever it dies. */
function keepRunning(settings: Readonly<Record<string, string | undefined>>): Replica {
  let ended = false;
  let child: ChildProcess;
  const start = (): void => {
    child = spawn(process.execPath, [join(import.meta.dirname, "replica.js")], {
      env: settings,
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("exit", () => {
      if (!ended) setTimeout(start, 200);
    });
  };
  start();
  return {
    kill: () => void child.kill("SIGKILL"),
    end: async () => {
      ended = true;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await Promise.race([gone, wait(2000)]);
    },
  };
}

async function killing(
  replicas: readonly Replica[],
  kills: { replicas: number },
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    // A start takes a second or two; a process should live long enough to be killed at work.
    await wait(3000 + Math.random() * 6000, undefined, { signal });
    replicas[Math.floor(Math.random() * replicas.length)]?.kill();
    kills.replicas += 1;
  }
}

async function hurting(
  redis: TestRedis,
  kills: { "redis kills": number; "redis freezes": number },
  signal: AbortSignal,
): Promise<void> {
  for (let i = 0; ; i += 1) {
    await wait(3000 + Math.random() * 4000, undefined, { signal });
    if (i % 2 === 0) {
      kills["redis kills"] += 1;
      await redis.kill();
      await wait(Math.random() * 1500);
      await redis.restart();
    } else {
      kills["redis freezes"] += 1;
      redis.freeze();
      await wait(500 + Math.random() * 2500);
      redis.thaw();
    }
  }
}

/** Articles by HTTP: `?from=N` answers the N-th and all after it. */
async function startFeed() {
  const articles: Article[] = [];
  const server = createServer((request, response) => {
    const from = Number(new URL(request.url ?? "/", "http://feed").searchParams.get("from") ?? 0);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(articles.slice(from)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    articles,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
