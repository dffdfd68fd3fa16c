/** Less common ways to write the same things, and the loop's bad days. */
import { describe, expect, test } from "@jest/globals";
import { BotError } from "../../src/errors.ts";
import { readFeed } from "../../src/feeds/feed.ts";
import type { FeedsRoom } from "../../src/feeds/room.ts";
import { keepGoing } from "../../src/feeds/schedule.ts";
import { until } from "../until.ts";
import { item, NOW, rss } from "./samples.ts";

const BASE = "https://news.example/list/";
const read = (text: string, links?: string) =>
  readFeed({ bytes: Buffer.from(text), contentType: "", url: BASE, now: NOW, links });
const feedOf = (text: string) => {
  const { feed } = read(text);
  if (!feed) throw new Error("no feed");
  return feed;
};
const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"';

describe("fields by other names", () => {
  test.each([
    ["<dc:date>2025-05-27T02:15:00Z</dc:date>", "2025-05-27T02:15:00Z", null],
    ["<dcterms:issued>2025-05-27T02:15:00Z</dcterms:issued>", "2025-05-27T02:15:00Z", null],
    [
      "<dcterms:created>2025-05-27T02:15:00Z</dcterms:created><dcterms:modified>2025-05-28T02:15:00Z</dcterms:modified>",
      "2025-05-27T02:15:00Z",
      "2025-05-28T02:15:00Z",
    ],
    [
      "<atom:published>2025-05-27T02:15:00Z</atom:published><atom:updated>2025-05-28T02:15:00Z</atom:updated>",
      "2025-05-27T02:15:00Z",
      "2025-05-28T02:15:00Z",
    ],
  ])("an RSS item dated by %s", (date, published, updated) => {
    const text = `<rss version="2.0" ${NAMESPACES}><channel><title>F</title><item><dc:title>One</dc:title><atom:link rel="self" href="/self"/><atom:link href="/one"/>${date}<content:encoded>&lt;p&gt;Whole text&lt;/p&gt;</content:encoded></item></channel></rss>`;
    expect(feedOf(text).items).toEqual([
      {
        id: expect.any(String),
        title: "One",
        url: "https://news.example/one",
        published,
        updated,
        text: "Whole text",
      },
    ]);
  });

  test("a guid is a link where it is one, and is none where it says so; xml:base counts", () => {
    const guid = (attribute: string) =>
      feedOf(rss(`<item><title>One</title><guid${attribute}>https://news.example/g</guid></item>`)).items[0]
        ?.url;
    expect([guid(""), guid(' isPermaLink="false"')]).toEqual(["https://news.example/g", null]);
    const based = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/"><title>F</title><entry xml:base="y/"><id>1</id><title>One</title><link rel="alternate" type="application/pdf" href="z.pdf"/><link rel="alternate" type="text/html" href="z"/><dcterms:issued xmlns:dcterms="http://purl.org/dc/terms/">2025-05-27T02:15:00Z</dcterms:issued></entry></feed>`;
    expect(feedOf(based).items[0]).toMatchObject({
      url: "https://base.example/x/y/z",
      published: "2025-05-27T02:15:00Z",
    });
  });

  test.each([
    ["on the root", ' xml:base="https://base.example/x/"', "", "", "https://base.example/x/a.html"],
    ["on the channel", "", ' xml:base="https://base.example/x/"', "", "https://base.example/x/a.html"],
    [
      "on the link",
      "",
      ' xml:base="https://base.example/"',
      ' xml:base="deep/er/"',
      "https://base.example/deep/er/a.html",
    ],
  ])("xml:base counts %s of RSS", (_where, onRoot, onChannel, onLink, url) => {
    const feed = `<rss version="2.0"${onRoot}><channel${onChannel}><title>F</title><item/><item><title>One</title><link${onLink}>a.html</link></item></channel></rss>`;
    expect(feedOf(feed).items.map((item) => item.url)).toEqual([url]);
  });

  test("xml:base counts on the link of an Atom entry, and only for that entry", () => {
    const entry = (id: string, base: string) =>
      `<entry><id>${id}</id><title>${id}</title><link rel="self" href="s" xml:base="https://self.example/"/><link href="z"${base}/></entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/">${entry("1", ' xml:base="y/"')}${entry("2", "")}</feed>`;
    expect(feedOf(feed).items.map((item) => item.url)).toEqual([
      "https://base.example/x/y/z",
      "https://base.example/x/z",
    ]);
  });

  test("RSS 1.0 with its address in rdf:about alone; a JSON feed that is a bare list or has a bad item", () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}><channel><title>F</title><dc:language>zh-CN</dc:language></channel><item rdf:about="https://news.example/1"><dc:title>One</dc:title><dc:description>About</dc:description><dcterms:issued>2025-05-27T10:15:00</dcterms:issued></item></rdf:RDF>`;
    expect(feedOf(rdf)).toMatchObject({
      language: "zh-cn",
      items: [
        { title: "One", url: "https://news.example/1", text: "About", published: "2025-05-27T02:15:00Z" },
      ],
    });
    expect(feedOf('[{"id":"1","title":"One","url":"https://news.example/1"}]').items[0]?.title).toBe("One");
    const bad = feedOf(
      '{"title":"F","language":"ru","items":[7,{"id":"1","title":"One","date_published":"27.05.2025 10:15"}]}',
    );
    expect([bad.items[0]?.published, bad.problems[0]?.item]).toEqual(["2025-05-27T07:15:00Z", "#1"]);
  });
});

describe("broken markup costs no other item, and mixes none", () => {
  const one = (n: number, title = `Title ${n}`, text = `About ${n}.`) =>
    `<item><title>${title}</title><link>https://n.example/${n}00000</link><guid>g${n}</guid><description>${text}</description></item>`;
  const feed = (items: string) => `<rss version="2.0"><channel><title>F</title>${items}</channel></rss>`;
  const told = (text: string) =>
    feedOf(text).items.map(({ title, url, text: body }) => [title, url?.slice(-6), body]);
  const second = ["Title 2", "200000", "About 2."];
  test.each([
    [
      "an open CDATA section in a text",
      feed(one(1, "Title 1", "<![CDATA[<p>One</p>") + one(2, "Title 2", "<![CDATA[<p>About 2.</p>]]>")),
      ["Title 1", "100000", "One"],
    ],
    [
      "an open CDATA section in a title",
      feed(one(1, "<![CDATA[Title 1") + one(2, "<![CDATA[Title 2]]>")),
      ["Title 1", "100000", "About 1."],
    ],
    ["a sign before a letter", feed(one(1, "A<B in trade") + one(2)), ["A<B in trade", "100000", "About 1."]],
    [
      "nested fields in a text",
      feed(one(1, "Title 1", "<div><title>In</title> <link>https://e.example/</link></div>") + one(2)),
      ["Title 1", "100000", "In https://e.example/"],
    ],
    [
      "items without an end",
      feed(one(1) + one(2)).replaceAll("</item>", ""),
      ["Title 1", "100000", "About 1."],
    ],
  ])("%s", (_what, text, first) => {
    expect(told(text)).toEqual([first, second]);
  });

  test("an item that breaks off before its address is left to the next poll, and that is said", () => {
    const text = feed(one(1) + one(2));
    const cut = feedOf(text.slice(0, text.indexOf("/200000") - 10));
    expect(cut.items.map(({ title }) => title)).toEqual(["Title 1"]);
    expect(cut.problems.map(({ kind, item }) => [kind, item])).toContainEqual(["unreadable", "#2"]);
    expect(told(text.slice(0, text.indexOf("About 2") + 3))).toEqual([
      ["Title 1", "100000", "About 1."],
      ["Title 2", "200000", "Abo"],
    ]);
  });
});

