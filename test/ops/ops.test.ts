import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Adapter } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import type { Doors } from "../../src/command.ts";
import { readConfig } from "../../src/config.ts";
import { keyOf } from "../../src/feeds/state.ts";
import { createLog } from "../../src/log.ts";
import { platforms } from "../../src/main/platforms.ts";
import { createOps, type Ops } from "../../src/ops/ops.ts";
import { untilShutdown } from "../../src/ops/shutdown.ts";
import { root } from "../../src/root.ts";
import { caller, type Desk, NOW, openDesk } from "../desk.ts";
import { freePort } from "../port.ts";

const log = createLog(readConfig({ SCO_LOG_LEVEL: "silent" }));
let desk: Desk;
let ops: Ops;
let address: string;
let connected = true;
let listening = true;
const adapter: Adapter = {
  name: "slack",
  start: async () => {},
  post: async () => ({ state: "sent" }),
  missing: async () => null,
  get connected() {
    return connected;
  },
  get listening() {
    return listening;
  },
  stop: async () => {},
};

beforeAll(async () => {
  desk = await openDesk();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  ops = createOps(readConfig({ SCO_OPS_PORT: String(port) }), desk.doors, [adapter], systemClock, log);
  await ops.start();
});
afterAll(async () => {
  await ops.stop();
  await desk.close();
});

