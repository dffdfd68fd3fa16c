/** The network guard: the one module that sends requests for the project, and refuses the wrong ones. */
import { lookup as systemLookup } from "node:dns";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Agent, errors, request } from "undici";
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import { root } from "../root.ts";
import { type Allowed, allowedHosts, checkedUrl, portOf } from "./address.ts";
import { inflated, received } from "./body.ts";
import { type DnsLookup, guardedConnector } from "./connector.ts";
import { codeOf, Refusal } from "./refusal.ts";

export interface FetchOptions {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Who asks instead of the usual User-Agent. */
  readonly agent?: string | undefined;
  /**
   * The address that somebody trusted this errand with: an allowed private host is reached only when it is this one's,
   * never by a link or a redirect that stands elsewhere. Without it every allowed host is; with null, for an address
   * that anybody typed, none.
   */
  readonly home?: string | null | undefined;
  /** Milliseconds for everything: names, redirects, body. */
  readonly deadlineMs?: number;
  /** Bytes, counted before and again after decompression. */
  readonly maxBytes?: number;
}

export interface Fetched {
  /** Where the answer came from in the end. */
  readonly url: string;
  /** The new address when every redirect on the way there was permanent (301, 308). */
  readonly movedTo: string | null;
  readonly status: number;
  /** Lower-case names; repeated headers are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** False when the server broke off in the middle. */
  readonly complete: boolean;
}

export interface Guard {
  /** Fetches an address, whatever its status code. @throws Refusal saying why nothing could be had */
  fetch(address: string, asking?: FetchOptions): Promise<Fetched>;
  /** Judges an address without connecting. @throws Refusal */
  check(address: string): URL;
  /** Whether the address is at a host that the operator allowed by name. */
  trusts(address: string): boolean;
  close(): Promise<void>;
}

export interface GuardOptions {
  /** `host` or `host:port`, see `allowedHosts`. */
  readonly allowHosts: readonly string[];
  readonly clock: Clock;
  /** Where whoever runs the bot can be reached, for the User-Agent. */
  readonly contact?: string | undefined;
  readonly lookup?: DnsLookup;
}

const DEADLINE_MS = 15_000;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Opens a guard. Its connections are closed by `close`; idle ones do not keep the process alive. */
export function createGuard(options: GuardOptions): Guard {
  const allowed = allowedHosts(options.allowHosts);
  const agentFor = (hosts: Allowed) =>
    new Agent({
      connect: guardedConnector(hosts, options.lookup ?? systemLookup),
      connections: 4,
      maxHeaderSize: 32 * 1024,
    });
  const agents = { trusted: agentFor(allowed), open: agentFor(NOBODY) };
  const userAgent = userAgentOf(options.contact);
  return {
    check: (address) => checkedUrl(address, allowed),
    trusts(address) {
      const { hostname, port, protocol } = new URL(address);
      return allowed.has(hostname, portOf(port, protocol));
    },
    close: async () => {
      await Promise.all([agents.trusted.destroy(), agents.open.destroy()]);
    },
    async fetch(address, asking = {}) {
      const deadlineMs = asking.deadlineMs ?? DEADLINE_MS;
      const stop = new AbortController();
      const abort = () => stop.abort(asking.signal?.reason);
      asking.signal?.addEventListener("abort", abort, { once: true });
      if (asking.signal?.aborted) abort();
      options.clock.sleep(deadlineMs, stop.signal).then(
        () => stop.abort(new Refusal("time", `${deadlineMs / 1000} s`)),
        () => undefined,
      );
      try {
        return await follow(address, { userAgent, ...asking, signal: stop.signal }, allowed, agents);
      } catch (thrown) {
        throw stop.signal.aborted ? stop.signal.reason : asRefusal(thrown);
      } finally {
        asking.signal?.removeEventListener("abort", abort);
        stop.abort();
      }
    },
  };
}

const NOBODY: Allowed = { has: () => false };

/** The allowed hosts as far as they are the errand's own. */
function allowedAt(home: FetchOptions["home"], allowed: Allowed): Allowed {
  if (home === undefined) return allowed;
  if (home === null || !URL.canParse(home)) return NOBODY;
  const own = new URL(home);
  const ownPort = portOf(own.port, own.protocol);
  return {
    has: (hostname, port) => hostname === own.hostname && port === ownPort && allowed.has(hostname, port),
  };
}

/** `Mozilla/5.0 (compatible; sco-bot/1.2.3; +https://newsroom.example/bot)`: many servers refuse what does not begin so. */
function userAgentOf(contact: string | undefined): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return `Mozilla/5.0 (compatible; sco-bot/${version}${contact === undefined ? "" : `; +${contact}`})`;
}

/** Asks, follows redirects, each judged like the first address, and reads the answer within its limits. */
async function follow(
  address: string,
  asking: FetchOptions & { readonly signal: AbortSignal; readonly userAgent: string },
  everybody: Allowed,
  agents: { readonly trusted: Agent; readonly open: Agent },
): Promise<Fetched> {
  const allowed = allowedAt(asking.home, everybody);
  const { method = "GET", maxBytes = MAX_BYTES, signal } = asking;
  const seen = new Set<string>();
  let url = checkedUrl(address, allowed);
  const origin = url.origin;
  let movedTo: string | null = null;
  let permanent = true;
  for (;;) {
    if (seen.has(url.href) || seen.size > MAX_REDIRECTS) throw new Refusal("redirects", url.host);
    seen.add(url.href);
    const answer = await request(url, {
      dispatcher: allowed.has(url.hostname, portOf(url.port, url.protocol)) ? agents.trusted : agents.open,
      method,
      headers: {
        "user-agent": asking.agent ?? asking.userAgent,
        accept:
          "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5",
        "accept-encoding": "gzip, deflate, br",
        ...(url.origin === origin ? asking.headers : conditions(asking.headers)),
      },
      ...(asking.body !== undefined && { body: asking.body }),
      signal,
    });
    const headers = flat(answer.headers);
    if (REDIRECTS.has(answer.statusCode) && headers.location !== undefined && method === "GET") {
      answer.body.on("error", () => undefined).destroy();
      permanent &&= answer.statusCode === 301 || answer.statusCode === 308;
      url = checkedUrl(headers.location, allowed, url);
      if (permanent) movedTo = url.href;
      continue;
    }
    const raw = await received(answer.body, maxBytes, signal);
    const bytes = await inflated(raw.bytes, headers["content-encoding"] ?? "", maxBytes);
    return { url: url.href, movedTo, status: answer.statusCode, headers, bytes, complete: raw.complete };
  }
}

/** What may follow a redirect to another origin: names what was had from there, and no secret. */
function conditions(headers: FetchOptions["headers"] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^if-/i.test(name)));
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const joined = Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]);
  return Object.fromEntries(joined);
}

/** Whatever the network threw, as a sentence. */
function asRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const code = codeOf(thrown);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    const host = thrown instanceof Error && "hostname" in thrown ? String(thrown.hostname) : "";
    return new Refusal("dns", host, { cause: thrown });
  }
  if (thrown instanceof errors.ConnectTimeoutError) return new Refusal("time", "10 s", { cause: thrown });
  return new Refusal("network", code || reasonOf(thrown), { cause: thrown });
}
