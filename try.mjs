import { readFeed } from "/work/wt-feeds/dist/src/feeds/feed.js";

const item = (t, l = "http://x/1", extra = "") =>
  `<item><title>${t}</title><link>${l}</link><guid>${l}</guid><pubDate>Tue, 17 Mar 2026 10:15:00 GMT</pubDate><description>d of ${t}</description>${extra}</item>`;
const rss = (items) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>http://x/</link>${items}</channel></rss>`;
const cases = {
  plain: rss(item("A") + item("B", "http://x/2")),
  amp: rss(
    item("A & B", "http://x/?a=1&b=2") +
      item("C &nbsp;&mdash; D &copy; &#19978; &#x4e0a; &hellip", "http://x/2"),
  ),
  ampamp: rss(item("A &amp; B &lt;b&gt;bold&lt;/b&gt;")),
  cdata: rss(item("<![CDATA[A &amp; B <b>bold</b> 5 < 6]]>")),
  missingend: rss(`<item><title>A<link>http://x/1</link><description>dd</item>` + item("B", "http://x/2")),
  missingitemend: rss(`<item><title>A</title><link>http://x/1</link>` + item("B", "http://x/2")),
  missingroot: rss(item("A") + item("B", "http://x/2")).replace("</channel></rss>", ""),
  truncated: rss(item("A") + item("B", "http://x/2")).slice(0, -80),
  junkbefore: "\n\n<br/>Warning: mysql\n" + rss(item("A")),
  junkafter: rss(item("A")) + "<script>alert(1)</script><!-- x -->garbage & <",
  ctrl: rss(item("A\x00\x08B\x1f&#0;&#8;C", "http://x/1")),
  bomb:
    `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>` +
    rss(item("A &lol2;")).slice(21),
  xxe:
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>` +
    rss(item("A &xxe;")).slice(21),
  uppercase: rss(item("A")).replace(/(<\/?)(\w+)/g, (m, a, b) => a + b.toUpperCase()),
  bare_lt: rss(item("5 < 6 and more") + item("B", "http://x/2")),
  attr: `<rss version=2.0><channel><title>T</title>${item("A")}</channel></rss>`,
  nested: rss(
    `<item><title>A <b>bold</b> c</title><link>http://x/1</link><description><p>Hello <i>you</i></p><p>and</description></item>`,
  ),
  atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">T &lt;b&gt;</title><link href="http://x/"/><entry><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b></div></title><link rel="alternate" href="/1"/><link rel="self" href="/self"/><published>2025-05-25T22:13:00Z</published><updated>2025-05-26T22:13:00+08:00</updated><content type="xhtml"><div>Hello <p>x</p></div></content><summary>s</summary></entry><entry><title>B<link href="/2"></entry></feed>`,
  rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://x/"><title>T</title><items><rdf:Seq><rdf:li resource="http://x/1"/></rdf:Seq></items></channel><item rdf:about="http://x/1"><title>A</title><link>http://x/1</link><dc:date>2025-05-25T22:13:00Z</dc:date></item><item rdf:about="http://x/2"><title>5 < 6</title><link>http://x/2</link><dc:date>2025-05-25T22:13:00Z</dc:date></item></rdf:RDF>`,
  itemsoutside: `<rss version="2.0"><channel><title>T</title></channel>${item("A")}</rss>`,
  channelonly: `<channel><title>T</title>${item("A")}</channel>`,
  itemsonly: item("A") + item("B", "http://x/2"),
  empty: rss(""),
  json: JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "T",
    items: [
      {
        id: 1,
        url: "http://x/1",
        title: "A <b>",
        content_html: "<p>h</p>",
        date_published: "2025-05-25T22:13:00Z",
      },
    ],
  }),
  jsonbad:
    '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"A"},{"id":"2","title":"B"},]}',
  jsontrunc:
    '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"A"},{"id":"2","tit',
  prefix: `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:id>1</a:id><a:title>A</a:title><a:link href="http://x/1"/></a:entry></a:feed>`,
  dup: rss(item("A") + item("A") + item("C", "http://x/1").replace("<link>http://x/1", "<link>http://x/3")),
  badlink: rss(
    item("A", "javascript:alert(1)") +
      item("B", "http://u:p@x/") +
      item("C", "/rel") +
      item("D", "  http://x/ 4 "),
  ),
  xss: rss(item("&lt;script&gt;alert(1)&lt;/script&gt;News &lt;img src=x onerror=alert(1)&gt;")),
  cdataopen: rss(`<item><title><![CDATA[A</title><link>http://x/1</link></item>` + item("B", "http://x/2")),
  commented: rss("<!-- " + item("Z") + " -->" + item("A")),
  dctitle: rss(
    `<item><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">DC</dc:title><link>http://x/1</link></item>`,
  ),
  nons: rss(
    item(
      "A",
      "http://x/1",
      "<content:encoded><![CDATA[<p>long long long content here really</p>]]></content:encoded>",
    ),
  ),
  unkunclosed: rss(
    item("A", "http://x/1", "<author>bob") + item("B", "http://x/2", "<media:thumbnail url='x'>"),
  ),
};
for (const [k, v] of Object.entries(cases)) {
  const t = Date.now();
  const r = readFeed({
    bytes: Buffer.from(v),
    contentType: "",
    url: "http://x/feed",
    zone: "UTC",
    now: Date.now(),
  });
  const f = r.feed;
  const ms = Date.now() - t;
  console.log(
    k.padEnd(14),
    ms > 50 ? ms + "ms" : "",
    f?.format,
    "|",
    f?.title,
    "|",
    f?.items.map((i) => `[${i.id}|${i.title}|${i.url}|${i.published}|${i.text}]`).join(" "),
    "|",
    f?.problems.map((p) => p.kind + "@" + p.item).join(","),
  );
}
for (const [name, mk] of [
  ["big", (i) => item("Title " + i, "http://x/" + i)],
  ["bigbroken", (i) => item("Title < " + i, "http://x/" + i)],
  ["bignoend", (i) => `<item><title>T ${i}<link>http://x/${i}`],
]) {
  const t = Date.now();
  const big = rss(Array.from({ length: 10000 }, (_, i) => mk(i)).join(""));
  const r = readFeed({
    bytes: Buffer.from(big),
    contentType: "",
    url: "http://x/feed",
    zone: "UTC",
    now: Date.now(),
  });
  console.log(
    name,
    r.feed.items.length,
    Date.now() - t,
    "ms",
    big.length,
    r.feed.problems.length,
    JSON.stringify(r.feed.items[5]),
  );
}
