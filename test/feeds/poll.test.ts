/** Polling real servers: what comes in, what is asked of them, and how it is remembered. */
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Adapter } from "../../src/bot.ts";
import { openDelivery } from "../../src/delivery/open.ts";
import { textOf } from "../../src/reply.ts";
import { until } from "../until.ts";
import { type Box, NOW, openBox } from "./box.ts";
import { item, rss } from "./samples.ts";
import { startServer, type TestServer } from "./server.ts";

const HOUR = 3_600_000;
const TEXT =
  "Heads of state of the Shanghai Cooperation Organisation met in Bishkek and agreed to open a development bank for the region. ";
const LONG = Array.from(
  { length: 12 },
  (_, at) => `${TEXT}Paragraph ${at} speaks of trade, roads and water in its own words.`,
);
const page = (paragraphs: readonly string[], head = "") =>
  `<html><head><title>Page</title>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>Bank</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("")}</article></body></html>`;

let server: TestServer;
const boxes: Box[] = [];
async function box(feeds: readonly unknown[] | string, folder?: string): Promise<Box> {
  const made = await openBox(feeds, [server.host], folder);
  boxes.push(made);
  return made;
}
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await Promise.all(boxes.splice(0).map((each) => each.close()));
  await server.close();
});
const asked = (path: string) => server.asked.filter((request) => request.path === path);
const feedOf = (path: string, more: object = {}) => ({
  url: server.url + path,
  publisher: "Local",
  pages: false,
  ...more,
});

