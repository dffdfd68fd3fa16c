/** `feeds test` against a real server: formats, encodings, everyday faults, and what must be stopped. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { readFeed } from "../../src/feeds/feed.ts";
import { type Boxed, shippedBot, shown } from "../commands/shipped.ts";
import {
  ATOM,
  CHINESE,
  INDEX_PAGE,
  item,
  JSON_FEED,
  NOW,
  RDF,
  RSS091,
  RUSSIAN,
  rss,
  SITE,
  TRADITIONAL,
} from "./samples.ts";
import { type Answer, startServer, type TestServer } from "./server.ts";

interface Item {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly text: string;
}
interface Data {
  readonly title: string;
  readonly format: string;
  readonly encoding: string;
  readonly items: readonly Item[];
  readonly problems: readonly { readonly item: string | null; readonly reason: string }[];
  readonly error?: { readonly message: string };
}

let server: TestServer;
let bot: Boxed;
beforeAll(async () => {
  server = await startServer();
  bot = await shippedBot([server.host]);
});
afterAll(async () => {
  await bot.close();
  await server.close();
});

let count = 0;
async function tried(answer: Answer, options = "") {
  const url = server.set(`/f${count++}`, answer);
  const started = performance.now();
  const reply = await bot.say(`feeds test ${url} ${options}`);
  const ms = performance.now() - started;
  const data = reply.data as Data;
  if (typeof answer !== "function" && data.items && data.items.length < 100)
    agrees(answer, url, options, data);
  return { reply, data, ms };
}
/** The thread that reads gives what reading gives without one. */
function agrees(
  answer: Exclude<Answer, (...args: never) => unknown>,
  url: string,
  options: string,
  data: Data,
) {
  const { feed } = readFeed({
    bytes: Buffer.from(answer.body ?? ""),
    contentType: answer.headers?.["content-type"] ?? "",
    url,
    now: NOW,
    links: /--links=(\S+)/.exec(options)?.[1],
  });
  if (feed && !options.includes("filter")) {
    expect(data).toMatchObject({ title: feed.title, items: feed.items, encoding: feed.encoding });
    expect(data.problems).toEqual(feed.problems.map((each) => ({ item: each.item, reason: each.reason.en })));
  }
}
const body = async (text: string | Uint8Array, contentType = "text/xml") =>
  (await tried({ body: text, headers: { "content-type": contentType } })).data;

describe("formats", () => {
  test("RSS 2.0, in exactly the promised shape", async () => {
    const { reply, data } = await tried({ body: rss(item("First &amp; last")) });
    expect(reply.outcome).toBe("answered");
    expect(data).toEqual({
      title: "Feed",
      format: "rss",
      encoding: "utf-8",
      items: [
        {
          id: "https://news.example/1#id",
          title: "First & last",
          url: "https://news.example/1",
          published: "2025-05-27T02:15:00Z",
          updated: null,
          text: "About First & last",
        },
      ],
      problems: [],
    });
  });

  test("Atom: links are resolved, markup becomes text, published falls back to updated", async () => {
    const data = await body(ATOM);
    expect([data.format, data.title]).toEqual(["atom", "The Feed"]);
    expect(data.items.map(({ url }) => url)).toEqual([`${server.url}/a`, `${server.url}/b`]);
    expect(data.items[0]).toMatchObject({
      id: "urn:a",
      title: "First & last",
      text: "One.\n\nTwo.",
      updated: "2025-05-26T02:13:00Z",
    });
    expect(data.items[1]).toMatchObject({ title: "Second", published: "2025-05-26T00:00:00Z" });
  });

  test("RSS 1.0, RSS 0.91, JSON Feed", async () => {
    expect(await body(RDF)).toMatchObject({
      format: "rdf",
      items: [{ title: "First", published: "2025-05-25T22:13:00Z" }],
      problems: [],
    });
    expect(await body(RSS091)).toMatchObject({
      format: "rss",
      items: [{ title: "First", url: "https://news.example/1" }],
    });
    const json = await body(JSON_FEED, "application/feed+json");
    expect(json).toMatchObject({ format: "json", title: "Feed" });
    expect(json.items.map(({ id, title, url, text }) => [id, title, url, text])).toEqual([
      ["7", "5 < 6 & more", "https://news.example/7", "One."],
      ["8", "", "https://news.example/8", "Plain <b>text</b>"],
    ]);
  });

  test("a site's address finds its feed, the one without comments", async () => {
    server.set("/found.xml", { body: rss(item("Found")) });
    server.set("/comments.xml", { body: rss(item("Comment")) });
    expect((await body(SITE, "text/html")).items[0]?.title).toBe("Found");
  });

  test("an index page gives its articles, by itself or by a pattern of links; dates come from the addresses", async () => {
    const data = await body(INDEX_PAGE, "text/html");
    expect([data.format, data.title, data.items.length]).toEqual(["html", "要闻", 5]);
    expect(data.items[0]).toMatchObject({
      title: "上海合作组织第0次会议召开",
      url: `${server.url}/n1/2025/0510/c1-0.html`,
      published: "2025-05-09T16:00:00Z",
    });
    const { data: picked } = await tried({ body: INDEX_PAGE }, "--links=/n1/*c1-3.html");
    expect(picked.items.map(({ title }) => title)).toEqual(["上海合作组织第3次会议召开"]);
  });
});

