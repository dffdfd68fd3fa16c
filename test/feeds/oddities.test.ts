/** Lists, feeds and pages as real publishers write them, kind by kind, each with what has to come out. */
import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { withoutBoilerplate } from "../../src/feeds/boilerplate.ts";
import { readFeed } from "../../src/feeds/feed.ts";
import { wholeHeadline, withoutHeadline } from "../../src/feeds/headline.ts";
import { readPage } from "../../src/feeds/page.ts";
import type { Mapping } from "../../src/feeds/spec.ts";

const NOW = Date.parse("2026-11-30T08:00:00Z");
const BASE = "https://news.example/list/";

interface Told {
  readonly title?: string;
  readonly url?: string;
  readonly published?: string | null;
  readonly text?: string;
}
interface Kind {
  readonly what: string;
  readonly given: string | Uint8Array;
  readonly zone?: string;
  readonly mapping?: Mapping;
  readonly count: number;
  readonly first: Told;
}

const rows = (n: number, row: (n: number) => string) =>
  Array.from({ length: n }, (_, at) => row(at + 1)).join("\n");
const rss = (items: string, namespaces = "") =>
  `<?xml version="1.0"?><rss version="2.0" ${namespaces}><channel><title>F</title>${items}</channel></rss>`;

const LISTS: readonly Kind[] = [
  {
    what: "Discuz, GBK: a pinned thread of years ago, counters and last replies in the row",
    given: iconv.encode(
      `<html><head><meta charset="gbk"><title>国际 - Powered by Discuz!</title></head><body><table>${rows(
        3,
        (n) =>
          `<tbody id="normalthread_${n}"><tr><td><a href="thread-${n}-1-1.html" title="新窗口打开"><img src="f.gif"></a></td><th><em>[<a href="forum.php?typeid=3">时政</a>]</em> <a href="thread-${n}-1-1.html" class="s xst">上合组织${n}号议题讨论：区域安全合作</a></th><td><cite><a href="space-uid-${n}.html">u${n}</a></cite><em><span>2026-11-2${n}</span></em></td><td><a href="thread-${n}-1-1.html">${n}</a></td><td><cite>v</cite><em><a href="forum.php?mod=redirect&amp;tid=${n}">2026-11-30 0${n}:15</a></em></td></tr></tbody>`,
      )}</table></body></html>`,
      "gbk",
    ),
    count: 3,
    first: {
      title: "上合组织1号议题讨论：区域安全合作",
      url: "https://news.example/list/thread-1-1-1.html",
      published: "2026-11-20T16:00:00Z",
    },
  },
  {
    what: "gov.cn: headlines cut short, whole in the link's title; day in the address and in brackets",
    given: `<html lang="zh-CN"><head><title>要闻</title></head><body><ul>${rows(4, (n) => `<li><h4><a href="./202611/t2026112${n}_70000${n}.html" title="上海合作组织成员国第${n}次经贸部长会议在乌鲁木齐召开并通过声明">上海合作组织成员国第${n}次经贸部长会…</a><span> [11-2${n}]</span></h4></li>`)}</ul></body></html>`,
    count: 4,
    first: {
      title: "上海合作组织成员国第1次经贸部长会议在乌鲁木齐召开并通过声明",
      url: "https://news.example/list/202611/t20261121_700001.html",
      published: "2026-11-20T16:00:00Z",
    },
  },
  {
    what: "a ministry: day and hour before the link, a number of the document behind them",
    given: `<html lang="ru"><body><ul>${rows(3, (n) => `<li><span>2${n} ноября 2026 1${n}:15</span><span>21${n}5-2${n}-11-2026</span><a href="/ru/news/20000${n}/">О встрече заместителя министра с послом страны ${n}</a></li>`)}</ul></body></html>`,
    count: 3,
    first: { published: "2026-11-21T08:15:00Z", url: "https://news.example/ru/news/200001/" },
  },
  {
    what: "windows-1251 that nobody declares, hours ago in short",
    given: iconv.encode(
      `<html><body>${rows(3, (n) => `<div><div>${n} ч. назад</div><a href="n${n}.html"><h3>Беларусь и ШОС: новый этап сотрудничества, часть ${n}</h3></a><div>Встреча делегаций прошла в Минске.</div></div>`)}</body></html>`,
      "win1251",
    ),
    count: 3,
    first: { title: "Беларусь и ШОС: новый этап сотрудничества, часть 1", published: "2026-11-30T07:00:00Z" },
  },
  {
    what: "a table of Drupal's views: weekday, month, year and hour in the next cell",
    given: `<html><body><table><thead><tr><th>Title<th>Date</thead><tbody>${rows(3, (n) => `<tr><td><a href="/press-release-${n}">Transcript of the briefing by the Spokesperson, No. ${n}</a><td>Friday, November 2${n}, 2026 - 1${n}:00`)}</tbody></table></body></html>`,
    zone: "Asia/Karachi",
    count: 3,
    first: { published: "2026-11-21T06:00:00Z", url: "https://news.example/press-release-1" },
  },
  {
    what: "an old page in capitals: FONT and BR, days in brackets, nothing closed",
    given: iconv.encode(
      `<HTML><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>新闻</TITLE><BODY><TABLE><TR><TD>${rows(3, (n) => `<FONT COLOR=red>·</FONT><A HREF="content_${n}.htm">吉尔吉斯斯坦担任轮值主席国之${n}</A> <FONT SIZE=2>(11月2${n}日 1${n}:30)</FONT><BR>`)}`,
      "gbk",
    ),
    count: 3,
    first: { title: "吉尔吉斯斯坦担任轮值主席国之1", published: "2026-11-21T03:30:00Z" },
  },
  {
    what: "ASP: addresses that differ in a number of the query, days first",
    given: `<html><body><table>${rows(4, (n) => `<tr><td><a href='show.asp?id=${900 + n}'>中亚五国与上合组织合作新进展之${n}</a></td><td>${n}/11/2026</td></tr>`)}</table></body></html>`,
    count: 4,
    first: { url: "https://news.example/list/show.asp?id=901", published: "2026-10-31T16:00:00Z" },
  },
];

