/** Three nodes of Redis share the workspaces; one is lost, its replica takes over, and everything arrives once. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import type { Adapter, Posted } from "../../src/bot.ts";
import type { Doors } from "../../src/command.ts";
import { openDelivery } from "../../src/delivery/open.ts";
import { redisStore } from "../../src/state/redis.ts";
import type { StateStore, Step } from "../../src/state/store.ts";
import { freePort } from "../port.ts";
import { startRedis, type TestRedis } from "../redis.ts";
import { until } from "../until.ts";
import { article, openRig } from "./rig.ts";

const SLOTS = 16_384;
const MASTERS = 3;
const WORKSPACES = 1000;
/** Workspaces with a summary that is due and a watch to which the article is news. */
const SPEAKING = 60;
const NINE = "2025-07-01T09:00:00Z";
const DAYS = [1, 2, 3, 4, 5, 6, 7];

let nodes: readonly (TestRedis & { readonly bus: number })[] = [];
const clients: Redis[] = [];
beforeAll(async () => {
  nodes = await Promise.all(Array.from({ length: 2 * MASTERS }, node));
  clients.push(...nodes.map(({ url }) => new Redis(url, { retryStrategy: () => 200 })));
  for (const client of clients) client.on("error", () => undefined);
  const [first, ...others] = nodes;
  if (!first) throw new Error("no node");
  for (const { port, bus } of others) await clients[0]?.call("CLUSTER", "MEET", "127.0.0.1", port, bus);
  const share = Math.ceil(SLOTS / MASTERS);
  for (const [at, client] of clients.slice(0, MASTERS).entries())
    await client.cluster("ADDSLOTSRANGE", at * share, Math.min(SLOTS, (at + 1) * share) - 1);
  const ids = await Promise.all(clients.map(async (client) => String(await client.cluster("MYID"))));
  for (const [at, client] of clients.slice(MASTERS).entries())
    await until(
      () =>
        client.cluster("REPLICATE", ids[at] ?? "").then(
          () => true,
          () => false,
        ),
      20_000,
    );
  for (const client of clients)
    await until(async () => {
      const info = await client.cluster("INFO");
      return info.includes("cluster_state:ok") && info.includes(`cluster_known_nodes:${2 * MASTERS}`);
    }, 20_000);
  for (const client of clients.slice(0, MASTERS))
    await until(async () => (await client.info("replication")).includes("state=online"), 20_000);
}, 90_000);
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await Promise.all(nodes.map((one) => one.stop()));
});

async function node() {
  // The port between nodes is 10,000 higher unless told; from 55,536 on there is none.
  const bus = await freePort();
  const among = ["--cluster-port", `${bus}`, "--cluster-announce-ip", "127.0.0.1"];
  const quick = ["--cluster-node-timeout", "1000", "--repl-diskless-sync-delay", "0"];
  return { ...(await startRedis(["--cluster-enabled", "yes", ...among, ...quick])), bus };
}

const url = () => `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(",")}`;

test("with a thousand workspaces every node is used; one is lost in the middle, and nothing is lost or comes twice", async () => {
  const stores = [redisStore(url()), redisStore(url())] as const;
  const [store] = stores;
  const rig = await openRig(NINE, store);
  for (let from = 0; from < WORKSPACES; from += 50)
    await store.commitAll(Array.from({ length: 50 }, (_, n) => promised(from + n, rig.clock.now())));
  const held = await Promise.all(clients.slice(0, MASTERS).map((client) => client.dbsize()));
  for (const keys of held) expect(keys).toBeGreaterThan((WORKSPACES * 2) / MASTERS / 2);
  expect(await store.size("watch")).toBe(WORKSPACES);

  // A platform that keeps what is posted, and lets a try look that is not the first.
  const messages = new Map<string, number>();
  const post: Adapter["post"] = async (target, _reply, key, attempt): Promise<Posted> => {
    const name = `${target.workspace} ${key}`;
    const there = messages.get(name) ?? 0;
    if (attempt === 1 || there === 0) messages.set(name, there + 1);
    if (messages.size === SPEAKING / 2) await nodes[0]?.kill();
    return { state: "sent" };
  };
  const adapter: Adapter = {
    ...{ name: "slack", connected: true, start: async () => {}, missing: async () => null },
    ...{ stop: async () => {}, post },
  };
  const log = { info() {}, warn() {}, error() {}, debug() {} };
  const running = stores.map((own) => {
    const doors = Object.defineProperties(Object.create(rig.doors) as Doors, { store: { value: own } });
    return openDelivery(doors, [adapter], log as never, { leaseMs: 5_000 });
  });
  for (const one of running) one.start();
  rig.doors.library.put([article("a1", "Zeppelin opens", "2025-07-01T08:59:00Z")]);
  await until(async () => {
    rig.clock.turn(200);
    return messages.size === 2 * SPEAKING && (await waiting(store)) === 0;
  }, 90_000);
  // Whoever would post once more has the time for it.
  rig.clock.turn(120_000);
  await rig.round();
  await Promise.all(running.map((one) => one.stop()));
  expect([...messages].filter(([, times]) => times > 1)).toEqual([]);
  const of = (kind: RegExp) => [...messages.keys()].filter((key) => kind.test(key)).length;
  expect({ summaries: of(/ s1@/), watches: of(/ w1\.1$/) }).toEqual({
    summaries: SPEAKING,
    watches: SPEAKING,
  });
  expect((await clients[MASTERS]?.info("replication"))?.includes("role:master")).toBe(true);
  await rig.stop();
  await Promise.all(stores.map((one) => one.close()));
}, 180_000);

async function waiting(store: StateStore): Promise<number> {
  return store.size("outbox/slack").catch(() => 1);
}

function promised(n: number, now: number): Step {
  const scope = `slack/T${n}/C1`;
  const there = { platform: "slack", workspace: `T${n}`, channel: "C1", zone: "UTC", by: "", locale: "en" };
  const speaks = n < SPEAKING;
  const schedule = { ...there, id: "s1", time: speaks ? "09:00" : "07:00", days: DAYS, empty: "say" };
  return {
    when: [],
    set: [
      {
        key: `watch:${scope}:w1`,
        value: { ...there, id: "w1", query: speaks ? "zeppelin" : "tea", every: 0 },
      },
      { key: `schedule:${scope}:s1`, value: schedule, at: speaks ? now : now + 3_600_000 },
      { key: `last:${scope}:s1`, value: now - 60_000 },
    ],
  };
}