describe("encodings", () => {
  const inPage = (text: string, declared = "") =>
    rss(item(text), `<?xml version="1.0"${declared && ` encoding="${declared}"`}?>`);
  test.each([
    ["utf-8", "utf-8", CHINESE],
    ["gbk", "gbk", CHINESE],
    ["gb2312", "gb2312", CHINESE],
    ["gb18030", "gb18030", CHINESE],
    ["big5", "big5", TRADITIONAL],
    ["windows-1251", "windows-1251", RUSSIAN],
    ["koi8-r", "koi8-r", RUSSIAN.replace(/[«»]/g, '"')],
  ])("%s, declared in the prolog or by the server, is read as %s", async (name, expected, text) => {
    const declared = await body(iconv.encode(inPage(text, name.toUpperCase()), name));
    expect([declared.encoding, declared.items[0]?.title, declared.problems]).toEqual([expected, text, []]);
    const served = await body(iconv.encode(inPage(text), name), `text/xml; charset=${name}`);
    expect([served.encoding, served.items[0]?.title]).toEqual([expected, text]);
  });

  test.each(["utf-16le", "utf-16be"])("%s with and without a byte-order mark", async (name) => {
    for (const addBOM of [true, false]) {
      const data = await body(iconv.encode(inPage(CHINESE, "utf-16"), name, { addBOM }));
      expect([data.encoding, data.items[0]?.title]).toEqual([name, CHINESE]);
    }
  });

  test.each([
    ["gbk", "gb18030", CHINESE],
    ["big5", "big5", TRADITIONAL],
    ["windows-1251", "windows-1251", RUSSIAN],
    ["koi8-r", "koi8-r", RUSSIAN.replace(/[«»]/g, '"')],
  ])(
    "%s that is not declared, or declared as UTF-8 or Latin 1, is found out",
    async (name, expected, text) => {
      expect((await body(iconv.encode(inPage(text), name))).items[0]?.title).toBe(text);
      for (const lie of ["utf-8", "iso-8859-1"]) {
        const data = await body(iconv.encode(inPage(text, lie), name));
        expect([data.encoding, data.items[0]?.title]).toEqual([expected, text]);
        expect(data.problems[0]?.reason).toContain("not true");
      }
    },
  );

  test("UTF-8 that is declared as something else, one broken character, a mark at the beginning", async () => {
    for (const lie of ["gb2312", "windows-1251", "iso-8859-1", "utf-16", "nonsense"])
      expect(await body(inPage(CHINESE, lie))).toMatchObject({
        encoding: "utf-8",
        items: [{ title: CHINESE }],
      });
    const broken = Buffer.from(inPage(CHINESE.repeat(3)));
    broken[broken.indexOf(Buffer.from("理"))] = 0xff;
    expect((await body(broken)).encoding).toBe("utf-8");
    expect((await body(`\ufeff${inPage(CHINESE)}`)).items[0]?.title).toBe(CHINESE);
  });
});

