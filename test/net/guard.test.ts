/** The network guard against every trick we know, with real sockets counted. */
import { once } from "node:events";
import { type AddressInfo, createServer, Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { allowedHosts } from "../../src/net/address.ts";
import type { DnsLookup } from "../../src/net/connector.ts";
import { createGuard, type Guard } from "../../src/net/guard.ts";
import { Refusal } from "../../src/net/refusal.ts";
import { startServer, type TestServer } from "../feeds/server.ts";

const TRICKS: readonly (readonly [kind: string, address: string])[] = [
  ...[
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0x7f.1",
    "0177.0.0.1",
    "0177.1",
    "017700000001",
    "127.0.0.1.",
    "127.255.255.254",
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "%31%32%37.0.0.1",
    "0.0.0.0",
    "0",
    "0x0",
    "10.0.0.1",
    "10.255.255.255",
    "0xa.1",
    "012.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "192.168.1",
    "0xc0a80001",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "169.254.170.2",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "192.175.48.1",
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[0000::0001]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:8.8.8.8]",
    "[::127.0.0.1]",
    "[::ffff:0:127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::1]",
    "[fe80::1]",
    "[fec0::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[ff02::1]",
    "[2001::1]",
    "[2001:db8::1]",
    "[2001:10::1]",
    "[2001:20::1]",
    "[2002:7f00:1::]",
    "[2002:a9fe:a9fe::]",
    "[3fff::1]",
    "[100::1]",
    "[5f00::1]",
  ].map((host) => ["address", `http://${host}/`] as const),
  ["address", "https://127.0.0.1/"],
  ["address", "HTTP://127.0.0.1/"],
  ["address", " http://127.0.0.1/"],
  ["address", "http:127.0.0.1/"],
  ["address", "http:\\\\127.0.0.1\\"],
  ["address", "http://127.0.0.1\\@example.org/"],
  ["address", "http://127.0.0.1#@example.org/"],
  ["address", "http://127.0.0.1?@example.org/"],
  ["address", "h\nttp://127.0\t.0.1/"],
  ["address", "http:////127.0.0.1/"],
  ["credentials", "http://user@example.org/"],
  ["credentials", "http://user:secret@example.org/"],
  ["credentials", "http://example.org@127.0.0.1/"],
  ["credentials", "http://:secret@example.org/"],
  ["port", "http://example.org:22/"],
  ["port", "http://example.org:6379/"],
  ["port", "https://example.org:8443/"],
  ["port", "http://example.org:0/"],
  ["port", "http://127.0.0.1:9200/"],
  ["url", "http://[fe80::1%25lo]/"],
  ["url", "http://[::1/"],
  ["url", "http://127.0.0.1:99999/"],
  ["url", "http://256.256.256.256/"],
  ["url", "http://1.2.3.4.5/"],
  ["url", "http:///"],
  ["url", "//127.0.0.1/"],
  ["url", "/etc/passwd"],
  ["url", ""],
  ["scheme", "file:///etc/passwd"],
  ["scheme", "ftp://example.org/"],
  ["scheme", "gopher://127.0.0.1:6379/_FLUSHALL"],
  ["scheme", "data:text/xml,<rss/>"],
  ["scheme", "javascript:alert(1)"],
  ["scheme", "ws://example.org/"],
  ["scheme", "unix:/var/run/docker.sock"],
  ["scheme", "blob:http://example.org/1"],
  ["scheme", "view-source:http://example.org/"],
];

const NAMES: readonly (readonly [why: string, addresses: readonly string[]])[] = [
  ["loopback", ["127.0.0.1"]],
  ["loopback, IPv6", ["::1"]],
  ["mapped loopback", ["::ffff:127.0.0.1"]],
  ["cloud metadata", ["169.254.169.254"]],
  ["a link-local zone", ["fe80::1"]],
  ["only private addresses of several", ["10.0.0.1", "192.168.1.1", "fd00::1"]],
  ["nonsense instead of an address", ["not-an-address"]],
];

