/** Broken XML, kind by kind and format by format: every whole item comes out as it does from the feed unbroken. */
import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { type FeedItem, readFeed } from "../../src/feeds/feed.ts";
import { ATOM, NOW, RDF, RSS091 } from "./samples.ts";

const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"';
const TITLES = ["上合组织峰会在比什凯克举行", "Саммит ШОС прошёл в Бишкеке", "SCO summit held in Bishkek"];
const day = (n: number) => `2025-05-2${n}T02:15:00Z`;

/** Three items in each format; what stands between @ is broken by the tests. */
const FORMATS: Readonly<Record<string, string>> = {
  "RSS 2.0": `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${NAMESPACES}><channel><title>Feed</title><link>https://news.example/</link>${TITLES.map(
    (title, n) =>
      `<item><title>${title}</title><link>https://news.example/${n}.html</link><guid isPermaLink="false">g${n}</guid><pubDate>2${n} May 2025 02:15:00 GMT</pubDate><media:content url="https://news.example/p.jpg" medium="image"><media:title>A picture</media:title></media:content><description>Text ${n} of it.</description></item>`,
  ).join("")}</channel></rss>`,
  "RSS 0.91": `<?xml version="1.0" encoding="UTF-8"?><rss version="0.91"><channel><title>Feed</title><language>en</language>${TITLES.map(
    (title, n) =>
      `<item><title>${title}</title><link>https://news.example/${n}.html</link><description>Text ${n} of it.</description><pubDate>2${n} May 2025 02:15:00 GMT</pubDate></item>`,
  ).join("")}</channel></rss>`,
  RDF: `<?xml version="1.0" encoding="UTF-8"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}><channel rdf:about="https://news.example/"><title>Feed</title></channel>${TITLES.map(
    (title, n) =>
      `<item rdf:about="https://news.example/${n}.html"><title>${title}</title><link>https://news.example/${n}.html</link><dc:date>${day(n)}</dc:date><content:encoded><![CDATA[<p>Text ${n} of it.</p>]]></content:encoded></item>`,
  ).join("")}</rdf:RDF>`,
  Atom: `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>${TITLES.map(
    (title, n) =>
      `<entry><id>urn:${n}</id><title>${title}</title><link rel="self" href="https://news.example/self/${n}"/><link rel="alternate" type="text/html" href="https://news.example/${n}.html"/><published>${day(n)}</published><updated>${day(n)}</updated><author><name>Reporter</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text ${n} of it.</p></div></content></entry>`,
  ).join("")}</feed>`,
};

const read = (text: string | Uint8Array) => {
  const { feed } = readFeed({
    ...{ bytes: Buffer.from(text), contentType: "text/xml" },
    ...{ url: "https://news.example/feed", now: NOW, zone: "UTC" },
  });
  if (!feed) throw new Error("no feed");
  return feed;
};
const told = ({ title, url, published, text }: FeedItem) => ({ title, url, published, text });

/** Breaks the first item or what is around it; the items must not change but as the third says. */
const KINDS: readonly (readonly [string, (feed: string) => string | Uint8Array, Partial<FeedItem>?])[] = [
  [
    "an ampersand that is none",
    (feed) => feed.replace(`${TITLES[0]}<`, `${TITLES[0]} & K&M<`),
    { title: `${TITLES[0]} & K&M` },
  ],
  [
    "an address with parameters",
    (feed) => feed.replaceAll("/0.html", "/0.html?a=1&lang=ru&copy=2"),
    { url: "https://news.example/0.html?a=1&lang=ru&copy=2" },
  ],
  [
    "entities that are not declared",
    (feed) => feed.replace(`${TITLES[0]}<`, `${TITLES[0]}&nbsp;&ndash;&laquo;x&raquo;<`),
    { title: `${TITLES[0]} –«x»` },
  ],
  [
    "control characters",
    (feed) => feed.replaceAll("Text 0", "Te\u0000x\u000bt\u001f 0\u0008").replace("组织", "组\u0002织"),
  ],
  ["a title without an end", (feed) => feed.replace(`${TITLES[0]}</title>`, TITLES[0] ?? "")],
  ["a title whose end is misspelt", (feed) => feed.replace("</title><link", "</tilte><link")],
  ["an item without an end", (feed) => feed.replace(/<\/(?:item|entry)>/, "")],
  ["items without any end", (feed) => feed.replaceAll(/<\/(?:item|entry)>/g, "")],
  ["an element of another's without an end", (feed) => feed.replaceAll("</title><", "</title><x:y><")],
  ["ends that cross", (feed) => feed.replace("</title><", "</title><b><i></b></i><")],
  ["words before the prolog", (feed) => `\n<b>Warning</b>: include() in /var/www on line 3\n${feed}`],
  ["spaces and a mark before the prolog", (feed) => `\n\n  \ufeff${feed}`],
  ["words behind the end", (feed) => `${feed}\n<!-- cached --><script>var a = 1 < 2;</script>`],
  ["a wrong encoding in the prolog", (feed) => feed.replace("UTF-8", "windows-1251")],
  [
    "windows-1251 that says UTF-8",
    (feed) => iconv.encode(feed.replaceAll(TITLES[0] ?? "", "Саммит в Бишкеке завершён"), "windows-1251"),
    { title: "Саммит в Бишкеке завершён" },
  ],
  ["an attribute twice", (feed) => feed.replace("version=", 'version="1.0" version=')],
  [
    "an attribute of an item twice",
    (feed) => feed.replace(/<(item|entry)/, '<$1 class="a" class="b"').replace(/<link/, '<link x="1" x="2"'),
  ],
  ["attributes without quotes", (feed) => feed.replace(/="([\w/-]+)"/g, "=$1")],
  ["a quote that is not closed", (feed) => feed.replace(/<(item|entry)/, '<$1 class="first')],
  ["a CDATA section without an end", (feed) => feed.replace(`${TITLES[0]}<`, `<![CDATA[${TITLES[0]}<`)],
  ["a CDATA section's end alone", (feed) => feed.replace(`${TITLES[0]}<`, `${TITLES[0]}]]><`)],
  ["a comment without an end", (feed) => feed.replace("</title><", "</title><!-- begin <")],
  [
    "a sign before a digit",
    (feed) => feed.replace(`${TITLES[0]}<`, `${TITLES[0]} <5%<`),
    { title: `${TITLES[0]} <5%` },
  ],
  [
    "capitals",
    (feed) => feed.replace(/<(\/?)(title|link|item|entry)/g, (_, a, b) => `<${a}${b.toUpperCase()}`),
  ],
  [
    "another prefix for a namespace",
    (feed) => feed.replace(/\b(?:dc([:=])|content([:=]))/g, (_, d, c) => (d ? `d${d}` : `c${c}`)),
  ],
  ["namespaces that nobody declared", (feed) => feed.replace(/ xmlns:(?:dc|content|media)="[^"]*"/g, "")],
  ["no end of the feed", (feed) => feed.replace(/(?:<\/channel>)?<\/(?:rss|rdf:RDF|feed)>$/, "")],
  ["two feeds in one file", (feed) => feed + feed.replace(/<(item|entry)[\s\S]*<\/\1>/, "")],
];

describe.each(Object.entries(FORMATS))("%s", (_format, feed) => {
  const whole = read(feed).items.map(told);
  test("is read in full", () => {
    expect(read(feed).problems).toEqual([]);
    expect(whole).toEqual(
      TITLES.map((title, n) => ({
        ...{ title, url: `https://news.example/${n}.html` },
        ...{ published: day(n), text: `Text ${n} of it.` },
      })),
    );
  });

  test.each(KINDS)("%s", (_kind, breakIt, first = {}) => {
    expect(read(breakIt(feed)).items.map(told)).toEqual([{ ...whole[0], ...first }, ...whole.slice(1)]);
  });

  test("cut anywhere, it gives every item that is whole, and no headline or address that is not", () => {
    const ends = [...feed.matchAll(/<\/(?:item|entry)>/g)].map(({ index }) => index);
    for (let at = 200; at < feed.length; at += 7) {
      const { items, problems } = read(feed.slice(0, at));
      const complete = ends.filter((end) => end < at).length;
      expect(items.slice(0, complete).map(told)).toEqual(whole.slice(0, complete));
      for (const [n, { title, url, published }] of items.entries()) {
        expect([title, url]).toEqual([whole[n]?.title, whole[n]?.url ?? null]);
        expect([null, whole[n]?.published]).toContain(published);
      }
      expect(problems.map(({ kind }) => kind)).toContain("truncated");
    }
  });
});

test("text that the strict reader does not know is read too: Yandex's full text, Turbo pages, a picture's words", () => {
  const feed = (namespace: string, field: string) =>
    read(
      `<rss version="2.0" xmlns:n="${namespace}"><channel><title>F</title><item><title>One</title><link>https://news.example/1</link>${field}</item></channel></rss>`,
    ).items[0]?.text;
  expect(feed("http://news.yandex.ru", "<n:full-text>Полный текст новости</n:full-text>")).toBe(
    "Полный текст новости",
  );
  expect(
    feed("http://turbo.yandex.ru", "<n:content><![CDATA[<h1>Заголовок</h1><p>Текст</p>]]></n:content>"),
  ).toBe("Заголовок\n\nТекст");
  expect(
    feed(
      "http://search.yahoo.com/mrss/",
      "<n:group><n:title>x</n:title><n:description>Words</n:description></n:group>",
    ),
  ).toBe("Words");
});

test.each([
  ["RSS 0.91", RSS091],
  ["RDF", RDF],
  ["Atom", ATOM],
])("%s broken in its head only keeps its items", (_format, feed) => {
  const whole = read(feed).items.map(told);
  expect(read(feed.replace("</title>", "")).items.map(told)).toEqual(whole);
});
