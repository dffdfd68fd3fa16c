/** What REDIS_URL may say: one server, TLS, a unix socket, sentinels or a cluster. */
import { BotError } from "../errors.ts";
import { errors } from "../i18n/state.ts";

export interface RedisAddress {
  readonly kind: "single" | "sentinel" | "cluster";
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  readonly path?: string;
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  readonly tls: boolean;
  /** Name of the master that the sentinels watch. */
  readonly master?: string;
  /** Of the sentinels themselves: the servers' unless the address says another. */
  readonly sentinelUsername?: string;
  readonly sentinelPassword?: string;
}

/** The accepted forms, for people. */
export const REDIS_FORMS =
  "redis://[user:password@]host:port/db, rediss://…, redis+sentinel://host:port,host:port/master, redis+cluster://host:port,host:port, unix:///path";

/** Whether `redisAddress` can read it. */
export function isRedisAddress(url: string): boolean {
  try {
    redisAddress(url);
    return true;
  } catch {
    return false;
  }
}

const SCHEME = /^(?:(redis|rediss)(?:[+-](sentinel|cluster))?|(unix|redis\+unix)):\/\/(.*)$/i;

/**
 * Reads `redis://[[user]:password@]host[:port][/db]`, `rediss://` for TLS, `unix:///path[?db=1]`,
 * `redis+sentinel://[[user]:password@]host:port,host:port/master[/db]` (also `#master`) and
 * `redis+cluster://host:port,host:port` (several hosts without a word are a cluster too); `-` works like `+`.
 * User and password are percent-encoded. Sentinels get the same, or `?sentinelUsername=…&sentinelPassword=…`; an empty
 * `sentinelPassword=` gives them none.
 * @throws BotError "bad-input" with the accepted forms, never showing the password
 */
export function redisAddress(url: string): RedisAddress {
  const [, scheme = "", variant = "", unix = "", rest = ""] = SCHEME.exec(url.trim()) ?? [];
  if (scheme === "" && unix === "") throw unreadable();
  const [beforeQuery = "", query = ""] = rest.split("?", 2);
  const [main = "", fragment = ""] = beforeQuery.split("#", 2);
  const params = new URLSearchParams(query.split("#")[0]);
  const at = main.lastIndexOf("@");
  const [user = "", ...secret] = at < 0 ? [] : main.slice(0, at).split(":");
  const username = decode(user);
  const password = decode(secret.join(":"));
  const login = { ...(username && { username }), ...(password && { password }) };
  const place = main.slice(at + 1);
  if (unix)
    return { kind: "single", nodes: [], path: place, ...login, db: whole(params.get("db")), tls: false };
  const [hosts = "", ...path] = place.split("/");
  const tls = scheme.toLowerCase() === "rediss";
  const kind = (variant.toLowerCase() ||
    (hosts.includes(",") ? "cluster" : "single")) as RedisAddress["kind"];
  const nodes = hosts.split(",").map((host) => node(host, kind === "sentinel" ? 26379 : 6379));
  if (kind !== "sentinel") return { kind, nodes, ...login, db: whole(path[0] ?? params.get("db")), tls };
  const [watcher, watchword] = params.has("sentinelPassword")
    ? [params.get("sentinelUsername") ?? "", params.get("sentinelPassword") ?? ""]
    : [username, password];
  const watching = {
    ...(watcher && { sentinelUsername: watcher }),
    ...(watchword && { sentinelPassword: watchword }),
  };
  const named = decode(fragment) || (params.get("master") ?? "");
  const master = named || decode(path[0] ?? "") || "mymaster";
  const db = whole(path[named ? 0 : 1] ?? params.get("db"));
  return { kind, nodes, ...login, ...watching, db, tls, master };
}

function node(text: string, port: number): { host: string; port: number } {
  const [, six, name = "", number] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]*))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  if (six === undefined && name === "" && text !== "") throw unreadable();
  return { host: six ?? (name || "127.0.0.1"), port: number === undefined ? port : Number(number) };
}

function whole(text: string | null | undefined): number {
  if (!text) return 0;
  if (!/^\d{1,5}$/.test(text)) throw unreadable();
  return Number(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unreadable();
  }
}

function unreadable(): BotError {
  const forms = REDIS_FORMS;
  return new BotError("bad-input", errors.badRedisUrl(forms));
}
