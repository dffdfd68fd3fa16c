/** With Redis down or frozen every read command answers within a second, and nothing is pretended. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { loadCommands } from "../../commands/index.ts";
import type { Bot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import type { Caller, Doors } from "../../src/command.ts";
import { readConfig } from "../../src/config.ts";
import { openDoors } from "../../src/doors.ts";
import { createBot } from "../../src/inbox/create-bot.ts";
import { createLog } from "../../src/log.ts";
import { createSettle } from "../../src/state/settings.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { until } from "../until.ts";

const caller: Caller = {
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  user: "U1",
  locale: "en",
  zone: "UTC",
  manages: true,
  operates: false,
};
const READ = [
  "search energy",
  "latest",
  "digest 2025-05-26",
  "daily",
  "watching",
  "deliveries",
  "settings",
  "status",
  "help",
];

let redis: TestRedis;
let doors: Doors;
let bot: Bot;
beforeAll(async () => {
  redis = await startRedis();
  const config = readConfig({ REDIS_URL: redis.url, NODE_ENV: "production" });
  const log = createLog(config, () => {});
  doors = await openDoors({
    commands: await loadCommands(),
    config,
    log,
    clock: systemClock,
    complain: () => {},
  });
  await doors.search.ready();
  bot = createBot(doors, log, { settle: createSettle(doors.store, systemClock) });
}, 60_000);
afterAll(async () => {
  await doors.store.close();
  await redis.stop();
});

const ask = (line: string) => bot.handle({ id: "r", caller, line }, AbortSignal.timeout(10_000));

test.each([
  ["frozen", () => redis.freeze(), () => redis.thaw()],
  ["killed", () => redis.kill(), () => redis.restart()],
])("Redis %s", async (_how, away, back) => {
  await ask("daily 09:00");
  await ask("watch energy");
  expect((await ask("settings language ru")).outcome).toBe("answered");
  const before = new Map<string, string>();
  for (const line of READ) before.set(line, (await ask(line)).summary);
  await away();
  try {
    for (const line of READ) {
      const start = performance.now();
      const reply = await ask(line);
      expect([line, performance.now() - start < 1000]).toEqual([line, true]);
      // What is said of the state is of now.
      if (line === "status") expect(reply.summary).toContain("Redis");
      else expect([line, reply.summary]).toEqual([line, before.get(line)]);
    }
    const start = performance.now();
    const refused = await ask("settings language zh");
    expect(performance.now() - start).toBeLessThan(1000);
    expect(refused).toMatchObject({ outcome: "bad-input", data: { error: { code: "unavailable" } } });
    expect(refused.summary).toContain("Redis");
    const { data } = await ask("status");
    expect(data).toMatchObject({ degraded: [{ part: "state", reason: expect.stringContaining("Redis") }] });
  } finally {
    await back();
  }
  await until(async () => (await ask("settings language zh")).outcome === "answered");
  expect((await ask("settings")).data).toMatchObject({ me: { language: "zh" } });
  expect((await ask("status")).data).toMatchObject({ degraded: [] });
});

test("a bot that starts while Redis is down answers from its articles and says what it cannot do", async () => {
  await redis.kill();
  const config = readConfig({ REDIS_URL: redis.url, NODE_ENV: "production" });
  const log = createLog(config, () => {});
  const cold = await openDoors({
    commands: await loadCommands(),
    config,
    log,
    clock: systemClock,
    complain: () => {},
  });
  await cold.search.ready();
  const coldBot = createBot(cold, log, { settle: createSettle(cold.store, systemClock) });
  for (const [line, outcome] of [
    ["search 上海精神", "answered"],
    ["daily", "bad-input"],
    ["settings zone UTC", "bad-input"],
  ]) {
    const start = performance.now();
    const reply = await coldBot.handle({ id: "r", caller, line: line ?? "" }, AbortSignal.timeout(10_000));
    expect([line, reply.outcome, performance.now() - start < 1000]).toEqual([line, outcome, true]);
  }
  await cold.store.close();
  await redis.restart();
});
