/** What 0.2.0 left in Redis, all of it in one slot, is taken over at the first start and stays for going back. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { root } from "../../src/root.ts";
import { redisStore } from "../../src/state/redis.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { keysIn } from "../state/rows.ts";

let redis: TestRedis;
let client: Redis;
/** A row that 0.2.0 would have forgotten within a minute. */
let expiring = "";
const rows = new Map<string, string>();
beforeAll(async () => {
  redis = await startRedis();
  client = new Redis(redis.url);
  const lines = readFileSync(join(root, "test", "upgrade", "data-0.1.0", "state.jsonl"), "utf8").trim();
  for (const line of lines.split("\n"))
    for (const [name, json] of JSON.parse(line) as [string, string | null][]) {
      if (json === null) rows.delete(name);
      else rows.set(name, json);
    }
  for (const name of rows.keys()) if (!name.startsWith("v:")) rows.delete(name);
  for (const [name, json] of rows) {
    await client.set(`{sco}:${name}`, json);
    await client.zadd("{sco}:index", 0, name.slice(2));
  }
  expiring = [...rows.keys()].find((name) => name.startsWith("v:seen:")) ?? "";
  await client.pexpire(`{sco}:${expiring}`, 60_000);
}, 30_000);
afterAll(async () => {
  client.disconnect();
  await redis.stop();
});

test("every row is where this version looks for it, with its time to live, for all who start at once", async () => {
  const stores = [redisStore(redis.url), redisStore(redis.url), redisStore(redis.url)];
  const [one, two] = stores;
  if (!one || !two) throw new Error("no stores");
  const read = await Promise.all(stores.map((store) => store.get("settings:slack/T1/@U1")));
  expect(read).toEqual([{ language: "en" }, { language: "en" }, { language: "en" }]);
  for (const [name, json] of rows)
    expect([name, JSON.stringify(await one.get(name.slice(2)))]).toEqual([name, json]);
  const own = [...rows.keys()].map((name) => name.slice(2)).filter((key) => key.includes("slack/T1/"));
  expect(await keysIn(two, "slack/T1/")).toEqual(own.sort());
  expect(await one.list("watch:slack/T1/C1:")).toHaveLength(2);
  // Whoever looks at a schedule finds out when it is due.
  expect((await one.due(["schedule"], 1, 10)).entries).toEqual([
    { key: "schedule:slack/T1/C1:y3r8kq", at: 0 },
  ]);
  expect(await client.pttl(`{sco:slack/T1}${expiring}`)).toBeGreaterThan(0);
  await one.set("settings:slack/T1/@U1", { language: "ru" });
  const later = redisStore(redis.url);
  expect(await later.get("settings:slack/T1/@U1")).toEqual({ language: "ru" });
  // 0.2.0 finds what it left.
  expect(await client.get("{sco}:v:settings:slack/T1/@U1")).toBe('{"language":"en"}');
  await Promise.all([...stores, later].map((store) => store.close()));
});
