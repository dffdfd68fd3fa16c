/** The connection: which client, where to, and what a refused token or an absent network looks like. */
import {
  Client,
  DefaultRestOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Options,
  REST,
  type RESTOptions,
  Routes,
  Status,
} from "discord.js";
import { Agent } from "undici";
import type { Clock } from "../../src/clock.ts";
import { reasonOf } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";
import { refusal } from "./refusals.ts";
import { shield } from "./shield.ts";

/** No privileged intent: mentions and direct messages carry their text without it. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
/** Kept open and used again: a burst that opened one for each answer would spend its first second on handshakes. */
const CONNECTIONS = 32;
const LONGEST_PAUSE_MS = 60_000;

/** Each interaction leaves a queue of its own in discord.js, which by itself sweeps hourly. */
const SWEEP_MS = 60_000;

/** Where requests go; the address may be given with or without a slash and a version at its end. */
export function restOptions(apiUrl: string | undefined): Partial<RESTOptions> {
  const api = apiUrl?.replace(/(?<!\/)\/+$/, "").replace(/\/v\d+$/, "");
  return { version: "10", handlerSweepInterval: SWEEP_MS, ...(api && { api }) };
}

/** What a client is made from. */
interface Connecting {
  readonly apiUrl?: string | undefined;
  readonly shards?: number | "auto";
  /** discord.js itself knows which shard a process of its ShardingManager is. */
  readonly inShard?: boolean;
  /** How requests are made, where not as discord.js makes them. */
  readonly manner?: Partial<RESTOptions>;
}

/** A client that keeps only what permissions are computed from. */
export function createClient({ apiUrl, shards = "auto", inShard, manner }: Connecting, log: Log): Client {
  const carried = shards === "auto" ? { shards } : { shardCount: shards };
  const client = new Client({
    ...(!inShard && carried),
    intents: INTENTS,
    rest: { ...restOptions(apiUrl), ...manner },
    makeCache: Options.cacheWithLimits({ MessageManager: 0, PresenceManager: 0, ReactionManager: 0 }),
  });
  client.on(Events.Error, (error) =>
    log.warn({ reason: reasonOf(error) }, "Discord's client reports an error"),
  );
  client.on(Events.ShardError, (error) => log.warn({ reason: reasonOf(error) }, "lost the way to Discord"));
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error({ code }, "Discord ended the connection for good"),
  );
  client.on(Events.ShardReconnecting, () => log.info("reconnecting to Discord"));
  shield(client, log);
  client.on(Events.ShardResume, (_, replayed) => log.info({ replayed }, "resumed at Discord"));
  return client;
}

/**
 * Gives it the token for good. Patch of @discordjs/rest 2 (REST.setToken): it forgets the token at a single 401, as
 * Discord's outages answer, and has no option for that. Held by sdk.test.ts.
 */
export function withToken(rest: REST, token: string): REST {
  rest.setToken(token);
  rest.setToken = () => rest;
  return rest;
}

/**
 * A way for requests, apart from the client, so that it outlives a connection that failed.
 * @param perSecond discord.js holds back what is more; Discord exempts answers to interactions from that limit
 */
export function createRest(
  { token, apiUrl }: { token: string; apiUrl?: string | undefined },
  perSecond: number,
  log: Log,
): REST {
  // Only its type is that of another undici: discord.js comes with one of its own.
  const agent = new Agent({ connections: CONNECTIONS }) as unknown as RESTOptions["agent"];
  const rest = withToken(
    new REST({ ...restOptions(apiUrl), globalRequestsPerSecond: perSecond, agent, makeRequest: asBytes }),
    token,
  );
  return rest.on("rateLimited", ({ route, global, retryAfter }) =>
    log.warn({ route, global, retryAfter }, "Discord asks to wait"),
  );
}

/** discord.js makes Node's own form of a message with files, which an agent of another undici cannot send; its bytes it can. */
const asBytes: RESTOptions["makeRequest"] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const body = new Uint8Array(await form.arrayBuffer());
  const headers = { ...init.headers, "content-type": form.headers.get("content-type") ?? "" };
  return DefaultRestOptions.makeRequest(url, { ...init, body, headers });
};

/**
 * Logs in; while Discord cannot be reached it tries again, with growing pauses, in the background.
 * @param fresh makes the client of the next attempt: one whose login failed cannot be closed properly any more
 * @throws BotError when Discord refuses for good (the token, the shards); its sentence does not contain the token
 */
export async function logIn(
  fresh: () => Client,
  needs: { settings: Connecting & { token: string }; clock: Clock; log: Log; signal: AbortSignal },
  whenIn: (client: Client) => void,
): Promise<void> {
  const { settings, clock, log, signal } = needs;
  const attempt = async (): Promise<boolean> => {
    const client = fresh();
    let closed: number | undefined;
    client.once(Events.ShardDisconnect, ({ code }) => {
      closed = code;
    });
    try {
      await client.login(settings.token);
      if (signal.aborted) await client.destroy();
      else whenIn(client);
      return true;
    } catch (error) {
      const refused = refusal(error, closed);
      if (refused) throw refused;
      // The ShardingManager starts the process of a shard anew.
      if (settings.inShard) throw error;
      if (!signal.aborted) log.warn({ reason: reasonOf(error) }, "Discord cannot be reached yet");
      return false;
    }
  };
  if (await attempt()) return;
  void (async () => {
    for (let pause = 1_000; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await clock.sleep(pause, signal).catch(() => undefined);
      if (signal.aborted || (await attempt())) return;
    }
  })().catch((error: unknown) => log.error({ reason: reasonOf(error) }, "stopped trying to reach Discord"));
}

/** Whether every connection of this client carries events now. */
export function isConnected(client: Client): boolean {
  const { shards } = client.ws;
  const carrying = [Status.Ready, Status.WaitingForGuilds, Status.Nearly];
  return shards.size > 0 && shards.every(({ status }) => carrying.includes(status));
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const UNKNOWN_SERVER = 10004;

/** Whether Discord says that the bot is not in a server. @throws when it cannot be asked */
export async function hasLeft(server: string, rest: REST): Promise<boolean> {
  try {
    await rest.get(Routes.guild(server));
    return false;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code === UNKNOWN_SERVER;
    throw error;
  }
}
