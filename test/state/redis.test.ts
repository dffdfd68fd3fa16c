/** Redis passes the contract, alone and as a cluster, and being away or frozen costs nobody more than a moment. */

import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import * as z from "zod";
import { redisStore } from "../../src/state/redis.ts";
import { examineRedis } from "../../src/state/redis-checkup.ts";
import { entryOf } from "../../src/state/redis-layout.ts";
import { rememberingStore } from "../../src/state/remembering.ts";
import { readRow } from "../../src/state/rows.ts";
import { readSettings } from "../../src/state/settings.ts";
import { stateStoreContract } from "../contract/state-store.ts";
import { freePort } from "../port.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { until } from "../until.ts";

let redis: TestRedis;
let cluster: TestRedis;
beforeAll(async () => {
  // A cluster's second port is 10,000 higher unless told; from 55,536 on there is none.
  const among = ["--cluster-announce-ip", "127.0.0.1", "--cluster-port", `${await freePort()}`];
  [redis, cluster] = await Promise.all([startRedis(), startRedis(["--cluster-enabled", "yes", ...among])]);
  const node = new Redis(cluster.url);
  await node.cluster("ADDSLOTSRANGE", 0, 16383);
  await until(async () => (await node.cluster("INFO")).includes("cluster_state:ok"));
  node.disconnect();
}, 60_000);
afterAll(async () => {
  await Promise.all([redis.stop(), cluster.stop()]);
});

async function empty(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}

stateStoreContract("Redis", {
  open: async () => {
    await empty(redis.url);
    return [redisStore(redis.url), redisStore(redis.url)];
  },
  pass: (ms) => wait(ms),
});

stateStoreContract("a Redis cluster", {
  open: async () => {
    await empty(cluster.url);
    const url = cluster.url.replace("redis:", "redis+cluster:");
    return [redisStore(url), redisStore(url)];
  },
  pass: (ms) => wait(ms),
});

describe("when Redis is away", () => {
  const timed = async (work: () => Promise<unknown>): Promise<{ ms: number; failed: boolean }> => {
    const start = performance.now();
    const failed = await work().then(
      () => false,
      () => true,
    );
    return { ms: performance.now() - start, failed };
  };

  test("reads answer from memory within a second, writes fail and are not pretended, and it recovers by itself", async () => {
    const store = rememberingStore(redisStore(redis.url));
    await store.set("feeds:a", "old");
    await store.set("feeds:b", "b");
    await store.list("feeds:");
    for (const [away, back] of [
      [async () => redis.freeze(), async () => redis.thaw()],
      [() => redis.kill(), () => redis.restart()],
    ] as const) {
      await away();
      const start = performance.now();
      expect(await store.get("feeds:a")).toBe("old");
      expect((await store.list("feeds:")).map(([key]) => key)).toEqual(["feeds:a", "feeds:b"]);
      expect(await store.get("feeds:none")).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(1000);
      const write = await timed(() => store.set("feeds:c", "new"));
      expect(write.failed).toBe(true);
      expect(write.ms).toBeLessThan(1000);
      expect(await store.get("feeds:c")).toBeUndefined();
      expect(store.health).toMatchObject({ backend: "redis", fault: expect.stringContaining("Redis") });
      await back();
      await until(() => store.health.fault === null);
      await store.set("feeds:a", "old");
    }
    await store.close();
  });

  test("a store that starts without Redis says so at once and works when it comes", async () => {
    await redis.kill();
    const store = redisStore(redis.url);
    const first = await timed(() => store.get("x"));
    expect(first.failed).toBe(true);
    expect(first.ms).toBeLessThan(1000);
    await redis.restart();
    await until(() =>
      store.set("x", 1).then(
        () => true,
        () => false,
      ),
    );
    expect(await store.get("x")).toBe(1);
    await store.close();
  });

  test("a wrong password is what the health says", async () => {
    const locked = await startRedis(["--requirepass", "right"]);
    const store = redisStore(locked.url.replace("redis://", "redis://:wrong@"));
    await expect(store.get("x")).rejects.toMatchObject({ code: "unavailable" });
    await until(() => (store.health.fault ?? "").includes("WRONGPASS"));
    await store.close();
    await locked.stop();
  });

  test("closing does not wait for a frozen Redis", async () => {
    const store = redisStore(redis.url);
    await store.set("x", 1);
    redis.freeze();
    const closing = await timed(() => store.close());
    redis.thaw();
    expect(closing.ms).toBeLessThan(500);
  });
});