describe("what comes in", () => {
  test("a new item is found by search within 2 s of the poll, posted by a watch, and in the day's summary", async () => {
    const news = (title: string, link: string) =>
      item(title, link).replace("27 May", "16 Jun").replace("10:15:00 +0800", "06:00:00 GMT");
    server.set("/feed", { body: rss(news("Football results", "/news/football")) });
    const { doors, log, say, poll, pass, library } = await box([feedOf("/feed")]);
    const posts: string[] = [];
    const adapter = {
      name: "slack",
      connected: true,
      start: async () => {},
      stop: async () => {},
      missing: async () => null,
      post: async (_target, reply) => {
        posts.push(
          `${reply.summary} ${reply.blocks.map((block) => (block.kind === "card" ? textOf(block.title) : "")).join(" ")}`,
        );
        return { state: "sent" };
      },
    } satisfies Partial<Adapter> as unknown as Adapter;
    const delivery = openDelivery(doors, [adapter], log);
    await say("watch bank", { platform: "slack", workspace: "T1", channel: "C1", user: "U1" });
    delivery.start();
    await poll();
    await say("search bank");
    const both =
      news("Summit in Bishkek opens a bank", "/news/bank") + news("Football results", "/news/football");
    server.set("/feed", { body: rss(both) });
    const started = performance.now();
    await poll();
    const found = await say("search Bishkek bank");
    expect((found.data as { hits: { title: string }[] }).hits[0]?.title).toBe(
      "Summit in Bishkek opens a bank",
    );
    expect(performance.now() - started).toBeLessThan(2_000);
    await until(() => {
      pass(20);
      return posts.some((post) => post.includes("bank"));
    }, 15_000);
    await delivery.stop();
    expect(JSON.stringify((await say("digest 2025-06-16")).data)).toContain("Summit in Bishkek opens a bank");
    expect(library.size).toBe(12);
  });

  test("only what passes the filter comes in, and an unchanged feed brings nothing again", async () => {
    server.set("/feed", { body: rss(item("上海合作组织峰会", "/a/1") + item("Football", "/a/2")) });
    const { poll, article } = await box([feedOf("/feed", { filter: "上海合作组织" })]);
    expect((await poll())[0]).toMatchObject({
      outcome: "polled",
      fresh: 1,
      offTopic: 1,
      updated: 0,
      duplicate: 0,
    });
    expect((await poll())[0]).toMatchObject({ outcome: "polled", fresh: 0, offTopic: 0, updated: 0 });
    expect(article("上海合作组织峰会")).toMatchObject({
      source: "Local",
      url: `${server.url}/a/1`,
      language: "zh",
      kind: "excerpt",
    });
    expect(article("Football")).toBeUndefined();
  });

  test("an updated article is updated, with its history of titles, also when its address changed", async () => {
    const { poll, library, article } = await box([feedOf("/feed")]);
    const give = (title: string, link: string) =>
      server.set("/feed", { body: rss(item(title, link).replace(/<guid.*<\/guid>/, "<guid>one</guid>")) });
    give("First title", "/a/1?utm_source=rss#top");
    await poll();
    const id = article("First title")?.id;
    give("Second title", "/a/1");
    expect((await poll())[0]).toMatchObject({ updated: 1, fresh: 0 });
    give("Third title", "/a/1-third");
    await poll();
    expect(library.size).toBe(11);
    expect(article("Third title")).toMatchObject({
      id,
      url: `${server.url}/a/1-third`,
      copies: [{ source: "Local", url: `${server.url}/a/1` }],
      formerTitles: ["First title", "Second title"],
      body: "About Third title",
    });
  });

  test("the same agency copy on five sites is one article with five links", async () => {
    const body = LONG.join(" ");
    const sites = [1, 2, 3, 4, 5].map((n) => {
      const text = n === 3 ? `${body} Our own last sentence.` : n === 4 ? body.slice(60) : body;
      server.set(`/feed${n}`, {
        body: rss(
          item(`Bank headline ${n}`, `/site${n}/bank`).replace(
            /<description>.*<\/description>/,
            `<description>${text}</description>`,
          ),
        ),
      });
      return feedOf(`/feed${n}`, { publisher: `Site ${n}` });
    });
    const { poll, library } = await box(sites);
    const results = await poll();
    expect(results.map(({ fresh, duplicate }) => fresh + duplicate)).toEqual([1, 1, 1, 1, 1]);
    expect(library.size).toBe(11);
    const [article] = library.newest().filter(({ source }) => source.startsWith("Site"));
    expect(new Set([article?.url, ...(article?.copies ?? []).map(({ url }) => url)]).size).toBe(5);
    expect((await poll()).every(({ fresh, updated, duplicate }) => fresh + updated + duplicate === 0)).toBe(
      true,
    );
  });

  test("links that lead to a front page, or are shared by different items, are no identity", async () => {
    server.set("/feed", {
      body: rss(
        ["A", "B", "C"].map((t) => item(`Item ${t}`, "/list.html").replace("#id", `#${t}`)).join("") +
          item("Home", "/"),
      ),
    });
    const { poll, article, library } = await box([feedOf("/feed")]);
    expect((await poll())[0]?.fresh).toBe(4);
    expect([article("Item A")?.url, article("Home")?.url]).toEqual([null, null]);
    await poll();
    expect(library.size).toBe(14);
  });

  test("an item without a date is undated at first sight, and of now when it appears later", async () => {
    const bare = (title: string) => item(title, `/${title}`).replace(/<pubDate>.*<\/pubDate>/, "");
    server.set("/feed", { body: rss(bare("one")) });
    const { poll, article, say } = await box([feedOf("/feed")]);
    await poll();
    server.set("/feed", { body: rss(bare("one") + bare("two")) });
    await poll();
    expect([article("one")?.published, article("two")?.published]).toEqual([null, "2025-06-16T08:00:00Z"]);
    expect(article("one")?.arrived).toBe("2025-06-16T08:00:00Z");
    for (const [locale, seen] of [
      ["en", "first seen "],
      ["zh", "首次见于 "],
      ["ru", "впервые замечено "],
    ] as const) {
      const shown = JSON.stringify((await say("latest 50", { locale })).blocks);
      expect(shown.split(seen).length).toBeGreaterThan(2);
    }
  });

  test("articles outlive the process, and are not taken twice", async () => {
    server.set("/feed", { body: rss(item("Kept", "/kept")) });
    const first = await box([feedOf("/feed")]);
    await first.poll();
    await first.close(true);
    const second = await box([feedOf("/feed")], first.data);
    expect(second.article("Kept")?.url).toBe(`${server.url}/kept`);
    expect((await second.poll())[0]).toMatchObject({ fresh: 0, updated: 0 });
  });
});

