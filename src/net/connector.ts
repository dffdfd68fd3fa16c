/** Opens sockets for the guard: every address is judged at the moment of connecting, literal or resolved. */
import type { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { type Allowed, isPrivateLiteral, isPublic, portOf } from "./address.ts";
import { Refusal } from "./refusal.ts";

/** How names are resolved; the system's way, or a test's that lies. */
export type DnsLookup = typeof systemLookup;

const CONNECT_MS = 10_000;

/** A connector for undici that reaches public addresses and the hosts in `allowed`, nothing else. */
export function guardedConnector(allowed: Allowed, lookup: DnsLookup): buildConnector.connector {
  const trusted = buildConnector({ lookup: lookup as LookupFunction, timeout: CONNECT_MS });
  const guarded = buildConnector({ lookup: publicOnly(lookup), timeout: CONNECT_MS });
  return (options, callback) => {
    const { hostname } = options;
    const written = hostname.includes(":") && !hostname.startsWith("[") ? `[${hostname}]` : hostname;
    if (allowed.has(written, portOf(options.port, options.protocol))) return trusted(options, callback);
    if (isPrivateLiteral(hostname)) return callback(new Refusal("address", hostname), null);
    return guarded(options, callback);
  };
}

/** A resolver that passes on public addresses only, so that what was checked is what is connected to. */
function publicOnly(lookup: DnsLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "", 0);
      const usable = found.filter(({ address }) => isPublic(address));
      const [first] = usable;
      if (first === undefined) return callback(new Refusal("address", hostname), "", 0);
      if (options.all) return callback(null, usable);
      return callback(null, first.address, first.family);
    });
  };
}
