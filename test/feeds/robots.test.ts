/** robots.txt: what does not apply is dropped before it is parsed, and no file costs much, whatever it says. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "@jest/globals";
import robotsParser from "robots-parser";
import { systemClock } from "../../src/clock.ts";
import { createRobots } from "../../src/feeds/robots.ts";
import { rulesFor } from "../../src/feeds/robots-rules.ts";
import { createGuard } from "../../src/net/guard.ts";
import { tooLong } from "../bench/turns.ts";

const parse = robotsParser as unknown as typeof robotsParser.default;
const ROBOTS = "https://news.example/robots.txt";
const NAME = "sco-bot";
const site = (path: string) => new URL(path, ROBOTS).href;
const { signal } = new AbortController();

/** Answers every site's robots.txt with one text. */
function serving(text: string) {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    return { status: 200, url, headers: new Headers(), bytes: Buffer.from(text), permanent: null };
  };
  return { asked, robots: createRobots({ fetch, trusts: () => false } as never, systemClock, true) };
}

describe("ordinary files say what they said before", () => {
  const PATHS = [
    "/",
    "/a",
    "/a/b",
    "/a/b.php",
    "/a.php?x=1",
    "/b",
    "/b/c",
    "/private/x",
    "/новости/1",
    "/a%2Fb",
  ];
  test.each([
    ["", undefined],
    ["User-agent: *\nDisallow: /a\nAllow: /a/b", undefined],
    ["User-agent: *\nDisallow: /\n\nUser-agent: SCO-bot/1.0\nAllow: /\nDisallow: /b", undefined],
    ["User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private", undefined],
    ["user-agent: other\nuser-agent: sco-bot\ndisallow: /a\n\nUser-agent: *\nDisallow: /", undefined],
    ["User-agent: *\nDisallow: /a\nCrawl-delay: 7\n\nUser-agent: *\nDisallow: /b", 7],
    ["User-agent: *\nCrawl-delay: 9\n\nUser-agent: sco-bot\nDisallow:", undefined],
    ["User-agent: *\nDisallow: /\n\nUser-agent: sco-bot\nCrawl-delay: 2.5", 2.5],
    ["User-agent: sco-bot\n\nSitemap: /s.xml\nUser-agent: *\nDisallow: /b", undefined],
    ["User-agent: *\nSitemap: https://x/s.xml\nUser-agent: other\nDisallow: /", undefined],
    ["\uFEFFUser-Agent : *  # all\r\n  disallow:/*.php$ # scripts\rAllow: /b*c\r\nDisallow: /b", undefined],
    ["User-agent: *\nDisallow: /*?\nDisallow: /новости\nDisallow: /a%2fb", undefined],
    ["# User-agent: *\n# Disallow: /\nDisallow: /\nHost: x\nnonsense", undefined],
    ["User-agent: constructor\nDisallow: /\nUser-agent: *\nDisallow: /**b", undefined],
  ])("%j", (text, delay) => {
    const before = parse(ROBOTS, text);
    const now = parse(ROBOTS, rulesFor(NAME, text));
    const allowed = (robot: typeof now) => PATHS.filter((path) => robot.isAllowed(site(path), NAME));
    expect(allowed(now)).toEqual(allowed(before));
    expect([now.getCrawlDelay(NAME), before.getCrawlDelay(NAME)]).toEqual([delay, delay]);
  });
});

