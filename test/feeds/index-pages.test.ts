/** Index pages: which links are the site's own, where their dates stand, what the page calls its base. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readFeed } from "../../src/feeds/feed.ts";
import { announcedFeeds } from "../../src/feeds/feed-html.ts";
import { isOneSite, siteOf } from "../../src/feeds/site.ts";
import { root } from "../../src/root.ts";
import { openBox } from "./box.ts";
import { startServer } from "./server.ts";

const NOW = Date.parse("2026-10-05T08:00:00Z");
const read = (html: string, url: string, links?: string, zone = "Asia/Shanghai") =>
  readFeed({ bytes: Buffer.from(html), contentType: "text/html; charset=utf-8", url, now: NOW, zone, links })
    .feed;
const list = (rows: readonly string[]) =>
  `<html><head><title>List</title></head><body><ul>${rows.join("")}</ul></body></html>`;

describe("dates", () => {
  const DATED: readonly (readonly [string, string, string, string, string])[] = [
    [
      "mfa.gov.cn, by t20260929_ in the address",
      "https://www.mfa.gov.cn/web/x/",
      "/t20*_*.shtml",
      '<li><a href="./202609/t20260929_11720001.shtml">外交部发言人主持例行记者会</a></li>',
      "2026-09-28T16:00:00Z",
    ],
    [
      "mfa.gov.cn, beside the link too",
      "https://www.mfa.gov.cn/web/x/",
      "/t20*_*.shtml",
      '<li><a href="./202609/t20260929_11720001.shtml">外交部发言人主持例行记者会</a>（2026-09-29）</li>',
      "2026-09-28T16:00:00Z",
    ],
    [
      "Xinhua, day in the path",
      "http://www.news.cn/world/index.html",
      "/20*/*/c.html",
      '<div><a href="/world/20260930/abcdef0123/c.html">上合组织成员国举行联合会议</a></div>',
      "2026-09-29T16:00:00Z",
    ],
    [
      "People's Daily, split path",
      "http://world.people.com.cn/",
      "people.com.cn/n1/*/c*.html",
      '<li><a href="/n1/2026/0930/c1002-40000001.html">国际社会积极评价上合峰会</a></li>',
      "2026-09-29T16:00:00Z",
    ],
    [
      "Guangming, month and day",
      "https://www.gmw.cn/",
      "gmw.cn/*/content_*.htm",
      '<a href="https://world.gmw.cn/2026-09/30/content_38000001.htm">上海精神引领区域合作</a>',
      "2026-09-29T16:00:00Z",
    ],
    [
      "month folder and day in the name",
      "https://a.example/",
      "/20*/*.html",
      '<li><a href="/202609/30/1.html">上海精神引领区域合作</a></li>',
      "2026-09-29T16:00:00Z",
    ],
    [
      "beside, Chinese words",
      "https://a.example/",
      "/n/*",
      '<li><a href="/n/1">上海精神引领区域合作</a><span>2026年9月30日 10:15</span></li>',
      "2026-09-30T02:15:00Z",
    ],
    [
      "beside, day and month without a year",
      "https://a.example/",
      "/n/*",
      '<li><a href="/n/1">上海精神引领区域合作</a><i>9月30日 10:15</i></li>',
      "2026-09-30T02:15:00Z",
    ],
    [
      "beside, hours ago",
      "https://a.example/",
      "/n/*",
      '<li><a href="/n/1">上海精神引领区域合作</a><i>3小时前</i></li>',
      "2026-10-05T05:00:00Z",
    ],
    [
      "before the link in its row",
      "https://a.example/",
      "/n/*",
      '<li><b>2026-09-30</b><a href="/n/1">上海精神引领区域合作</a></li>',
      "2026-09-29T16:00:00Z",
    ],
    [
      "in a card, deep",
      "https://a.example/",
      "/n/*",
      '<div class="card"><div><a href="/n/1"><img src="x"></a></div><div><h3><a href="/n/1">上海精神引领区域合作</a></h3><p>导语导语导语</p><div><time>2026-09-30 10:15</time></div></div></div>',
      "2026-09-30T02:15:00Z",
    ],
    [
      "in a table's row",
      "https://a.example/",
      "/n/*",
      '<tr><td><a href="/n/1">上海精神引领区域合作</a></td><td>2026/09/30</td></tr>',
      "2026-09-29T16:00:00Z",
    ],
  ];
  test.each(DATED)("%s", (_what, url, links, row, published) => {
    expect(read(list([row]), url, links)?.items[0]?.published).toBe(published);
  });

  test.each([
    [
      "mid.ru, d.m.y with a time",
      '<a href="/ru/foreign_policy/news/1/">Встреча министров</a> <span>30.09.2026 15:30</span>',
      "2026-09-30T12:30:00Z",
    ],
    [
      "mid.ru in English, month names",
      '<a href="/ru/foreign_policy/news/1/">Meeting of ministers</a> <span>October 3, 2026</span>',
      "2026-10-02T21:00:00Z",
    ],
    [
      "English, day first",
      '<a href="/ru/foreign_policy/news/1/">Meeting of ministers</a> <span>3 October 2026 15:30</span>',
      "2026-10-03T12:30:00Z",
    ],
    [
      "English, short month",
      '<a href="/ru/foreign_policy/news/1/">Meeting of ministers</a> <span>Oct 3, 2026</span>',
      "2026-10-02T21:00:00Z",
    ],
    [
      "Russian month names",
      '<a href="/ru/foreign_policy/news/1/">Встреча министров</a> <span>3 октября 2026, 15:30</span>',
      "2026-10-03T12:30:00Z",
    ],
    [
      "Russian, yesterday",
      '<a href="/ru/foreign_policy/news/1/">Встреча министров</a> <span>вчера, 15:30</span>',
      "2026-10-04T12:30:00Z",
    ],
    [
      "a month in the address is no day",
      '<a href="/ru/foreign_policy/news/202609/1/">Встреча министров</a>',
      null,
    ],
  ])("%s", (_what, row, published) => {
    const feed = read(
      list([`<li>${row}</li>`]),
      "https://mid.ru/ru/foreign_policy/news/",
      "mid.ru/ru/foreign_policy/news/*/",
      "Europe/Moscow",
    );
    expect(feed?.items[0]?.published).toBe(published);
  });

  const days = [28, 29, 30];
  test.each([
    [
      "in rows, date first",
      (d: number) => `<li><span>2026-09-${d}</span> <a href="/n/${d}">上海精神引领区域合作${d}</a></li>`,
    ],
    [
      "in rows, date last",
      (d: number) => `<li><a href="/n/${d}">上海精神引领区域合作${d}</a> <span>2026-09-${d}</span></li>`,
    ],
    ["flat, date first", (d: number) => `2026-09-${d} <a href="/n/${d}">上海精神引领区域合作${d}</a><br>`],
    ["flat, date last", (d: number) => `<a href="/n/${d}">上海精神引领区域合作${d}</a> 2026-09-${d}<br>`],
    [
      "rows without end tags",
      (d: number) => `<li><a href="/n/${d}">上海精神引领区域合作${d}</a> 2026-09-${d}`,
    ],
    [
      "with other links in the row",
      (d: number) =>
        `<li><a href="/tag/x">综合</a><a href="/n/${d}">上海精神引领区域合作${d}</a><a href="/share">分享</a> 2026-09-${d}</li>`,
    ],
  ])("each link has its own date: %s", (_how, row) => {
    const feed = read(list(days.map(row)), "https://a.example/", "/n/*");
    const dated = feed?.items.map(({ url, published }) => [url?.slice(-2), published?.slice(0, 10)]);
    expect(dated).toEqual([
      ["28", "2026-09-27"],
      ["29", "2026-09-28"],
      ["30", "2026-09-29"],
    ]);
  });
});

