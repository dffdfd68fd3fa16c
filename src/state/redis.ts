/** State in Redis: one server, sentinels or a cluster, shared by any number of processes; never waits long. */
import type { Cluster, Redis } from "ioredis";
import { systemClock } from "../clock.ts";
import { BotError, reasonOf } from "../errors.ts";
import { claimName, countName, namesOf, valueName } from "./names.ts";
import { COMMIT, COUNT, DELETE, ENTRIES, KEYS } from "./redis-scripts.ts";
import { type RedisAddress, redisAddress } from "./redis-url.ts";
import type { Change, StateStore, StoreHealth } from "./store.ts";
import { expectedJson } from "./table.ts";

/** Prefix of every key; the braces put all of them into one slot of a cluster, so that scripts may span keys. */
const PREFIX = "{sco}:";
const INDEX = `${PREFIX}index`;
/** Written to see whether changes are taken; it expires at once. */
export const PROBE = `${PREFIX}probe`;
/** No answer takes longer; measured: with ioredis' defaults a dead server holds a command for 6 s and more. */
const COMMAND_MS = 500;
const CONNECT_MS = 1000;
const PROBE_MS = 250;
/** How often a server that takes no changes is asked whether it does again. */
const REFUSED_MS = 1000;

type Client = Redis | Cluster;

/** Connects in the background, at the first call. @throws BotError "bad-input" when the address cannot be read */
export function redisStore(url: string): StateStore {
  const address = redisAddress(url);
  let connecting: Promise<Client> | undefined;
  let fault: string | null = null;
  /** What the connection complained of last: a wrong password, an unknown certificate. */
  let broken: string | null = null;
  /** Why a server that answers takes no changes: it is a replica, or has no memory or disk left. */
  let refused: string | null = null;
  let probing = false;
  const closed = new AbortController();

  const client = (): Promise<Client> => {
    connecting ??= connect(address, (error) => {
      broken = reasonOf(error) || String((error as NodeJS.ErrnoException).code ?? "cannot connect");
    });
    return connecting;
  };

  /** While a frozen server is being probed everything else fails at once instead of after a timeout each. */
  async function probe(to: Client): Promise<void> {
    if (probing) return;
    probing = true;
    while (!closed.signal.aborted) {
      try {
        await within(to.ping(), COMMAND_MS);
        [fault, broken] = [null, null];
        break;
      } catch (error) {
        fault = `Redis: ${broken ?? reasonOf(error)}`;
        await systemClock.sleep(PROBE_MS, closed.signal).catch(() => undefined);
      }
    }
    probing = false;
  }

  /** Reading may go on; what was refused is known until a change of our own is taken. */
  async function noteRefusal(to: Client, error: unknown): Promise<void> {
    const noted = refused !== null;
    refused = `Redis: ${reasonOf(error)}`;
    while (!noted && refused !== null) {
      await systemClock.sleep(REFUSED_MS, closed.signal);
      await to.set(PROBE, "1", "PX", REFUSED_MS).then(
        () => {
          refused = null;
        },
        () => undefined,
      );
    }
  }

  async function ask<T>(work: (to: Client) => Promise<unknown>): Promise<T> {
    const to = await client();
    try {
      if (probing) throw new Error("does not answer");
      const answer = await within(work(to), COMMAND_MS);
      [fault, broken] = [null, null];
      return answer as T;
    } catch (error) {
      if (isRefusal(error)) {
        noteRefusal(to, error).catch(() => undefined);
      } else {
        fault = `Redis: ${broken ?? reasonOf(error)}`;
        probe(to).catch(() => undefined);
      }
      throw away(error);
    }
  }

  const run = <T>(script: string, keys: readonly string[], args: readonly (string | number)[]): Promise<T> =>
    ask<T>((to) => to.eval(script, keys.length + 1, INDEX, ...keys.map((key) => PREFIX + key), ...args));

  const commit = async (change: Change): Promise<boolean> => {
    const when = Object.entries(change.when ?? {});
    const set = Object.entries(change.set);
    const expected = when.map(([, value]) => {
      const json = expectedJson(value);
      return json === undefined ? "" : `=${json}`;
    });
    const written = set.flatMap(([key, value]) => [
      key,
      expectedJson(value) ?? "",
      change.ttl?.[key] === undefined ? "" : Math.max(1, Math.ceil(change.ttl[key])),
    ]);
    const names = [...when, ...set].map(([key]) => valueName(key));
    return (await run<number>(COMMIT, names, [when.length, set.length, ...expected, ...written])) === 1;
  };

  return {
    commit,
    get: async (key) => {
      const json = await ask<string | null>((to) => to.get(PREFIX + valueName(key)));
      return json === null ? undefined : JSON.parse(json);
    },
    set: async (key, value, ttlMs) => {
      await commit({ set: { [key]: value }, ...(ttlMs !== undefined && { ttl: { [key]: ttlMs } }) });
    },
    claim: async (key, ttlMs) =>
      (await ask<string | null>((to) =>
        to.set(PREFIX + claimName(key), "1", "PX", Math.max(1, Math.ceil(ttlMs)), "NX"),
      )) === "OK",
    count: (key, windowMs) => run<number>(COUNT, [countName(key)], [Math.max(1, Math.ceil(windowMs))]),
    delete: async (key) => {
      await run<number>(DELETE, namesOf(key), [key]);
    },
    keys: (prefix) => run<string[]>(KEYS, [], [prefix, PREFIX + valueName("")]),
    entries: async (prefix) => {
      const flat = await run<string[]>(ENTRIES, [], [prefix, PREFIX + valueName("")]);
      return flat.flatMap((key, i): [string, unknown][] =>
        i % 2 === 0 ? [[key, JSON.parse(flat[i + 1] ?? "null")]] : [],
      );
    },
    get health(): StoreHealth {
      return { backend: "redis", fault: refused ?? fault };
    },
    close: async () => {
      closed.abort();
      // quit() would wait for a frozen server.
      (await connecting?.catch(() => undefined))?.disconnect();
    },
  };
}

