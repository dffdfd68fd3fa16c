import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { createFairUse, type FairUse } from "../../src/inbox/fair-use.ts";
import { type OpenSite, openSite } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe("the reading room", () => {
  test("the topic page has the search box and the newest articles, each with a page of its own", async () => {
    const { status, text } = await site.get("/");
    expect(status).toBe(200);
    expect(text).toContain('<form action="/search" role="search">');
    expect(text.match(/href="\/a\/[0-9a-z]{5}"/g)?.length).toBeGreaterThanOrEqual(5);
  });

  test("a search, an article and a day have addresses, in the language asked for", async () => {
    const found = await site.get("/search?q=health+ministers&lang=ru");
    expect(found.text).toContain('<html lang="ru">');
    expect(found.text).toContain('href="/a/62hrk?lang=ru"');
    const article = await site.get("/a/62hrk");
    expect(article.status).toBe(200);
    expect(article.text).toContain("卫生部长会议");
    expect(article.text).toContain("paper.people.com.cn");
    const day = await site.get("/d/2025-05-26?zone=Asia/Shanghai");
    expect(day.text).toContain("26 May 2025");
    expect(day.text).toContain('href="/a/');
  });

  test("the days are those of the zone that the page names", async () => {
    expect((await site.get("/a/62hrk")).text).toContain("27 May 2025");
    const utc = await site.get("/a/62hrk?zone=UTC");
    expect(utc.text).toContain("26 May 2025");
    expect(utc.text).toContain("those of UTC");
    expect((await site.get("/?zone=Mars/Base")).text).toContain("those of Asia/Shanghai");
  });

  test("a browser's language is taken where the bot speaks it, and a choice goes on to the next page", async () => {
    expect((await site.get("/", { "accept-language": "ru-RU,en;q=0.5" })).text).toContain('<html lang="ru">');
    expect((await site.get("/", { "accept-language": "fr" })).text).toContain('<html lang="en">');
    expect((await site.get("/?lang=zh&zone=UTC")).text).toMatch(
      /href="\/a\/[0-9a-z]{5}\?lang=zh&#38;zone=UTC"/,
    );
  });

  test("what is not there is 404, and an address that means nothing reaches no command", async () => {
    for (const path of [
      "/nope",
      "/a/zzzzz",
      "/a/%E0%A4%A",
      `/a/${encodeURIComponent("https://example.org/page")}`,
      "/z/62hrk",
      `/a/${"x".repeat(3000)}`,
      "/search",
      "/a/",
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
    expect((await site.get(`/?${"x".repeat(6000)}`)).status).toBe(414);
  });

  test("it can only be read, and what changes something has no page", async () => {
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await fetch(`${site.at}/`, { method })).status).toBe(405);
    for (const path of ["/search?q=daily+09:00", "/search?q=%2Fsco+forget+me"]) {
      const { status, text } = await site.get(path);
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(/Saved|Forgotten/);
    }
    expect((await site.desk.ask("daily")).data).toMatchObject({ schedules: [] });
  });

  test("every page forbids what it does not need, keeps no cookie and loads nothing from elsewhere", async () => {
    for (const path of ["/", "/search?q=上海精神", "/a/62hrk", "/d/2025-05-26", "/nope"]) {
      const { headers, text } = await site.get(path);
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
      expect(headers.get("set-cookie")).toBeNull();
      expect(text).not.toMatch(/(src|action)="https?:|style="|\son\w+=/i);
      expect(text).toContain('<meta name="robots" content="noindex, nofollow">');
      expect(Buffer.byteLength(text)).toBeLessThan(45_000);
    }
  });

  test("a preview shows title, publisher and first sentence", async () => {
    const { text } = await site.get("/a/62hrk?lang=en");
    const said = (name: string) => new RegExp(`property="og:${name}" content="([^"]*)"`).exec(text)?.[1];
    expect(said("title")).toContain("加强卫生健康合作");
    expect(said("description")).toMatch(
      /^People&#39;s Daily: 上海合作组织成员国第八次卫生部长会议日前在陕西省西安市举办。$/,
    );
  });

  test("a page weighs less than 60 kB with everything it needs", async () => {
    const sizes = await Promise.all(
      ["/style.css", "/page.js", "/icon.svg"].map(async (path) => (await site.get(path)).text.length),
    );
    for (const path of ["/", "/search?q=上海精神", "/a/62hrk", "/s/sbfr8m", "/d/2025-05-26", "/b/2025-05"]) {
      const own = Buffer.byteLength((await site.get(path)).text);
      expect([path, own + sizes.reduce((sum, size) => sum + size) < 60_000]).toEqual([path, true]);
    }
  });

  test("an unchanged page is not sent twice", async () => {
    const { headers, text } = await site.get("/a/62hrk");
    expect(text).not.toBe("");
    const again = await site.get("/a/62hrk", { "if-none-match": headers.get("etag") ?? "" });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test("the feed is Atom with the newest articles, and can follow a search", async () => {
    const { headers, text } = await site.get("/feed.atom");
    expect(headers.get("content-type")).toContain("application/atom+xml");
    expect(text.match(/<entry>/g)).toHaveLength(10);
    const { parseFeed } = await import("feedsmith");
    expect(parseFeed(text)).toMatchObject({ format: "atom" });
    const one = await site.get("/feed.atom?q=health+ministers");
    expect(one.text.match(/<entry>/g)).toHaveLength(1);
  });

  test("nothing of a visitor is kept", async () => {
    for (const path of ["/", "/search?q=health+ministers", "/a/62hrk", "/d/2025-05-26", "/search?q=zzzz"])
      await site.get(path);
    const rows: string[] = [];
    for await (const keys of site.desk.doors.store.ofScope("web//")) rows.push(...keys);
    expect(rows).toEqual([]);
  });

  test("a network is one visitor, however many addresses it has, and all visitors share what a workspace may use", async () => {
    const limits = (person: number, workspace: number) =>
      createFairUse(systemClock, {
        person: { commands: { burst: person, perSecond: 0.001 }, work: { burst: 60_000, perSecond: 1 } },
        workspace: {
          commands: { burst: workspace, perSecond: 0.001 },
          work: { burst: 60_000, perSecond: 1 },
        },
        running: { workspace: 4, all: 32 },
        waiting: 9,
      });
    const statuses = async (fair: FairUse, addresses: readonly string[]) => {
      const own = await openSite({ fair, publicUrl: "https://news.example.org" });
      const all: number[] = [];
      for (const address of addresses)
        all.push((await own.get("/a/62hrk", { "x-forwarded-for": address })).status);
      await own.close();
      return all;
    };
    const one = ["2001:db8::1", "2001:db8:0:0:9::2", "2001:DB8::ffff:3", "2001:db8:0:1::1", "203.0.113.7"];
    expect(await statuses(limits(2, 9), one)).toEqual([200, 200, 429, 200, 200]);
    const many = [1, 2, 3, 4, 5].map((n) => `203.0.113.${n}`);
    expect(await statuses(limits(9, 3), many)).toEqual([200, 200, 200, 429, 429]);
  });

  test("a channel's feed has an address of its own, under the same limits as the pages", async () => {
    const busy = createFairUse(systemClock, {
      person: { commands: { burst: 2, perSecond: 0.001 }, work: { burst: 60_000, perSecond: 1 } },
      workspace: { commands: { burst: 9, perSecond: 0.001 }, work: { burst: 60_000, perSecond: 1 } },
      running: { workspace: 4, all: 32 },
      waiting: 9,
    });
    const own = await openSite({ fair: busy });
    Object.defineProperty(own.desk.doors.library, "site", { value: own.at });
    const here = { platform: "slack", workspace: "T1", channel: "C1" };
    await own.desk.ask("watch health ministers", here);
    const made = (await own.desk.ask("following --feed=on", here)).data as { feed: string };
    const path = new URL(made.feed).pathname;
    const feed = await own.get(path);
    expect([feed.status, feed.headers.get("content-type")]).toEqual([
      200,
      "application/atom+xml; charset=utf-8",
    ]);
    expect(feed.text).toContain("/a/62hrk");
    expect((await own.get(`${path.slice(0, -8)}xyz.atom`)).status).toBe(404);
    const refused = await own.get(path, { "accept-language": "zh" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(refused.text).toContain("请求太多了");
    expect(own.failures).toEqual([]);
    await own.close();
  });

  test("a story has an address, and an article of it leads there", async () => {
    const { text } = await site.get("/a/bfr8m");
    const story = /href="(\/s\/s[0-9a-z]{5})"/.exec(text)?.[1] ?? "";
    expect(text).toContain("Part of a story");
    const page = await site.get(story);
    expect(page.status).toBe(200);
    expect(page.text).toContain("24 May 2025");
    expect((await site.get("/s/szzzzz")).status).toBe(404);
  });

  test("completion answers with queries", async () => {
    expect(JSON.parse((await site.get("/suggest?q=sha")).text).length).toBeGreaterThan(0);
    expect(JSON.parse((await site.get(`/suggest?q=${"x".repeat(500)}`)).text)).toEqual([]);
  });
});

describe("outside text", () => {
  const folder = mkdtempSync(join(tmpdir(), "sco-web-"));
  let hostile: OpenSite;
  const EVIL = '"><img src=x onerror=alert(1)></title><script>alert(2)</script>&amp;';
  beforeAll(async () => {
    const article = {
      title: `Forum ${EVIL}`,
      text: `The forum opened. ${EVIL}\n\n</article><a href="javascript:alert(3)">press</a>`,
      source: `Desk ${EVIL}`,
      published: "2025-06-01T10:00:00Z",
      url: "https://example.org/a?x='\"><b>",
    };
    writeFileSync(join(folder, "a.jsonl"), `${JSON.stringify({ ...article, body: article.text })}\n`);
    hostile = await openSite({ corpus: folder });
  });
  afterAll(async () => {
    await hostile.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("stays text on every page and in the feed", async () => {
    const { text: list } = await hostile.get("/");
    const id = /href="\/a\/([0-9a-z]{5})"/.exec(list)?.[1];
    const q = encodeURIComponent(`forum ${EVIL}`);
    for (const path of [
      "/",
      `/a/${id}`,
      `/search?q=${q}`,
      "/d/2025-06-01",
      "/feed.atom",
      `/feed.atom?q=${q}`,
    ]) {
      const { text } = await hostile.get(path);
      expect([path, /<img src=x|<script>alert|javascript:alert\(3\)"/.test(text)]).toEqual([path, false]);
    }
  });
});
