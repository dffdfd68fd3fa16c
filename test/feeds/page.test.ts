/** Pages to articles: the text without what surrounds it, the date, the walls. */
import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { withoutBoilerplate } from "../../src/feeds/boilerplate.ts";
import { readPage } from "../../src/feeds/page.ts";
import { lineOfHtml, textOfHtml } from "../../src/feeds/plain.ts";
import { CHINESE, NOW, RUSSIAN } from "./samples.ts";

const read = (html: string | Uint8Array, contentType = "text/html") =>
  readPage({
    bytes: Buffer.from(html),
    contentType,
    url: "https://news.example/a/1.html",
    zone: "Asia/Shanghai",
    now: NOW,
  });
const article = (paragraphs: readonly string[], head = "") =>
  `<!DOCTYPE html><html><head><title>Headline here - Site</title>${head}</head><body><header><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></header><div class="content"><h1>Headline here</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("\n")}</div><footer>Contact us</footer></body></html>`;
const paragraphs = (text: string) => [1, 2, 3, 4, 5, 6].map((n) => `${text}${text}${n}`);

describe("the text", () => {
  test.each([
    [
      "Chinese, in GBK",
      iconv.encode(article(paragraphs(CHINESE), '<meta charset="gbk">'), "gbk"),
      paragraphs(CHINESE),
    ],
    [
      "Russian, in windows-1251",
      iconv.encode(
        article(
          paragraphs(RUSSIAN),
          '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        ),
        "windows-1251",
      ),
      paragraphs(RUSSIAN),
    ],
    [
      "English",
      Buffer.from(article(paragraphs("The heads of state met in Bishkek. "))),
      paragraphs("The heads of state met in Bishkek. "),
    ],
  ])("%s: every paragraph, nothing of the navigation", (_which, bytes, expected) => {
    const page = read(bytes);
    expect(page.text).toBe(expected.join("\n\n"));
    expect(page.wall).toBeNull();
  });

  test("scripts, hidden styles and forms leave no trace", () => {
    const page = read(article([...paragraphs(CHINESE), "<script>steal()</script>", "<style>p{}</style>"]));
    expect(page.text).not.toMatch(/steal|p\{/);
  });

  test("editors, rights, share buttons and downloads go; prose that names them stays", () => {
    const noise = [
      "责任编辑：张三",
      "（责编：李四、王五）",
      "版权所有 未经许可不得转载",
      "分享到：微信 微博",
      "扫一扫关注",
      "© 2025 All rights reserved",
      "Share this article",
      "Поделиться в Telegram",
      "Читайте также: другая новость",
    ];
    const prose = [
      "各国代表一致认为，应当加强新闻媒体之间的合作，共同编辑出版有关上海精神的著作，让更多读者了解上海合作组织的发展历程、主要成就和未来方向，并以此推动民心相通，为地区的和平与繁荣作出新的、更大的贡献，使合作成果惠及各国人民，让上海精神在新时代焕发出更加夺目的光彩。",
      "Officials share this view.",
    ];
    expect(withoutBoilerplate([...noise, ...prose].join("\n"))).toBe(prose.join("\n"));
    expect(withoutBoilerplate("会议圆满结束。（责任编辑：张三）")).toBe("会议圆满结束。");
  });
});

describe("what a page says of itself", () => {
  test.each([
    ['<meta property="article:published_time" content="2025-05-27T10:15:00+08:00">', "2025-05-27T02:15:00Z"],
    ['<meta name="publishdate" content="2025-05-27 10:15:00">', "2025-05-27T02:15:00Z"],
    [
      '<script type="application/ld+json">{"datePublished":"2025-05-27T02:15:00Z"}</script>',
      "2025-05-27T02:15:00Z",
    ],
    ['<time datetime="2025-05-27">27 May</time>', "2025-05-26T16:00:00Z"],
    ['<meta name="pubdate" content="2099-01-01">', null],
    ['<meta name="pubdate" content="soon"><time datetime="2025-05-27T02:15Z">', "2025-05-27T02:15:00Z"],
    ["", null],
  ])("%s dates it", (head, published) => {
    expect(read(article(paragraphs(CHINESE), head)).published).toBe(published);
  });

  test.each([
    ["/a/1.html?full", "https://news.example/a/1.html?full"],
    ["https://www.news.example/b", "https://www.news.example/b"],
    ["https://evil.example/b", null],
    ["javascript:alert(1)", null],
    ["/", null],
    ["https://u:p@news.example/b", null],
    ["http://[", null],
  ])("its canonical address %s is believed on its own site only", (href, canonical) => {
    expect(read(article(paragraphs(CHINESE), `<link rel="canonical" href="${href}">`)).canonical).toBe(
      canonical,
    );
  });

  test.each([
    ["paywall", article(["Teaser.", "Already a subscriber? Log in"])],
    ["paywall", article(["本文剩余80%内容，付费后可阅读"])],
    ["paywall", article(["Коротко.", "Чтобы дочитать, оформите подписку"])],
    [
      "paywall",
      article(["Teaser."], '<script type="application/ld+json">{"isAccessibleForFree": false}</script>'),
    ],
    ["consent", article(["Before you continue to our site: cookies"])],
    [
      null,
      article([
        ...paragraphs("The heads of state met in Bishkek and spoke at length about trade. "),
        ...paragraphs("Nobody wants to subscribe to read this. "),
        "Subscribe to continue",
      ]),
    ],
  ])("a %s is recognised by its words (case %#)", (wall, html) => {
    const page = read(html);
    expect(page.wall).toBe(wall);
    if (wall) expect(page.text).toBe("");
  });

  test.each(["", "<", "plain words", "<html></html>", "<html><body></body></html>", "\u0000\u0001", "<p>"])(
    "%j has no article and is no accident",
    (html) => {
      expect(read(html).wall ?? null).toBeNull();
    },
  );
});

describe("HTML to plain text", () => {
  test.each([
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["One<br>Two", "One\nTwo"],
    ["A &amp; B &lt;i&gt; &nbsp; C", "A & B <i> C"],
    ["5 < 6 <b>bold</b>", "5 < 6 bold"],
    ["a<!-- hidden -->b<!-- open", "ab"],
    ["x<script>y</script>z<style>w", "x z"],
    [`<div data-list="[{a:'<b>'}] > more">One</div><p title='x > y'>Two</p>`, "One\n\nTwo"],
    ["Profits <expectations, and <b>more</b>", "Profits <expectations, and more"],
    ["Profits <expectations", "Profits <expectations"],
    ["Cut in the <a href='https://news.exam", "Cut in the"],
    ["<iframe src='/video'>The text goes on", "The text goes on"],
    ["<![CDATA[<p>One</p>]]><![CDATA[<p>Two</p>]]>", "One\n\nTwo"],
    ["\ufeffzero\u200bwidth\u202e\u0007", "zerowidth"],
    ["lone \ud800 surrogate", "lone surrogate"],
  ])("%j is %j", (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
  test("time grows with the text, however many tags stay open", () => {
    const began = process.cpuUsage();
    for (const some of ["<a>".repeat(150_000) + "</b>".repeat(100_000), "<div>".repeat(200_000)])
      expect(textOfHtml(some)).toBe("");
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(5_000);
  });
  test("a title is one line of at most 500 characters", () => {
    expect(lineOfHtml("<p>One</p>\n<p>Two</p>")).toBe("One Two");
    expect(lineOfHtml("x".repeat(900)).length).toBe(500);
  });
});
