/** A good guest: robots.txt, pauses, who asks, what is kept, and private hosts that only their own feed reaches. */
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { excerptOf } from "../../src/feeds/excerpt.ts";
import { healthOf } from "../../src/feeds/health.ts";
import { type BareRoom, openBare } from "./bare.ts";
import { item, NOW, rss } from "./samples.ts";
import { startServer, type TestServer } from "./server.ts";

const TEXT =
  "Heads of state of the Shanghai Cooperation Organisation met in Bishkek and agreed to open a bank for the region. ";
const page = (name: string) =>
  `<html><body><article><h1>${name}</h1>${Array.from({ length: 8 }, (_, n) => `<p>${TEXT} Part ${n} of ${name}.</p>`).join("")}</article></body></html>`;

let server: TestServer;
const rooms: BareRoom[] = [];
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((each) => each.close()));
  await server.close();
});
async function room(more: object = {}, hosts = [server.host], path = "/feed"): Promise<BareRoom> {
  const made = await openBare([{ url: server.url + path, publisher: "Desk", ...more }], hosts);
  rooms.push(made);
  return made;
}
const asked = (path: string) => server.asked.filter((request) => request.path === path);
const give = (...paths: string[]) => {
  server.set("/feed", { body: rss(paths.map((path) => item(`Bank ${path.slice(1)}`, path)).join("")) });
  for (const path of paths)
    server.set(path, { body: page(path.slice(1)), headers: { "content-type": "text/html" } });
};

describe("robots.txt", () => {
  test("pages that it forbids are not read, their excerpts stay; it is asked once", async () => {
    give("/closed", "/open");
    server.set("/robots.txt", { body: "User-agent: *\nDisallow: /closed" });
    const made = await room();
    await made.poll();
    expect([asked("/robots.txt").length, asked("/closed").length, asked("/open").length]).toEqual([1, 0, 1]);
    expect(made.article("Bank closed")).toMatchObject({ kind: "excerpt", body: "About Bank closed" });
    expect(made.article("Bank open")?.kind).toBe("article");
  });

  test("a rule for this bot by name counts before the one for all", async () => {
    give("/a");
    server.set("/robots.txt", { body: "User-agent: *\nDisallow: /\n\nUser-agent: sco-bot\nAllow: /" });
    await (await room()).poll();
    expect(asked("/a").length).toBe(1);
  });

  test.each([
    ["a switch in the list", { robots: false }],
    ["no robots.txt", {}],
  ])("with %s the pages are read", async (how, more) => {
    give("/a");
    if (how !== "no robots.txt") server.set("/robots.txt", { body: "User-agent: *\nDisallow: /" });
    await (await room(more)).poll();
    expect(asked("/a").length).toBe(1);
  });

  test("an index page that it forbids is left alone, though nothing said that there is one; later it is not even asked for", async () => {
    const rows = [1, 2, 3].map((n) => `<li><a href="/n/${n}.html">Headline number ${n} of it</a></li>`);
    const body = `<html><body><ul>${rows.join("")}</ul></body></html>`;
    server.set("/pages", { body, headers: { "content-type": "text/html" } });
    const made = await room({}, [server.host], "/pages");
    await made.poll();
    expect(made.library.newest().length).toBe(3);
    server.set("/robots.txt", { body: "User-agent: *\nDisallow: /pages" });
    made.pass(25 * 3_600_000);
    const [later] = await made.poll();
    expect([later?.outcome, later?.reason?.en]).toEqual(["failed", expect.stringContaining("robots.txt")]);
    expect(asked("/pages").length).toBe(1);
    const other = await room({}, [server.host], "/pages");
    const [first] = await other.poll();
    expect([first?.outcome, other.library.newest().length]).toEqual(["failed", 0]);
  });

  test("one that cannot be had keeps the pages alone for a while", async () => {
    give("/a");
    server.set("/robots.txt", { status: 503 });
    await (await room()).poll();
    expect(asked("/a").length).toBe(0);
  });

  test("a site that wants a long pause gives one page a poll; the others come later", async () => {
    give("/a", "/b", "/c");
    server.set("/robots.txt", { body: "User-agent: *\nCrawl-delay: 45" });
    const made = await room();
    await made.poll();
    expect(["/a", "/b", "/c"].flatMap((path) => asked(path)).length).toBe(1);
    made.pass(60_000);
    await made.poll();
    made.pass(60_000);
    await made.poll();
    expect(["a", "b", "c"].map((name) => made.article(`Bank ${name}`)?.kind)).toEqual(
      Array(3).fill("article"),
    );
  });

  test("an index page that it forbids is told, not read", async () => {
    server.set("/robots.txt", { body: "User-agent: *\nDisallow: /list" });
    server.set("/list", { body: "<a href='/n/1'>x</a>" });
    const made = await room({ links: "/n/*" }, [server.host], "/list");
    const [result] = await made.poll();
    expect(result?.reason?.en).toContain("robots.txt");
    expect(asked("/list").length).toBe(0);
  });
});