describe("full texts", () => {
  const feed = (path: string, more: object = {}) => {
    server.set("/feed", { body: rss(item("Bank for the region", path)) });
    return box([{ url: `${server.url}/feed`, publisher: "Local", ...more }]);
  };

  test("the page behind an item replaces its excerpt, without headline, editors and share buttons", async () => {
    const extras = [
      "Share this article on Facebook",
      "（责任编辑：张三）",
      "© 2025 Local. All rights reserved.",
    ];
    server.set("/p", { body: page([...LONG, ...extras]), headers: { "content-type": "text/html" } });
    const { poll, article } = await feed("/p");
    await poll();
    expect(article("Bank for the region")).toMatchObject({ kind: "article", body: LONG.join("\n\n") });
  });

  test.each([
    ["a paywall", page(["Short teaser.", "Subscribe to continue reading this article."])],
    ["a consent page", page(["We value your privacy. Accept all cookies to go on."])],
    ["a page in another language", page(Array(20).fill("上海合作组织成员国元首理事会会议在比什凯克举行。"))],
    ["an error page", ""],
    ["markup that stalls the reader", `<html><body>${"<div><p>x".repeat(40_000)}</body></html>`],
  ])("with %s the excerpt stays", async (_what, body) => {
    server.set("/p", body ? { body } : { status: 500, body: page(LONG) });
    const { poll, article } = await feed("/p");
    await poll();
    expect(article("Bank for the region")).toMatchObject({
      kind: "excerpt",
      body: "About Bank for the region",
    });
  });

  test("a source may be kept out of it", async () => {
    server.set("/p", { body: page(LONG) });
    const { poll } = await feed("/p", { pages: false });
    await poll();
    expect(asked("/p")).toEqual([]);
  });

  test("a page that calls another article's address its own is a copy of that", async () => {
    server.set("/p", { body: page(LONG) });
    server.set("/q", {
      body: page(
        LONG.map((p) => p.toUpperCase()),
        `<link rel="canonical" href="/p">`,
      ),
    });
    server.set("/feed", { body: rss(item("Bank for the region", "/p")) });
    server.set("/feed2", { body: rss(item("Another headline", "/q")) });
    const feeds = ["/feed", "/feed2"].map((path) => ({ url: server.url + path, publisher: path }));
    const { poll, article, library } = await box(feeds);
    await poll();
    expect(library.size).toBe(11);
    expect(article("Bank for the region")?.copies).toEqual([{ source: "/feed2", url: `${server.url}/q` }]);
  });
});

