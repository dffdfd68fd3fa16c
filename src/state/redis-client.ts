/** A connection to Redis: one server, sentinels or a cluster; never waits long, whatever Redis does. */
import type { Cluster, Redis } from "ioredis";
import { inTime, systemClock } from "../clock.ts";
import { BotError, reasonOf } from "../errors.ts";
import { errors } from "../i18n/state.ts";
import { PROBE } from "./redis-layout.ts";
import { type RedisAddress, redisAddress } from "./redis-url.ts";

/** No answer takes longer; measured: with ioredis' defaults a dead server holds a command for 6 s and more. */
const COMMAND_MS = 500;
/** The client has the same limit and says more of why. */
const MARGIN_MS = 50;
const CONNECT_MS = 1000;
const PROBE_MS = 250;
/** How often a server that takes no changes is asked whether it does again. */
const REFUSED_MS = 1000;

export type Client = Redis | Cluster;

export interface RedisConnection {
  /** Asks with a time limit. @throws BotError "unavailable" */
  ask<T>(work: (to: Client) => Promise<unknown>): Promise<T>;
  /** What is wrong, one sentence; null when all is well. */
  readonly fault: string | null;
  readonly kind: RedisAddress["kind"];
  close(): Promise<void>;
}

/**
 * Connects in the background, at the first call.
 * @param first done once before anything else, as long as it takes
 * @throws BotError "bad-input" when the address cannot be read
 */
export function redisConnection(
  url: string,
  {
    commandMs = COMMAND_MS,
    first = async () => undefined,
  }: { readonly commandMs?: number; readonly first?: (client: Client) => Promise<unknown> } = {},
): RedisConnection {
  const address = redisAddress(url);
  let connecting: Promise<Client> | undefined;
  let preparing: Promise<unknown> | undefined;
  let fault: string | null = null;
  /** What the connection complained of last: a wrong password, an unknown certificate. */
  let broken: string | null = null;
  /** Why a server that answers takes no changes: it is a replica, or has no memory or disk left. */
  let refused: string | null = null;
  let probing = false;
  const closed = new AbortController();

  const client = (): Promise<Client> => {
    connecting ??= connect(
      address,
      (error) => {
        broken = reasonOf(error) || String((error as NodeJS.ErrnoException).code ?? "cannot connect");
      },
      commandMs,
    );
    return connecting;
  };

  /** While a frozen server is being probed everything else fails at once instead of after a timeout each. */
  async function probe(to: Client): Promise<void> {
    if (probing) return;
    probing = true;
    while (!closed.signal.aborted) {
      try {
        await inTime(to.ping(), commandMs + MARGIN_MS);
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

  /** What has to be done first is tried again by the next call when it failed. */
  function prepare(to: Client): Promise<unknown> {
    preparing ??= first(to).catch((error) => {
      preparing = undefined;
      throw error;
    });
    return preparing;
  }

  return {
    kind: address.kind,
    async ask<T>(work: (to: Client) => Promise<unknown>): Promise<T> {
      const to = await client();
      try {
        if (probing) throw new Error("does not answer");
        await prepare(to);
        const answer = await inTime(work(to), commandMs + MARGIN_MS);
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
    },
    get fault() {
      return refused ?? fault;
    },
    close: async () => {
      closed.abort();
      // quit() would wait for a frozen server.
      (await connecting?.catch(() => undefined))?.disconnect();
    },
  };
}

/** Starts the client; waits until it is ready, about as long as for an answer, and hands it out either way. */
export async function connect(
  address: RedisAddress,
  complain: (error: unknown) => void = () => undefined,
  commandMs = COMMAND_MS,
): Promise<Client> {
  const ioredis = await import("ioredis");
  const common = {
    commandTimeout: commandMs,
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
          // What is asked in one turn of the event loop is sent together. A cluster might repeat a whole batch.
          enableAutoPipelining: true,
          db: address.db,
          ...(address.kind === "sentinel"
            ? {
                sentinels: nodes,
                name: address.master ?? "mymaster",
                sentinelRetryStrategy: again.retryStrategy,
                sentinelCommandTimeout: COMMAND_MS,
                ...(address.sentinelUsername !== undefined && { sentinelUsername: address.sentinelUsername }),
                ...(address.sentinelPassword !== undefined && { sentinelPassword: address.sentinelPassword }),
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
  await inTime(first, commandMs + MARGIN_MS).catch(() => undefined);
  return client;
}

/** The server's own no, in contrast to silence. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === "ReplyError";
}

function away(cause: unknown): BotError {
  if (isRefusal(cause)) return refusal(cause);
  return new BotError("unavailable", errors.away, { cause });
}

/** A server that answers with a code of its own (READONLY, OOM, NOPERM) is there, it only says no. */
function refusal(cause: unknown): BotError {
  const code = /^[A-Z]+(?= |$)/.exec(reasonOf(cause))?.[0] ?? "ERR";
  return new BotError("unavailable", errors.refuses(code), { cause });
}