describe("who asks", () => {
  test("says its name in the form that servers accept", async () => {
    give("/a");
    await (await room()).poll();
    expect(asked("/feed")[0]?.headers["user-agent"]).toMatch(
      /^Mozilla\/5\.0 \(compatible; sco-bot\/[\d.]+\)$/,
    );
  });
  test("a feed may have an agent of its own, for its pages too", async () => {
    give("/a");
    await (await room({ agent: "NetNewsWire (RSS Reader)" })).poll();
    expect([asked("/feed"), asked("/a")].map(([one]) => one?.headers["user-agent"])).toEqual(
      Array(2).fill("NetNewsWire (RSS Reader)"),
    );
  });
  test.each(["/rss", "/feed/", "/news.rss", "/index.xml"])(
    "a home page at %s is told, and nothing of it is taken",
    async (path) => {
      const links = Array.from(
        { length: 6 },
        (_, n) => `<li><a href="/n/${n}0000.html">A headline of some length ${n}</a></li>`,
      );
      server.set(path, {
        body: `<!doctype html><html><body><ul>${links.join("")}</ul></body></html>`,
        headers: { "content-type": "text/html" },
      });
      const made = await room({}, [server.host], path);
      const [result] = await made.poll();
      expect(result).toMatchObject({ outcome: "failed", fresh: 0 });
      expect(result?.reason?.en).toContain("a web page instead of a feed");
      expect(made.library.size).toBe(0);
    },
  );
});

describe("what is kept", () => {
  test("of a publisher who wants it so: headline, beginning, link; its pages are not read", async () => {
    give("/a");
    const long = Array.from(
      { length: 9 },
      (_, n) => `Sentence number ${n} of a text that is long enough to be cut.`,
    ).join(" ");
    server.set("/feed", {
      body: rss(
        item("Bank", "/a").replace(/<description>.*<\/description>/, `<description>${long}</description>`),
      ),
    });
    const made = await room({ keep: "excerpt" });
    await made.poll();
    const { body = "", url } = made.article("Bank") ?? {};
    expect(body.length).toBeGreaterThan(200);
    expect(body.length).toBeLessThanOrEqual(300);
    expect(long.startsWith(body.replace(/…$/, ""))).toBe(true);
    expect([url, asked("/a").length]).toEqual([`${server.url}/a`, 0]);
  });
  test.each([
    ["short.", "short."],
    [`${"上合组织".repeat(40)}。${"上合组织".repeat(60)}。`, `${"上合组织".repeat(40)}。`],
    ["слово ".repeat(100), /^(?:слово )+слово…$/],
    ["x".repeat(500), `${"x".repeat(299)}…`],
  ])("a text is cut at a sentence, else between words (%#)", (text, wanted) => {
    const excerpt = excerptOf(text);
    expect(excerpt.length).toBeLessThanOrEqual(300);
    if (typeof wanted === "string") expect(excerpt).toBe(wanted);
    else expect(excerpt).toMatch(wanted);
  });
});