describe("a good guest", () => {
  test("says who it is, asks conditionally, and takes 304 for an answer", async () => {
    server.set("/feed", (request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"v1"', "last-modified": "Mon, 16 Jun 2025 00:00:00 GMT" })
          .end(rss(item("One", "/1")));
    });
    const { poll } = await box([feedOf("/feed")]);
    expect((await poll())[0]?.outcome).toBe("polled");
    expect((await poll())[0]?.outcome).toBe("unchanged");
    const [first, second] = asked("/feed");
    expect(first?.headers["user-agent"]).toMatch(/^Mozilla\/5\.0 \(compatible; sco-bot\/\d+\.\d+\.\d+\)$/);
    expect(second?.headers["if-modified-since"]).toBe("Mon, 16 Jun 2025 00:00:00 GMT");
  });

  test("comes back when it is due, later when nothing changes, and not before Retry-After", async () => {
    server.set("/feed", { body: rss(item("One", "/1")) });
    server.set("/busy", { status: 429, headers: { "retry-after": "7200" } });
    const { poll, pass } = await box([feedOf("/feed"), feedOf("/busy")]);
    await poll();
    for (const [hours, times] of [
      [0.4, 1],
      [0.2, 2],
      [0.5, 2],
      [0.4, 3],
      [0.8, 3],
    ] as const) {
      pass(hours * HOUR);
      await poll(false);
      expect([hours, asked("/feed").length]).toEqual([hours, times]);
    }
    await poll();
    expect(asked("/busy").length).toBe(2);
  });

  test("heeds ttl and skipHours", async () => {
    server.set("/slow", { body: rss("<ttl>600</ttl>".replace("600", "300") + item("One", "/1")) });
    server.set("/night", {
      body: rss(`<skipHours><hour>8</hour><hour>9</hour></skipHours>${item("Two", "/2")}`),
    });
    const { poll, pass } = await box([feedOf("/slow"), feedOf("/night")]);
    await poll();
    pass(1.8 * HOUR);
    await poll(false);
    expect([asked("/slow").length, asked("/night").length]).toEqual([1, 1]);
    pass(4 * HOUR);
    await poll(false);
    expect([asked("/slow").length, asked("/night").length]).toEqual([2, 2]);
  });

  test("heeds ttl and skipHours also after an answer without news, and after a failure", async () => {
    let answer = 304;
    server.set("/feed", (request, response) => {
      if (request.headers["if-none-match"] === '"v"') response.writeHead(answer).end();
      else
        response
          .writeHead(200, { etag: '"v"' })
          .end(rss(`<ttl>1440</ttl><skipHours><hour>9</hour></skipHours>${item("One", "/1")}`));
    });
    const { poll, pass, doors } = await box([feedOf("/feed")]);
    const next = async () => (await doors.feeds.list())[0]?.next ?? "";
    await poll();
    pass(24 * HOUR + 45 * 60_000);
    await poll();
    expect((await next()).slice(0, 10)).toBe("2025-06-18");
    answer = 500;
    await poll();
    expect(await next()).toBe("2025-06-17T10:00:00Z");
  });

  test("asks a feed that moved at its own address again when the new one fails", async () => {
    server.set("/feed", { status: 301, headers: { location: "/moved" } });
    server.set("/moved", { body: rss(item("One", "/1")) });
    const { poll, pass } = await box([feedOf("/feed")]);
    await poll();
    server.set("/moved", { status: 404 });
    server.set("/feed", { body: rss(item("Two", "/2")) });
    expect((await poll())[0]?.outcome).toBe("failed");
    pass(24 * HOUR);
    expect((await poll())[0]).toMatchObject({ outcome: "polled", fresh: 1 });
  });

  test.each([403, 500, 503])("heeds Retry-After with any refusal (%d)", async (status) => {
    server.set("/busy", { status, headers: { "retry-after": "90000" } });
    const { poll, pass } = await box([feedOf("/busy")]);
    await poll();
    pass(24 * HOUR);
    await poll();
    expect(asked("/busy").length).toBe(1);
  });

  test("asks one feed at once after a start, and many that wait one after the other", async () => {
    const many = Array.from({ length: 60 }, (_, at) => `/many/${at}`);
    for (const path of ["/one", ...many]) server.set(path, { body: rss(item("One", path)) });
    const lonely = await box([feedOf("/one")]);
    await lonely.poll(false);
    lonely.pass(1_000);
    await lonely.poll(false);
    expect(asked("/one").length).toBe(1);

    const feeds = many.map((path) => feedOf(path));
    const before = await openBox(feeds, [server.host]);
    await before.poll();
    await before.close(true);
    const { pass, poll, close } = await openBox(feeds, [server.host], before.data, NOW + 24 * HOUR);
    const again = async (seconds: number) => {
      pass(seconds * 1_000);
      await poll(false);
      return many.filter((path) => asked(path).length > 1).length;
    };
    const [atOnce, halfway, inAMinute] = [await again(0), await again(30), await again(30)];
    await close();
    expect(atOnce).toBeLessThan(5);
    expect(halfway).toBeGreaterThan(10);
    expect(halfway).toBeLessThan(50);
    expect(inAMinute).toBe(60);
  });

  test("asks a failing feed less and less, and says why it fails", async () => {
    const { poll, pass, say } = await box([feedOf("/missing")]);
    for (let quarter = 0; quarter < 4 * 24; quarter++) {
      await poll(false);
      pass(HOUR / 4);
    }
    expect(asked("/missing").length).toBeLessThan(8);
    expect(asked("/missing").length).toBeGreaterThan(3);
    const reply = await say("feeds");
    expect(reply.data).toMatchObject({
      feeds: [{ condition: "failing", reason: expect.stringContaining("404") }],
    });
  });

  test("410 retires a feed; a permanent move is remembered", async () => {
    server.set("/gone", { status: 410 });
    server.set("/new", { body: rss(item("One", "/1")) });
    server.set("/old", { status: 301, headers: { location: "/new" } });
    const { poll, say } = await box([feedOf("/gone"), feedOf("/old")]);
    await poll();
    await poll();
    expect([asked("/gone").length, asked("/old").length, asked("/new").length]).toEqual([1, 1, 2]);
    const { data } = await say("feeds");
    expect((data as { feeds: { condition: string }[] }).feeds.map(({ condition }) => condition)).toEqual([
      "retired",
      "fresh",
    ]);
  });

  test("two replicas never ask one feed at the same time, and both have its articles", async () => {
    let at = 0;
    let most = 0;
    server.set("/feed", (_request, response) => {
      most = Math.max(most, ++at);
      setTimeout(() => {
        at -= 1;
        response.end(rss(item("One", "/1")));
      }, 30);
    });
    const { doors, poll } = await box([feedOf("/feed")]);
    const { openRoom } = await import("../../src/feeds/room.ts");
    const { pollFeeds } = await import("../../src/feeds/poller.ts");
    const other = openRoom({
      ...doors,
      file: (await box([feedOf("/feed")])).data + "/feeds.yaml",
      allowHosts: [server.host],
      search: () => doors.search,
      store: () => doors.store,
    });
    const results = await Promise.all([
      poll(),
      pollFeeds(other, { all: true }, new AbortController().signal),
    ]);
    expect(
      results
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(["polled", "skipped"]);
    expect(most).toBe(1);
    await Promise.all([other.guard.close(), other.reader.close()]);
  });
});

describe("flagged, not trusted", () => {
  const conditions = async ({ say }: Box) =>
    ((await say("feeds")).data as { feeds: { condition: string; reason: string }[] }).feeds;

  test("a zombie answers, but its newest item is months old", async () => {
    server.set("/feed", { body: rss(item("Old", "/1").replace("2025", "2018")) });
    const zombie = await box([feedOf("/feed")]);
    await zombie.poll();
    expect(await conditions(zombie)).toMatchObject([
      { condition: "stale", reason: expect.stringContaining("2018") },
    ]);
    zombie.pass(12 * HOUR);
    await zombie.poll(false);
    expect(asked("/feed").length).toBe(1);
  });

  test("a feed that changes its language or its size suddenly brings nothing until it is added again", async () => {
    server.set("/feed", { body: rss(`<language>en-us</language>${item("One", "/1")}`) });
    const odd = await box([feedOf("/feed")]);
    await odd.poll();
    server.set("/feed", { body: rss(`<language>ru</language>${item("Реклама", "/2")}`) });
    expect((await odd.poll())[0]).toMatchObject({
      fresh: 0,
      reason: { en: expect.stringContaining("language") },
    });
    server.set("/feed", {
      body: rss(Array.from({ length: 300 }, (_, at) => item(`Spam ${at}`, `/s/${at}`)).join("")),
    });
    await odd.poll();
    expect(await conditions(odd)).toMatchObject([
      { condition: "odd", reason: expect.stringContaining("300 items") },
    ]);
    expect(odd.library.size).toBe(11);
    await odd.say(`feeds add ${server.url}/feed --filter=all`);
    expect((await odd.poll())[0]?.fresh).toBe(300);
  });
});

describe("fetch, for the shell", () => {
  test("says how each feed went, sums up, and tells by its exit code", async () => {
    server.set("/good", { body: rss(item("One", "/1")) });
    const { say, progress } = await box([feedOf("/good"), feedOf("/bad", { publisher: "Bad" })]);
    const reply = await say("fetch");
    expect(progress.sort()).toEqual([
      "Bad: failed: The server answered 404 instead of a page: the address has changed or is gone; look for the new one",
      "Local: 1 new",
    ]);
    expect([reply.summary, reply.outcome]).toEqual([
      "1 new, 0 updated, 0 duplicate, 0 off topic, 1 failed",
      "nothing",
    ]);
    expect(reply.data).toMatchObject({
      new: 1,
      failed: 1,
      feeds: expect.arrayContaining([expect.objectContaining({ source: "Bad", outcome: "failed" })]),
    });
    expect((await say("fetch", { platform: "slack" })).outcome).toBe("bad-input");
  });

  test("all well is 0, all failed is 2, no feeds is 1, a list that cannot be read is 2", async () => {
    server.set("/good", { body: rss(item("One", "/1")) });
    const outcome = async (feeds: readonly unknown[] | string) =>
      (await (await box(feeds)).say("fetch")).outcome;
    expect(await outcome([feedOf("/good")])).toBe("answered");
    expect(await outcome([feedOf("/bad")])).toBe("bad-input");
    expect(await outcome([])).toBe("nothing");
    expect(await outcome("{: nothing")).toBe("bad-input");
    expect(await outcome([{ url: "ftp://example.org" }])).toBe("bad-input");
  });

  test("the list may be OPML, JSON, or bare addresses", async () => {
    server.set("/good", { body: rss(item("One", "/1")) });
    const url = `${server.url}/good`;
    for (const list of [
      `<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="News"><outline type="rss" text="Good" xmlUrl="${url}"/></outline></body></opml>`,
      JSON.stringify([{ url, name: "Good" }]),
      url,
    ])
      expect((await (await box(list)).say("fetch")).outcome).toBe("answered");
  });
});

test("a running bot polls what is due and goes on after trouble, until it is stopped", async () => {
  server.set("/feed", { body: rss(item("One", "/1")) });
  const { doors, pass, article } = await box([feedOf("/feed")]);
  const troubles: unknown[] = [];
  const stop = new AbortController();
  const going = doors.feeds.keepGoing(
    { poll: true, trouble: (words) => void troubles.push(words) },
    stop.signal,
  );
  await doors.feeds.list();
  pass(3 * 60_000);
  await until(() => article("One") !== undefined, 10_000);
  stop.abort();
  await going;
  expect(troubles.every((words) => words === null)).toBe(true);
});
