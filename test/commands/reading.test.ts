import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

describe("latest", () => {
  test("shows the newest first, as many as asked for", async () => {
    const reply = await desk.ask("latest 2");
    expect(reply.data).toMatchObject({
      total: 10,
      articles: [{ published: "2025-06-15T22:52:00Z" }, { published: "2025-05-29T22:21:00Z" }],
    });
    expect((await desk.ask("最新 --limit 3")).data).toMatchObject({ articles: { length: 3 } });
    expect((await desk.ask("новости")).data).toMatchObject({ articles: { length: 5 } });
  });

  test("gives every article a link of a stated kind", async () => {
    const { articles } = (await desk.ask("latest")).data as { articles: { url: string; urlKind: string }[] };
    for (const { url, urlKind } of articles) {
      expect(url).toMatch(/^https?:\/\//);
      expect(["article", "page", "search", "home"]).toContain(urlKind);
    }
    expect(wordsOf(await desk.ask("latest", { locale: "zh" }))).toContain("当日版面");
  });
});

describe("read", () => {
  test("gives the whole text with its source and related articles", async () => {
    const id = desk.doors.library.newest()[0]?.id ?? "";
    const reply = await desk.ask(`read ${id.toUpperCase()}`);
    const article = desk.doors.library.get(id);
    for (const paragraph of article?.body.split("\n\n") ?? []) expect(wordsOf(reply)).toContain(paragraph);
    expect(wordsOf(reply)).toContain("Global Times");
    expect(reply.data).toMatchObject({ id, kind: "excerpt", related: expect.any(Array) });
    expect((reply.data as { related: unknown[] }).related.length).toBeGreaterThan(0);
  });

  test("an unknown id is said, with how to find one, in the caller's language", async () => {
    expect(await desk.ask("read nowhere")).toMatchObject({
      outcome: "nothing",
      summary: expect.stringContaining("There is no article “nowhere”"),
    });
    expect((await desk.ask("阅读 nowhere", { locale: "zh" })).summary).toContain("没有编号为");
    expect((await desk.ask(`read ${"x".repeat(300)}`)).summary.length).toBeLessThan(200);
    expect((await desk.ask("read")).summary).toContain("read needs an id");
  });
});

describe("sources", () => {
  test("names each publisher in every script and counts its articles", async () => {
    const { sources } = (await desk.ask("sources")).data as {
      sources: { id: string; names: string[]; articles: number }[];
    };
    expect(sources[0]).toMatchObject({
      id: "people-daily",
      articles: 6,
      names: ["人民日报", "People's Daily", "Ren Min Ri Bao", "Жэньминь жибао"],
    });
    expect(wordsOf(await desk.ask("sources", { locale: "ru" }))).toContain("Жэньминь жибао");
  });

  test("counts a source that no publisher answers to by its own name", async () => {
    const [first] = desk.doors.library.newest();
    if (!first) throw new Error("no articles");
    desk.doors.library.put([{ ...first, id: "zz1", source: "Village Gazette" }]);
    expect(wordsOf(await desk.ask("sources"))).toContain("Village Gazette");
    desk.doors.library.remove(["zz1"]);
  });
});

describe("status", () => {
  test("counts articles and says that all is well, or what is not", async () => {
    expect(wordsOf(await desk.ask("status"))).toContain("No feed has been read yet.");
    desk.doors.health.worse("dictionary", { en: "No dictionary.", zh: "没有词典。", ru: "Нет словаря." });
    desk.doors.health.worse("dictionary", { en: "No dictionary.", zh: "没有词典。", ru: "Нет словаря." });
    const reply = await desk.ask("status", { locale: "zh" });
    expect(wordsOf(reply)).toContain("没有词典。");
    expect(reply.data).toMatchObject({
      articles: 10,
      newest: "2025-06-15T22:52:00Z",
      degraded: [{ part: "dictionary" }],
    });
    expect(desk.logged.filter((line) => line.includes("No dictionary."))).toHaveLength(1);
    desk.doors.health.well("dictionary");
    expect((await desk.ask("status")).data).toMatchObject({ degraded: [] });
  });
});

describe("help", () => {
  test("lists every command that the caller may use, with a line that works", async () => {
    const text = wordsOf(await desk.ask("help", { platform: "slack" }));
    for (const { name, shell, examples } of desk.bot.commands) {
      if (shell) expect(text).not.toContain(`${examples[0]} |`);
      else expect(text).toContain(name);
    }
    expect(wordsOf(await desk.ask("帮助", { locale: "zh" }))).toContain("用自己的话说");
    expect(wordsOf(await desk.ask("помощь", { locale: "ru" }))).toContain("своими словами");
  });

  test("explains each command from its declaration", async () => {
    for (const { name, options } of desk.bot.commands) {
      const text = wordsOf(await desk.ask(`help ${name}`));
      for (const option of Object.keys(options)) expect(text).toContain(option);
    }
  });

  test("an unknown command gets the nearest", async () => {
    expect((await desk.ask("help serach")).summary).toContain("Did you mean “search”?");
  });
});

describe("every example of every command", () => {
  test("is answered without failing", async () => {
    const id = desk.doors.library.newest()[0]?.id ?? "";
    for (const { shell, examples } of desk.bot.commands) {
      for (const example of shell ? [] : examples) {
        const reply = await desk.ask(example.replaceAll("{id}", id));
        expect([example, (reply.data as { error?: unknown } | undefined)?.error]).toEqual([
          example,
          undefined,
        ]);
      }
    }
  });
});
