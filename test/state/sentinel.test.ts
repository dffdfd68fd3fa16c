/** Sentinels that ask for a password: the servers', another one, or none. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { redisStore } from "../../src/state/redis.ts";
import { freePort } from "../port.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { until } from "../until.ts";

const folder = mkdtempSync(join(tmpdir(), "sco-sentinel-"));
const ends: (() => void)[] = [];
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis(["--requirepass", "servers"]);
}, 30_000);
afterAll(async () => {
  for (const end of ends) end();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A sentinel that watches the server. */
async function sentinel(password: string): Promise<number> {
  const port = await freePort();
  const file = join(folder, `${port}.conf`);
  const lines = [
    `port ${port}`,
    "bind 127.0.0.1",
    `sentinel monitor mymaster 127.0.0.1 ${redis.port} 1`,
    "sentinel auth-pass mymaster servers",
    ...(password ? [`requirepass ${password}`] : []),
  ];
  writeFileSync(file, `${lines.join("\n")}\n`);
  const child = spawn("redis-server", [file, "--sentinel"], { stdio: "ignore" });
  ends.push(() => child.kill("SIGKILL"));
  return port;
}

test.each([
  ["the servers' own", "servers", ""],
  ["another", "watchers", "?sentinelPassword=watchers"],
  ["none", "", "?sentinelPassword="],
  ["none, though the servers' is offered", "", ""],
])(
  "%s",
  async (_, password, query) => {
    const port = await sentinel(password);
    const store = redisStore(`redis+sentinel://:servers@127.0.0.1:${port}/mymaster${query}`);
    const saved = async () => {
      await store.set("settings:slack/T1/@U1", { zone: "UTC" });
      return true;
    };
    await until(() => saved().catch(() => false), 15_000);
    expect(await store.get("settings:slack/T1/@U1")).toEqual({ zone: "UTC" });
    await store.close();
  },
  30_000,
);

test("a server that takes no change is said to refuse it, by its code, not to be silent", async () => {
  const full = await startRedis(["--maxmemory", "1", "--maxmemory-policy", "noeviction"]);
  const store = redisStore(full.url);
  const refused = store.set("settings:slack/T1/@U1", { zone: "UTC" });
  await expect(refused).rejects.toThrow(/refuses this \(OOM\)/);
  await store.close();
  await full.stop();
});