const DATED: readonly Kind[] = [
  {
    what: "a menu that is longer than the list: the list has dates",
    given: `<html><body><nav>${rows(12, (n) => `<a href="/topics/${n}">Topic of the day number ${n}</a>`)}</nav><main>${rows(8, (n) => `<article><a href="/news/2026/11/29/slug-of-story-${n}"><h2>Leaders agree on point ${n} of the plan</h2></a><time datetime="2026-11-29T0${n}:00:00Z"></time></article>`)}</main></body></html>`,
    count: 8,
    first: { title: "Leaders agree on point 1 of the plan", published: "2026-11-29T01:00:00Z" },
  },
  {
    what: "a menu without dates does not outdo a long list without any",
    given: `<html><body><ul>${rows(9, (n) => `<li><a href="/n/${n}.html">上合组织秘书长会见代表团之${n}</a></li>`)}</ul><ul>${rows(3, (n) => `<li><a href="/top/${n}.html">上合组织本周最受关注报道之${n}</a> 2026-11-2${n}</li>`)}</ul></body></html>`,
    count: 9,
    first: { url: "https://news.example/n/1.html", published: null },
  },
  {
    what: "a day in large figures over its month, before the link",
    given: `<html><body><ul>${rows(4, (n) => `<li><div><span>2${n}</span><span>2026-11</span></div><h3><a href="/a/${n}.html">上合组织秘书长会见代表团之${n}</a></h3><p>简介</p></li>`)}</ul></body></html>`,
    count: 4,
    first: { published: "2026-11-20T16:00:00Z" },
  },
  {
    what: "a heading for each day, hours in the rows",
    given: `<html lang="ru"><body>${rows(2, (day) => `<h3>${30 - day} ноября 2026</h3><ul>${rows(3, (n) => `<li><span>1${n}:05</span> <a href="/n/${day}${n}.html">Новость дня номер ${n} от канцелярии</a></li>`)}</ul>`)}</body></html>`,
    count: 6,
    first: { published: "2026-11-29T08:05:00Z" },
  },
  {
    what: "the hour first, a stroke between it and the day",
    given: `<html><body>${rows(4, (n) => `<div><a href="/ru/post/${n}">Кабинет министров рассмотрел вопрос ${n}</a><br>10:0${n} / 2${n}.11.2026</div>`)}</body></html>`,
    zone: "Asia/Tashkent",
    count: 4,
    first: { published: "2026-11-21T05:01:00Z" },
  },
  {
    what: "rows of a definition list without end tags, the day before each",
    given: `<html><body><dl>${rows(4, (n) => `<dt>2${n}.11.2026<dd><a href="/a/${n}/">Заявление министерства по итогам встречи ${n}</a>`)}</dl></body></html>`,
    zone: "Europe/Moscow",
    count: 4,
    first: { published: "2026-11-20T21:00:00Z" },
  },
];

