import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

interface StoryData {
  readonly story: { readonly id: string; readonly total: number; readonly languages: readonly string[] };
  readonly days: readonly {
    readonly day: string;
    readonly articles: readonly { readonly id: string }[];
    readonly added: {
      readonly figures: readonly { text: string; article: string }[];
      readonly names: readonly string[];
    };
  }[];
  readonly sources: readonly { readonly publisher: string; readonly articles: readonly string[] }[];
}

describe("story", () => {
  test("is found by words, by an article's id and by its own id, and is the same", async () => {
    const byWords = (await desk.ask("story 融合报道 媒体论坛")).data as StoryData;
    const byArticle = (await desk.ask("story bfr8m")).data as StoryData;
    expect(byArticle.story).toEqual(byWords.story);
    expect(((await desk.ask(`story ${byWords.story.id}`)).data as StoryData).story).toEqual(byWords.story);
    expect(byWords.story.total).toBeGreaterThan(1);
  });

  test("is told oldest day first; a figure or a name is new once, and stands in its article", async () => {
    const { days, story, sources } = (await desk.ask("story bfr8m")).data as StoryData;
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
    expect(days.flatMap(({ articles }) => articles)).toHaveLength(story.total);
    expect(sources.flatMap(({ articles }) => articles)).toHaveLength(story.total);
    const names = days.flatMap(({ added }) => added.names);
    expect(new Set(names).size).toBe(names.length);
    for (const { text, article } of days.flatMap(({ added }) => added.figures))
      expect(desk.doors.library.get(article)?.body).toContain(text);
  });

  test("is one screen a page, in every language, and its pages together have every day once", async () => {
    const lines = (text: string) =>
      text.split("\n").reduce((sum, line) => {
        const width = [...line].reduce((all, one) => all + (/\p{sc=Han}/u.test(one) ? 2 : 1), 0);
        return sum + Math.max(1, Math.ceil(width / 80));
      }, 0);
    for (const locale of ["en", "zh", "ru"] as const)
      for (const id of ["bfr8m", "qqqdd", "62hrk"]) {
        const first = await desk.ask(`story ${id}`, { locale }).catch(() => undefined);
        const pages = (first?.data as { pages?: number } | undefined)?.pages ?? 0;
        const titles: string[] = [];
        for (let page = 1; page <= pages; page++) {
          const reply = await desk.ask(`story ${id} --page=${page}`, { locale });
          expect(lines(wordsOf(reply))).toBeLessThanOrEqual(46);
          titles.push(
            ...reply.blocks.flatMap((block) =>
              block.kind === "card"
                ? [typeof block.title === "string" ? block.title : JSON.stringify(block.title)]
                : [],
            ),
          );
        }
        expect(new Set(titles).size).toBe(titles.length);
      }
  });

  test("words that find nothing are told in the reader's language", async () => {
    for (const [locale, words] of [
      ["en", /No story is about/],
      ["zh", /没有关于/],
      ["ru", /Сюжета о/],
    ] as const) {
      const reply = await desk.ask("story zzqqxx", { locale });
      expect(reply.outcome).toBe("nothing");
      expect(wordsOf(reply)).toMatch(words);
    }
  });
});

describe("compare", () => {
  test("is called for each reader what the story is called, in their language where there is one", async () => {
    for (const locale of ["en", "zh", "ru"] as const) {
      const [story] = (await desk.ask("story media forum", { locale })).blocks;
      const [compared] = (await desk.ask("compare media forum", { locale })).blocks;
      const called = story?.kind === "heading" ? story.text : "";
      expect(compared).toMatchObject({ kind: "heading", text: expect.stringMatching(/[:：] ?\S/) });
      expect(compared?.kind === "heading" && compared.text.endsWith(called)).toBe(true);
      if (locale === "en") expect(called).not.toMatch(/\p{sc=Han}/u);
    }
  });

  interface CompareData {
    readonly sides: readonly {
      readonly side: string;
      readonly sentences: readonly { text: string; article: string }[];
      readonly only: {
        readonly names: readonly { name: string; text: string }[];
        readonly figures: readonly { figure: string }[];
      };
    }[];
    readonly silent: readonly string[];
  }

  test("shows each language's own sentences, and says which is silent", async () => {
    const { sides, silent } = (await desk.ask("compare bfr8m")).data as CompareData;
    expect(sides.map(({ side }) => side)).toContain("zh");
    expect(silent).toContain("ru");
    for (const { text, article } of sides.flatMap(({ sentences }) => sentences))
      expect(desk.doors.library.get(article)?.body).toContain(text);
    expect(wordsOf(await desk.ask("compare bfr8m"))).toContain("Nothing in Russian so far.");
  });

  test("compares two articles, and countries", async () => {
    const pair = (await desk.ask("compare eh6ts bfr8m")).data as CompareData;
    expect(pair.sides.map(({ side }) => side).sort()).toEqual(["bfr8m", "eh6ts"]);
    const countries = (await desk.ask("compare bfr8m --by=country")).data as CompareData;
    expect(countries.sides.map(({ side }) => side)).toEqual(["CN"]);
  });
});

describe("coverage and trends", () => {
  test("count the same articles, by publisher and by day", async () => {
    const covered = (await desk.ask("coverage")).data as {
      total: number;
      rows: { articles: number }[];
      first: unknown;
    };
    expect(covered.total).toBe(10);
    expect(covered.rows.reduce((sum, { articles }) => sum + articles, 0)).toBe(10);
    expect(covered.first).toMatchObject({ article: "bfr8m" });
    const may = (await desk.ask("trends --period=2025-05")).data as {
      total: number;
      days: { day: string; total: number }[];
    };
    expect(may.days).toHaveLength(31);
    expect(may.days.reduce((sum, { total }) => sum + total, 0)).toBe(may.total);
  });

  test("a query is translated, and a period without articles says so", async () => {
    const en = (await desk.ask("coverage media forum")).data as { total: number };
    expect(en.total).toBeGreaterThan(1);
    expect((await desk.ask("trends media --period=2025-04")).outcome).toBe("nothing");
    expect(wordsOf(await desk.ask("trends --period=2025-05"))).toContain("█");
  });
});
