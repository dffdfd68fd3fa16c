/** The corpus is linted as code is. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parseDocument } from "yaml";
import { articleId } from "../../src/articles/identity.ts";
import { linkTo } from "../../src/articles/links.ts";
import { indexPublishers, nameKey, readPublishers } from "../../src/articles/publishers.ts";
import { readArticles } from "../../src/articles/read.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { root } from "../../src/root.ts";

const folder = join(root, "corpus", "articles");
const { articles, faults } = await readArticles(folder);
const publishers = await readPublishers(join(root, "corpus", "sources.json"));
const library = createLibrary(publishers, articles);
const titled = (start: string) => {
  const found = articles.find(({ title }) => title.startsWith(start));
  if (!found) throw new Error(`no article begins with ${start}`);
  return found;
};

describe("the shipped articles", () => {
  test("are ten, and every file reads without a fault", () => {
    expect(faults).toEqual([]);
    expect(articles).toHaveLength(10);
  });

  test("have front matter of known fields only, and the id that their facts give", () => {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), "utf8");
      const fields = parseDocument(text.split("---\n")[1] ?? "").toJS() as Record<string, unknown>;
      expect(Object.keys(fields)).toEqual(["id", "title", "source", "published", "language", "kind"]);
      expect(name).toBe(`${String(fields.published).slice(0, 10)}-${fields.id}.md`);
    }
    for (const article of articles) expect(article.id).toBe(articleId(article));
  });

  test("have clean bodies: no reference marks, no wrap scars, no trailing spaces", () => {
    for (const { body } of articles) {
      expect(body).not.toMatch(/\[\d+\]/);
      expect(body).not.toMatch(/[ \t]$/m);
      expect(body).not.toMatch(/睦邻友 好|阿斯 塔纳|观 察员国/);
    }
  });

  test("come from publishers that are known", () => {
    for (const { source } of articles) expect(library.publisher(source)).toBeDefined();
  });
});

describe("links", () => {
  const link = (start: string) => linkTo(titled(start), library.publisher(titled(start).source));

  test("People's Daily gives the page of the Beijing day, with its number where the text names it", () => {
    expect(link("为世界和平与繁荣")).toEqual({
      url: "https://paper.people.com.cn/rmrb/pc/layout/202505/26/node_10.html",
      urlKind: "page",
    });
    expect(link("民意基础坚实").url).toBe(
      "https://paper.people.com.cn/rmrb/pc/layout/202505/30/node_01.html",
    );
  });

  test("people.cn gives a search by title, Global Times its home page", () => {
    expect(link("融合报道")).toMatchObject({ urlKind: "search" });
    expect(new URL(link("融合报道").url ?? "").searchParams.get("keyword")).toBe(titled("融合报道").title);
    expect(link("哈萨克斯坦")).toEqual({ url: "https://www.huanqiu.com/", urlKind: "home" });
  });

  test("an article's own address wins, and nothing is made up for an unknown publisher", () => {
    const article = titled("民意基础坚实");
    const own = { ...article, url: "https://example.org/a" };
    expect(linkTo(own, library.publisher(own.source))).toEqual({
      url: "https://example.org/a",
      urlKind: "article",
    });
    expect(linkTo({ ...article, source: "Nobody" }, undefined)).toEqual({ url: null, urlKind: null });
    expect(linkTo({ ...article, published: null }, library.publisher("rmrb")).urlKind).toBe("search");
  });
});

describe("publishers", () => {
  test.each([
    "人民日报",
    "People's Daily",
    "peoples daily",
    "Ren Min Ri Bao",
    "renminribao",
    "Жэньминь жибао",
    "RMRB",
  ])("%s is People's Daily", (name) => expect(library.publisher(name)?.id).toBe("people-daily"));

  test("two of them never share a name", () => {
    const [first] = publishers;
    if (!first) throw new Error("no publishers");
    expect(() => indexPublishers([first, { ...first, id: "another" }])).toThrow("belongs to");
  });

  test("names are told apart by their letters alone", () => {
    expect(nameKey("The Astana Times")).toBe(nameKey("ASTANA-TIMES"));
    expect(nameKey("環球時報")).toBe(nameKey("环球时报"));
    expect(nameKey("人民网")).not.toBe(nameKey("人民日报"));
  });

  test("a broken entry is named", async () => {
    await expect(readPublishers(join(root, "package.json"))).rejects.toThrow("package.json");
  });
});

describe("ids", () => {
  test("grow when they are taken, and never look like a word", () => {
    const article = titled("民意基础坚实");
    const taken = (id: string) => id === article.id;
    expect(articleId(article, taken).startsWith(article.id)).toBe(true);
    expect(articleId(article, taken)).not.toBe(article.id);
    for (const { id } of articles) expect(id).toMatch(/^(?=.*\d)[0-9a-z]{5,8}$/);
  });
});

describe("the library", () => {
  test("gives a time range newest first, and tells of changes", () => {
    const changes: string[] = [];
    const own = createLibrary(publishers, articles);
    own.onChange(({ put, removed }) => changes.push(`+${put.map(({ id }) => id)} -${removed}`));
    const from = Date.parse("2025-05-25T00:00:00Z");
    expect(own.between(from, Date.parse("2025-05-26T00:00:00Z"))).toHaveLength(4);
    const fresh = { ...titled("民意基础坚实"), id: "new1", published: "2026-01-01T00:00:00Z" };
    own.put([fresh]);
    expect(own.newest()[0]?.id).toBe("new1");
    own.remove(["new1", "nobody"]);
    expect(own.size).toBe(10);
    expect(changes).toEqual(["+new1 -", "+ -new1"]);
  });
});