describe("what is beyond the limits is left alone", () => {
  test.each([
    [
      "a long Disallow forbids its beginning",
      `Disallow: /a${"b".repeat(2_000)}`,
      `/a${"b".repeat(1_500)}`,
      "/a",
    ],
    ["many wildcards forbid what stands before them", `Disallow: /a${"*b".repeat(30)}`, "/ax", "/b"],
    ["a long Allow is dropped", `Disallow: /a\nAllow: /a${"*b".repeat(30)}`, `/a${"b".repeat(30)}`, "/b"],
    ["a `$` before the cut is no end", `Disallow: /a$${"*b".repeat(30)}`, "/a$b", "/b"],
    [
      "too many rules forbid what none allows",
      `${Array.from({ length: 3_000 }, (_, n) => `Allow: /${n}\n`).join("")}`,
      "/x",
      "/15",
    ],
    [
      "a long address is not held against many wildcards",
      Array.from({ length: 150 }, (_, n) => `Disallow: /${n}*${"b".repeat(50)}\n`).join(""),
      `/${"a".repeat(1_900)}`,
      `/${"a".repeat(100)}`,
    ],
    ["an address longer than any should be", "Disallow: /b", `/${"a".repeat(3_000)}`, `/${"a".repeat(900)}`],
  ])("%s", async (_what, rules, forbidden, allowed) => {
    const { robots } = serving(`User-agent: *\n${rules}`);
    expect(await robots.allows(site(forbidden), null, signal)).toBe(false);
    expect(await robots.allows(site(allowed), null, signal)).toBe(true);
  });

  test("sites that were not asked about for long are forgotten, with their pauses", async () => {
    const { robots, asked } = serving("User-agent: *\nCrawl-delay: 3");
    const of = (n: number) => `https://n${n}.example/`;
    for (let n = 0; n < 400; n++) {
      await robots.allows(of(n), null, signal);
      await robots.allows(of(0), null, signal);
    }
    expect(asked.length).toBe(400);
    expect([0, 1, 399].map((n) => robots.delayMs(of(n)))).toEqual([3_000, 0, 3_000]);
  });
});

test("what the guard refuses a public feed's item link keeps no allowed private host's own feed out", async () => {
  const server = createServer((_asked, answer) => void answer.end("User-agent: *\nAllow: /"));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const guard = createGuard({ allowHosts: [host], clock: systemClock });
  try {
    const robots = createRobots(guard, systemClock, true);
    const allows = (home: string) => robots.allows(`http://${host}/page`, home, signal);
    expect(await allows("https://other.example/feed")).toBe(false);
    expect(await allows(`http://${host}/feed`)).toBe(true);
    expect(await allows("https://other.example/feed")).toBe(false);
  } finally {
    await guard.close();
    server.close();
  }
});

describe("no file costs much", () => {
  const SIZE = 500_000;
  const fill = (line: string) => line.repeat(SIZE / line.length);
  const numbered = (line: (n: number) => string) =>
    Array.from({ length: 15_000 }, (_, n) => line(n)).join("");
  const A = "a".repeat(1_900);
  test.each([
    ["many agents, many rules", `${"user-agent:a\n".repeat(1_000)}${"allow:/\n".repeat(3_000)}`],
    ["our agents, many rules", `${"user-agent:*\n".repeat(10_000)}${"allow:/\n".repeat(40_000)}`],
    ["one rule of wildcards", `user-agent:*\ndisallow:/${"*".repeat(250_000)}b`],
    ["one rule of wildcards and letters", `user-agent:*\ndisallow:/${"*a".repeat(200_000)}b`],
    ["many rules with a wildcard", `user-agent:*\n${numbered((n) => `disallow:/*aaaaaaaaaaaaaaa${n}\n`)}`],
    [
      "long rules with a wildcard",
      `user-agent:*\n${numbered((n) => `allow:*${A.slice(0, 985)}${n}\n`).slice(0, SIZE)}`,
    ],
    ["many rules", `user-agent:*\n${numbered((n) => `disallow:/${n}\n`)}`],
    ["short lines", `user-agent:*\n${fill("a:\n")}`],
    ["agents", fill("user-agent:\n")],
    ["empty rules", `user-agent:*\n${fill("allow:\n")}`],
    ["Han", `user-agent:*\ndisallow:/${"上".repeat(160_000)}`],
    ["many Han rules", `user-agent:*\n${numbered((n) => `disallow:/${"上合".repeat(20)}${n}\n`)}`],
    ["blanks", fill(" ")],
    ["blanks in a line", `user-agent${fill(" ")}`],
    ["empty lines", fill("\n")],
    ["no lines", fill("a")],
  ])("%s", async (_what, text) => {
    const ask = () => serving(text).robots.allows(site(`/${A}`), null, signal);
    expect(await tooLong(ask, { turnMs: 100, wholeMs: 100 })).toBeUndefined();
  });
});
