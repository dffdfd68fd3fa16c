/** The small parts: likeness of texts, addresses, pace, hosts, mending, what is read of broken lists. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Article } from "../../src/article.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { systemClock } from "../../src/clock.ts";
import { cleanLink, isArticleLink, linkKey } from "../../src/feeds/canonical.ts";
import { createCatalogue } from "../../src/feeds/catalogue.ts";
import { readFeed } from "../../src/feeds/feed.ts";
import { createHosts } from "../../src/feeds/hosts.ts";
import { isSame, jaccard, sketchOf } from "../../src/feeds/near.ts";
import { intervalAfter, intervalAfterFailures, nextPoll, notBefore, spread } from "../../src/feeds/pace.ts";
import { Refusal } from "../../src/net/refusal.ts";
import { ATOM, item, JSON_FEED, NOW, RDF, rss } from "./samples.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(" ");
const article = (id: string, body: string, more: Partial<Article> = {}): Article => ({
  ...{ id, title: `Title of ${id}`, body, source: id, published: "2025-06-15T00:00:00Z" },
  ...{ language: "en", kind: "article", url: `https://${id}.example/x` },
  ...more,
});

describe("near-duplicates", () => {
  const same = (a: Article, b: Article) => isSame(sketchOf(a), sketchOf(b));
  test("a text edited a little is the same, another on the same subject is not", () => {
    const one = article("one", words(0, 300));
    expect(same(one, article("two", `${words(5, 300)} More at our site.`))).toBe(true);
    expect(same(one, article("two", words(150, 450)))).toBe(false);
    expect(same(one, article("two", words(1_000, 1_300)))).toBe(false);
  });
  test("short texts are the same only under the same headline", () => {
    const short = (id: string, title: string) =>
      article(id, "Leaders met in Bishkek on Monday to talk", { title });
    expect(same(short("one", "A long enough headline"), short("two", "A long enough headline"))).toBe(true);
    expect(same(short("one", "A long enough headline"), short("two", "Quite another headline"))).toBe(false);
    expect(
      same(article("one", "", { title: "A long enough headline" }), short("two", "A long enough headline")),
    ).toBe(true);
  });
  test("the estimate is near the true share of common shingles", () => {
    const estimate = jaccard(
      sketchOf(article("a", words(0, 2_000))).hashes,
      sketchOf(article("b", words(1_000, 3_000))).hashes,
    );
    expect(Math.abs(estimate - 1 / 3)).toBeLessThan(0.12);
  });
  test("the catalogue finds twins in other sources, near in time, of the same language; not what was removed", async () => {
    const library = createLibrary([], [article("one", words(0, 300))]);
    const catalogue = await createCatalogue(library);
    const twin = (more: Partial<Article> = {}) => catalogue.twin(article("two", words(2, 300), more))?.id;
    expect(twin()).toBe("one");
    expect(twin({ language: "ru" })).toBeUndefined();
    expect(twin({ published: "2025-05-01T00:00:00Z" })).toBeUndefined();
    expect(twin({ source: "one" })).toBeUndefined();
    expect(catalogue.byLink("http://www.one.example/x/")).toEqual(["one"]);
    library.remove(["one"]);
    expect([twin(), catalogue.byLink("https://one.example/x")]).toEqual([undefined, []]);
  });
});

test("tracking, fragments, www and closing slashes make no other page", () => {
  expect(cleanLink("https://a.example/x?utm_source=y&id=7&fbclid=z#top")).toBe("https://a.example/x?id=7");
  for (const other of [
    "http://www.a.example/x/",
    "https://m.a.example/x?utm_medium=rss",
    "https://a.example/x#c",
    "https://a.example/x/amp",
    "https://a.example/x/index.html",
  ])
    expect(linkKey(other)).toBe("a.example/x");
  expect(linkKey("https://a.example/x?b=2&a=1")).toBe(linkKey("https://a.example/x?a=1&b=2"));
  expect(
    [
      "https://a.example/",
      "https://a.example/index.html",
      "https://a.example/?id=1",
      "https://a.example/x",
    ].map(isArticleLink),
  ).toEqual([false, false, true, true]);
});

describe("pace", () => {
  const wishes = { skipHours: [], skipDays: [] };
  test("intervals follow the publisher's wish, grow without news, and have an end", () => {
    expect(intervalAfter(30 * MINUTE, true, false, null)).toBe(30 * MINUTE);
    expect(intervalAfter(30 * MINUTE, true, false, 1)).toBe(15 * MINUTE);
    expect(intervalAfter(30 * MINUTE, true, false, 120)).toBe(2 * HOUR);
    expect(intervalAfter(30 * MINUTE, true, false, 1e9)).toBe(24 * HOUR);
    expect(intervalAfter(30 * MINUTE, false, false, null)).toBe(45 * MINUTE);
    expect(intervalAfter(100 * HOUR, false, false, null)).toBe(6 * HOUR);
    expect(intervalAfter(30 * MINUTE, true, true, null)).toBe(24 * HOUR);
    expect([1, 2, 3, 9, 99].map((n) => intervalAfterFailures(n) / HOUR)).toEqual([0.5, 1, 2, 24, 24]);
  });
  test("Retry-After in seconds or as a date, within a week; nonsense is nothing", () => {
    expect(notBefore("120", NOW)).toBe(NOW + 2 * MINUTE);
    expect(notBefore(new Date(NOW + HOUR).toUTCString(), NOW)).toBe(NOW + HOUR);
    expect(notBefore("99999999", NOW)).toBe(NOW + 7 * 24 * HOUR);
    expect([notBefore(undefined, NOW), notBefore("soon", NOW)]).toEqual([0, 0]);
  });
  test("hours and days to be skipped are skipped, all of them are not", () => {
    const next = (skipHours: number[], skipDays: string[]) =>
      new Date(nextPoll(NOW, HOUR, "u", { skipHours, skipDays })).toISOString();
    expect(next([9, 10], [])).toBe("2025-06-16T11:00:00.000Z");
    expect(next([], ["Monday", " tuesday "])).toBe("2025-06-18T00:00:00.000Z");
    expect(
      Number.isNaN(
        Date.parse(
          next(
            Array.from({ length: 24 }, (_, at) => at),
            [],
          ),
        ),
      ),
    ).toBe(false);
  });
  test("feeds are spread out", () => {
    const spreads = Array.from({ length: 200 }, (_, at) => spread(`https://h.example/${at}`));
    expect(Math.max(...spreads) - Math.min(...spreads)).toBeGreaterThan(0.5);
    expect(new Set(spreads.map((_, at) => nextPoll(NOW, HOUR, `u${at}`, wishes))).size).toBeGreaterThan(190);
  });
});

test("a host is asked by one at a time, with its pause, and forgotten when it is done", async () => {
  let now = 0;
  const clock = {
    now: () => now,
    monotonic: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const hosts = createHosts(clock, () => 1_000);
  const signal = new AbortController().signal;
  const times: number[] = [];
  const ask = async () => void times.push(now);
  await Promise.all([1, 2, 3].map((n) => hosts.inTurn(`https://a.example/${n}`, ask, signal)));
  await expect(
    hosts.inTurn("https://a.example/4", () => Promise.reject(new Error("no")), signal),
  ).rejects.toThrow("no");
  await hosts.inTurn("https://a.example/5", ask, signal);
  expect(times).toEqual([0, 1_000, 2_000, 4_000]);
  now += 10_000;
  for (let n = 0; n < 1_100; n++) await hosts.inTurn(`https://h${n}.example/`, ask, signal);
  expect(now).toBeLessThan(20_000);
});

test("a wall clock that leaps makes nobody wait for a host longer than its pause", async () => {
  let [now, passed] = [0, 0];
  const sleep = async (ms: number) => {
    passed += ms;
  };
  const clock = { now: () => now + passed, monotonic: () => passed, sleep };
  const hosts = createHosts(clock, () => 1_000);
  const { signal } = new AbortController();
  for (const leapt of [172_800_000, 0, -172_800_000, 0]) {
    now = leapt;
    await hosts.inTurn("https://a.example/", async () => undefined, signal);
  }
  expect(passed).toBe(3_000);
  hosts.hold("https://a.example/", clock.now() + 60_000);
  now = -172_800_000;
  passed += 61_000;
  expect(hosts.heldUntil("https://a.example/")).toBe(0);
  expect(await hosts.inTurn("https://a.example/", async () => "asked", signal)).toBe("asked");
});

test("no more than so many wait for one host: the next is refused with a sentence, other hosts are asked", async () => {
  const hosts = createHosts(systemClock, () => 0);
  const { signal } = new AbortController();
  let open = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    open = resolve;
  });
  const ask = (url: string, most?: number) => hosts.inTurn(url, () => held, signal, most);
  const waiting = Array.from({ length: 200 }, (_, n) => ask(`https://a.example/${n}`));
  await expect(ask("https://a.example/more")).rejects.toThrow("Too many requests wait for a.example");
  const others = [ask("https://b.example/", 2), ask("https://b.example/2", 2)];
  await expect(ask("https://b.example/3", 2)).rejects.toThrow(Refusal);
  open();
  await Promise.all([...waiting, ...others]);
  await ask("https://a.example/again");
});

test("who gave up before the host's turn puts nobody off", async () => {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  const hosts = createHosts({ now: () => now, monotonic: () => now, sleep }, () => 1_000);
  const over = AbortSignal.abort();
  for (let n = 0; n < 5; n++)
    await expect(hosts.inTurn("https://a.example/", async () => undefined, over)).rejects.toThrow();
  await hosts.inTurn("https://a.example/", async () => undefined, new AbortController().signal);
  expect(now).toBe(0);
});

describe("broken markup", () => {
  test("however a feed is cut, doubled or garbled, reading it gives items or problems, never an error", () => {
    const whole = [rss(item("One") + item("Two", "https://news.example/2")), ATOM, RDF, JSON_FEED];
    const garble = fc.tuple(
      fc.constantFrom(...whole),
      fc.nat(2_000),
      fc.nat(60),
      fc.constantFrom(
        "",
        "<",
        ">",
        "&",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        '"',
        "<item>",
        "</item>",
        "</entry>",
        "<title>",
        "\u0000",
        "}",
        "{",
      ),
    );
    fc.assert(
      fc.property(garble, ([text, at, length, insert]) => {
        const broken = text.slice(0, at % text.length) + insert + text.slice((at % text.length) + length);
        const { feed } = readFeed({
          bytes: Buffer.from(broken),
          contentType: "",
          url: "https://news.example/feed",
          now: NOW,
        });
        if (!feed) return true;
        return (
          feed.items.length + feed.problems.length > 0 &&
          feed.items.every(
            ({ published, url }) =>
              (published === null || Date.parse(published) <= NOW) && (url === null || /^https?:/.test(url)),
          )
        );
      }),
      { numRuns: 600 },
    );
  });
});