const resolving = (addresses: () => readonly string[]): DnsLookup =>
  // biome-ignore format: one shape for all of dns.lookup's overloads
  ((_name: string, _options: unknown, done: (e: null, all: { address: string; family: number }[]) => void) => {
    queueMicrotask(() => done(null, addresses().map((address) => ({ address, family: address.includes(":") ? 6 : 4 }))));
  }) as unknown as DnsLookup;

async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  const thrown = await promise.then(
    () => new Error("was let through"),
    (error: unknown) => error,
  );
  if (!(thrown instanceof Refusal)) throw thrown;
  return thrown;
}

let server: TestServer;
const guards: Guard[] = [];
function guard(allowHosts: readonly string[] = [], lookup?: DnsLookup): Guard {
  const made = createGuard({ allowHosts, clock: systemClock, ...(lookup && { lookup }) });
  guards.push(made);
  return made;
}

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(guards.splice(0).map((each) => each.close()));
});

describe("nothing private is reached", () => {
  test("there are at least eighty tricks", () => {
    expect(TRICKS.length).toBeGreaterThanOrEqual(80);
  });

  test.each(TRICKS)("refused as %s without a connection: %s", async (kind, address) => {
    const connect = jest.spyOn(Socket.prototype, "connect");
    const refusal = await refusalOf(
      guard(
        [],
        resolving(() => ["127.0.0.1"]),
      ).fetch(address),
    );
    expect(refusal.kind).toBe(kind);
    expect(connect).not.toHaveBeenCalled();
  });

  test.each(NAMES)("a name that resolves to %s is refused without a connection", async (_why, addresses) => {
    const connect = jest.spyOn(Socket.prototype, "connect");
    const refusal = await refusalOf(
      guard(
        [],
        resolving(() => addresses),
      ).fetch("http://feeds.example/"),
    );
    expect(refusal.kind).toBe("address");
    expect(connect.mock.calls.filter(([to]) => JSON.stringify(to).includes("127.0.0.1"))).toEqual([]);
    expect(server.connections).toBe(0);
  });

  test("DNS that changes its mind is judged by the answer that is connected to", async () => {
    let asked = 0;
    const flips = resolving(() => (asked++ === 0 ? ["8.8.8.8"] : ["127.0.0.1"]));
    await new Promise<void>((resolve) => flips("x", { all: true }, () => resolve()));
    expect((await refusalOf(guard([], flips).fetch("http://rebind.example/"))).kind).toBe("address");
  });

  test("every redirect is judged like the first address", async () => {
    const other = await startServer();
    const targets: [string, string][] = [
      [other.url, "port"],
      [other.url.replace("127.0.0.1", "localhost"), "port"],
      ["http://127.0.0.1/", "address"],
      ["//[::1]/", "address"],
      ["http://169.254.169.254/latest/meta-data/", "address"],
      ["file:///etc/passwd", "scheme"],
      ["http://a:b@example.org/", "credentials"],
      ["http://inside.example/", "address"],
    ];
    for (const [location, kind] of targets) {
      const url = server.set("/jump", { status: 302, headers: { location } });
      const refusal = await refusalOf(
        guard(
          [server.host],
          resolving(() => ["10.0.0.1"]),
        ).fetch(url),
      );
      expect([location, refusal.kind]).toEqual([location, kind]);
    }
    expect(other.connections).toBe(0);
    await other.close();
  });
});