describe("everyday faults give what can be had, and a word on the rest", () => {
  const two = item("One") + item("Two", "https://news.example/2");
  test.each<[why: string, feed: string, titles: string[], word: string]>([
    ["unescaped ampersands", rss(item("A & B", "https://news.example/?a=1&b=2")), ["A & B"], ""],
    ["HTML entities", rss(item("A&nbsp;&mdash;&#19978;&#x4e0a;&hellip;")), ["A —上上…"], ""],
    [
      "a missing end tag of a title",
      rss(`<item><title>One<link>https://news.example/1</link></item>${item("Two")}`),
      ["One", "Two"],
      "mended",
    ],
    [
      "a missing end tag of an item",
      rss(`<item><title>One</title><link>https://news.example/1</link>${item("Two")}`),
      ["One", "Two"],
      "broken",
    ],
    [
      "a missing end tag of an unknown element",
      rss(item("One", "https://news.example/1", "<x:y>") + item("Two")),
      ["One", "Two"],
      "broken",
    ],
    ["no end", rss(two).replace("</channel></rss>", ""), ["One", "Two"], "breaks off"],
    ["an end in the middle of an item", rss(two).slice(0, -120), ["One", "Two"], "breaks off"],
    ["junk before", `<br>Warning: mysql_connect()\n${rss(two)}`, ["One", "Two"], "before or after"],
    ["junk after", `${rss(two)}<script>track()</script> & <`, ["One", "Two"], "before or after"],
    ["control characters", rss(item("O\u0000n\u0008e&#0;&#x1f;")), ["One"], ""],
    ["a stray less-than sign", rss(item("5 < 6") + item("Two")), ["5 < 6", "Two"], "mended"],
    [
      "an open CDATA section",
      rss(`<item><title><![CDATA[One</title></item>${item("Two")}`),
      ["One", "Two"],
      "broken",
    ],
    ["markup in a title", rss(item("<![CDATA[<b>One</b> &amp; all]]>")), ["One & all"], ""],
    ["attributes without quotes", rss(two).replace('"2.0"', "2.0"), ["One", "Two"], ""],
    ["capitals", rss(two).replace(/(<\/?)([a-z]+)/gi, (_, a, b) => a + b.toUpperCase()), ["One", "Two"], ""],
    [
      "items outside the channel",
      `<rss version="2.0"><channel><title>Feed</title></channel>${two}</rss>`,
      ["One", "Two"],
      "",
    ],
    ["no root", two, ["One", "Two"], "breaks off"],
    ["items in comments", rss(`<!-- ${item("Old")} -->${item("One")}`), ["One"], ""],
    ["duplicate ids", rss(item("One") + item("One")), ["One", "One"], "repeats"],
    [
      "one id for all",
      rss(item("One") + item("Two", "https://news.example/2").replace("/2#id", "/1#id")),
      ["One", "Two"],
      "told apart",
    ],
    ["no dates", rss(item("One").replace(/<pubDate>.*<\/pubDate>/, "")), ["One"], "no date"],
    [
      "a date that is none",
      rss(item("One").replace("27 May 2025", "31 Feb 2025")),
      ["One"],
      "cannot be read",
    ],
    ["a date in the future", rss(item("One").replace("27 May 2025", "27 May 2099")), ["One"], "future"],
    ["no links", rss("<item><title>One</title></item>"), ["One"], "no link"],
    ["a script as a link", rss(item("One", "javascript:alert(1)")), ["One"], "not a web address"],
    ["a password in a link", rss(item("One", "https://u:p@news.example/")), ["One"], "not a web address"],
    ["nothing in an item", rss(`<item></item>${item("Two")}`), ["Two"], "neither"],
    ["no items", rss(""), [], "no items"],
    [
      "broken JSON",
      `{"version":"https://jsonfeed.org/version/1","title":"Feed","items":[{"id":"1","title":"One"},{"id":"2","title":"Two"},]}`,
      ["One", "Two"],
      "no link",
    ],
    [
      "JSON that breaks off",
      `{"version":"https://jsonfeed.org/version/1","title":"Feed","items":[{"id":"1","title":"One"},{"id":"2","ti`,
      ["One"],
      "breaks|broken",
    ],
    [
      "an entity bomb",
      `<!DOCTYPE l [<!ENTITY a "${"x".repeat(1000)}">${"bcdefghij".replace(/./g, (c) => `<!ENTITY ${c} "${`&${String.fromCharCode(c.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>${rss(item("One &j;"), "")}`,
      ["One &j;"],
      "entities",
    ],
    [
      "an external entity",
      `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item("One &x;"), "")}`,
      ["One &x;"],
      "entities",
    ],
  ])("%s", async (_why, feed, titles, word) => {
    const { data, ms } = await tried({ body: feed });
    expect(data.items.map(({ title }) => title)).toEqual(titles);
    const words = data.problems.map(({ reason }) => reason).join(" ");
    expect(words).toMatch(word === "" ? /^$/ : new RegExp(word));
    expect(JSON.stringify(data)).not.toMatch(/root:|<script|Invalid Date/);
    expect(ms).toBeLessThan(2_000);
  });

  test.each([
    ["whole", (at: number) => item(`Title ${at}`, `https://news.example/${at}`)],
    ["broken", (at: number) => item(`Title < ${at}`, `https://news.example/${at}`)],
  ])("10,000 %s items are all there, for less than 4 s of work", async (_how, make) => {
    const text = rss(Array.from({ length: 10_000 }, (_, at) => make(at)).join(""));
    const began = process.cpuUsage();
    const { data } = await tried({ body: text, headers: { "content-type": "text/xml" } });
    expect(data.items.length).toBe(10_000);
    // With reading, and whether each is on topic: less than a millisecond an item.
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(10_000);
    const before = process.cpuUsage();
    readFeed({ bytes: Buffer.from(text), contentType: "", url: server.url, now: NOW });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(4_000);
  });

  test("what a filter would not keep is listed, with the reason", async () => {
    const { data, reply } = await tried(
      { body: rss(item("上海合作组织峰会") + item("Football", "https://news.example/2")) },
      "--filter=上海合作组织",
    );
    expect(data.items.length).toBe(2);
    expect(data.problems).toEqual([
      { item: "https://news.example/2#id", reason: expect.stringContaining("上海合作组织") },
    ]);
    expect(reply.summary).toContain("of which 1");
  });
});