const FEEDS: readonly Kind[] = [
  {
    what: "Bitrix, windows-1251: entities twice over, Yandex's full text",
    given: iconv.encode(
      `<?xml version="1.0" encoding="windows-1251"?><rss xmlns:yandex="http://news.yandex.ru" version="2.0"><channel><title>F</title><item><title>О заседании Совета ШОС &#40;1&#41; &amp;laquo;Бишкек&amp;raquo;</title><link>https://news.example/1/</link><description>Кратко.</description><pubDate>Sun, 29 Nov 2026 11:00:00 +0300</pubDate><yandex:full-text>Первый абзац.&lt;br /&gt;&lt;br /&gt;Второй абзац.</yandex:full-text></item></channel></rss>`,
      "win1251",
    ),
    count: 1,
    first: {
      title: "О заседании Совета ШОС (1) «Бишкек»",
      published: "2026-11-29T08:00:00Z",
      text: "Первый абзац.\n\nВторой абзац.",
    },
  },
  {
    what: "a Turbo feed: the headline in turbo:topic, a menu in its header",
    given: rss(
      `<item turbo="true"><link>https://news.example/1</link><turbo:topic>Итог саммита</turbo:topic><pubDate>Sun, 29 Nov 2026 01:00:00 +0300</pubDate><turbo:content><![CDATA[<header><h1>Итог саммита</h1><menu><a href="/">Главная</a></menu></header><p>Первый абзац.</p>]]></turbo:content></item>`,
      'xmlns:turbo="http://turbo.yandex.ru"',
    ),
    count: 1,
    first: { title: "Итог саммита", text: "Итог саммита\n\nПервый абзац." },
  },
  {
    what: "Drupal: a headline that is a link, xml:base",
    given: `<rss version="2.0" xml:base="https://news.example/en/"><channel><title>S</title><item><title>&lt;a href="/node/1" hreflang="en"&gt;Secretary-General visits&lt;/a&gt;</title><link>node/1</link><pubDate>Fri, 27 Nov 2026 05:15:00 +0000</pubDate></item></channel></rss>`,
    count: 1,
    first: { title: "Secretary-General visits", url: "https://news.example/en/node/1" },
  },
  {
    what: "WordPress: curly quotes as numbers, tracking, an image with a title of its own before the items",
    given: rss(
      `<image><url>x.png</url><title>Logo</title><link>https://news.example/</link></image><item><title>Ministers&#8217; talks: &#8220;Day 1&#8221; &#8212; what we know</title><link>https://news.example/day-1/?utm_source=rss&#038;utm_medium=rss</link><pubDate>Sun, 29 Nov 2026 04:15:00 +0000</pubDate><description><![CDATA[Short [&#8230;]]]></description></item>`,
    ),
    count: 1,
    first: { title: "Ministers’ talks: “Day 1” — what we know", text: "Short […]" },
  },
  {
    what: "Atom: text that looks like markup, one id for all",
    given: `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${rows(2, (n) => `<entry><title type="text">5 &lt; 6 &amp; ${n}</title><id>tag:same</id><link href="/a/${n}"/><updated>2026-11-29T11:00:00+03:00</updated><summary>Коротко &lt;о деле&gt;</summary></entry>`)}</feed>`,
    count: 2,
    first: {
      title: "5 < 6 & 1",
      url: "https://news.example/a/1",
      published: "2026-11-29T08:00:00Z",
      text: "Коротко <о деле>",
    },
  },
  {
    what: "JSONP of a broadcaster: quotes in brackets are words, not tags",
    given: `world(${JSON.stringify({ data: { list: [{ title: "边会 & <专题>", focus_date: "2026-11-29 11:15:00", url: "/2026/ARTI1.shtml", brief: "导语。" }] } })});`,
    mapping: { items: "$.data.list", title: "title", url: "url", date: "focus_date", text: "brief" },
    count: 1,
    first: {
      title: "边会 & <专题>",
      url: "https://news.example/2026/ARTI1.shtml",
      published: "2026-11-29T03:15:00Z",
      text: "导语。",
    },
  },
  {
    what: "an agency's JSON: the headline with its link, an address relative to the list",
    given: JSON.stringify({
      datasource: [
        {
          title: '<a href="../20261129/a/c.html">第1次&nbsp;会议</a>',
          publishUrl: "../20261129/a/c.html",
          publishTime: "2026-11-29 11:15:32",
        },
      ],
    }),
    mapping: { items: "datasource", title: "title", url: "publishUrl", date: "publishTime" },
    count: 1,
    first: {
      title: "第1次 会议",
      url: "https://news.example/20261129/a/c.html",
      published: "2026-11-29T03:15:32Z",
    },
  },
  {
    what: "WordPress' JSON: headline and text as its pages have them",
    given: JSON.stringify([
      {
        title: { rendered: "Ministers&#8217; talks &amp; more" },
        link: "https://news.example/1",
        date_gmt: "2026-11-29T03:15:00Z",
        content: { rendered: "<p>First.</p>\n<p>Second.</p>" },
      },
    ]),
    mapping: { items: "$", title: "title.rendered", url: "link", date: "date_gmt", text: "content.rendered" },
    count: 1,
    first: {
      title: "Ministers’ talks & more",
      text: "First.\n\nSecond.",
      published: "2026-11-29T03:15:00Z",
    },
  },
  {
    what: "Telegram: an answer to another message, whose words come first",
    given: `<html><head><title>МИД – Telegram</title></head><body>${rows(2, (n) => `<div class="tgme_widget_message" data-post="mid/${n}"><a class="tgme_widget_message_reply" href="https://t.me/mid/9"><div class="tgme_widget_message_text js-message_reply_text">Старое сообщение</div></a><div class="tgme_widget_message_text js-message_text"><b>Заседание № ${n}</b><br/><br/>Прошло в Бишкеке.</div><a href="https://t.me/mid/${n}"><time datetime="2026-11-29T0${n}:15:00+00:00">1</time></a></div>`)}</body></html>`,
    count: 2,
    first: {
      title: "Заседание № 1",
      url: "https://t.me/mid/1",
      text: "Заседание № 1\n\nПрошло в Бишкеке.",
      published: "2026-11-29T01:15:00Z",
    },
  },
];