describe("dates in the ways of lists", () => {
  const titles = [
    "Ministers agree on a railway to Osh",
    "Cotton harvest begins in the south",
    "Students meet in Tashkent again",
  ];
  const dated = (row: (title: string, at: number) => string, url = "https://a.example/list/") =>
    read(list(titles.map(row)), url)?.items.map(({ title, published }) => [title, published?.slice(0, 13)]);
  const link = (at: number, inside: string) => `<a href="/a/${10_000 + at}.html">${inside}</a>`;
  test.each<[string, (title: string, at: number) => string, string]>([
    ["month and day in brackets", (t, at) => `<li>${link(at, t)} [09-30]</li>`, "2026-09-29T16"],
    ["month, day and hour", (t, at) => `<li>${link(at, t)}<i>09-30 10:15</i></li>`, "2026-09-30T02"],
    [
      "a Russian day without its year",
      (t, at) => `<li><span>30 сентября, 10:15</span>${link(at, t)}</li>`,
      "2026-09-30T02",
    ],
    ["an English one", (t, at) => `<li><span>Sep 30</span>${link(at, t)}</li>`, "2026-09-29T16"],
    [
      "the day in large figures over its month",
      (t, at) => `<li><div><b>30</b><i>2026-09</i></div>${link(at, t)}</li>`,
      "2026-09-29T16",
    ],
    [
      "a time element beside the link",
      (t, at) => `<li>${link(at, t)}<time datetime="2026-09-30T10:15:00+08:00">Wed</time></li>`,
      "2026-09-30T02",
    ],
    [
      "a time element within the link",
      (t, at) =>
        `<li>${link(at, `<h3>${t}</h3><time datetime="2026-09-30T10:15:00+08:00">Wednesday</time>`)}</li>`,
      "2026-09-30T02",
    ],
    [
      "a day within the link",
      (t, at) => `<li>${link(at, `<span>${t}</span><span>30.09.2026</span>`)}</li>`,
      "2026-09-29T16",
    ],
    [
      "with its hour and zone",
      (t, at) => `<li>${link(at, t)}<span>30 сентября 2026 г. 05:15 (МСК)</span></li>`,
      "2026-09-30T02",
    ],
    [
      "in a cell of a table",
      (t, at) => `<table><tr><td>${link(at, t)}</td><td>2026/09/30</td></tr></table>`,
      "2026-09-29T16",
    ],
  ])("%s", (_what, row, hour) => {
    expect(dated(row)).toEqual(titles.map((title) => [title, hour]));
  });

  test("a day that a summary speaks of is not the item's; a heading within the link is its headline", () => {
    const row = (title: string, at: number) =>
      `<li>${link(at, `<h2>${title}</h2><p>Ahead of the parade on 9 May the ministers met once more, the host said.</p>`)}</li>`;
    expect(dated(row)).toEqual(titles.map((title) => [title, undefined]));
  });
});