test("a transfer that breaks off gives the items that came, and a word", async () => {
  const text = rss(item("One") + item("Two", "https://news.example/2"));
  const { data } = await tried((_request, response) => {
    response.writeHead(200, { "content-length": String(text.length + 500) });
    response.write(text.slice(0, -120), () => response.destroy());
  });
  expect(data.items.map(({ title }) => title)).toEqual(["One", "Two"]);
  expect(data.problems[0]?.reason).toContain("breaks off");
});

test.each(["win-1251", "cp1251", "WINDOWS-1251"])("windows-1251 is also called %s", async (label) => {
  const data = await body(
    iconv.encode(rss(item(RUSSIAN), `<?xml version="1.0" encoding="${label}"?>`), "windows-1251"),
  );
  expect([data.encoding, data.items[0]?.title]).toEqual(["windows-1251", RUSSIAN]);
});

test("an encoding that only the platform knows is read all the same", async () => {
  const text = Buffer.concat([
    Buffer.from(rss("", '<?xml version="1.0" encoding="iso-2022-jp"?>').replace("Feed", "")),
    Buffer.from(""),
  ]);
  const japanese = Buffer.from(text.toString().replace("<title>", "<title>\u001b$BF|K\\\u001b(B"), "latin1");
  expect((await body(japanese)).title).toBe("日本");
});