test("what stands under a name and is no text, or no list of names, is that name's own and fails nothing else", async () => {
  await empty(redis.url);
  const store = redisStore(redis.url);
  const client = new Redis(redis.url);
  const names = (partition: string) => [`{sco:${partition}}keys`, `{sco:${partition}}expiring`] as const;
  try {
    await store.set("schedule:slack/T1/C1:a", { id: "a" });
    const { valueKey, countKey } = await import("../../src/state/redis-layout.ts");
    const odd = "schedule:slack/T1/C1:odd";
    await store.set(odd, { id: "odd" });
    await client.del(valueKey(odd));
    await client.rpush(valueKey(odd), "x");
    expect(await store.get(odd)).toBe("WRONGTYPE");
    expect(Object.fromEntries(await store.list("schedule:slack/T1/"))).toEqual({
      "schedule:slack/T1/C1:a": { id: "a" },
      [odd]: "WRONGTYPE",
    });
    expect(await readRow(store, odd, z.looseObject({ id: z.string() }), 1)).toBeUndefined();
    expect((await store.list("dead-letter:slack/T1/")).map(([, letter]) => letter)).toEqual([
      expect.objectContaining({ key: odd, value: "WRONGTYPE" }),
    ]);
    await client.rpush(valueKey("last:slack/T1/C1:a"), "x");
    expect(
      await store.commit({ when: { "last:slack/T1/C1:a": undefined }, set: { "last:slack/T1/C1:a": 1 } }),
    ).toBe(true);
    // Settings are asked for by every answer; one of another type is put aside all the same, and not written over.
    const settings = "settings:slack/T1/C5";
    await client.rpush(valueKey(settings), "x");
    expect(await readSettings(store, settings, 1)).toEqual({});
    expect((await store.list("dead-letter:slack/T1/C5:")).map(([, letter]) => letter)).toEqual([
      expect.objectContaining({ key: settings, value: "WRONGTYPE", reason: "row: no setting" }),
    ]);
    await client.rpush(countKey("many:slack/T1/C1"), "x");
    expect(await store.count("many:slack/T1/C1", 1000)).toBe(1);

    // A list of names is begun anew, and filled by the sweep.
    for (const name of names("slack/T1")) await client.set(name, "x");
    expect(await store.list("schedule:slack/T1/")).toEqual([]);
    const step = (key: string) => ({ when: [], set: [{ key, value: 1 }] });
    expect(await store.commitAll([step("told:slack/T1/C1:b"), step("told:slack/T2/C1:b")])).toEqual([
      true,
      true,
    ]);
    for (let from = await store.sweep(""); from !== ""; ) from = await store.sweep(from);
    expect((await store.list("schedule:slack/T1/")).map(([key]) => key)).toEqual(["schedule:slack/T1/C1:a"]);
    expect(store.health.fault).toBeNull();
  } finally {
    client.disconnect();
    await store.close();
  }
});

