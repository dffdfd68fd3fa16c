/** State in Redis: one server, sentinels or a cluster, shared by any number of processes; never waits long. */
import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import { BUCKETS, indexOf, isListed, mustBeOnePartition, partitionOf, partitionsOf } from "./partition.ts";
import { type Client, redisConnection } from "./redis-client.ts";
import {
  bucketsOf,
  claimKey,
  countKey,
  entryOf,
  expiringOf,
  indexBucket,
  keysOf,
  valueKey,
  valuesOf,
} from "./redis-layout.ts";
import { COMMIT, COUNT, DUE, LIST, MOVE, SCOPE } from "./redis-scripts.ts";
import { sweepPage } from "./redis-sweep.ts";
import { takeOver } from "./redis-upgrade.ts";
import type { Change, Due, Entry, Indexed, StateStore, StoreHealth } from "./store.ts";
import { expectedJson } from "./table.ts";
import { together } from "./together.ts";

/** A row that a change expects is sent as its digest when it is longer. */
const LONG = 300;
/** Keys that one call answers. */
const PAGE = 500;

/** Connects in the background, at the first call. @throws BotError "bad-input" when the address cannot be read */
export function redisStore(
  url: string,
  clock: Pick<Clock, "now"> = systemClock,
  /** `commandMs`: how long an answer may take. */
  more: { readonly commandMs?: number } = {},
): StateStore {
  const connection = redisConnection(url, {
    ...more,
    first: (to) => {
      for (const [name, lua] of Object.entries(SCRIPTS)) to.defineCommand(name, { lua });
      return takeOver(to);
    },
  });
  const { ask } = connection;
  const run = <T>(script: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<T> =>
    ask<T>((to) => call(to, script, keys, args));

  /** A cluster answers for keys of one partition at a time. */
  const read = together(async (keys: readonly string[]): Promise<readonly (string | null)[]> => {
    const found = new Map<string, string | null>();
    const groups = connection.kind === "cluster" ? byPartition(keys) : inPages(keys);
    await Promise.all(
      groups.map(async (group) => {
        const values = await ask<(string | null)[]>((to) => to.mget(group.map(valueKey)));
        for (const [at, key] of group.entries()) found.set(key, values[at] ?? null);
      }),
    );
    return keys.map((key) => found.get(key) ?? null);
  });

  async function change(change: Change): Promise<boolean> {
    mustBeOnePartition(change);
    const when = Object.entries(change.when ?? {});
    const set = Object.entries(change.set);
    const [some] = [...when, ...set];
    if (!some) return true;
    const partition = partitionOf(some[0]);
    const expected = when.map(([, value]) => {
      const json = expectedJson(value);
      if (json === undefined) return "";
      return json.length > LONG ? `#${createHash("sha1").update(json).digest("hex")}` : `=${json}`;
    });
    const written = set.flatMap(([key, value]) => [
      isListed(key) ? key : "",
      expectedJson(value) ?? "",
      change.ttl?.[key] === undefined ? "" : Math.max(1, Math.ceil(change.ttl[key])),
    ]);
    const keys = [...when, ...set].map(([key]) => valueKey(key));
    const args = [when.length, set.length, ...expected, ...written];
    return (await run<number>("scoCommit", [keysOf(partition), expiringOf(partition), ...keys], args)) === 1;
  }

  /** Entries go in before their rows and out after them: a row is never without one. */
  async function commit(change_: Change): Promise<boolean> {
    const indexed = Object.entries(change_.set).filter(([key]) => indexOf(key) !== undefined);
    const coming = new Map<string, (string | number)[]>();
    for (const [key, value] of indexed) {
      if (value === undefined) continue;
      const bucket = entryOf(key) ?? "";
      coming.set(bucket, [...(coming.get(bucket) ?? []), change_.at?.[key] ?? clock.now(), key]);
    }
    const entered = Promise.all(
      [...coming].map(([bucket, places]) => ask((to) => to.zadd(bucket, ...places))),
    );
    // One server does in order what one connection asks; nodes of a cluster do not wait for each other.
    if (connection.kind === "cluster") await entered;
    const [happened] = await Promise.all([change(change_), entered]);
    if (happened)
      // One that stays is found by whoever looks at it.
      for (const [key, value] of indexed)
        if (value === undefined) void ask((to) => to.zrem(entryOf(key) ?? "", key)).catch(() => undefined);
    return happened;
  }

  async function due(rooms: readonly Indexed[], now: number, n: number, since?: number): Promise<Due> {
    const above = since === undefined ? "-inf" : bound(since);
    const each = Math.ceil(n / BUCKETS);
    const byBucket = Array.from({ length: BUCKETS }, (_, bucket) =>
      rooms.map((room) => indexBucket(room, bucket)),
    );
    // One server holds all buckets; a cluster is asked once for each.
    const calls = connection.kind === "cluster" ? byBucket : [byBucket.flat()];
    const answers = await Promise.all(
      calls.map((keys) => run<string[]>("scoDue", keys, [above, bound(now), each])),
    );
    const later = answers.flatMap(([next = ""]) => (next === "" ? [] : Number(next)));
    return {
      entries: answers.flatMap((answer) => entriesOf(answer.slice(1))).sort((a, b) => a.at - b.at),
      next: later.length > 0 ? Math.min(...later) : undefined,
    };
  }

  async function* ofScope(scope: string): AsyncIterable<readonly string[]> {
    const partition = partitionOf(`:${scope}`);
    const whole = scope.endsWith("/") ? 1 : 0;
    let last = "";
    do {
      const args = [scope, whole, last, PAGE, valuesOf(partition)];
      const [next = "", ...keys] = await run<string[]>("scoScope", [keysOf(partition)], args);
      if (keys.length > 0) yield keys;
      last = next;
    } while (last !== "");
  }

  async function* ofRoom(room: Indexed): AsyncIterable<readonly string[]> {
    for (const bucket of bucketsOf(room)) {
      let cursor = "0";
      do {
        const [next, page] = await ask<[string, string[]]>((to) => to.zscan(bucket, cursor, "COUNT", PAGE));
        const keys = page.filter((_, at) => at % 2 === 0);
        if (keys.length > 0) yield keys;
        cursor = next;
      } while (cursor !== "0");
    }
  }

  return {
    commit,
    get: async (key) => {
      const json = await read(key);
      return json === null ? undefined : parsed(json);
    },
    set: async (key, value, ttlMs) => {
      await commit({ set: { [key]: value }, ...(ttlMs !== undefined && { ttl: { [key]: ttlMs } }) });
    },
    claim: async (key, ttlMs) =>
      (await ask<string | null>((to) =>
        to.set(claimKey(key), "1", "PX", Math.max(1, Math.ceil(ttlMs)), "NX"),
      )) === "OK",
    count: (key, windowMs) => run<number>("scoCount", [countKey(key)], [Math.max(1, Math.ceil(windowMs))]),
    delete: async (key) => {
      await Promise.all([
        commit({ set: { [key]: undefined } }),
        ask((to) => to.del(claimKey(key), countKey(key))),
      ]);
    },
    list: async (prefix) => {
      const parts = await Promise.all(
        partitionsOf(prefix).map((partition) =>
          run<string[]>("scoList", [keysOf(partition)], [prefix, valuesOf(partition)]),
        ),
      );
      const rows = parts.flatMap((flat) =>
        flat.flatMap((key, i): [string, unknown][] =>
          i % 2 === 0 ? [[key, parsed(flat[i + 1] ?? "null")]] : [],
        ),
      );
      return parts.length > 1 ? rows.sort(([a], [b]) => (a < b ? -1 : 1)) : rows;
    },
    ofScope,
    ofRoom,
    due,
    move: async ({ key, at }, to) =>
      (await run<number>("scoMove", [entryOf(key) ?? ""], [key, at, to ?? ""])) === 1,
    size: async (room) => {
      const sizes = await Promise.all(bucketsOf(room).map((bucket) => ask<number>((to) => to.zcard(bucket))));
      return sizes.reduce((sum, one) => sum + one, 0);
    },
    sweep: (from) => ask<string>((to) => sweepPage(to, from, clock.now())),
    get health(): StoreHealth {
      return { backend: "redis", fault: connection.fault };
    },
    close: connection.close,
  };
}

const SCRIPTS = {
  scoCommit: COMMIT,
  scoCount: COUNT,
  scoList: LIST,
  scoScope: SCOPE,
  scoDue: DUE,
  scoMove: MOVE,
};
type Script = keyof typeof SCRIPTS;
type Scripted = Record<Script, (keys: number, ...args: (string | number)[]) => Promise<unknown>>;

/** Runs a script by its digest; its text is sent once to each server. */
function call(
  to: Client,
  script: Script,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  return (to as unknown as Scripted)[script](keys.length, ...keys, ...args);
}

function entriesOf(flat: readonly string[]): Entry[] {
  return flat.flatMap((key, i) => (i % 2 === 0 ? [{ key, at: Number(flat[i + 1]) }] : []));
}

function inPages(keys: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(keys.length / PAGE) }, (_, at) =>
    keys.slice(at * PAGE, (at + 1) * PAGE),
  );
}

function byPartition(keys: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const partition = partitionOf(key);
    const group = groups.get(partition);
    if (group) group.push(key);
    else groups.set(partition, [key]);
  }
  return [...groups.values()];
}

/** What is no JSON was not written by the bot; whoever reads it finds it of the wrong shape. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** How Redis writes a number. */
function bound(score: number): string | number {
  return Number.isFinite(score) ? score : score > 0 ? "+inf" : "-inf";
}