describe("nothing could be had: exit code 2 and a reason", () => {
  test.each<[why: string, answer: Answer, reason: RegExp]>([
    ["404", { status: 404 }, /404/],
    ["an empty answer", { body: "" }, /no feed/],
    ["plain words", { body: "hello" }, /no feed/],
    ["a picture", { body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }, /no feed/],
    ["a page without feed or articles", { body: "<html><body><p>Hello</p></body></html>" }, /no feed/],
    ["JSON that is no feed", { body: '{"a":1}' }, /no feed/],
    [
      "a redirect inside",
      { status: 302, headers: { location: "http://169.254.169.254/" } },
      /public internet/,
    ],
    [
      "a bomb",
      {
        body: Buffer.concat(Array(200).fill(gzipSync(Buffer.alloc(1024 * 1024, 60)))),
        headers: { "content-encoding": "gzip" },
      },
      /larger/,
    ],
  ])("%s", async (_why, answer, reason) => {
    const { reply, data } = await tried(answer);
    expect(reply.outcome).toBe("bad-input");
    expect(data.error?.message).toMatch(reason);
  });

  test("markup made to stall the parser is stopped, and the next feed is read", async () => {
    const { data } = await tried({ body: rss(`<item><title>${"<!--".repeat(1_500_000)}`) });
    expect(data.error?.message ?? data.problems.length).toBeTruthy();
    expect((await body(rss(item("Next")))).items[0]?.title).toBe("Next");
  }, 30_000);
});

describe("in a chat", () => {
  test("only those who run the bot may make it fetch", async () => {
    const before = server.asked.length;
    for (const action of ["test", "add", "remove"]) {
      const reply = await bot.say(`feeds ${action} ${server.url}/x`, { operates: false });
      expect([reply.outcome, reply.summary]).toEqual(["bad-input", expect.stringContaining("run the bot")]);
    }
    expect(server.asked.length).toBe(before);
    expect((await bot.say("feeds", { operates: false })).outcome).toBe("answered");
  });

  test("a feed is added with what is known of it, listed, exported as OPML, and removed", async () => {
    const url = server.set("/news", { body: rss(item("上海合作组织峰会")) });
    const added = await bot.say(`feeds add ${url}`);
    expect(added.data).toMatchObject({
      added: { url, source: "Feed", filter: expect.stringContaining("上合"), pages: true },
    });
    expect(shown(await bot.say("feeds"))).toContain("Feed | not read yet");
    expect((await bot.say("feeds opml")).data).toMatchObject({
      opml: expect.stringContaining(`xmlUrl="${url}"`),
    });
    expect((await bot.say(`feeds remove ${url}/`)).data).toMatchObject({ removed: { url } });
    expect(shown(await bot.say("feeds"))).not.toContain(url);
    expect((await bot.say(`feeds remove ${url}`)).outcome).toBe("nothing");
    expect((await bot.say("feeds remove https://tass.com/rss/v2.xml")).outcome).toBe("answered");
    expect(shown(await bot.say("feeds"))).not.toContain("tass.com");
  });

  test.each([
    ["feeds", "subscribe", "delete"],
    ["订阅", "添加", "删除"],
    ["ленты", "Добавить", "удалить"],
  ])("actions are typed in any language: %s %s", async (name, add, remove) => {
    const url = server.set("/news", { body: rss(item("上海合作组织峰会")) });
    expect((await bot.say(`${name} ${add} ${url}`)).data).toMatchObject({ added: { url } });
    expect((await bot.say(`${name} ${remove} ${url}`)).data).toMatchObject({ removed: { url } });
  });

  test("what is shown never is markup: brackets and stars of a feed stay text", async () => {
    const { reply } = await tried({
      body: rss(item("&lt;@U123&gt; *bold* [x](https://evil.example) @everyone")),
    });
    const card = reply.blocks.find((block) => block.kind === "card");
    expect(card).toMatchObject({ title: { link: "<@U123> *bold* [x](https://evil.example) @everyone" } });
  });

  test("without an address it says how; in Chinese and Russian too", async () => {
    expect((await bot.say("feeds test", { locale: "zh" })).summary).toContain("请说明");
    expect((await bot.say("ленты test", { locale: "ru" })).summary).toContain("Укажите");
  });
});