/** Starts the client; waits until it is ready, at most COMMAND_MS, and hands it out either way. */
export async function connect(
  address: RedisAddress,
  complain: (error: unknown) => void = () => undefined,
): Promise<Client> {
  const ioredis = await import("ioredis");
  const common = {
    commandTimeout: COMMAND_MS,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    reconnectOnError: (error: Error) => (error.message.startsWith("READONLY") ? (1 as const) : false),
    ...(address.username !== undefined && { username: address.username }),
    ...(address.password !== undefined && { password: address.password }),
    ...(address.tls && { tls: {} }),
  };
  const again = { retryStrategy: (n: number) => Math.min(n * 100, 2000), enableOfflineQueue: false };
  const nodes = address.nodes.map((node) => ({ ...node }));
  const client =
    address.kind === "cluster"
      ? new ioredis.Cluster(nodes, {
          enableOfflineQueue: false,
          clusterRetryStrategy: again.retryStrategy,
          slotsRefreshTimeout: CONNECT_MS,
          redisOptions: common,
        })
      : new ioredis.Redis({
          ...common,
          ...again,
          db: address.db,
          ...(address.kind === "sentinel"
            ? {
                sentinels: nodes,
                name: address.master ?? "mymaster",
                sentinelRetryStrategy: again.retryStrategy,
                sentinelCommandTimeout: COMMAND_MS,
                enableTLSForSentinelMode: address.tls,
                ...(address.tls && { sentinelTLS: {} }),
              }
            : { ...nodes[0], ...(address.path !== undefined && { path: address.path }) }),
        });
  const first = new Promise<void>((done) => {
    client.on("error", (error) => {
      complain(error);
      done();
    });
    client.once("ready", () => done());
  });
  await within(first, COMMAND_MS).catch(() => undefined);
  return client;
}

/** The server's own no, in contrast to silence. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === "ReplyError";
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const done = new AbortController();
  const late = systemClock.sleep(ms + 50, done.signal).then(() => {
    throw new Error(`no answer within ${ms} ms`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

function away(cause: unknown): BotError {
  return new BotError(
    "unavailable",
    {
      en: "The bot's memory (Redis) does not answer, so this could not be saved or looked up. Try again in a minute.",
      zh: "机器人的存储（Redis）没有响应，因此未能保存或查询。请稍后再试。",
      ru: "Память бота (Redis) не отвечает, поэтому сохранить или прочитать это не удалось. Повторите через минуту.",
    },
    { cause },
  );
}