describe("whose links they are", () => {
  const headlines = [
    "外交部长会见上合组织秘书长",
    "发言人就地区局势答记者问",
    "成员国举行安全会议秘书会议",
    "中方祝贺峰会圆满成功召开",
  ];
  test.each([
    ["gov.cn", "https://www.mfa.gov.cn/list/", "https://www.casino-ads.gov.cn"],
    ["com.cn", "https://www.people.com.cn/list/", "https://ads.casino.com.cn"],
    ["co.uk", "https://www.desk.co.uk/list/", "https://casino.co.uk"],
    ["gov.kz", "https://www.mfa.gov.kz/list/", "https://casino.gov.kz"],
  ])("under %s another site's are not this one's", (_suffix, base, other) => {
    const own = headlines.slice(0, 3).map((title, n) => `<li><a href="/a/${n}1000.html">${title}</a></li>`);
    const foreign = headlines.map((title, n) => `<li><a href="${other}/b/${n}.html">${title}广告</a></li>`);
    const feed = read(list([...own, ...foreign]), base);
    expect(feed?.items.map(({ url }) => new URL(url ?? "").hostname)).toEqual(
      Array(3).fill(new URL(base).hostname),
    );
  });

  test("sites are told by their registrable domain", () => {
    expect([
      siteOf("english.news.cn"),
      siteOf("www.mfa.gov.cn"),
      siteOf("127.0.0.1"),
      siteOf("localhost"),
    ]).toEqual(["news.cn", "mfa.gov.cn", "127.0.0.1", "localhost"]);
    expect(isOneSite("https://world.people.com.cn/a", "http://www.people.com.cn/")).toBe(true);
    expect(isOneSite("https://a.github.io/", "https://b.github.io/")).toBe(false);
  });
});

