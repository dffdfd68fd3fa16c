/**
 * `npm run load [-- --seconds 60 --rate 40 --soak 30]`: the real program in front of local Slack- and Discord-like
 * servers. First ever higher rates until p99 passes a second, then a quiet workspace beside a noisy one, then (with
 * --soak, in minutes) the heap's growth by linear fit. Prints numbers; judges nothing.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { root } from "../../src/root.ts";
import { createDiscordServer } from "../discord/server/server.ts";
import { freePort } from "../redis.ts";
import { startSlack } from "../slack/server.ts";
import { type Asking, discordAsking, slackAsking } from "./asking.ts";
import { growthPerHour, percentile } from "./numbers.ts";

const LINES = [
  "search 上海精神",
  "search media forum in Urumqi",
  "search 卫生部长会议",
  "latest 5",
  "digest 2025-05-26",
  "status",
  "search Шанхайский дух",
  "search shangai spirit",
  "search customs clearance",
  "help",
  "sources",
  "why xfv7a 上海精神",
  "search source:人民网 新疆",
  "read t2zc2",
];
const RATES = [25, 50, 100, 200, 400];
/** An answer that takes longer counts as lost. */
const LOST_MS = 20_000;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "15" },
    rate: { type: "string", default: "40" },
    soak: { type: "string", default: "0" },
  },
});

const slack = await startSlack();
const discord = await createDiscordServer();
const opsPort = await freePort();
const folder = mkdtempSync(join(tmpdir(), "sco-load-"));
const child = start();
try {
  await ready();
  const ask = [slackAsking(slack), discordAsking(discord)];
  await run("warm-up", ask, 20, 10);
  for (const rate of RATES) {
    const { p99, lost } = await run("step", ask, rate, Number(values.seconds));
    if (p99 > 1_000 || lost > 0) break;
  }
  await neighbours(Number(values.seconds));
  if (Number(values.soak) > 0) await soak(ask, Number(values.rate), Number(values.soak));
} finally {
  child.kill("SIGTERM");
  await new Promise((done) => child.once("exit", done));
  console.log(`refused by the servers: ${slack.refusals.length + discord.refused.length}`);
  await Promise.all([slack.close(), discord.close()]);
  rmSync(folder, { recursive: true, force: true });
}

function start(): ChildProcess {
  return spawn(process.execPath, ["--expose-gc", join(root, "dist/src/main.js")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      SCO_LOG_LEVEL: "error",
      SCO_DATA_DIR: folder,
      SCO_POLL: "off",
      SCO_OPS_PORT: String(opsPort),
      SLACK_BOT_TOKEN: "xoxb-test-token",
      SLACK_APP_TOKEN: "xapp-test-token",
      SLACK_API_URL: slack.url,
      DISCORD_TOKEN: "test.token",
      DISCORD_API_URL: discord.apiUrl,
    },
  });
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const ok = await fetch(`http://127.0.0.1:${opsPort}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ok) return;
    await wait(100);
  }
  throw new Error("the program did not become ready");
}

/** Asks at a constant rate, whether or not earlier answers are there; answers and their times. */
async function run(name: string, ask: readonly Asking[], perSecond: number, seconds: number) {
  const times: number[] = [];
  const open: Promise<void>[] = [];
  let lost = 0;
  const total = Math.round(perSecond * seconds);
  const began = performance.now();
  for (let n = 0; n < total; n++) {
    await wait(Math.max(0, began + (n * 1_000) / perSecond - performance.now()));
    const asked = performance.now();
    const answered = ask[n % ask.length]?.(LINES[n % LINES.length] ?? "status", n, LOST_MS);
    open.push(
      Promise.resolve(answered).then(
        () => void times.push(performance.now() - asked),
        () => {
          lost++;
        },
      ),
    );
  }
  await Promise.all(open);
  const [p50, p95, p99] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99)];
  const rate = ((times.length * 1_000) / (performance.now() - began)).toFixed(0);
  console.log(
    `${name.padEnd(8)} asked ${perSecond}/s  answered ${rate}/s  p50 ${p50.toFixed(0)} ms  p99 ${p99.toFixed(0)} ms  lost ${lost}`,
  );
  return { p95, p99, lost };
}

/** What a quiet workspace notices of one that asks a hundred times a second. */
async function neighbours(seconds: number): Promise<void> {
  const quiet = [slackAsking(slack, "QUIET")];
  const noisy = [slackAsking(slack, "NOISY")];
  const alone = await run("alone", quiet, 5, seconds);
  const [beside] = await Promise.all([run("beside", quiet, 5, seconds), run("noisy", noisy, 100, seconds)]);
  console.log(
    `quiet p95: alone ${alone.p95.toFixed(0)} ms, beside a noisy one ${beside.p95.toFixed(0)} ms, ratio ${(beside.p95 / alone.p95).toFixed(2)}`,
  );
}

async function soak(ask: readonly Asking[], rate: number, minutes: number): Promise<void> {
  const samples: { atMs: number; bytes: number }[] = [];
  const began = performance.now();
  for (let minute = 0; minute < minutes; minute++) {
    await run(`min ${minute + 1}`, ask, rate, 60);
    slack.messages.length = 0;
    slack.calls.length = 0;
    discord.interactions.clear();
    const bytes = await heapBytes();
    samples.push({ atMs: performance.now() - began, bytes });
    console.log(`         heap ${(bytes / 1024 / 1024).toFixed(1)} MB`);
  }
  const warm = samples.slice(Math.ceil(samples.length / 3));
  console.log(`heap growth after warm-up: ${(growthPerHour(warm) / 1024 / 1024).toFixed(2)} MB an hour`);
}

/** The heap after a collection, which asking for metrics with `?gc` is not; so the lowest of several readings. */
async function heapBytes(): Promise<number> {
  const readings: number[] = [];
  for (let n = 0; n < 10; n++) {
    const text = await (await fetch(`http://127.0.0.1:${opsPort}/metrics`)).text();
    readings.push(Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1]));
    await wait(300);
  }
  return Math.min(...readings);
}
