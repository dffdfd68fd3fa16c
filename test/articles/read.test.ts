import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { toArticle } from "../../src/articles/draft.ts";
import { readMarkdown, writeMarkdown } from "../../src/articles/front-matter.ts";
import { readArticles } from "../../src/articles/read.ts";
import { saveArticles } from "../../src/articles/save.ts";

let folder: string;
const file = (name: string) => join(folder, name);
const given = async (name: string, content: string | Uint8Array) => {
  await writeFile(file(name), content);
  return readArticles(file(name));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sco-read-"));
});
afterAll(() => rm(folder, { recursive: true }));

const PAGE = `上海精神

Search documents
第一篇 两个半句
Ren Min Ri Bao· 2025-05-25 22:13
上海合作组织成员国第八次卫生部长会议日前在陕西省西安市举办。本次会议以"共促健康可持续发 展、共享健康未来"为主题。 中方自接任以来,积极推动合作 ...
第二篇
Huan Qiu Shi Bao· 2025-06-15 22:52
Core Viewpoint - A poll shows support [2][3]. Group 1: Findings - Over 80% agree [4]. - Nearly 70% gained.
`;

describe("a topic page", () => {
  test("gives its articles with UTC times, sources and kinds", async () => {
    const { articles, faults } = await given("page.txt", PAGE);
    expect(faults).toEqual([]);
    expect(
      articles.map(({ title, source, published, kind, language }) => ({
        title,
        source,
        published,
        kind,
        language,
      })),
    ).toEqual([
      {
        title: "第一篇 两个半句",
        source: "Ren Min Ri Bao",
        published: "2025-05-25T22:13:00Z",
        kind: "excerpt",
        language: "zh",
      },
      {
        title: "第二篇",
        source: "Huan Qiu Shi Bao",
        published: "2025-06-15T22:52:00Z",
        kind: "summary",
        language: "en",
      },
    ]);
  });

  test("loses its line-wrap scars and keeps its paragraphs", async () => {
    const [first] = (await given("page.txt", PAGE)).articles;
    expect(first?.body).toContain("共促健康可持续发展、共享健康未来");
    expect(first?.body).toContain("为主题。\n\n中方自接任以来");
    expect(first?.body.endsWith("合作…")).toBe(true);
  });

  test("loses reference marks to paragraphs that nobody has, and gets its bullets back", async () => {
    const second = (await given("page.txt", PAGE)).articles[1];
    expect(second?.body).toBe(
      "Core Viewpoint\n- A poll shows support.\n\nGroup 1: Findings\n- Over 80% agree.\n- Nearly 70% gained.",
    );
  });
});

describe("JSON Lines", () => {
  test("an address has no sign that nobody sees; all else in it stays as it came", () => {
    const addressed = (url: string) => toArticle({ title: "a", url, copies: [{ source: "b", url }] });
    for (const [url, clean] of [
      ["https://e.example/x y\u001b[31m", "https://e.example/x%20y%1B[31m"],
      ["https://e.example/\u009b31m\u202e", "https://e.example/%C2%9B31m%E2%80%AE"],
      ["https://e.example/上合?a=b%20c", "https://e.example/上合?a=b%20c"],
    ] as const)
      expect(addressed(url)).toMatchObject({ url: clean, copies: [{ url: clean }] });
  });

  test("loses what no file can carry", () => {
    const { title, body } = toArticle({ title: "a\ufffeb\uffff", body: "c\u0007d\ufffd" });
    expect([title, body]).toEqual(["ab", "cd"]);
  });

  test("needs a title or a body, nothing else", async () => {
    const { articles, faults } = await given(
      "a.jsonl",
      '{"title":"Only a title"}\n\n{"body":"только текст"}\n',
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ title, language, published, url }) => [title, language, published, url])).toEqual([
      ["Only a title", "en", null, null],
      ["только текст", "ru", null, null],
    ]);
  });

  test("keeps the good lines and names the bad ones with number and reason", async () => {
    const { articles, faults } = await given(
      "b.jsonl",
      [
        '{"id":"a1","title":"Good","published":"2025-05-26T06:13:00+08:00"}',
        '{"id":"a2","title":',
        '{"id":"a3","published":"2025-01-01"}',
        '{"id":"a1","title":"Taken"}',
        '{"id":"a5","title":"x","published":"2025-02-30"}',
        '{"id":"a6","title":"x","url":"javascript:alert(1)"}',
        '"text"',
        '{"id":"a8","title":7}',
      ].join("\n"),
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]?.published).toBe("2025-05-25T22:13:00Z");
    const reasons = faults.map(({ en }) => en.replace(file("b.jsonl"), ""));
    expect(reasons).toEqual([
      expect.stringMatching(/^:2: the line is not JSON/),
      ":3: it has neither a title nor a body",
      ':4: its id "a1" belongs to an earlier article',
      expect.stringMatching(/^:5: its date "2025-02-30" is not one/),
      expect.stringMatching(/^:6: its url is "javascript:alert\(1\)"; it wants an address/),
      expect.stringMatching(/^:7: it is not an object/),
      expect.stringMatching(/^:8: its title is 7/),
    ]);
  });

  test("what a field wants is said in each language, whatever it got", async () => {
    const { faults } = await given(
      "w.jsonl",
      [
        '{"id":"a b","title":"x"}',
        '{"title":"x","published":true}',
        '{"title":"x","kind":"opinion"}',
        '{"title":"x","copies":"a"}',
        JSON.stringify({ title: "y".repeat(1_001) }),
      ].join("\n"),
    );
    expect(faults.map(({ en }) => en.replace(/.*; it wants /, ""))).toEqual([
      "an id of 1 to 64 letters, digits and . _ : -",
      "a date such as 2025-05-25T22:13:00Z",
      "one of article, excerpt, summary",
      "a list",
      "at most 1000 characters",
    ]);
    expect(faults[3]?.zh).toBe(`${file("w.jsonl")}:4：copies 是 "a"；应为：列表`);
    expect(faults[4]?.ru).toMatch(/:5: title: "y+…, а нужно: не больше 1000 знаков$/);
    for (const { zh, ru } of faults) expect([zh, ru].join()).not.toMatch(/wants|Invalid|expected/);
  });

  test("what is null or empty counts as not given, ids may be numbers, times seconds", async () => {
    const { articles, faults } = await given(
      "n.jsonl",
      [
        '{"id":7,"title":"A","body":null,"source":null,"url":"","published":"","language":null}',
        '{"id":"","title":"B","published":1748211180}',
        '{"id":null,"title":"C","published":1748211180000}',
      ].join("\n"),
    );
    expect(faults).toEqual([]);
    expect(articles[0]).toMatchObject({ id: "7", source: "", url: null, published: null, language: "en" });
    expect(articles.map(({ published }) => published).slice(1)).toEqual([
      "2025-05-25T22:13:00Z",
      "2025-05-25T22:13:00Z",
    ]);
  });

  test("an address with a password in it is refused", async () => {
    const { faults } = await given("c.jsonl", '{"title":"x","url":"https://user:pass@example.org/"}');
    expect(faults).toHaveLength(1);
  });
});