test.each([...LISTS, ...DATED, ...FEEDS])("$what", ({ given, zone, mapping, count, first }) => {
  const { feed } = readFeed({
    ...{ bytes: Buffer.from(given), contentType: "", url: BASE },
    ...{ now: NOW, zone, mapping },
  });
  expect(feed?.items).toHaveLength(count);
  expect(feed?.items[0]).toMatchObject(first);
});

test("a Telegram channel's own page leads to its preview; another page with such a link does not", () => {
  const html =
    '<html><body class="tgme_page"><a class="tgme_page_context_link" href="/s/MID_Russia">Preview</a></body></html>';
  const at = (url: string) => readFeed({ bytes: Buffer.from(html), contentType: "", url, now: NOW });
  expect(at("https://t.me/MID_Russia")).toEqual({ feed: null, announced: ["https://t.me/s/MID_Russia"] });
  expect(at("https://news.example/MID_Russia")).toEqual({ feed: null, announced: [] });
});

test.each([
  ["Mon, 30 Nov 2026 11:00:00 +0000", {}, 180],
  ["Mon, 30 Nov 2026 11:00:00 +0000", { zone: "Europe/Moscow", localClock: true }, null],
  ["Mon, 30 Nov 2026 08:05:00 +0000", {}, null],
  ["Mon, 30 Nov 2026 07:00:00 +0000", {}, null],
])("a feed whose clock is fast is told of: %s %j", (date, more, minutes) => {
  const { feed } = readFeed({
    bytes: Buffer.from(rss(`<item><title>One</title><link>/1</link><pubDate>${date}</pubDate></item>`)),
    ...{ contentType: "", url: BASE, now: NOW, ...more },
  });
  const told = feed?.problems.find(({ kind }) => kind === "ahead")?.reason.en;
  expect(told ?? "").toMatch(minutes === null ? /^$/ : new RegExp(`${minutes} minutes ahead.*clock: local`));
});