test("with appendfsync always no confirmed setting is lost when Redis is killed between commands", async () => {
  const durable = await startRedis(["--appendonly", "yes", "--appendfsync", "always"]);
  const store = redisStore(durable.url);
  const confirmed: string[] = [];
  // `npm run durability` does the same 100 times.
  const kills = Number(process.env.SCO_TEST_KILLS ?? 8);
  for (let round = 0; round < kills; round += 1) {
    let alive = true;
    const writing = (async () => {
      for (let i = 0; alive; i += 1) {
        const key = `feeds:${round}-${i}`;
        const saved = await store.commit({ set: { [key]: i } }).catch(() => false);
        if (saved) confirmed.push(key);
        else await wait(1);
      }
    })();
    await until(() => confirmed.filter((key) => key.startsWith(`feeds:${round}-`)).length > 20);
    await durable.kill();
    alive = false;
    await writing;
    await durable.restart();
    await until(() =>
      store.list("feeds:").then(
        (rows) => rows.length > 0,
        () => false,
      ),
    );
  }
  const there = new Set((await store.list("feeds:")).map(([key]) => key));
  expect(confirmed.length).toBeGreaterThan(20 * kills);
  expect(confirmed.filter((key) => !there.has(key))).toEqual([]);
  await store.close();
  await durable.stop();
}, 120_000);

test.each([
  ["OOM", ["CONFIG", "SET", "maxmemory", "1"], ["CONFIG", "SET", "maxmemory", "0"]],
  ["READONLY", ["REPLICAOF", "127.0.0.1", "1"], ["REPLICAOF", "NO", "ONE"]],
])(
  "a server that answers but takes no changes (%s) is told as such until it does",
  async (code, turn, back) => {
    const store = redisStore(redis.url);
    const client = new Redis(redis.url);
    const say = ([name = "", ...rest]: readonly string[]) => client.call(name, ...rest);
    await store.set("kept", "yes");
    await say(turn);
    try {
      await expect(store.set("new", 1)).rejects.toMatchObject({ code: "unavailable" });
      await until(async () => (await store.get("kept").catch(() => "")) === "yes");
      expect(store.health.fault).toMatch(new RegExp(`^Redis: ${code} `));
      expect(
        (await examineRedis(redis.url, Date.now)).find(({ state }) => state === "bad")?.words.en,
      ).toMatch(new RegExp(`^Redis takes no changes \\(${code} `));
    } finally {
      await say(back);
    }
    await until(() => store.health.fault === null);
    await store.set("new", 2);
    client.disconnect();
    await store.close();
  },
);

test.each(["one server", "a cluster"])(
  "a row that lost its entry comes back into its index, on %s",
  async (kind) => {
    const { url } = kind === "one server" ? redis : cluster;
    await empty(url);
    const store = redisStore(kind === "one server" ? url : url.replace("redis:", "redis+cluster:"));
    const keys = Array.from({ length: 3000 }, (_, n) => `schedule:slack/T${n % 40}/C${n}:a`);
    for (const key of keys) await store.set(key, 1);
    const lost = keys.filter((_, n) => n % 500 === 0);
    const client = new Redis(url);
    for (const key of lost) expect(await client.zrem(entryOf(key) ?? "", key)).toBe(1);
    client.disconnect();
    expect(await store.size("schedule")).toBe(keys.length - lost.length);
    let pages = 0;
    for (let from = await store.sweep(""); from !== ""; from = await store.sweep(from)) pages += 1;
    expect(pages).toBeGreaterThan(1);
    expect(await store.size("schedule")).toBe(keys.length);
    await store.close();
  },
  60_000,
);

test("a user that may not ask for everything still gets what can be told", async () => {
  const client = new Redis(redis.url);
  await client.call("ACL", "SETUSER", "app", "on", ">pw", "~*", "+@all", "-@dangerous");
  await client.config("SET", "appendonly", "yes");
  const plain = await examineRedis(redis.url, Date.now);
  expect(plain.map(({ state }) => state)).toEqual(["ok", "ok", "warn", "ok"]);
  expect(plain[2]?.words.en).toContain("(appendfsync everysec); set appendfsync always");
  await client.config("SET", "appendfsync", "always");
  expect((await examineRedis(redis.url, Date.now))[2]?.state).toBe("ok");
  const asApp = await examineRedis(redis.url.replace("//", "//app:pw@"), Date.now);
  expect(asApp.map(({ part, state }) => [part, state])).toEqual([
    ["redis", "warn"],
    ["clock", "ok"],
  ]);
  await client.config("SET", "appendonly", "no");
  client.disconnect();
});