describe("a file that cannot be used says why", () => {
  test.each([
    ["empty.md", "", "the file is empty"],
    ["space.jsonl", " \n\n", "the file is empty"],
    ["binary.md", new Uint8Array([0x89, 0x50, 0, 1, 2]), "the file is binary, not text"],
    [
      "damaged.txt",
      Buffer.from("上海\u0000精神".repeat(20)).map((byte) => byte || 0xff),
      "it is damaged, or in an encoding",
    ],
    ["half.md", "---\ntitle: Half", "its front matter does not end"],
    ["yaml.md", "---\ntitle: [\n---\nx", "its front matter is not YAML"],
    ["list.md", "---\n- a\n---\nx", "its front matter has no fields"],
    ["plain.md", "# A heading", "it does not begin with front matter"],
    ["notes.txt", "just words", "it is neither JSON, nor Markdown"],
    ["array.json", '[{"title":"x"}', "it is one JSON array or object, and it is broken"],
    ["object.json", '{\n  "title": "x",\n}', "it is one JSON array or object, and it is broken"],
    ["other.json", '{\n  "a": 1\n}', "it is one JSON object that holds neither"],
    ["two.json", '{"a":[{"title":"x"}],"b":[{"title":"y"}]}', "it holds several lists of articles"],
  ])("%s", async (name, content, reason) => {
    const { articles, faults } = await given(name, content);
    expect(articles).toEqual([]);
    expect(faults.map(({ en }) => en).join()).toContain(reason);
  });

  test("a file that is not there", async () => {
    const { faults } = await readArticles(file("nowhere.md"));
    expect(faults).toEqual([
      {
        en: `${file("nowhere.md")}: there is no such file or folder`,
        zh: `${file("nowhere.md")}：没有这个文件或文件夹`,
        ru: `${file("nowhere.md")}: такого файла или папки нет`,
      },
    ]);
  });
});

describe("saving", () => {
  test("twice changes nothing, and what a person edited stays", async () => {
    const { articles } = await given("page.txt", PAGE);
    const to = file("out");
    expect((await saveArticles(articles, to)).written).toHaveLength(2);
    const [name = ""] = await readdir(to);
    await writeFile(join(to, name), "edited");
    expect(await saveArticles(articles, to)).toMatchObject({
      written: [],
      known: articles.map(({ id }) => id),
    });
    expect(await readFile(join(to, name), "utf8")).toBe("edited");
  });

  test("another article never gets an id that is there, whatever its file is called", async () => {
    const made = async (...lines: readonly object[]) =>
      given("ids.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    const [computed] = (await made({ title: "Computed" })).articles;
    const there = (
      await made(
        { id: "a1", title: "One", body: "first", published: "2025-01-01" },
        { id: computed?.id, title: "Stranger", body: "s", url: "https://example.org/" },
      )
    ).articles;
    const lines = [
      { id: "a1", title: "Two", body: "second", published: "2025-02-02" },
      { title: "Computed" },
      { id: "a1", title: "One", body: "corrected by hand", published: "2025-01-01" },
    ].map((line) => JSON.stringify(line));
    await writeFile(file("ids.jsonl"), lines.join("\n"));
    const { articles, faults } = await readArticles(file("ids.jsonl"), there);
    expect(faults.map(({ en }) => en)).toEqual([
      `${file("ids.jsonl")}:1: its id "a1" belongs to another article: One`,
    ]);
    expect(articles[0]?.id).toMatch(new RegExp(`^${computed?.id}.`));
    const { written, known } = await saveArticles(articles, file("ids"), there);
    expect([written, known]).toEqual([[articles[0]?.id], ["a1"]]);
  });

  test("a folder that cannot be written to is one sentence", async () => {
    const { articles } = await given("page.txt", PAGE);
    await expect(saveArticles(articles, file("page.txt"))).rejects.toThrow("cannot be written to");
  });

  test("the file of an article reads back as the same article", async () => {
    const [article] = (
      await given(
        "d.jsonl",
        '{"id":"q1","title":"A: b # c","body":"line\\n\\n---\\nx","source":"TASS","url":"https://tass.com/1","published":"2025-05-26"}',
      )
    ).articles;
    if (!article) throw new Error("no article");
    expect(readMarkdown(writeMarkdown(article))).toEqual(article);
  });
});
