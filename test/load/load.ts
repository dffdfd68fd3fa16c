/**
 * `npm run load [-- --seconds 15]`: the real program in front of local Slack- and Discord-like servers. Ever higher
 * rates until p99 passes a second, then a quiet workspace beside a noisy one.
 * `npm run load -- --soak 30 [--rate 12] [--strangers]`: instead, a steady load for so many minutes, and the heap's growth
 * by a line through readings after collections; with --strangers everybody asks once, in new words.
 * `--articles N --schedules N --watches N [--redis]`: either, over a state of that size, in Redis or embedded.
 * Both end the program and say how it went. Exits with 1 when an answer was lost, something was rejected without
 * anybody to handle it, or the program did not end by itself.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createDiscordServer } from "../discord/server/server.ts";
import { freePort } from "../port.ts";
import { startRedis } from "../redis.ts";
import { startSlack } from "../slack/server.ts";
import { type Asking, discordAsking, EVERYBODY, slackAsking } from "./asking.ts";
import { fillState, sizeOf } from "./fill.ts";
import { percentile } from "./numbers.ts";
import { startProgram } from "./program.ts";
import { growth, SLICE_S, soak } from "./soak.ts";

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
/** V8 still compiles after tens of thousands of commands: what it adds to the heap falls with their number. */
const WARM_UP = 50_000;
const BATCH = 1_000;
const AT_ONCE = 8;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "15" },
    rate: { type: "string", default: "12" },
    soak: { type: "string" },
    strangers: { type: "boolean", default: false },
    articles: { type: "string" },
    schedules: { type: "string" },
    watches: { type: "string" },
    redis: { type: "boolean", default: false },
  },
});

const size = sizeOf(values);
const slack = await startSlack();
const discord = await createDiscordServer();
const opsPort = await freePort();
const folder = mkdtempSync(join(tmpdir(), "sco-load-"));
const redis = values.redis ? await startRedis() : undefined;
const state = { ...(redis && { REDIS_URL: redis.url }), SCO_DATA_DIR: folder };
await fillState(state, size);
const program = startProgram(
  {
    ...state,
    SCO_LOG_LEVEL: "error",
    SCO_POLL: "off",
    SLACK_BOT_TOKEN: "xoxb-test-token",
    SLACK_APP_TOKEN: "xapp-test-token",
    SLACK_API_URL: slack.url,
    DISCORD_TOKEN: "test.token",
    DISCORD_API_URL: discord.apiUrl,
  },
  opsPort,
);
let asked = 0;
let lostInAll = 0;
try {
  await program.ready();
  const crowd = values.strangers ? EVERYBODY : undefined;
  const ask = [slackAsking(slack, { crowd }), discordAsking(discord, { crowd })];
  if (values.soak === undefined) {
    await run("warm-up", ask, 20, 10);
    for (const rate of RATES) {
      const { p99, lost } = await run("step", ask, rate, Number(values.seconds));
      if (p99 > 1_000 || lost > 0) break;
    }
    await neighbours(Number(values.seconds));
  } else {
    await warmUp(ask);
    const line = await soak(program, Number(values.soak), async (name) => {
      await run(name, ask, Number(values.rate), SLICE_S);
      forget();
    });
    console.log(growth(line));
  }
} finally {
  const { code, ms, drained, open } = await program.end();
  console.log(`rejected without a handler, thrown or warned of: ${program.faults.length}`);
  for (const fault of new Set(program.faults)) console.log(`         ${fault}`);
  console.log(
    `after SIGTERM: exit ${code} after ${(ms / 1_000).toFixed(1)} s, ${
      drained ? "nothing left open" : `still open: ${open.join(", ") || "unknown"}`
    }`,
  );
  console.log(`refused by the servers: ${slack.refusals.length + discord.refused.length}`);
  if (lostInAll > 0 || program.faults.length > 0 || code !== 0 || !drained) process.exitCode = 1;
  await Promise.all([slack.close(), discord.close(), redis?.stop()]);
  rmSync(folder, { recursive: true, force: true });
}

/** One of the lines; strangers put a word into a search that nobody else did. */
function lineOf(n: number): string {
  const line = LINES[n % LINES.length] ?? "status";
  const word = Array.from(String(n), (digit) => "bdfgklmnprst"[Number(digit)]).join("a");
  return values.strangers && line.startsWith("search ") ? `${line} ${word}` : line;
}

/** Asks as fast as a few at a time are answered, until caches are full and little is left to compile. */
async function warmUp(ask: readonly Asking[]): Promise<void> {
  const began = performance.now();
  for (let batch = 0; batch < WARM_UP; batch += BATCH) {
    const person = async () => {
      while (asked < batch + BATCH) {
        const n = asked++;
        await ask[n % ask.length]?.(lineOf(Math.floor(n / ask.length)), n, LOST_MS).catch(() => lostInAll++);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, person));
    forget();
  }
  const perSecond = (asked * 1_000) / (performance.now() - began);
  console.log(`warm-up  asked ${asked}, ${perSecond.toFixed(0)}/s, lost ${lostInAll}`);
}

/** What the servers were told is not needed any more. */
function forget(): void {
  slack.messages.length = 0;
  slack.calls.length = 0;
  slack.people.clear();
  discord.interactions.clear();
}

/** Asks at a constant rate, whether or not earlier answers are there; answers and their times. */
async function run(name: string, ask: readonly Asking[], perSecond: number, seconds: number) {
  const times: number[] = [];
  const open: Promise<void>[] = [];
  let lost = 0;
  const total = Math.round(perSecond * seconds);
  const began = performance.now();
  for (let i = 0; i < total; i++) {
    await wait(Math.max(0, began + (i * 1_000) / perSecond - performance.now()));
    const at = performance.now();
    const n = asked++;
    const answered = ask[n % ask.length]?.(lineOf(Math.floor(n / ask.length)), n, LOST_MS);
    open.push(
      Promise.resolve(answered).then(
        () => void times.push(performance.now() - at),
        () => {
          lost++;
        },
      ),
    );
  }
  await Promise.all(open);
  lostInAll += lost;
  const [p50, p95, p99] = [percentile(times, 0.5), percentile(times, 0.95), percentile(times, 0.99)];
  const rate = ((times.length * 1_000) / (performance.now() - began)).toFixed(0);
  console.log(
    `${name.padEnd(8)} asked ${perSecond}/s  answered ${rate}/s  p50 ${p50.toFixed(0)} ms  p99 ${p99.toFixed(0)} ms  lost ${lost}`,
  );
  return { p95, p99, lost };
}

/** What a quiet workspace notices of one that asks a hundred times a second. */
async function neighbours(seconds: number): Promise<void> {
  const quiet = [slackAsking(slack, { team: "QUIET" })];
  const noisy = [slackAsking(slack, { team: "NOISY" })];
  const alone = await run("alone", quiet, 5, seconds);
  const [beside] = await Promise.all([run("beside", quiet, 5, seconds), run("noisy", noisy, 100, seconds)]);
  console.log(
    `quiet p95: alone ${alone.p95.toFixed(0)} ms, beside a noisy one ${beside.p95.toFixed(0)} ms, ratio ${(beside.p95 / alone.p95).toFixed(2)}`,
  );
}
