/** The tests' own Redis does what the tests rely on. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { startRedis, type TestRedis } from "../redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis(["--appendonly", "yes", "--appendfsync", "always"]);
}, 60_000);
afterAll(() => redis.stop());

test("a killed server comes back on its port with what it had fsynced", async () => {
  const before = new Redis(redis.url);
  await before.set("a", "1");
  before.disconnect();
  await redis.kill();
  await redis.restart();
  const after = new Redis(redis.url);
  expect(await after.get("a")).toBe("1");
  after.disconnect();
});

test("a frozen server answers nothing until it is thawed", async () => {
  const client = new Redis(redis.url, { commandTimeout: 200 });
  client.on("error", () => undefined);
  await client.ping();
  redis.freeze();
  await expect(client.ping()).rejects.toThrow("timed out");
  redis.thaw();
  expect(await client.ping()).toBe("PONG");
  client.disconnect();
});
