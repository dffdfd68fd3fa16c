/** A day of 500 feeds on 50 hosts, in simulated time against a real server: memory, fairness, politeness. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createLibrary } from "../../src/articles/shelf.ts";
import type { Clock } from "../../src/clock.ts";
import { pollFeeds } from "../../src/feeds/poller.ts";
import { openRoom } from "../../src/feeds/room.ts";
import type { DnsLookup } from "../../src/net/connector.ts";
import { createSearch } from "../../src/search/create.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { NOW } from "./box.ts";
import { item, rss } from "./samples.ts";
import { startServer, type TestServer } from "./server.ts";

const FEEDS = 500;
const HOSTS = 50;
const HOUR = 3_600_000;
const GAP_MS = 2_000;

/** Time that stands still until everybody waits for it. */
function simulatedClock() {
  let now = NOW;
  const sleepers = new Map<() => void, number>();
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    sleep: (ms) => new Promise((resolve) => sleepers.set(resolve, now + ms)),
  };
  return {
    clock,
    to(instant: number) {
      now = Math.max(now, instant);
      for (const [wake, at] of sleepers) if (at <= now && sleepers.delete(wake)) wake();
    },
    /** Lets time pass until the next sleeper wakes. */
    step() {
      if (sleepers.size > 0) this.to(Math.min(...sleepers.values()));
    },
  };
}

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), "sco-day-"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function heapMb(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** Slope of a straight line through the points, by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return rise / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

test("memory stays flat, no feed starves, no host is asked more often than its limit", async () => {
  const { clock, to, step } = simulatedClock();
  const simulated = { clock, to, step };
  const arrivals = new Map<string, number[]>();
  const polls = new Map<string, number>();
  let inFlight = 0;
  for (let n = 0; n < FEEDS; n++) {
    server.set(`/feed${n}`, (request, response) => {
      inFlight += 1;
      response.on("close", () => {
        inFlight -= 1;
      });
      const host = request.headers.host ?? "";
      arrivals.set(host, [...(arrivals.get(host) ?? []), clock.now()]);
      polls.set(`/feed${n}`, (polls.get(`/feed${n}`) ?? 0) + 1);
      const edition = n % 20 === 0 ? Math.floor((clock.now() - NOW) / (3 * HOUR)) : 0;
      if (n % 25 === 1) return response.writeHead(500).end();
      if (request.headers["if-none-match"] === `"${edition}"`) return response.writeHead(304).end();
      const body = rss(item(`Feed ${n} edition ${edition}`, `/${n}/${edition}`).replace("2025", "2025"));
      return response.writeHead(200, { etag: `"${edition}"` }).end(body);
    });
  }
  const port = server.host.split(":")[1];
  const specs = Array.from({ length: FEEDS }, (_, n) => ({
    url: `http://h${n % HOSTS}.example:${port}/feed${n}`,
    publisher: `Publisher ${n}`,
    pages: false,
  }));
  await writeFile(join(folder, "feeds.yaml"), JSON.stringify(specs));
  const library = createLibrary([]);
  const lookup = ((_name: string, _options: unknown, done: (e: null, all: object[]) => void) =>
    done(null, [{ address: "127.0.0.1", family: 4 }])) as unknown as DnsLookup;
  const search = createSearch({ publishers: [], now: clock.now });
  const store = memoryStore(clock);
  const room = openRoom({
    file: join(folder, "feeds.yaml"),
    allowHosts: Array.from({ length: HOSTS }, (_, n) => `h${n}.example`),
    hostGapMs: GAP_MS,
    keeper: {
      catchUp: async () => {},
      keep: async (articles) => library.put(articles),
      drop: async () => {},
      since: () => [],
      cameAt: () => undefined,
      tidy: async () => {},
    },
    ...{ library, clock, lookup, search: () => search, store: () => store },
  });

  const heap: [number, number][] = [];
  const signal = new AbortController().signal;
  for (let minute = 0; minute <= 24 * 60; minute += 2) {
    simulated.to(NOW + minute * 60_000);
    let done = false;
    const pass = pollFeeds(room, { all: false }, signal).finally(() => {
      done = true;
    });
    while (!done) {
      await breathe();
      if (inFlight === 0) simulated.step();
    }
    await pass;
    server.asked.length = 0;
    if (minute % 60 === 0 && minute >= 6 * 60) heap.push([minute / 60, heapMb()]);
  }
  await Promise.all([room.guard.close(), room.reader.close()]);

  expect(slope(heap)).toBeLessThan(1);
  expect(polls.size).toBe(FEEDS);
  expect(Math.min(...polls.values())).toBeGreaterThanOrEqual(4);
  const editions = library.newest().filter(({ source }) => source === "Publisher 20");
  expect(editions.length).toBeGreaterThanOrEqual(8);
  expect(arrivals.size).toBe(HOSTS);
  for (const times of arrivals.values()) {
    const gaps = times.slice(1).map((at, before) => at - (times[before] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP_MS);
  }
}, 300_000);