describe("index pages", () => {
  const link = (href: string, text: string, after = "") =>
    `<p><a class="x" href='${href}' title="Titled">${text}</a> ${after}</p>`;
  test("dates stand beside links, titles in attributes, addresses may be relative to a base", () => {
    const html = `<html><base href="https://other.example/deep/"><body>${link("a-1.html", "<img src=x>", "2025-05-27 10:15")}${link("a-1.html", "A much longer headline")}${link("javascript:x()", "A script of a headline")}</body></html>`;
    const { feed } = read(html, "a-*.html");
    expect(feed?.items).toEqual([
      {
        id: "https://other.example/deep/a-1.html",
        title: "A much longer headline",
        url: "https://other.example/deep/a-1.html",
        published: "2025-05-27T10:15:00Z",
        updated: null,
        text: "",
      },
    ]);
    expect(read(html, "/nothing/*").feed).toBeNull();
  });
  test("slugs of many words are one shape; fewer than three headlines are no list", () => {
    const slugs = ["one-of-the-leaders-arrives", "two-leaders-meet-again", "three-banks-open-now"];
    const page = (all: string[]) =>
      `<html><body>${all.map((slug) => link(`/2025/05/27/${slug}/`, `Headline about ${slug}`)).join("")}</body></html>`;
    expect(read(page(slugs)).feed?.items.map(({ published }) => published)).toEqual(
      Array(3).fill("2025-05-27T00:00:00Z"),
    );
    expect(read(page(slugs.slice(1))).feed).toBeNull();
  });
  test("a page that only links to its feed announces it", () => {
    expect(read('<html><body><a href="/rss/">RSS</a> <a href=feed.xml?x>Feed</a></body></html>')).toEqual({
      feed: null,
      announced: ["https://news.example/rss/"],
    });
  });
});

test("more than twenty thousand items are cut, and that is said", () => {
  const feed = feedOf(
    rss(Array.from({ length: 20_002 }, (_, at) => item(`T${at}`, `https://news.example/${at}`)).join("")),
  );
  expect([feed.items.length, feed.problems[0]?.kind]).toEqual([20_000, "tooMany"]);
});

describe("the loop", () => {
  test("says what is wrong, goes on, and tidies once a day", async () => {
    let now = NOW;
    let rounds = 0;
    let tidied = 0;
    const away = new BotError("unavailable", { en: "The store is away", zh: "-", ru: "-" });
    const room = {
      clock: {
        now: () => now,
        monotonic: () => now,
        sleep: async () => {
          now += 3_600_000;
          await new Promise((resolve) => setImmediate(resolve));
        },
      },
      keeper: {
        async catchUp() {
          rounds += 1;
          if (rounds === 2) throw away;
          if (rounds === 3) throw new Error("odd");
        },
        tidy: async () => {
          tidied += 1;
        },
      },
    } as unknown as FeedsRoom;
    const troubles: (string | undefined)[] = [];
    const stop = new AbortController();
    const going = keepGoing(
      room,
      { poll: false, trouble: (words) => void troubles.push(words?.en) },
      stop.signal,
    );
    await until(() => rounds > 30);
    stop.abort();
    await going;
    expect(troubles.slice(0, 4)).toEqual([
      undefined,
      "The store is away",
      "Feeds could not be polled (odd); it is tried again.",
      undefined,
    ]);
    expect(tidied).toBeGreaterThanOrEqual(1);
    expect(tidied).toBeLessThanOrEqual(rounds / 24);
  });
});
