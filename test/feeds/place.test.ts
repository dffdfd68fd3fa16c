/** Where a feed is: found on a site's page, moved, replaced by a page; and hosts that want to be left alone. */
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { pollFeeds } from "../../src/feeds/poller.ts";
import { openRoom } from "../../src/feeds/room.ts";
import { type Box, openBox } from "./box.ts";
import { INDEX_PAGE, item, rss } from "./samples.ts";
import { startServer, type TestServer } from "./server.ts";

const HOUR = 3_600_000;
let server: TestServer;
const boxes: Box[] = [];
async function box(feeds: readonly unknown[], hosts = [server.host]): Promise<Box> {
  const made = await openBox(feeds, hosts);
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
const feedOf = (path: string, more: object = {}) => ({
  url: server.url + path,
  publisher: "Local",
  pages: false,
  ...more,
});
const paths = () => server.asked.map(({ path }) => path).filter((path) => path !== "/robots.txt");
/** Answers 304 to whoever knows this version already. */
const versioned = (path: string, version: string, body: string) =>
  server.set(path, (request, response) => {
    if (request.headers["if-none-match"] === version) response.writeHead(304).end();
    else response.writeHead(200, { etag: version }).end(body);
  });
const site = (feed: string) => `<html><head><link rel="alternate" type="application/rss+xml" href="${feed}">
  </head><body>Welcome</body></html>`;

describe("a site's address in the list", () => {
  test("finds its feed once, and from then on the feed is asked, not the page that never changes", async () => {
    versioned("/", '"page"', site("/found.xml"));
    versioned("/found.xml", '"1"', rss(item("One", "/1")));
    const { poll } = await box([feedOf("/")]);
    expect((await poll())[0]).toMatchObject({ outcome: "polled", fresh: 1 });
    expect((await poll())[0]?.outcome).toBe("unchanged");
    versioned("/found.xml", '"2"', rss(item("Two", "/2")));
    expect((await poll())[0]).toMatchObject({ outcome: "polled", fresh: 1 });
    expect(paths()).toEqual(["/", "/found.xml", "/found.xml", "/found.xml"]);
  });

  test("finds the new feed when the one it had is gone", async () => {
    const old = "Sun, 15 Jun 2025 00:00:00 GMT";
    server.set("/", (request, response) => {
      if (request.headers["if-modified-since"] === old) response.writeHead(304).end();
      else response.end(site("/found.xml"));
    });
    server.set("/found.xml", { headers: { "last-modified": old }, body: rss(item("One", "/1")) });
    const { poll } = await box([feedOf("/")]);
    await poll();
    server.set("/found.xml", { status: 404 });
    expect((await poll())[0]?.outcome).toBe("failed");
    server.set("/found.xml", { body: rss(item("Two", "/2")) });
    expect((await poll())[0]).toMatchObject({ outcome: "polled", fresh: 1 });
  });
});

test.each([
  ["an excuse", "<html><title>Maintenance</title><body>We will be back</body></html>"],
  ["a front page with links", INDEX_PAGE],
  ["a page that announces another feed", site("/feed")],
  ["nothing", ""],
])("a feed that answers with %s fails; other feeds of its site are not taken for it", async (_what, body) => {
  server.set("/world.xml", { body: rss(item("World", "/w")) });
  server.set("/feed", { body: rss(item("Sports", "/s")) });
  const { poll, library } = await box([feedOf("/world.xml")]);
  await poll();
  server.set("/world.xml", { headers: { "content-type": "text/html" }, body });
  expect((await poll())[0]).toMatchObject({ outcome: "failed", fresh: 0 });
  expect(paths()).toEqual(["/world.xml", "/world.xml"]);
  server.set("/world.xml", { body: rss(item("World again", "/w2")) });
  expect((await poll())[0]).toMatchObject({ outcome: "polled", fresh: 1 });
  expect(library.size).toBe(12);
});

test("a move is remembered also when the new address has nothing new", async () => {
  versioned("/old", '"1"', rss(item("One", "/1")));
  versioned("/new", '"1"', rss(item("One", "/1")));
  const { poll } = await box([feedOf("/old")]);
  await poll();
  server.set("/old", { status: 301, headers: { location: "/new" } });
  await poll();
  await poll();
  expect(paths()).toEqual(["/old", "/old", "/new", "/new"]);
});

test("what is known of a feed is told where it is redirected to, which is never another private host", async () => {
  versioned("/new", '"1"', rss(item("One", "/1")));
  server.set("/feed", { status: 302, headers: { location: "/new" } });
  const other = await startServer();
  other.set("/feed", { body: rss(item("Inside", "/1")) });
  server.set("/away", { status: 302, headers: { location: `${other.url}/feed` } });
  const { poll } = await box([feedOf("/feed"), feedOf("/away")], [server.host, other.host]);
  const outcomes = async () => (await poll()).map(({ outcome }) => outcome).sort();
  expect([await outcomes(), await outcomes()]).toEqual([
    ["failed", "polled"],
    ["failed", "unchanged"],
  ]);
  expect(other.asked).toEqual([]);
  await other.close();
});

test("a credential in the address of a feed is shown to nobody but by feeds opml", async () => {
  const { say } = await box([]);
  const [feed, page] = [`${server.url}/feed?n=1&token=`, `${server.url}/page?key=`];
  server.set("/page", { headers: { "content-type": "text/html" }, body: "<p>No feed</p>" });
  const refused = await say(`feeds test ${page}canary`);
  server.set("/feed", { body: rss(item("上合组织", "/1")) });
  const added = await say(`feeds add ${feed}canary`);
  const said = [refused, added, await say("feeds"), await say("fetch")].map(({ summary, blocks, data }) => ({
    ...{ summary, data },
    blocks: blocks.filter(({ kind }) => kind !== "actions"),
  }));
  expect(JSON.stringify(said)).not.toContain("canary");
  expect(refused.summary).toContain(`${page}***`);
  expect(added.data).toMatchObject({ added: { url: `${feed}***` } });
  expect(paths()).toContain("/feed?n=1&token=canary");
  const whole = await say("feeds opml");
  expect(whole.summary).toContain("token=canary");
  expect(whole).toMatchObject({ confidential: true, audience: "caller" });
  expect((await say(`feeds remove ${feed}***`)).data).toMatchObject({ removed: { url: `${feed}***` } });
});

test("a feed that is added again keeps its settings, also after it was removed", async () => {
  server.set("/feed", { body: rss(item("上合组织", "/1")) });
  const kept = { publisher: "People", language: "zh", filter: "上合组织", pages: false };
  const { say } = await box([feedOf("/feed", kept)]);
  const spec = async () => ((await say("feeds")).data as { feeds: object[] }).feeds[0];
  const { publisher: source, ...settings } = kept;
  await say(`feeds add ${server.url}/feed`);
  expect(await spec()).toMatchObject({ source, ...settings, condition: "new" });
  await say(`feeds remove ${server.url}/feed`);
  await say(`feeds add ${server.url}/feed --filter ШОС`);
  expect(await spec()).toMatchObject({ source, ...settings, filter: "ШОС" });
  await say(`feeds add ${server.url}/feed --filter all`);
  expect(await spec()).not.toHaveProperty("filter");
  expect(await spec()).toMatchObject({ source, language: "zh" });
});

test("articles whose address is a route within a page keep it", async () => {
  const routes = ["#/news/1", "#/news/2", "#!/news/3", "#/"].map((to) => `https://news.example/${to}`);
  server.set("/feed", { body: rss(routes.map((to, at) => item(`Headline ${at}`, to)).join("")) });
  const { poll, article } = await box([feedOf("/feed", { pages: true })]);
  await poll();
  expect(routes.map((_, at) => article(`Headline ${at}`)?.url)).toEqual([...routes.slice(0, 3), null]);
});

describe("a host that says 429 or 503 with Retry-After", () => {
  /** The rooms of a box over hosts that are somebody else's. */
  const stranger = async (feeds: readonly unknown[]) => {
    const { doors, data, pass } = await box(feeds);
    const start = () => {
      const room = openRoom({
        ...doors,
        file: `${data}/feeds.yaml`,
        allowHosts: [server.host],
        hostGapMs: 1,
        search: () => doors.search,
        store: () => doors.store,
      });
      const signal = new AbortController().signal;
      return {
        poll: (all: boolean) => pollFeeds(room, { all }, signal),
        stop: () => Promise.all([room.guard.close(), room.reader.close()]),
      };
    };
    return { start, pass };
  };

  test.each([429, 503])("%d: is left alone with all its feeds, also by the next process", async (status) => {
    const all = ["/a", "/b", "/c"];
    for (const path of all) server.set(path, { status, headers: { "retry-after": "7200" } });
    const { start, pass } = await stranger(all.map((path) => feedOf(path)));
    const first = start();
    const results = await first.poll(true);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(["failed", "skipped", "skipped"]);
    await first.poll(false);
    await first.stop();
    const second = start();
    pass(1.9 * HOUR);
    await second.poll(true);
    expect(paths()).toHaveLength(1);
    for (const path of all) server.set(path, { body: rss(item(path, path)) });
    pass(0.2 * HOUR);
    expect((await second.poll(true)).map(({ outcome }) => outcome)).toEqual(["polled", "polled", "polled"]);
    await second.stop();
  });

  test("is left alone also when it said so behind an article", async () => {
    const pages = Array.from({ length: 5 }, (_, at) => `/page/${at}`);
    server.set("/feed", { body: rss(pages.map((path) => item(path, path)).join("")) });
    for (const path of pages) server.set(path, { status: 429, headers: { "retry-after": "60" } });
    const { start } = await stranger([feedOf("/feed", { pages: true })]);
    const { poll, stop } = start();
    expect((await poll(true))[0]?.fresh).toBe(5);
    expect((await poll(true))[0]?.outcome).toBe("skipped");
    await stop();
    expect(paths()).toHaveLength(2);
  });

  test("is heeded for that feed alone where the host is the operator's own", async () => {
    server.set("/busy", { status: 429, headers: { "retry-after": "7200" } });
    server.set("/feed", { body: rss(item("One", "/1")) });
    const { poll } = await box([feedOf("/busy"), feedOf("/feed")]);
    await poll();
    await poll();
    expect(paths().sort()).toEqual(["/busy", "/feed", "/feed"]);
  });
});