describe("pages", () => {
  const words = (n: number) =>
    rows(
      n,
      (at) =>
        `<p>Delegates of group ${at} turned to trade, weighed ${at * 7} projects and heard proposals on roads, water and schools in the region.</p>`,
    );
  const page = (html: string, zone = "UTC") =>
    readPage({
      ...{ bytes: Buffer.from(html), contentType: "text/html", url: "https://news.example/a/1" },
      ...{ zone, now: NOW },
    });
  const data = (more: object) =>
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Talks", ...more })}</script>`;
  const BODY = Array.from(
    { length: 6 },
    (_, at) =>
      `Sentence ${at} of an article that a script will show in the page, with words enough to be one.`,
  );

  test("what a script is to show stands in the page's data", () => {
    const html = `<html><head><title>Talks</title>${data({ articleBody: BODY.join("\n\n"), datePublished: "2026-11-29T03:00:00Z" })}</head><body><div id="root"></div></body></html>`;
    expect(page(html)).toMatchObject({
      text: BODY.join("\n\n"),
      published: "2026-11-29T03:00:00Z",
      wall: null,
    });
  });
  test("what is not for free is not taken from there", () => {
    const html = `<html><head><title>Talks</title>${data({ articleBody: BODY.join("\n\n"), isAccessibleForFree: false })}</head><body><article><h1>Talks</h1><p>Only the beginning of it stands here …</p></article></body></html>`;
    expect(page(html).text).not.toContain("Sentence 3");
  });
  test("the page's own text counts where the data has an abstract of it", () => {
    const html = `<html><head><title>Talks</title>${data({ articleBody: BODY.slice(0, 1).join("") })}</head><body><article><h1>Talks</h1>${words(8)}</article></body></html>`;
    expect(page(html).text).toContain("group 8");
  });
  test.each([
    [
      "an hour after a hyphen",
      '<meta name="firstpublishedtime" content="2026-11-29-10:15:23">',
      "",
      "2026-11-29T02:15:23Z",
    ],
    [
      "a day, and its hour elsewhere",
      '<meta name="publishdate" content="2026-11-29"><meta name="firstpublishedtime" content="2026-11-29 10:15">',
      "",
      "2026-11-29T02:15:00Z",
    ],
    [
      "a change before it",
      "",
      "Updated: November 30, 2026 08:00 | Published: November 29, 2026 10:15",
      "2026-11-29T02:15:00Z",
    ],
    [
      "a change before it, in Russian",
      "",
      "Обновлено 30.11.2026 08:00, опубликовано 29.11.2026 10:15",
      "2026-11-29T02:15:00Z",
    ],
    [
      "views before it, in Chinese",
      "",
      "浏览次数：20261 更新：2026-11-30 08:00 发布时间：2026-11-29 10:15",
      "2026-11-29T02:15:00Z",
    ],
  ])("the page's date: %s", (_what, head, under, published) => {
    const html = `<html><head>${head}</head><body><article><h1>Talks go on</h1><p>${under}</p>${words(8)}</article></body></html>`;
    expect(page(html, "Asia/Shanghai").published).toBe(published);
  });
  test.each([
    ["0; URL='/real.html'", "https://news.example/real.html"],
    ["0;url=https://www.news.example/x", "https://www.news.example/x"],
    ["3, url = real.html", "https://news.example/a/real.html"],
    ["600", null],
    ["300;url=/a/1", null],
    ["0", null],
  ])("a page that only sends on (%s) says where to", (content, refresh) => {
    const html = `<html><head><meta http-equiv="Refresh" content="${content}"></head><body>Moved.</body></html>`;
    expect(page(html).refresh).toBe(refresh);
  });
  test("a page with an article sends nowhere, though it reloads itself", () => {
    const html = `<html><head><meta http-equiv="refresh" content="5;url=/other"></head><body><article><h1>Talks</h1>${words(8)}</article></body></html>`;
    expect(page(html).refresh).toBeNull();
  });
});