describe("what is legitimate gets through", () => {
  test("a host allowed with its port, and only with that port", async () => {
    const url = server.set("/feed", { body: "hello" });
    const fetched = await guard([server.host]).fetch(url);
    expect([fetched.status, Buffer.from(fetched.bytes).toString(), fetched.url]).toEqual([200, "hello", url]);
    expect((await refusalOf(guard(["127.0.0.1:1"]).fetch(url))).kind).toBe("port");
  });

  test("a host allowed without a port may be asked on any; a name only as the name it is allowed by", async () => {
    const url = server.set("/feed", { body: "hello" });
    expect((await guard(["127.0.0.1"]).fetch(url)).status).toBe(200);
    const named = url.replace("127.0.0.1", "newsroom.example");
    const local = resolving(() => ["127.0.0.1"]);
    expect((await guard(["newsroom.example"], local).fetch(named)).status).toBe(200);
    expect((await refusalOf(guard([server.host], local).fetch(named))).kind).toBe("port");
  });

  test("an allowed private host is reached by the feed that is on it, and by no other's link or redirect", async () => {
    const url = server.set("/page", { body: "inside" });
    const port = new URL(url).port;
    const there = `http://newsroom.example:${port}`;
    const away = server.set("/away", { status: 302, headers: { location: url }, body: "" });
    const both = guard(
      [server.host, `newsroom.example:${port}`],
      resolving(() => ["127.0.0.1"]),
    );
    const asked = (address: string, home: string | null) => both.fetch(address, { home });
    expect((await asked(url, url)).status).toBe(200);
    expect((await asked(`${there}/page`, `${there}/feed`)).status).toBe(200);
    for (const home of [`${there}/feed`, "https://public.example/feed", "no address", null])
      expect([home, (await refusalOf(asked(url, home))).code]).toEqual([home, "forbidden"]);
    const redirected = away.replace("127.0.0.1", "newsroom.example");
    expect((await refusalOf(asked(redirected, `${there}/feed`))).code).toBe("forbidden");
    expect((await both.fetch(redirected)).status).toBe(200);
  });

  test.each([
    "http://8.8.8.8/",
    "https://[2606:4700::1111]/x",
    "http://example.org:443/",
    "https://xn--fiqs8s/",
    "http://172.32.0.1/",
    "http://192.169.0.1/",
    "http://11.0.0.1/",
    "http://100.128.0.1/",
  ])("%s passes the address check", (address) => {
    expect(guard().check(address).href).toBe(address);
  });

  test("entries of SCO_ALLOW_HOSTS that are neither host nor host:port are refused", () => {
    for (const entry of ["http://example.org", "user@example.org", "a b", "", "x:y", "example.org/path"])
      expect(() => allowedHosts([entry])).toThrow(Refusal);
    expect(allowedHosts(["[::1]:8080"]).has("[::1]", 8080)).toBe(true);
  });

  test("redirects are followed; a permanent chain gives the new address, headers stay at their origin", async () => {
    const other = await startServer();
    const end = other.set("/end", { body: "there" });
    server.set("/b", { status: 308, headers: { location: end } });
    const start = server.set("/a", { status: 301, headers: { location: "/b" } });
    const both = guard([server.host, other.host]);
    const fetched = await both.fetch(start, { headers: { authorization: "Bearer x" } });
    expect([fetched.movedTo, Buffer.from(fetched.bytes).toString()]).toEqual([end, "there"]);
    expect(other.asked[0]?.headers.authorization).toBeUndefined();
    server.set("/a", { status: 302, headers: { location: "/b" } });
    expect((await both.fetch(start)).movedTo).toBeNull();
    await other.close();
  });

  test("a POST is sent as it is and its redirect is not followed", async () => {
    const url = server.set("/llm", (request, response) => {
      request.setEncoding("utf8").on("data", (body: string) => {
        response.writeHead(307, { location: "http://127.0.0.1/" }).end(`${request.method} ${body}`);
      });
    });
    const fetched = await guard([server.host]).fetch(url, {
      method: "POST",
      body: "{}",
      headers: { "x-a": "1" },
    });
    expect([fetched.status, Buffer.from(fetched.bytes).toString()]).toEqual([307, "POST {}"]);
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
    ["br", brotliCompressSync],
    ["gzip, br", (text: string) => brotliCompressSync(gzipSync(text))],
    ["gzip, gzip", (text: string) => gzipSync(gzipSync(text))],
    ["", gzipSync],
    ["gzip", (text: string) => Buffer.from(text)],
    ["br", (text: string) => Buffer.from(text)],
    ["gzip", (text: string) => gzipSync(text).subarray(0, -8)],
  ])("content-encoding %j is undone (case %#)", async (coding, pack) => {
    const body = pack("<rss>上海精神</rss>");
    const url = server.set("/packed", { headers: coding === "" ? {} : { "content-encoding": coding }, body });
    expect(Buffer.from((await guard([server.host]).fetch(url)).bytes).toString()).toBe("<rss>上海精神</rss>");
  });
});

