/** The reading room: a small read-only site of the bot, served without cookies, scripts of others or outside resources. */
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { answer, type Site, tagOf } from "./answer.ts";

export interface ReadingRoom {
  readonly port: number;
  stop(): Promise<void>;
}

/** Everything comes from the page's own origin; what the articles say can load, run and send nothing. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
} as const;
/** Longest address that is read, in bytes (a query of 400 Han characters takes 3,600), and how long a stop waits. */
const LONGEST_ADDRESS = 5_000;
const GRACE_MS = 2_000;

export interface Serving {
  readonly site: Site;
  readonly host: string;
  readonly port: number;
  /** Told of what no page should say. */
  readonly failed: (error: unknown) => void;
}

/**
 * Opens the site.
 * @throws when the address is taken or may not be used
 */
export async function openReadingRoom({ site, host, port, failed }: Serving): Promise<ReadingRoom> {
  // Visitors are told apart for fair use only; the salt goes with the process.
  const salt = randomBytes(16);
  const visitorOf = (address: string) =>
    createHash("sha256").update(salt).update(address).digest("base64url").slice(0, 16);
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 }, (request, response) => {
    serve(request, response, site, visitorOf).catch((error: unknown) => {
      failed(error);
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end("This page could not be made. Please try again.\n");
    });
  });
  server.listen({ host, port });
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
  visitorOf: (address: string) => string,
): Promise<void> {
  const { method = "GET", url = "/", headers, socket } = request;
  const plain = { ...HEADERS, "content-type": "text/plain; charset=utf-8" };
  const refuse = (status: number, text: string) => void response.writeHead(status, plain).end(text);
  if (method !== "GET" && method !== "HEAD") return refuse(405, "These pages can only be read.\n");
  if (url.length > LONGEST_ADDRESS || !url.startsWith("/")) return refuse(414, "This address is too long.\n");
  // The host that a browser names is not trusted: it stands in no page but for a visitor on this machine.
  const origin = `http://localhost:${socket.localPort}`;
  const path = url.replace(/^\/{2,}/, "/");
  if (!URL.canParse(path, origin)) return refuse(400, "This is no address.\n");
  const address = new URL(path, origin);
  const languages = headers["accept-language"]?.slice(0, 200);
  const visitor = visitorOf(visitorAddress(request, site));
  const made = await answer({ url: address, languages, visitor }, site);
  const tag = tagOf(made);
  const known = made.status === 200 && headers["if-none-match"] === tag;
  response.writeHead(known ? 304 : made.status, {
    ...HEADERS,
    "content-type": made.type,
    "cache-control": made.status === 200 ? "public, max-age=60" : "no-store",
    etag: tag,
    vary: "accept-language",
    ...(made.status === 429 && { "retry-after": "5" }),
  });
  response.end(known || method === "HEAD" ? undefined : made.text);
}

/** Behind a proxy of one's own, the proxy is who knows the visitor; the last address of the list is the one that it wrote. */
function visitorAddress({ headers, socket }: IncomingMessage, { publicUrl }: Site): string {
  const direct = socket.remoteAddress ?? "";
  const listed = String(headers["x-forwarded-for"] ?? "");
  const forwarded = listed.slice(listed.lastIndexOf(",") + 1).trim();
  const near = /^(::1$|(::ffff:)?(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.)/.test(direct);
  return networkOf(publicUrl !== "" && near && forwarded ? forwarded : direct);
}

/** Who has an address of the sixth version has 2^64 of them: they are told apart by their network. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const missing = Math.max(0, 8 - groups(head).length - groups(tail).length);
  const whole = [...groups(head), ...Array.from({ length: missing }, () => "0"), ...groups(tail)];
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

async function stop(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
  const forced = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  if (server.listening) await once(server, "close");
  clearTimeout(forced);
}