test.each([
  [
    "上合组织成员国经贸部长会…",
    "上合组织成员国经贸部长会议在西安举行",
    "上合组织成员国经贸部长会议在西安举行",
  ],
  [
    "Ministers of member states meet in...",
    "Ministers of member states meet in Xi’an | Site",
    "Ministers of member states meet in Xi’an | Site",
  ],
  ["Ministers meet again…", "Presidents meet again in spring", "Ministers meet again…"],
  ["Well…", "Well, the talks go on", "Well…"],
  ["A whole headline", "A whole headline and more", "A whole headline"],
])("of “%s” and “%s” the headline is the second only where the first is cut from it", (cut, other, whole) => {
  expect(wholeHeadline(cut, other)).toBe(whole);
});

test.each([
  ["Talks open in Bishkek\n\nMinisters met.", "Talks open in Bishkek", "Ministers met."],
  ["«Talks open in Bishkek»\nMinisters met.", "Talks open in Bishkek!", "Ministers met."],
  ["Bishkek\n\nMinisters met.", "Ministers of member states meet in Bishkek", "Bishkek\n\nMinisters met."],
  ["Ministers met.", "Talks open in Bishkek", "Ministers met."],
])("a text that begins with its headline does so once: %j", (text, title, left) => {
  expect(withoutHeadline(text, [title])).toBe(left);
});

test.each([
  ["The post SCO day 1 appeared first on The Bishkek Observer.", ""],
  ["Запись Саммит ШОС впервые появилась на Вестник.", ""],
  [
    "The post of Secretary-General was first offered to Kazakhstan.",
    "The post of Secretary-General was first offered to Kazakhstan.",
  ],
  ["Share this:", ""],
  ["Related", ""],
  [
    "Related countries will be asked to share this burden.",
    "Related countries will be asked to share this burden.",
  ],
])("the last line of a WordPress feed: %s", (line, left) => {
  expect(withoutBoilerplate(`Ministers met.\n\n${line}`)).toBe(`Ministers met.${left && `\n\n${left}`}`);
});
