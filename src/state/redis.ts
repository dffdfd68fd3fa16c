/** State in Redis: one server, sentinels or a cluster, shared by any number of processes; never waits long. */
import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import { BUCKETS, isListed, mustBeOnePartition, partitionOf, partitionsOf } from "./partition.ts";
import { bound, entriesOf, rowsIn } from "./redis-answers.ts";
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
import { COMMIT, COUNT, DUE, LIST, MOVE, SCOPE, TEXT } from "./redis-scripts.ts";
import { sweepPage } from "./redis-sweep.ts";
import { takeOver } from "./redis-upgrade.ts";
import {
  allOf,
  type Change,
  type Due,
  type Indexed,
  type Rows,
  type StateStore,
  type Step,
  type StoreHealth,
  stepOf,
} from "./store.ts";
import { expectedJson, fromJson } from "./table.ts";
import { together } from "./together.ts";

/** A row that a change expects is sent as its digest when it is longer. */
const LONG = 300;
/** Keys that one call answers. */
const PAGE = 500;
/** Changes that one call makes: the server does nothing else meanwhile, for about a millisecond. */
const CHANGES = 32;

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
  async function readAll(keys: readonly string[]): Promise<readonly (string | null)[]> {
    const found = new Map<string, string | null>();
    const groups =
      connection.kind === "cluster" ? [...grouped(keys, partitionOf).values()] : inPages(keys, PAGE);
    await Promise.all(
      groups.map(async (group) => {
        const values = await ask<(string | null)[]>((to) => to.mget(group.map(valueKey)));
        for (const [at, key] of group.entries()) found.set(key, values[at] ?? null);
        // What is no text looks like nothing there; a row that somebody has to look at is not overlooked so.
        const absent = group.filter((key, at) => values[at] === null && hasEntry(key)).map(valueKey);
        if (absent.length === 0 || (await ask<number>((to) => to.exists(absent))) === 0) return;
        for (const key of group)
          if (found.get(key) === null && hasEntry(key))
            found.set(key, (await run<string[]>("scoText", [valueKey(key)], []))[0] ?? null);
      }),
    );
    return keys.map((key) => found.get(key) ?? null);
  }
  const read = together(readAll);

  /** One call of the server takes many changes; a cluster's those of one partition. */
  async function takeAll(steps: readonly Step[]): Promise<readonly boolean[]> {
    const happened = new Map<Step, boolean>();
    const parts = new Map(steps.map((step) => [step, mustBeOnePartition(step)]));
    const partOf = (step: Step): string => parts.get(step) ?? "";
    const groups =
      connection.kind === "cluster" ? [...grouped(steps, partOf).values()] : inPages(steps, CHANGES);
    await Promise.all(
      groups.map(async (group) => {
        const [keys, args]: [string[], (string | number)[]] = [[], []];
        for (const step of group) tell(step, partOf(step), keys, args);
        const answer = await run<number[]>("scoCommit", keys, args);
        for (const [at, step] of group.entries()) happened.set(step, answer[at] === 1);
      }),
    );
    return steps.map((step) => happened.get(step) === true);
  }

  /** Entries go in before their rows and out after them: a row is never without one. */
  async function commitAll(steps: readonly Step[]): Promise<readonly boolean[]> {
    const coming = new Map<string, (string | number)[]>();
    for (const { set } of steps)
      for (const { key, value, at = clock.now() } of set) {
        const bucket = value === undefined ? undefined : entryOf(key);
        if (bucket === undefined) continue;
        const places = coming.get(bucket);
        if (places) places.push(at, key);
        else coming.set(bucket, [at, key]);
      }
    const entered = Promise.all(
      [...coming].map(([bucket, places]) => ask((to) => to.zadd(bucket, ...places))),
    );
    // One server does in order what one connection asks; nodes of a cluster do not wait for each other.
    if (connection.kind === "cluster") await entered;
    const [happened] = await Promise.all([takeAll(steps), entered]);
    for (const [at, step] of steps.entries()) if (happened[at]) leave(step);
    return happened;
  }

  /** An entry that stays is found by whoever looks at it. */
  function leave({ set }: Step): void {
    for (const { key, value } of set) {
      const bucket = value === undefined ? entryOf(key) : undefined;
      if (bucket !== undefined) void ask((to) => to.zrem(bucket, key)).catch(() => undefined);
    }
  }

  async function commit(change: Change): Promise<boolean> {
    const [happened] = await commitAll([stepOf(change)]);
    return happened === true;
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

  async function* pagesIn(prefix: string, partitions: readonly string[]): AsyncIterable<Rows> {
    for (const partition of partitions) {
      let last = "";
      do {
        const args = [prefix, valuesOf(partition), last, PAGE, 0];
        const [next = "", ...flat] = await run<string[]>("scoList", [keysOf(partition)], args);
        if (flat.length > 0) yield rowsIn(flat);
        last = next;
      } while (last !== "");
    }
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
    commitAll,
    getAll: async (keys) => (await readAll(keys)).map((json) => (json === null ? undefined : fromJson(json))),
    get: async (key) => {
      const json = await read(key);
      return json === null ? undefined : fromJson(json);
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
    pages: (prefix) => pagesIn(prefix, partitionsOf(prefix)),
    list: async (prefix) => {
      const partitions = partitionsOf(prefix);
      const parts = await Promise.all(partitions.map((one) => allOf(pagesIn(prefix, [one]))));
      return parts.length > 1 ? parts.flat().sort(([a], [b]) => (a < b ? -1 : 1)) : (parts[0] ?? []);
    },
    last: async (prefix, n) => {
      const [partition = ""] = partitionsOf(prefix);
      const args = [prefix, valuesOf(partition), "", n, 1];
      return rowsIn((await run<string[]>("scoList", [keysOf(partition)], args)).slice(1));
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
  scoText: TEXT,
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

/** What the script is told of a change. */
function tell({ when, set }: Step, partition: string, keys: string[], args: (string | number)[]): void {
  const values = valuesOf(partition);
  keys.push(keysOf(partition), expiringOf(partition));
  args.push(when.length, set.length);
  for (const [key, value] of when) {
    keys.push(values + key);
    args.push(conditionOf(expectedJson(value)));
  }
  for (const { key, value, ttl } of set) {
    keys.push(values + key);
    args.push(isListed(key) ? key : "", expectedJson(value) ?? "");
    args.push(ttl === undefined ? "" : Math.max(1, Math.ceil(ttl)));
  }
}

function conditionOf(json: string | undefined): string {
  if (json === undefined) return "";
  return json.length > LONG ? `#${createHash("sha1").update(json).digest("hex")}` : `=${json}`;
}

function inPages<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

function grouped<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

/** Whether a row has an entry in an index. */
const hasEntry = (key: string): boolean => entryOf(key) !== undefined;
