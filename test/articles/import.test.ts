/** Import without loss: usual names of fields in three languages, faults by line and field, folders whole, corrections. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { readArticles } from "../../src/articles/read.ts";
import { type Box, openBox } from "../feeds/box.ts";
import { item, rss } from "../feeds/samples.ts";
import { startServer, type TestServer } from "../feeds/server.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sco-import-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const file = async (name: string, text: string) => {
  const path = join(folder, name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
  return path;
};
const WHOLE = {
  title: "T2",
  body: "A text of some words.",
  source: "China Daily",
  published: "2025-06-14T00:00:00Z",
  url: "https://a.example/1",
};

describe("fields by their usual names", () => {
  const text = WHOLE.body;
  test.each([
    ["English", { title: "T2", text, publisher: "China Daily", date: "2025-06-14", link: WHOLE.url }],
    [
      "feeds'",
      { headline: "T2", content: text, source: "China Daily", pubDate: "2025-06-14", href: WHOLE.url },
    ],
    [
      "programs'",
      {
        Title: "T2",
        content_text: text,
        Publisher: "China Daily",
        published_at: "2025-06-14",
        URL: WHOLE.url,
      },
    ],
    ["Chinese", { 标题: "T2", 正文: text, 来源: "China Daily", 日期: "2025年6月14日", 链接: WHOLE.url }],
    [
      "Chinese, others",
      { 题目: "T2", 内容: text, 媒体: "China Daily", 发布时间: "2025-06-14", 网址: WHOLE.url },
    ],
    [
      "Russian",
      { заголовок: "T2", текст: text, источник: "China Daily", дата: "14.06.2025", ссылка: WHOLE.url },
    ],
    [
      "Russian, others",
      {
        Название: "T2",
        Содержание: text,
        Издание: "China Daily",
        "дата публикации": "14.06.2025",
        адрес: WHOLE.url,
      },
    ],
  ])("%s", async (_whose, fields) => {
    const { articles, faults, remarks } = await readArticles(await file("a.jsonl", JSON.stringify(fields)));
    expect([faults, remarks]).toEqual([[], []]);
    expect(articles).toMatchObject([WHOLE]);
  });

  test.each([
    ["content_html", { content_html: "<p>A text of <b>some</b> words.</p>" }],
    ["content with markup", { content: "<div><p>A text of some words.</p></div>" }],
  ])("markup becomes text: %s", async (_what, fields) => {
    const { articles, faults } = await readArticles(
      await file("a.jsonl", JSON.stringify({ title: "<b>T2</b>", ...fields })),
      [],
      { whole: true },
    );
    expect(faults).toEqual([]);
    expect(articles).toMatchObject([{ title: "T2", body: "A text of some words." }]);
  });

  test("text that only begins with a sign stays", async () => {
    const { articles } = await readArticles(
      await file("a.jsonl", JSON.stringify({ title: "<Silk Road> opens", body: "<Silk Road> is a film." })),
      [],
      { whole: true },
    );
    expect(articles).toMatchObject([{ title: "<Silk Road> opens", body: "<Silk Road> is a film." }]);
  });

  test("an article that two files have is kept once, and that is said; one with another text is another", async () => {
    await file("a.jsonl", JSON.stringify(WHOLE));
    await file(
      "sub/b.jsonl",
      `${JSON.stringify(WHOLE)}\n${JSON.stringify({ ...WHOLE, title: "T3", body: "Other words." })}`,
    );
    const { articles, faults, remarks } = await readArticles(folder);
    expect(faults).toEqual([]);
    expect(articles.map(({ title }) => title)).toEqual(["T2", "T3"]);
    expect(remarks.map(({ en }) => en)).toEqual([
      expect.stringMatching(/b\.jsonl:1: it is the article \w+ once more/),
    ]);
  });

  test.each(["31 Feb 2025", "30 February 2025", "Feb 29, 2025", "31-Apr-2025"])(
    "%s is no date",
    async (date) => {
      const { articles, faults } = await readArticles(
        await file("a.jsonl", JSON.stringify({ ...WHOLE, published: date })),
      );
      expect([articles.length, faults.length]).toEqual([0, 1]);
    },
  );

  test("in front matter too", async () => {
    const { articles } = await readArticles(
      await file(
        "a.md",
        `---\n标题: T2\n来源: China Daily\n日期: 2025-06-14\n链接: ${WHOLE.url}\n---\n\n${text}\n`,
      ),
    );
    expect(articles).toMatchObject([WHOLE]);
  });

  test("what means nothing is named with its line, and so is a second name for one field; the article comes in", async () => {
    const { articles, faults, remarks } = await readArticles(
      await file(
        "a.jsonl",
        `${JSON.stringify(WHOLE)}\n${JSON.stringify({ ...WHOLE, url: "https://a.example/2", id: "x2", author: "Lin", text: "Another text." })}`,
      ),
    );
    expect([articles.length, faults.length]).toEqual([2, 0]);
    expect(articles[1]?.body).toBe(WHOLE.body);
    expect(remarks.map(({ en }) => en.replace(/^.*a\.jsonl/, ""))).toEqual([
      expect.stringMatching(/^:2: its field “author” means nothing here/),
      expect.stringMatching(/^:2: its field “text” means nothing here/),
    ]);
  });

  test("a field that means nothing is named once a file, with how many more have it", async () => {
    const line = (n: number) =>
      JSON.stringify({ ...WHOLE, url: `https://a.example/${n}`, title: `T${n}`, author: "Lin" });
    const { remarks } = await readArticles(await file("a.jsonl", [1, 2, 3].map(line).join("\n")));
    expect(remarks.map(({ en }) => en.replace(/^.*a\.jsonl/, ""))).toEqual([
      expect.stringMatching(/^:1: its field “author” .* \(in 2 more articles too\)/),
    ]);
  });

  test.each([
    ["no text", { title: "no body", source: "X" }, "it has no text (body)"],
    ["an empty title", { title: "", body: "x" }, "it has no title"],
    ["a title of spaces", { title: "  ", body: "x" }, "it has no title"],
    ["neither", { source: "X" }, "it has neither a title nor a body"],
  ])("an article with %s is refused with its line", async (_what, fields, why) => {
    const { articles, faults } = await readArticles(
      await file("a.jsonl", `\n${JSON.stringify(fields)}`),
      [],
      { whole: true },
    );
    expect(articles).toEqual([]);
    expect(faults[0]?.en).toContain(`a.jsonl:2: ${why}`);
  });
});

describe("one JSON document", () => {
  const other = { ...WHOLE, url: "https://a.example/2", title: "T3", body: "Other words." };
  const all = [WHOLE, other];
  test.each([
    ["an array", all],
    ["articles", { total: 2, articles: all }],
    ["items of a feed", { version: "https://jsonfeed.org/version/1.1", title: "Feed", items: all }],
    ["data", { code: 0, data: all }],
    ["a list in data", { code: 0, data: { page: 1, list: all, tags: ["a"] } }],
    ["a name that nobody knows, beside others", { 新闻: all, links: [{ href: "/" }] }],
  ])("%s", async (_what, document) => {
    for (const indent of [0, 2]) {
      const path = await file("a.json", JSON.stringify(document, null, indent));
      const { articles, faults } = await readArticles(path, [], { whole: true });
      expect(faults).toEqual([]);
      expect(articles).toMatchObject(all);
    }
  });

  test("an article written over several lines is one, whatever lists it has", async () => {
    const copies = [{ source: "TASS", url: "https://b.example/1" }];
    const path = await file("a.json", JSON.stringify({ ...WHOLE, copies, related: all }, null, 2));
    expect((await readArticles(path, [], { whole: true })).articles).toMatchObject([{ ...WHOLE, copies }]);
  });

  test("an article of a list that is refused, and a field that means nothing, are named by their place in it", async () => {
    const list = [WHOLE, { title: "No text" }, "words", { ...other, author: "Lin" }];
    const { articles, faults, remarks } = await readArticles(await file("a.json", JSON.stringify(list)), [], {
      whole: true,
    });
    expect(articles).toHaveLength(2);
    expect(faults.map(({ en }) => en.replace(/^.*a\.json/, ""))).toEqual([
      "#2: it has no text (body)",
      expect.stringMatching(/^#3: it is not an object/),
    ]);
    expect(remarks[0]?.en).toContain("a.json#4: its field “author”");
  });
});

describe("encodings", () => {
  const zh = { ...WHOLE, title: "上合组织峰会闭幕", body: "各国领导人签署了联合宣言，并同意扩大贸易合作。" };
  const tw = { ...WHOLE, title: "上合組織峰會閉幕", body: "各國領導人簽署了聯合宣言，並同意擴大貿易合作。" };
  const ru = {
    ...WHOLE,
    title: "Саммит ШОС завершился",
    body: "Лидеры стран подписали декларацию и договорились о торговле.",
  };
  const forms = {
    "a.jsonl": JSON.stringify,
    "a.json": (one: object) => JSON.stringify([one], null, 2),
    "a.md": ({ body, ...fields }: typeof WHOLE) =>
      `---\n${Object.entries(fields)
        .map(([name, value]) => `${name}: "${value}"\n`)
        .join("")}---\n\n${body}\n`,
    "a.txt": JSON.stringify,
  };
  const cases = [
    ["gbk", zh],
    ["gb18030", zh],
    ["big5", tw],
    ["windows-1251", ru],
    ["koi8-r", ru],
    ["utf-16le", zh],
    ["utf-16le", ru],
    ["utf-16be", ru],
  ] as const;
  test.each(cases)("%s", async (encoding, article) => {
    for (const [name, write] of Object.entries(forms)) {
      const path = join(folder, name);
      // Whoever writes UTF-16 begins with a byte-order mark.
      await writeFile(path, iconv.encode(write(article), encoding, { addBOM: /16/.test(encoding) }));
      const { articles, faults, remarks } = await readArticles(path, [], { whole: true });
      expect(faults).toEqual([]);
      expect(articles).toMatchObject([article]);
      expect(remarks.map(({ en }) => en).join()).toContain("it is not UTF-8 and was read as ");
    }
  });
  test("a broken character of many is left out, and that is told", async () => {
    const path = join(folder, "a.jsonl");
    const bytes = Buffer.from(
      JSON.stringify({ ...zh, body: `${zh.body.repeat(5)}\u0000` }).replace("\\u0000", "\u0000"),
    );
    await writeFile(
      path,
      bytes.map((byte) => byte || 0xff),
    );
    const { articles, remarks } = await readArticles(path, [], { whole: true });
    expect(articles).toMatchObject([{ ...zh, body: zh.body.repeat(5) }]);
    expect(remarks.map(({ en }) => en).join()).toContain("broken and were left out: 1");
  });
  test("UTF-16 without a mark is known by its zeros", async () => {
    const path = join(folder, "a.jsonl");
    await writeFile(path, iconv.encode(JSON.stringify(ru), "utf-16le"));
    expect((await readArticles(path, [], { whole: true })).articles).toMatchObject([ru]);
  });
});

describe("dates", () => {
  const zones: Readonly<Record<string, string>> = {
    新华社: "Asia/Shanghai",
    TASS: "Europe/Moscow",
    Eurasianet: "America/New_York",
  };
  const dated = async (published: string, source = "新华社", zoneOf = (name: string) => zones[name]) => {
    const line = JSON.stringify({ title: "Words", body: "Words of it.", source, published });
    const { articles, faults } = await readArticles(await file("a.jsonl", line), [], { whole: true, zoneOf });
    return articles[0]?.published ?? faults[0]?.en.replace(/^.*jsonl:1: /, "");
  };
  test.each([
    ["the publisher's zone", "2025-06-14 10:15", "新华社", "2025-06-14T02:15:00Z"],
    ["the publisher's zone, another", "2025-06-14T10:15:00", "TASS", "2025-06-14T07:15:00Z"],
    ["in summer and in words", "June 14, 2025 10:15 AM", "Eurasianet", "2025-06-14T14:15:00Z"],
    ["a zone that is written", "2025-06-14T10:15:00Z", "新华社", "2025-06-14T10:15:00Z"],
    ["an offset that is written", "Sat, 14 Jun 2025 10:15:00 +0300", "新华社", "2025-06-14T07:15:00Z"],
    ["Chinese", "2025年6月14日 10时15分", "新华社", "2025-06-14T02:15:00Z"],
    ["Russian", "14 июня 2025 г., 10:15", "TASS", "2025-06-14T07:15:00Z"],
    ["numbers", "14.06.2025 10:15", "TASS", "2025-06-14T07:15:00Z"],
    ["a publisher that nobody knows: its language", "2025-06-14 10:15", "Desk", "2025-06-14T10:15:00Z"],
    ["a day", "2025-06-14", "新华社", "2025-06-14T00:00:00Z"],
    ["a day in words", "14 июня 2025", "TASS", "2025-06-14T00:00:00Z"],
    ["a day in words, west", "June 14, 2025", "Eurasianet", "2025-06-14T04:00:00Z"],
    ["a midnight that is written", "2025-06-14 00:00", "新华社", "2025-06-13T16:00:00Z"],
  ])("%s: %s by %s", async (_what, written, source, instant) => {
    expect(await dated(written, source)).toBe(instant);
  });
  test.each(["yesterday", "3小时前", "14 июня", "soon", "32.13.2025"])(
    "%s is no date of a file",
    async (written) => {
      expect(await dated(written)).toContain("is not one");
    },
  );
});

test("import --zone says which zone the dates of a file are in; articles correct --date takes the publisher's", async () => {
  const box = await openBox([], []);
  const line = { title: "Words", body: "Words of it.", source: "TASS", published: "2025-06-14 10:15" };
  const path = await file("a.jsonl", JSON.stringify(line));
  expect((await box.say(`import ${path} --log --zone Nowhere/Else`)).summary).toContain("time zone");
  await box.say(`import ${path} --log --zone Asia/Tashkent`);
  expect(box.article("Words")?.published).toBe("2025-06-14T05:15:00Z");
  await box.say(`articles correct ${box.article("Words")?.id} --date "2025-06-15 10:15"`);
  expect(box.article("Words")?.published).toBe("2025-06-15T07:15:00Z");
  await box.close();
});

test("a folder is read whole, with its folders; files of other kinds are named", async () => {
  await file("a.jsonl", JSON.stringify(WHOLE));
  await file("deep/er/b.jsonl", JSON.stringify({ ...WHOLE, url: "https://a.example/2" }));
  await file("deep/c.docx", "x");
  await file(".hidden/d.jsonl", "x");
  const { articles, faults, remarks } = await readArticles(folder);
  expect([articles.length, faults.length]).toEqual([2, 0]);
  expect(remarks.map(({ en }) => en)).toEqual([expect.stringContaining("deep/c.docx: it is no .md")]);
});

describe("an article that whoever runs the bot", () => {
  let server: TestServer;
  let box: Box;
  beforeEach(async () => {
    server = await startServer();
    server.set("/feed", { body: rss(item("Wrong headline", "/a/1") + item("Another", "/a/2")) });
    box = await openBox([{ url: `${server.url}/feed`, publisher: "Desk", pages: false }], [server.host]);
    await box.poll();
  });
  afterEach(async () => {
    await box.close();
    await server.close();
  });
  const again = async () => {
    server.set("/feed", {
      body: rss(item("Wrong headline", "/a/1").replace("About", "More about") + item("Another", "/a/2")),
    });
    await box.poll();
  };

  test("takes out stays out when its feed brings it again", async () => {
    const id = box.article("Wrong headline")?.id;
    expect((await box.say(`articles remove ${id}`)).outcome).toBe("answered");
    await again();
    expect(box.article("Wrong headline")).toBeUndefined();
    expect(box.article("Another")).toBeDefined();
  });

  test("puts right stays right when its feed brings it again; the rest may change", async () => {
    const id = box.article("Wrong headline")?.id;
    const reply = await box.say(
      `articles correct ${id} --url https://right.example/1 --title "Right headline"`,
    );
    expect(reply.summary).toContain("Put right");
    await again();
    expect(box.library.get(id ?? "")).toMatchObject({
      title: "Right headline",
      url: "https://right.example/1",
      body: "More about Wrong headline",
    });
    expect(box.library.newest().filter(({ source }) => source === "Desk")).toHaveLength(2);
  });

  test("wants to put right has to say how, and rightly", async () => {
    const id = box.article("Another")?.id;
    expect((await box.say(`articles correct ${id}`)).outcome).toBe("bad-input");
    expect((await box.say(`articles correct ${id} --url nonsense`)).summary).toContain("url");
    expect((await box.say("articles remove zzzzz")).outcome).not.toBe("answered");
  });
});
