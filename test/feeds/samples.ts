/** Feeds for the tests, in every format, and ways to break them. */

export const NOW = Date.parse("2025-06-16T08:00:00Z");

export function item(title: string, link = "https://news.example/1", extra = ""): string {
  return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${link}#id</guid><pubDate>Tue, 27 May 2025 10:15:00 +0800</pubDate><description>About ${title}</description>${extra}</item>`;
}

export function rss(items: string, prolog = '<?xml version="1.0"?>'): string {
  return `${prolog}<rss version="2.0"><channel><title>Feed</title><link>https://news.example/</link>${items}</channel></rss>`;
}

export const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;b&gt;Feed&lt;/b&gt;</title>
<entry><id>urn:a</id><title>First &amp; last</title><link rel="self" href="/self"/><link rel="alternate" href="/a"/><published>2025-05-25T22:13:00Z</published><updated>2025-05-26T10:13:00+08:00</updated><summary>short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry>
<entry><id>urn:b</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Sec<b>ond</b></div></title><link href="b"/><updated>2025-05-26T00:00:00Z</updated></entry></feed>`;

export const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>Feed</title><items><rdf:Seq><rdf:li rdf:resource="https://news.example/1"/></rdf:Seq></items></channel><item rdf:about="https://news.example/1"><title>First</title><link>https://news.example/1</link><description>About first</description><dc:date>2025-05-25T22:13:00Z</dc:date></item></rdf:RDF>`;

export const RSS091 = `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Feed</title><item><title>First</title><link>https://news.example/1</link></item></channel></rss>`;

export const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Feed",
  items: [
    {
      id: 7,
      url: "https://news.example/7",
      title: "5 < 6 & more",
      content_html: "<p>One.</p>",
      date_published: "2025-05-25T22:13:00Z",
    },
    {
      id: "8",
      external_url: "https://news.example/8",
      content_text: "Plain <b>text</b>",
      date_modified: "2025-05-26T00:00:00Z",
    },
  ],
});

const links = (n: number) =>
  Array.from(
    { length: n },
    (_, at) => `<li><a href="/n1/2025/05${10 + at}/c1-${at}.html">上海合作组织第${at}次会议召开</a></li>`,
  ).join("");
export const INDEX_PAGE = `<html lang="zh"><head><title>要闻</title></head><body><a href="/about">关于我们</a><ul>${links(5)}</ul><a href="https://other.example/n1/2025/0510/c1-9.html">其他网站的一条很长的新闻标题</a></body></html>`;

export const SITE = `<html><head><title>Site</title><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml"><link rel="alternate" type="application/rss+xml" href="/found.xml"></head><body>Welcome</body></html>`;

export const CHINESE = "上海合作组织成员国元首理事会会议在比什凯克举行，各方一致认为应当继续弘扬上海精神。";
export const TRADITIONAL =
  "上海合作組織成員國元首理事會會議在比什凱克舉行，各方一致認為應當繼續弘揚上海精神。";
export const RUSSIAN =
  "Совет глав государств ШОС прошёл в Бишкеке, стороны подтвердили «шанхайский дух» и дружбу.";
