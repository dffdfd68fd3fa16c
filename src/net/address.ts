/** Which addresses may be fetched: the rules alone, without a network. */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { Refusal } from "./refusal.ts";

/** Hosts that the operator trusts although they are private or use another port. */
export interface Allowed {
  has(hostname: string, port: number): boolean;
}

/** Platform endpoints that sit on public addresses and still must not be reachable (Azure's wire server). */
const INTERNAL = new Set(["168.63.129.16"]);

/**
 * Reads `SCO_ALLOW_HOSTS`: `host` allows every port of that host, `host:port` only that one.
 * Names are compared as written in the URL: allowing an address does not allow names that resolve to it.
 * @throws Refusal("url") for an entry that is neither
 */
export function allowedHosts(entries: readonly string[]): Allowed {
  const allowed = new Set(
    entries.map((entry) => {
      const [, host = "", port] = /^(\[[^\]]+\]|[^:/?#@\s]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
      if (host === "" || !URL.canParse(`http://${host}/`)) throw new Refusal("url", entry);
      return `${new URL(`http://${host}/`).hostname}:${port === undefined ? "*" : Number(port)}`;
    }),
  );
  return { has: (hostname, port) => allowed.has(`${hostname}:${port}`) || allowed.has(`${hostname}:*`) };
}

/**
 * Parses and judges an address before anything is resolved or connected.
 * @param base what a relative redirect is relative to
 * @throws Refusal saying what is wrong
 */
export function checkedUrl(address: string, allowed: Allowed, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new Refusal("url", address);
  const url = new URL(address, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Refusal("scheme", url.protocol);
  if (url.username !== "" || url.password !== "") throw new Refusal("credentials", url.hostname);
  const port = portOf(url.port, url.protocol);
  if (allowed.has(url.hostname, port)) return url;
  if (port !== 80 && port !== 443) throw new Refusal("port", url.host);
  if (isPrivateLiteral(url.hostname)) throw new Refusal("address", url.hostname);
  return url;
}

/** The port that a connection goes to; `written` is "" where the scheme's own is meant. */
export function portOf(written: string, protocol: string): number {
  if (written !== "") return Number(written);
  return protocol === "https:" ? 443 : 80;
}

/** Whether a URL's hostname is an IP address, bracketed or not, that is not public. */
export function isPrivateLiteral(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) !== 0 && !isPublic(bare);
}

/**
 * Whether an IP address is on the public internet. IPv4: what IANA's special-purpose registry leaves over.
 * IPv6: global unicast (2000::/3, RFC 4291) without the tunnels that carry an IPv4 address inside.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || INTERNAL.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}
