/** Nothing true is cut: open pages are not taken for walls, sentences not for labels, odd pages keep their text. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { withoutBoilerplate } from "../../src/feeds/boilerplate.ts";
import { readPage } from "../../src/feeds/page.ts";
import { lineOfHtml } from "../../src/feeds/plain.ts";
import { root } from "../../src/root.ts";
import { NOW } from "./samples.ts";

const read = (html: string) =>
  readPage({
    bytes: Buffer.from(html),
    contentType: "text/html; charset=utf-8",
    url: "https://news.example/a/1.html",
    zone: "Asia/Shanghai",
    now: NOW,
  });
const shipped = (name: string) => readFileSync(join(root, "test/feeds/pages", name), "utf8");
const WIRE = {
  zh: [
    "上海合作组织成员国外长会议当日在比什凯克举行，与会各方就地区形势交换意见，强调弘扬上海精神，推动各领域务实合作。",
    "会议决定设立交通运输工作组，并同意明年在塔什干举行首届铁路论坛，届时各国部长和企业代表将出席。",
    "各方表示愿进一步扩大本币结算，完善绿色通道，便利农产品进出口，造福各国人民。",
  ],
  en: [
    "Foreign ministers of the Shanghai Cooperation Organisation met in Bishkek on Tuesday and agreed to set up a working group on transport, the host said.",
    "The first railway forum will be held in Tashkent next year, with ministers and business people from ten states.",
  ],
  ru: [
    "Министры иностранных дел стран ШОС встретились во вторник в Бишкеке и договорились создать рабочую группу по транспорту.",
    "Первый железнодорожный форум пройдёт в Ташкенте в следующем году с участием министров и предпринимателей десяти стран.",
  ],
};
const page = (
  paragraphs: readonly string[],
  around: { before?: string; after?: string; head?: string } = {},
) =>
  `<!doctype html><html><head><title>Headline</title>${around.head ?? ""}</head><body>${around.before ?? ""}<article><h1>Headline</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("")}</article>${around.after ?? ""}</body></html>`;

describe("a complete wire item is no paywall", () => {
  const BOXES: readonly (readonly [
    string,
    keyof typeof WIRE,
    { before?: string; after?: string; head?: string },
  ])[] = [
    ["a comment box that wants a login", "zh", { after: '<div class="comments">登录后查看全部评论</div>' }],
    ["a comment box without a name", "zh", { after: "<div>登录后查看全部评论</div>" }],
    ["a footer link to paid reading", "zh", { after: '<footer><a href="/p">付费阅读</a></footer>' }],
    ["a link to the electronic edition", "zh", { after: "<div><a href='/e'>订阅后阅读电子版</a></div>" }],
    ["a member's area", "zh", { before: "<div class='top'>会员登录 付费内容</div>" }],
    [
      "a sign-in line in the header",
      "en",
      { before: "<header>Already a subscriber? <a href='/in'>Sign in</a></header>" },
    ],
    ["a newsletter box", "en", { after: "<div class='newsletter'>Subscribe to our newsletter</div>" }],
    ["a hidden gate", "en", { after: '<div class="paywall" hidden>Subscribe to continue reading</div>' }],
    [
      "a gate in the footer",
      "en",
      { after: '<footer><div class="paywall">Subscribe to continue</div></footer>' },
    ],
    ["a list of premium stories", "en", { after: "<aside>For subscribers only: an interview</aside>" }],
    [
      "a related interview for subscribers",
      "ru",
      { after: "<aside>Только для подписчиков: интервью</aside>" },
    ],
    ["a call to subscribe below", "ru", { after: "<div>Оформите подписку на газету</div>" }],
    [
      "data that calls it not free",
      "zh",
      {
        head: '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
      },
    ],
    [
      "data that calls a part that is there not free",
      "en",
      {
        head: '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":"article"}}</script>',
      },
    ],
    ["a cookie banner", "zh", { after: "<div id='cookies'>本站使用 cookie。接受所有 cookie</div>" }],
    [
      "a cookie banner",
      "en",
      { before: "<div class='banner'>We value your privacy. Accept all cookies</div>" },
    ],
  ];
  test.each(BOXES)("beside %s (%s)", (_what, language, around) => {
    const { text, wall } = read(page(WIRE[language], around));
    expect(wall).toBeNull();
    for (const paragraph of WIRE[language]) expect(text).toContain(paragraph);
  });

  test.each(["wall-comments.html", "wall-not-free.html"])("shipped case %s", (name) => {
    const { text, wall } = read(shipped(name));
    expect(wall).toBeNull();
    for (const paragraph of WIRE.zh) expect(text).toContain(paragraph);
    expect(text).not.toContain("登录");
  });

  test.each([
    [
      "parts that are not there",
      page(["The first lines of it."], {
        head: '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":[{"isAccessibleForFree":false,"cssSelector":".rest"}]}</script>',
      }),
    ],
    [
      "a gate among the paragraphs",
      page([WIRE.en[0] ?? "", '</p><div class="paywall-box">Subscribe to read the full story.</div><p>']),
    ],
    ["words at its end", page([WIRE.zh[0] ?? "", "登录后阅读全文"])],
    [
      "words at its end and a cut sentence",
      page(["Президент заявил на саммите, что страны…", "Только для подписчиков"]),
    ],
  ])("but a teaser with %s is one", (_what, html) => {
    expect(read(html)).toMatchObject({ wall: "paywall", text: "" });
  });
});

describe("sentences that begin with a label's word stay", () => {
  const SENTENCES = [
    "Share of trade in national currencies reached 90 percent, the SCO said.",
    "Print media from nine states signed a memorandum in Tashkent.",
    "Telegram founder spoke at the forum.",
    "Facebook and other networks were discussed by the regulators.",
    "Email was how the delegations agreed on the text.",
    "Subscribe to the charter, the secretary general asked observers.",
    "Follow us, said the guide to the delegation, and they followed.",
    "Copyright law of the member states will be harmonised.",
    "Related stories of success were told by farmers from four countries.",
    "Advertisement revenues in the region grew by a tenth.",
    "点赞上合，各国青年在社交媒体上分享故事。",
    "打印机出口额同比增长两成。",
    "收藏家向上合组织博物馆捐赠了文物。",
    "相关新闻中心已投入使用，可容纳两千名记者。",
    "记者：请问会议成果如何？",
    "编辑：您如何看待上海精神？",
    "作者：我写这本书是为了纪念丝绸之路。",
    "下载量最大的客户端由两国企业共同开发。",
    "扫一扫二维码即可办理签证，部长说。",
    "关注上合组织公众号的人数超过一百万。",
    "未经授权使用数据将受处罚，部长说。",
    "来源：水源地的保护是会议的议题。",
    "Реклама российских вузов появилась в Бишкеке.",
    "Поделиться опытом приехали эксперты из десяти стран.",
    "Подписаться под документом готовы все участники.",
    "Печать на договоре поставили оба министра.",
    "Редактор газеты рассказал о своей поездке.",
    "Следите за новостями — сказал министр — и вы увидите, как растёт торговля.",
  ];
  test.each(SENTENCES)("%s", (sentence) => {
    expect(withoutBoilerplate(`First.\n\n${sentence}\n\nLast.`)).toBe(`First.\n\n${sentence}\n\nLast.`);
  });

  test("an interview keeps who asks", () => {
    const talk = "记者：您好\n\n部长：您好\n\n记者：请问会议成果如何？\n\n部长：成果丰硕。\n\n记者：谢谢";
    expect(withoutBoilerplate(talk)).toBe(talk);
  });

  test.each([
    ..."责任编辑：张三|编辑：李四、王五|校对: 赵六|来源：新华网|记者：王小明|打印 | 收藏 | 纠错|字号：大 中 小|分享到：微信 微博|相关阅读".split(
      /\|(?! )(?<! \|)/,
    ),
    "微信扫一扫，分享到朋友圈",
    "未经授权，不得转载",
    "Share this article on Facebook",
    "Facebook Twitter WhatsApp",
    "Read more:",
    "© 2026 Desk. All rights reserved.",
    "Фото: пресс-служба президента",
    "Подписывайтесь на наш канал в Telegram!",
    "Поделиться в Telegram",
  ])("the label %s goes", (label) => {
    expect(withoutBoilerplate(`First.\n${label}\nLast.`)).toBe("First.\nLast.");
  });
});

describe("pages that leave out tags, or put the text in odd places", () => {
  const body = `<article><h1>Headline</h1>${WIRE.en.map((p) => `<p>${p}</p>`).join("")}</article>`;
  test.each([
    ["no body, no html", `<!doctype html><meta charset=utf-8><title>T</title>${body}`],
    ["no body", `<html><head><title>T</title></head>${body}</html>`],
    ["no head, no body", `<html><title>T</title>${body}</html>`],
    ["no doctype, nothing", body],
    ["an empty body before", `<html><head><title>T</title></head><body></body>${body}</html>`],
    ["body in capitals", `<HTML><HEAD><TITLE>T</TITLE></HEAD><BODY>${body}</BODY></HTML>`],
    ["a comment before", `<!-- saved --><title>T</title>${body}`],
    [
      "an XML prolog",
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>${body}</body></html>`,
    ],
    ["the shipped case", shipped("no-body-tag.html")],
  ])("%s", (_what, html) => {
    expect(read(html).text).toMatch(/agreed to set up a working group on transport[\s\S]*Tashkent next year/);
  });

  test.each([
    ["a span", '<span class="related-term">the railway</span>'],
    ["an element with an id", '<b id="comment-3">the railway</b>'],
    ["an element of a site's own", '<news-term class="extra menu">the railway</news-term>'],
  ])("words in the middle of a sentence stay, whatever their class says: %s", (_what, words) => {
    const sentence = `The ministers agreed on Monday that ${words} to Osh will open next year.`;
    const { text } = read(page([sentence, ...WIRE.en]));
    expect(text).toContain("agreed on Monday that the railway to Osh will open next year.");
  });

  test("formulas stay", () => {
    const formula =
      '<mjx-container class="CtxtMenu_Attached_0" display="true"><math><mi>growth</mi><mo>=</mo><mn>4,7</mn></math></mjx-container>';
    const { text } = read(page([...WIRE.en, formula]));
    expect(text.replace(/\s/g, "")).toContain("growth=4,7");
  });

  test("a text of 150,000 characters is whole", () => {
    const many = Array.from({ length: 900 }, (_, n) => `${WIRE.en[0]} Part ${n}.`);
    expect(read(page(many)).text).toContain("Part 899.");
  });

  test("a long page whose first candidate is a caption is whole", () => {
    const long = Array.from(
      { length: 12 },
      (_, n) => `<div class="row sidebar-row"><p>${WIRE.en[0]} Part ${n}.</p></div>`,
    ).join("");
    const caption =
      "<div class='story'><p>The family of delegates, photographed on the steps of the palace, with flags, banners, and children, on Monday.</p></div>";
    const { text } = read(`<html><body>${caption}<div class="community">${long}</div></body></html>`);
    for (let n = 0; n < 12; n++) expect(text).toContain(`Part ${n}.`);
  });

  test.each([
    ["English", "The talks in Bishkek were the first since spring, and the last before the summit.", WIRE.en],
    ["Chinese", "这是春季以来的首次会谈，也是峰会前的最后一次会谈，各方期待成果。", WIRE.zh],
    ["Russian", "Переговоры в Бишкеке стали первыми с весны и последними перед саммитом.", WIRE.ru],
  ])("a lead in the header stays: %s", (_language, lead, paragraphs) => {
    const html = `<html><body><article><header class="article-header"><h1>Headline</h1><p class="lead">${lead}</p><nav><a href="/">Home</a></nav></header><div class="content">${[...paragraphs, ...paragraphs].map((p) => `<p>${p}</p>`).join("")}</div></article></body></html>`;
    const { text } = read(html);
    expect(text.split(lead)).toHaveLength(2);
    expect(text.indexOf(lead)).toBeLessThan(text.indexOf(paragraphs[0] ?? ""));
  });
});

describe("a page's own date", () => {
  const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  test.each([
    [
      "the article's node, not the site's",
      ld([
        { "@type": "WebSite", datePublished: "2010-01-01" },
        { "@type": "NewsArticle", headline: "Headline", datePublished: "2025-05-27T02:00:00Z" },
      ]),
    ],
    [
      "in a graph",
      ld({
        "@graph": [
          { "@type": "WebPage", datePublished: "2010-01-01" },
          { "@type": ["Article", "X"], datePublished: "2025-05-27T02:00:00Z" },
        ],
      }),
    ],
    [
      "the node with this headline",
      ld([
        { "@type": "NewsArticle", headline: "Another story", datePublished: "2019-01-01" },
        { "@type": "NewsArticle", headline: "Headline", datePublished: "2025-05-27T02:00:00Z" },
      ]),
    ],
    [
      "not a related item's time",
      '<aside><time datetime="2019-01-01">old</time></aside><main><time datetime="2025-05-27T10:00:00+08:00">new</time></main>',
    ],
    [
      "beside the source, under the headline",
      "<article><h1>Headline</h1><div>来源：新华社 2025-05-27 10:00</div></article>",
    ],
    ["in Russian words", "<article><h1>Headline</h1><div>27 мая 2025, 10:00</div></article>"],
    ["in English words", "<article><h1>Headline</h1><div>27 May 2025, 10:00</div></article>"],
    ["month first", "<article><h1>Headline</h1><div>Published: May 27, 2025 10:00 AM</div></article>"],
    ["the hour first", "<article><h1>Headline</h1><div>10:00 AM, May 27, 2025</div></article>"],
    ["with its zone", "<article><h1>Headline</h1><div>27 May 2025 05:00 MSK</div></article>"],
    ["d.m.y", "<article><h1>Headline</h1><div>27.05.2025 10:00</div></article>"],
  ])("%s", (_what, html) => {
    const head = html.startsWith("<script") ? html : "";
    const before = head ? "" : html;
    expect(
      read(
        head
          ? page(WIRE.zh, { head })
          : `<html><body>${before}${WIRE.zh.map((p) => `<p>${p}</p>`).join("")}</body></html>`,
      ).published,
    ).toBe("2025-05-27T02:00:00Z");
  });
});

describe("titles with angle brackets", () => {
  test.each([
    ["&lt;Silk Road&gt; film opens SCO festival", "<Silk Road> film opens SCO festival"],
    ["<Silk Road>", "<Silk Road>"],
    ["Film <Silk Road 2> shown", "Film <Silk Road 2> shown"],
    ["<Video> The summit in a minute", "<Video> The summit in a minute"],
    ["5 < 6 and 7 > 6", "5 < 6 and 7 > 6"],
    ["<b>Bold</b> <i>words</i>", "Bold words"],
    ["One<br/>two", "One two"],
    ["A <span class=x>word</span>", "A word"],
    ["<P>Old<P>page", "Old page"],
    ["<o:p></o:p>Word", "Word"],
    ["<my-element>x</my-element>", "x"],
    ["《丝路》<丝绸之路>", "《丝路》<丝绸之路>"],
  ])("%s", (html, title) => {
    expect(lineOfHtml(html)).toBe(title);
  });
});