describe("an allowed private host", () => {
  test("is not reached by another feed's item link, redirect, or feed that moved there", async () => {
    const inside = await startServer();
    inside.set("/admin", { body: page("payroll"), headers: { "content-type": "text/html" } });
    inside.set("/feed", { body: rss(item("Inside", "/in")) });
    const hosts = [server.host, inside.host];
    server.set("/feed", { body: rss(item("One", `${inside.url}/admin`) + item("Two", "/two")) });
    server.set("/two", { status: 302, headers: { location: `${inside.url}/admin` } });
    server.set("/moved", { status: 301, headers: { location: `${inside.url}/feed` } });
    const made = await openBare(
      ["/feed", "/moved"].map((path) => ({ url: server.url + path, publisher: path })),
      hosts,
    );
    rooms.push(made);
    const results = await made.poll();
    expect(inside.asked).toEqual([]);
    expect(results.find(({ source }) => source === "/moved")?.outcome).toBe("failed");
    expect(made.article("One")).toMatchObject({ kind: "excerpt" });
    await inside.close();
  });
  test("is reached by its own feed, with its pages", async () => {
    give("/a");
    const made = await room();
    await made.poll();
    expect(made.article("Bank a")?.kind).toBe("article");
  });
});

describe("other forms", () => {
  const LIST = [
    { title: "上合组织峰会 <一>", link: "/n/1", ctime: 1750060800, aid: "x1" },
    { title: "上海精神", link: "/n/2", ctime: "2025-06-16 10:00", aid: "x2" },
    { link: "/n/3" },
  ];
  test.each([
    [
      "JSON",
      JSON.stringify({ data: { list: LIST } }),
      { items: "$.data.list", title: "title", url: "link", date: "ctime" },
    ],
    [
      "JSONP",
      `world(${JSON.stringify({ data: { list: LIST } })});`,
      { items: "data.list", title: "$.title", url: "link", date: "ctime" },
    ],
    [
      "a bare list, addresses from a template",
      JSON.stringify(LIST),
      { title: "title", url: `/n/{aid}`, date: "ctime" },
    ],
  ])("a list as %s, with a mapping", async (_form, body, mapping) => {
    server.set("/feed", { body, headers: { "content-type": "application/json" } });
    const made = await room({ mapping, pages: false, zone: "Asia/Shanghai" });
    await made.poll();
    expect(made.article("上合组织峰会 <一>")?.published).toBe("2025-06-16T08:00:00Z");
    expect(made.article("上海精神")).toMatchObject({ published: "2025-06-16T02:00:00Z", language: "zh" });
    expect(made.article("上海精神")?.url).toMatch(/\/n\/(?:2|x2)$/);
    expect(made.library.size).toBe(2);
  });

  test("a Telegram channel's public preview", async () => {
    const message = (n: number, words: string) =>
      `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js" data-post="desk/${n}"><div class="tgme_widget_message_text">${words}</div><a class="tgme_widget_message_date" href="https://t.me/desk/${n}"><time datetime="2025-06-16T0${n}:00:00+00:00">x</time></a></div></div>`;
    server.set("/s/desk", {
      body: `<!doctype html><html><head><title>Desk</title></head><body>${message(1, "<b>SCO ministers meet</b><br>They agreed on much.")}${message(2, "Второе сообщение. Ещё одно предложение.")}<div class="tgme_widget_message" data-post="desk/3"></div></body></html>`,
      headers: { "content-type": "text/html" },
    });
    const made = await room({}, [server.host], "/s/desk");
    await made.poll();
    expect(made.article("SCO ministers meet")).toMatchObject({
      url: "https://t.me/desk/1",
      published: "2025-06-16T01:00:00Z",
      body: "SCO ministers meet\nThey agreed on much.",
    });
    expect(made.library.size).toBe(2);
  });
});

test("a clock that is fast is told of in words for a week, though it shows only where an item is new", async () => {
  const dated = (ms: number) =>
    item("Bank", "/a").replace(/<pubDate>.*<\/pubDate>/, `<pubDate>${new Date(ms).toUTCString()}</pubDate>`);
  server.set("/feed", { body: rss(dated(NOW + 3 * 3_600_000)) });
  const made = await room({ pages: false });
  await made.poll();
  const told = async () => (await healthOf(made.room))[0]?.reason?.en ?? "";
  expect(await told()).toMatch(/180 minutes ahead.*clock: local/);
  made.pass(12 * 3_600_000);
  await made.poll();
  expect(await told()).toMatch(/180 minutes ahead/);
  made.pass(8 * 24 * 3_600_000);
  expect(await told()).not.toMatch(/ahead/);
});