describe("a page's feed", () => {
  const found = (html: string) => announcedFeeds(html, "https://news.example/section/page.html");
  const link = '<link rel="alternate" type="application/rss+xml" href="feed.xml">';
  test.each([
    ["a base path", `<head><base href="/right/">${link}</head>`, "https://news.example/right/feed.xml"],
    [
      "a base on another host",
      `<head><base href="https://cdn.example/x/">${link}</head>`,
      "https://cdn.example/x/feed.xml",
    ],
    [
      "a base relative to the page",
      `<head><base href="../up/">${link}</head>`,
      "https://news.example/up/feed.xml",
    ],
    [
      "two bases, the first counts",
      `<head><base href="/one/"><base href="/two/">${link}</head>`,
      "https://news.example/one/feed.xml",
    ],
    [
      "a base in capitals",
      `<HEAD><BASE HREF="/right/">${link.toUpperCase().replace("FEED.XML", "feed.xml")}</HEAD>`,
      "https://news.example/right/feed.xml",
    ],
    ["no base", link, "https://news.example/section/feed.xml"],
    [
      "entities in the address",
      '<link rel="alternate" type="application/rss+xml" href="/f?a=1&amp;b=2">',
      "https://news.example/f?a=1&b=2",
    ],
  ])("%s", (_what, html, address) => {
    expect(found(html)).toEqual([address]);
  });
  test.each([
    ["a comment", `<!-- ${link} -->`],
    ["a conditional comment", `<!--[if IE]>${link}<![endif]-->`],
    ["a script", `<script>document.write('${link}')</script>`],
  ])("what stands in %s is none", (_what, html) => {
    expect(found(`<html><body>${html}<p>x</p></body></html>`)).toEqual([]);
  });
  test("the shipped case", () => {
    expect(found(readFileSync(join(root, "test/feeds/pages/base-href.html"), "utf8"))).toEqual([
      "https://news.example/right/feed.xml",
    ]);
  });
});

test("what a page lists without any date is among the newest by when it was first seen, and says so", async () => {
  const server = await startServer();
  const rows = ["Ministers meet in Bishkek today", "Bank of the organisation gets its charter"].map(
    (title, at) => `<li><a href="/news/${at + 1}.html">${title}</a></li>`,
  );
  const html = { "content-type": "text/html; charset=utf-8" };
  server.set("/news/", { headers: html, body: list(rows) });
  const feed = { url: `${server.url}/news/`, publisher: "Desk", language: "en", links: "/news/*.html" };
  const box = await openBox([{ ...feed, filter: "all", pages: false }], [server.host]);
  await box.poll();
  expect(box.article("Ministers meet in Bishkek today")).toMatchObject({
    published: null,
    arrived: "2025-06-16T08:00:00Z",
  });
  for (const line of ["latest 2", "latest 2 source:Desk", "latest 2 lang:en"]) {
    const { data, blocks } = await box.say(line);
    const { articles } = data as { articles: { source: string }[] };
    expect(articles.map(({ source }) => source)).toEqual(["Desk", "Desk"]);
    expect(JSON.stringify(blocks)).toContain("first seen ");
  }
  await box.close();
  await server.close();
});