describe("health and metrics", () => {
  test("say that the process lives, and whether it can answer", async () => {
    expect(await (await fetch(`${address}/healthz`)).text()).toBe("alive\n");
    const ready = await fetch(`${address}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      ready: true,
      adapters: { slack: true },
      state: { backend: "journal", fault: null },
      feeds: { new: expect.any(Number) },
      articles: 10,
      indexed: 10,
      degraded: [],
    });
    // An outage of one platform takes no replica away from another: it is a metric.
    connected = false;
    const apart = await fetch(`${address}/readyz`);
    expect([apart.status, await apart.json()]).toMatchObject([200, { adapters: { slack: false } }]);
    expect(await (await fetch(`${address}/metrics`)).text()).toContain(
      'sco_adapter_connected{adapter="slack"} 0',
    );
    connected = true;
    listening = false;
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    listening = true;
  });

  test("count commands by name, platform and outcome", async () => {
    ops.hooks.observe?.({ command: "search", caller, outcome: "answered", ms: 12 });
    const text = await (await fetch(`${address}/metrics`)).text();
    expect(text).toContain('sco_commands_total{command="search",platform="terminal",outcome="answered"} 1');
    // A rate is only seen to rise from a value that was there before.
    expect(text).toContain('sco_commands_total{command="digest",platform="slack",outcome="failed"} 0');
    expect(text).toContain("sco_articles 10");
    expect(text).toContain('sco_adapter_connected{adapter="slack"} 1');
    expect(text).toMatch(/nodejs_eventloop_lag_seconds/);
  });

  test("tell of the outbox, of each feed, and of state that is away", async () => {
    const lines = async (name: string, doors: Doors = desk.doors) => {
      const port = await freePort();
      const config = readConfig({ SCO_OPS_PORT: String(port) }, platforms);
      const own = createOps(config, doors, [], systemClock, log);
      await own.start();
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      await own.stop();
      return text.split("\n").filter((line) => line.startsWith(name));
    };
    expect(await lines("sco_outbox")).toEqual(["sco_outbox_length 0", "sco_outbox_oldest_seconds 0"]);
    const { store } = desk.doors;
    const item = {
      ...{ id: "a", kind: "summary", source: "s", platform: "slack", title: "daily 09:00", by: "U1" },
      ...{ locale: "en", zone: "UTC", state: "pending", attempt: 0, after: NOW, due: NOW - 90_000 },
      target: { workspace: "T1", channel: "C1" },
    };
    await store.set("outbox:slack/T1/C1:a", item);
    await store.set("outbox:slack/T1/C1:b", { ...item, id: "b", due: NOW - 900_000, why: "quiet hours" });
    expect(await lines("sco_outbox")).toEqual(["sco_outbox_length 2", "sco_outbox_oldest_seconds 90"]);
    const followed = await lines("sco_feeds");
    expect(followed).toEqual([expect.stringMatching(/^sco_feeds\{condition="new"\} \d+$/)]);
    const [first] = await desk.doors.feeds.list();
    const url = first?.spec.url ?? "";
    await store.set(keyOf(url), { newest: new Date(NOW - 3_600_000).toISOString(), failures: 0, items: {} });
    // A path may let in whoever knows it.
    expect(await lines("sco_feed_newest_item_timestamp_seconds")).toEqual([
      expect.stringMatching(
        new RegExp(
          `^sco_feed_newest_item_timestamp_seconds\\{feed="${new URL(url).host}#[0-9a-f]{6}"\\} ${(NOW - 3_600_000) / 1_000}$`,
        ),
      ),
    ]);
    expect(await lines("sco_build_info")).toEqual([
      expect.stringMatching(/^sco_build_info\{version="\d+\.\d+\.\d+",node="\d+\.\d+\.\d+"\} 1$/),
    ]);
    expect(await lines("sco_state_up")).toEqual(['sco_state_up{backend="journal"} 1']);
    const away = () => Promise.reject(new Error("away"));
    const lost: Doors = Object.create(desk.doors, {
      store: {
        value: {
          ...{ list: away, size: away, due: away },
          health: { backend: "redis", fault: "Redis: does not answer" },
        },
      },
    });
    expect(await lines("sco_state_up", lost)).toEqual(['sco_state_up{backend="redis"} 0']);
    expect(await lines("sco_outbox_length", lost)).toEqual(["sco_outbox_length Nan"]);
    for (const name of ["a", "b"]) await store.delete(`outbox:slack/T1/C1:${name}`);
    await store.delete(keyOf(url));
  });

  test("are those that the manual names, in its tables and its alerts", async () => {
    const manual = ["operating.md", "alerts.yaml"]
      .map((file) => readFileSync(join(root, "docs", file), "utf8"))
      .join("\n");
    const text = await (await fetch(`${address}/metrics`)).text();
    const served = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name));
    const named = [...manual.matchAll(/\b(?:sco|nodejs)_[a-z0-9_]+/g)].map(([name]) =>
      name.replace(/_bucket$/, ""),
    );
    expect(named.length).toBeGreaterThan(20);
    // What only an archive in a search engine has is served where there is one.
    const elsewhere = named.filter((name) => name.startsWith("sco_engine_"));
    expect(named.filter((name) => !served.has(name))).toEqual(elsewhere);
    expect([...served].filter((name) => name.startsWith("sco_") && !named.includes(name))).toEqual([]);
  });

  test("answer nothing else", async () => {
    expect((await fetch(`${address}/etc/passwd`)).status).toBe(404);
    expect((await fetch(`${address}/healthz`, { method: "POST" })).status).toBe(405);
  });

  test("a port that is taken degrades, and says what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const second = createOps(readConfig({ SCO_OPS_PORT: String(port) }), desk.doors, [], systemClock, log);
    await second.start();
    expect(desk.doors.health.troubles.map(({ words }) => words.en).join()).toContain(
      "set SCO_OPS_PORT to a free port",
    );
    desk.doors.health.well("ops");
    await second.stop();
    other.close();
  });

  test("can be turned off", async () => {
    const off = createOps(readConfig({ SCO_OPS_PORT: "off" }), desk.doors, [], systemClock, log);
    await off.start();
    await off.stop();
  });
});

describe("shutdown", () => {
  const signals = () => {
    const handlers = new Map<string, () => void>();
    const exits: number[] = [];
    return {
      send: (signal: string) => handlers.get(signal)?.(),
      exits,
      process: {
        removeAllListeners() {
          return this;
        },
        on: (signal: string, handler: () => void) => handlers.set(signal, handler),
        exit: (code: number) => exits.push(code),
      } as unknown as Pick<NodeJS.Process, "on" | "exit" | "removeAllListeners">,
    };
  };

  test("waits for the work to finish", async () => {
    const { send, process, exits } = signals();
    let stopped = false;
    const ended = untilShutdown(
      async () => {
        stopped = true;
      },
      { ...systemClock, sleep: () => new Promise(() => {}) },
      log,
      process,
    );
    send("SIGTERM");
    await ended;
    expect({ stopped, exits }).toEqual({ stopped: true, exits: [] });
  });

  test("gives up when the grace is over, and at once on a second signal that is no echo", async () => {
    const { send, process, exits } = signals();
    const sleeps: (() => void)[] = [];
    const sleep = () => new Promise<void>((resolve) => void sleeps.push(resolve));
    let time = NOW;
    const now = () => time;
    const ended = untilShutdown(() => new Promise(() => {}), { ...systemClock, now, sleep }, log, process);
    send("SIGINT");
    time += 20;
    send("SIGINT");
    expect(exits).toEqual([]);
    time += 20;
    send("SIGTERM");
    expect(exits).toEqual([1]);
    sleeps[0]?.();
    await ended;
  });

  test("ends a process that something holds although the work is done", async () => {
    const { send, process, exits } = signals();
    const sleeps: (() => void)[] = [];
    const sleep = () => new Promise<void>((resolve) => void sleeps.push(resolve));
    const ended = untilShutdown(async () => {}, { ...systemClock, sleep }, log, process);
    send("SIGTERM");
    await ended;
    expect(exits).toEqual([]);
    sleeps[1]?.();
    await new Promise(setImmediate);
    expect(exits).toEqual([1]);
  });
});