test("the User-Agent names whom to ask, when the operator says whom", async () => {
  const url = server.set("/who", { body: "" });
  const made = createGuard({
    allowHosts: [server.host],
    clock: systemClock,
    contact: "ops@newsroom.example",
  });
  guards.push(made);
  await made.fetch(url);
  expect(server.asked.at(-1)?.headers["user-agent"]).toMatch(
    /^Mozilla\/5\.0 \(compatible; sco-bot\/[\d.]+; \+ops@newsroom\.example\)$/,
  );
});

test("an answer that is no HTTP is refused with a reason", async () => {
  const rude = createServer((socket) => socket.end("hello")).listen(0, "127.0.0.1");
  await once(rude, "listening");
  const { port } = rude.address() as AddressInfo;
  const { words } = await refusalOf(guard(["127.0.0.1"]).fetch(`http://127.0.0.1:${port}/`));
  rude.close();
  expect(words.en).toMatch(/could not be reached/);
  expect(words.en).not.toMatch(/undefined/);
});

describe("nothing goes on for ever", () => {
  const kindOf = async (url: string, deadlineMs = 10_000) =>
    (await refusalOf(guard([server.host]).fetch(url, { deadlineMs }))).kind;

  test("a gzip bomb of 200 MB is stopped, with less than 50 MB more memory", async () => {
    const bomb = Buffer.concat(Array(200).fill(gzipSync(Buffer.alloc(1024 * 1024))));
    const url = server.set("/bomb", { headers: { "content-encoding": "gzip" }, body: bomb });
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    expect(await kindOf(url)).toBe("size");
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test("an endless stream is stopped by its size", async () => {
    const chunk = Buffer.alloc(256 * 1024, "<item>");
    const url = server.set("/endless", (_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", pour);
      pour();
    });
    expect(await kindOf(url)).toBe("size");
  });

  test("slow bodies and silent servers are stopped by the deadline", async () => {
    const slow = server.set("/slow", (_request, response) => {
      response.write("<rss>");
      const timer = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(timer));
    });
    const silent = server.set("/silent", () => undefined);
    expect(await kindOf(slow, 200)).toBe("time");
    expect(await kindOf(silent, 200)).toBe("time");
  });

  test("redirects in circles, and too many of them", async () => {
    server.set("/y", { status: 302, headers: { location: "/x" } });
    expect(await kindOf(server.set("/x", { status: 302, headers: { location: "/y" } }))).toBe("redirects");
    for (let n = 0; n < 9; n++)
      server.set(`/hop${n}`, { status: 302, headers: { location: `/hop${n + 1}` } });
    expect(await kindOf(`${server.url}/hop0`)).toBe("redirects");
  });

  test("connections that are refused or break off, names nobody knows, bytes that do not unpack", async () => {
    const broken = server.set("/broken", (request) => request.socket.destroy());
    expect(await kindOf(broken)).toBe("network");
    const bad = server.set("/bad", {
      headers: { "content-encoding": "br" },
      body: Buffer.from([1, 2, 3, 255]),
    });
    expect(await kindOf(bad)).toBe("network");
    const lost = ((name: string, _o: unknown, done: (e: Error) => void) =>
      done(Object.assign(new Error("x"), { code: "ENOTFOUND", hostname: name }))) as unknown as DnsLookup;
    const refusal = await refusalOf(guard([], lost).fetch("http://nobody.example/"));
    expect([refusal.kind, refusal.say("en").includes("nobody.example")]).toEqual(["dns", true]);
  });

  test("a server that breaks off gives what came until then, and that is said", async () => {
    const url = server.set("/short", (_request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("half a feed", () => response.destroy());
    });
    const fetched = await guard([server.host]).fetch(url);
    expect([Buffer.from(fetched.bytes).toString(), fetched.complete]).toEqual(["half a feed", false]);
  });

  test("whoever asks can stop it, before and during", async () => {
    const url = server.set("/silent2", () => undefined);
    const stop = new AbortController();
    const pending = guard([server.host]).fetch(url, { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(pending).rejects.toThrow("enough");
    await expect(guard([server.host]).fetch(url, { signal: stop.signal })).rejects.toThrow("enough");
  });
});
