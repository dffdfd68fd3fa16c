import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { type Desk, openDesk, caller as someone, wordsOf } from "../desk.ts";

interface Data {
  day: string;
  from?: string;
  zone: string;
  topic?: string;
  total: number;
  stories: {
    headline: string;
    articles: { id: string; title: string; url: string | null; urlKind: string | null }[];
    sentences: { text: string; article: string }[];
    new?: boolean;
  }[];
  nearest?: { day: string; stories: unknown[] } | null;
}

let desk: Desk;
let busy: Desk;
beforeAll(async () => {
  desk = await openDesk();
  busy = await openDesk({ corpus: join(root, "test", "stories", "judged", "articles.jsonl") });
});
afterAll(async () => {
  await desk.close();
  await busy.close();
});
const dataOf = async (line: string, as = {}) => (await desk.ask(line, as)).data as Data;

describe("digest", () => {
  test("is written in the language that is asked for", async () => {
    const shown = async (line: string, as = {}) =>
      (await desk.ask(line, as)).blocks.filter(({ kind }) => kind !== "actions");
    const russian = await shown("digest 2025-05-26 locale:ru");
    expect(russian).toEqual(await shown("digest 2025-05-26", { locale: "ru" }));
    expect(russian).not.toEqual(await shown("digest 2025-05-26"));
  });

  test("a mistyped day is guessed, and its line offered", async () => {
    const reply = await desk.ask("digest yesterdya media forum");
    expect(wordsOf(reply)).toContain("Did you mean: digest yesterday media forum");
    const actions = reply.blocks.flatMap((block) => (block.kind === "actions" ? block.actions : []));
    expect(actions.map(({ run }) => run)).toContain("digest yesterday media forum");
    expect(wordsOf(await desk.ask("сводка вчреа", { locale: "ru" }))).toContain("имели в виду: digest вчера");
    for (const line of ["digest хлопок", "digest today weak"])
      expect(wordsOf(await desk.ask(line))).not.toContain("Did you mean");
  });

  test("tells the stories of a day in the caller's zone", async () => {
    const shanghai = await desk.ask("digest 2025-05-26");
    expect(shanghai).toMatchObject({
      outcome: "answered",
      audience: "caller",
      data: { day: "2025-05-26", zone: "Asia/Shanghai", total: 4 },
    });
    const utc = await dataOf("digest 2025-05-25", { zone: "UTC" });
    expect(utc).toMatchObject({ day: "2025-05-25", zone: "UTC", total: 4 });
    expect(utc.stories).toEqual((shanghai.data as Data).stories);
    expect(utc.stories.map(({ articles }) => articles.length)).toEqual([3, 1]);
    expect(wordsOf(shanghai)).toContain("4 articles · 2 publishers · 2 stories");
  });

  test("prints what docs/json.md says", async () => {
    const { stories } = await dataOf("digest 2025-05-26");
    for (const { headline, articles, sentences } of stories) {
      expect(headline).toBe(articles[0]?.title);
      for (const article of articles)
        expect(article).toMatchObject({
          id: expect.any(String),
          url: expect.stringMatching(/^https?:/),
          urlKind: expect.stringMatching(/^(article|page|search|home)$/),
          source: expect.any(String),
          published: expect.any(String),
          language: expect.stringMatching(/^(zh|en|ru)$/),
        });
      for (const { text, article } of sentences)
        expect(desk.doors.library.get(article)?.body).toContain(text);
    }
  });

  test("a week shows how a story grew no longer than it shows the story", async () => {
    const now = { zone: "Asia/Shanghai" };
    const week = (await busy.ask("digest 2026-03", now)).data as Data;
    expect(week).toMatchObject({ from: "2026-03-01", day: "2026-03-31" });
    expect(week.total).toBe(82);
    const day = wordsOf(await busy.ask("digest 2026-03-06", { ...now, locale: "zh" }));
    expect(day).toContain("2026年3月3日以来另有 3 篇较早报道");
  });

  test("a quiet day says so and shows the nearest day that has news", async () => {
    const quiet = await desk.ask("digest 2025-05-28");
    expect(quiet).toMatchObject({
      outcome: "nothing",
      data: { day: "2025-05-28", total: 0, stories: [], nearest: { day: "2025-05-27" } },
    });
    expect(wordsOf(quiet)).toContain(
      "Quiet: no news for 28 May 2025. The nearest day with news is 27 May 2025:",
    );
    expect(wordsOf(quiet)).toContain("加强卫生健康合作");
    expect((await desk.ask("摘要 今天", { locale: "zh", zone: "UTC" })).summary).toContain(
      "最近有新闻的一天是2025年6月15日",
    );
    expect(await dataOf("digest 1999-01-01")).toMatchObject({ nearest: { day: "2025-05-24" } });
    expect(await dataOf("digest 2031-01-01")).toMatchObject({ nearest: { day: "2025-06-16" } });
  });

  test("the words for days work in three languages", async () => {
    expect(await dataOf("digest today")).toMatchObject({ day: "2025-06-16", total: 1 });
    for (const line of ["摘要 昨天", "сводка вчера", "digest yesterday"])
      expect(await dataOf(line)).toMatchObject({ day: "2025-06-15", total: 0 });
    for (const line of ["摘要 本周", "сводка неделя", "digest week"])
      expect(await dataOf(line)).toMatchObject({ from: "2025-06-10", day: "2025-06-16", total: 1 });
  });

  test("a date may be several words, with a topic behind it", async () => {
    expect(await dataOf("digest 26 May 2025")).toMatchObject({ day: "2025-05-26", total: 4 });
    expect(await dataOf("сводка 26 мая")).toMatchObject({ day: "2025-05-26", total: 4 });
    expect(await dataOf("digest 26 May 2025 民调")).toMatchObject({ day: "2025-05-26", topic: "民调" });
  });

  test("a wrong date is refused in the caller's language", async () => {
    const wrong = await desk.ask("digest 2025-02-30");
    expect(wrong.outcome).toBe("bad-input");
    expect(wrong.summary).toContain("The calendar has no day 2025-02-30");
    expect((await desk.ask("摘要 2025-02-30", { locale: "zh" })).summary).toContain("日历上没有 2025-02-30");
    expect((await desk.ask("digest today --since=later")).summary).toContain("since needs an instant");
    expect((await desk.ask("digest 400d")).summary).toContain("at most 31 days");
  });

  test("every article of a story is named with its language and its link, and a long sentence is cut at a word", async () => {
    const [lead] = desk.doors.library.newest();
    if (!lead) throw new Error("no articles");
    const { storyCard } = await import("../../src/stories/present.ts");
    const own = { ...lead, title: "An English title" };
    const articles = Array.from({ length: 7 }, (_, at) => ({
      ...lead,
      id: `same${at}`,
      url: `https://news.example/${at}`,
    }));
    const text = `${"word ".repeat(80)}end.`;
    const story = { id: "slead", articles: [own, ...articles] as const, earlier: [], weight: 1 };
    const told = () => ({ sentences: [{ text, article: lead.id }], figures: [] });
    const { library, translate } = desk.doors;
    const caller = { ...someone, locale: "en", zone: "UTC" } as const;
    const card = await storyCard(
      { ...story, told, tell: async () => told() },
      { library, caller, translate },
      { full: true, translated: false },
    );
    const words = wordsOf({ summary: "", audience: "caller", outcome: "answered", blocks: [card] });
    expect(words).toContain("8 articles");
    expect(words).toMatch(/word word… — Global Times/);
    const links = JSON.stringify(card).match(/https:\/\/news\.example\/\d/g);
    expect(links).toEqual(articles.map(({ url }) => url));
    expect(words.match(/ — Chinese · Global Times/g)).toHaveLength(7);
  });

  test("a topic is a search, and a topic without news is quiet", async () => {
    const topic = await dataOf("digest 2025-05-26 民调");
    expect(topic.topic).toBe("民调");
    expect(topic.total).toBeLessThan(4);
    expect(topic.stories[0]?.headline).toContain("民调结果显示");
    const none = await desk.ask("digest 2025-05-26 白内障");
    expect(none).toMatchObject({ outcome: "nothing", data: { total: 0, nearest: { day: "2025-05-27" } } });
    expect(wordsOf(await desk.ask("digest 2025-05-26 zzzzqqq"))).toContain(
      "There is none on any other day either.",
    );
  });

  test("what is new since an instant is marked", async () => {
    const line = "digest 2025-05-26 --since=2025-05-25T22:30:00Z";
    const { stories } = await dataOf(line);
    expect(stories.map((story) => story.new)).toEqual([false, true]);
    expect(wordsOf(await desk.ask(line))).toContain("1 new since 26 May 2025, 06:30");
    expect(wordsOf(await desk.ask("digest 2025-05-26 --since=2025-06-01T00:00:00Z"))).toContain(
      "nothing new since",
    );
  });

  test("one screen holds at most five stories and forty lines; More and Back turn pages, Read opens the article", async () => {
    const cards = (reply: Awaited<ReturnType<Desk["ask"]>>) =>
      reply.blocks.filter(({ kind }) => kind === "card");
    const actions = (reply: Awaited<ReturnType<Desk["ask"]>>) =>
      reply.blocks.flatMap((block) =>
        block.kind === "actions" || block.kind === "card" ? (block.actions ?? []) : [],
      );
    const page = await busy.ask("digest 2026-03", { locale: "en" });
    expect(cards(page).length).toBeGreaterThan(1);
    expect(cards(page).length).toBeLessThanOrEqual(5);
    expect(wordsOf(page).split("\n").length).toBeLessThanOrEqual(40);
    const more = actions(page).find(({ label }) => label === "More");
    expect(more).toMatchObject({ place: "here" });
    const next = await busy.ask(more?.run ?? "");
    expect(cards(next).length).toBeGreaterThan(1);
    expect(cards(next)[0]).not.toEqual(cards(page)[0]);
    const back = actions(next).find(({ label }) => label === "Back");
    expect(cards(await busy.ask(back?.run ?? ""))).toEqual(cards(page));
    const read = actions(page).find(({ label }) => label === "Read");
    expect(await busy.ask(read?.run ?? "")).toMatchObject({ outcome: "answered" });
    const last = await busy.ask("digest 2026-03 --page=99");
    expect(cards(last).length).toBeGreaterThan(0);
    expect(actions(last).some(({ label }) => label === "More")).toBe(false);
  });

  test("--limit shortens both the screen and the data", async () => {
    const reply = await busy.ask("digest 2026-03 --limit 2");
    expect(reply.blocks.filter(({ kind }) => kind === "card").length).toBe(2);
    expect((reply.data as Data).stories.length).toBe(2);
    expect((reply.data as Data).total).toBe(82);
  });

  test("days are offered for completion in the reader's language", async () => {
    const request = {
      id: "r",
      caller: { ...(await import("../desk.ts")).caller, locale: "zh" as const },
      command: "digest",
      values: {},
    };
    expect(await desk.bot.suggest(request, "day", "")).toEqual(["今天", "昨天", "本周"]);
  });
});

describe("a digest in each language", () => {
  test.each([
    [
      "en",
      "Digest · 6 Mar 2026",
      "6 new since 6 Mar 2026, 06:20",
      "3 earlier, since 3 Mar 2026",
      "Quiet: no news on “хлопок”",
    ],
    [
      "zh",
      "摘要 · 2026年3月6日",
      "以来新增 6 篇",
      "2026年3月3日以来另有 3 篇较早报道",
      "没有关于“хлопок”的新闻",
    ],
    [
      "ru",
      "Сводка · 6 марта 2026",
      "нового с 6 марта 2026",
      "ранее, с 3 марта 2026 г.: 3",
      "новостей по теме «хлопок» нет",
    ],
  ] as const)("%s", async (locale, heading, fresh, grown, quiet) => {
    const words = wordsOf(await busy.ask("digest 2026-03-06 --since=2026-03-05T22:20:00Z", { locale }));
    for (const part of [heading, fresh, grown]) expect(words).toContain(part);
    expect(wordsOf(await busy.ask("digest 2026-03-03 хлопок", { locale }))).toContain(quiet);
    const none = await busy.ask("digest 2026-03-06 --new --since=2026-03-09T00:00:00Z", { locale });
    expect(none).toMatchObject({ outcome: "nothing", data: { total: 0 } });
    const differ = wordsOf(await busy.ask("digest 2026-03-03..2026-03-05 --limit=20", { locale }));
    expect(differ).toMatch(/Figures differ:|数字不一致：|Цифры расходятся:/);
    expect(differ).toContain("地震造成38人受伤");
    // Other shares of other answers are no disagreement.
    expect(wordsOf(await desk.ask("digest 2025-05", { locale }))).not.toMatch(/differ:|不一致：|расходятся:/);
    expect(wordsOf(await desk.ask("digest 2025-05-26 --since=never", { locale }))).toContain(
      "2025-05-26T01:00:00Z",
    );
  });

  test("eval says its numbers in each language too", async () => {
    const file = join(root, "test", "stories", "judged", "stories.json");
    for (const [locale, title] of [
      ["zh", "41 个评测事件"],
      ["ru", "Оценочных сюжетов: 41"],
    ] as const)
      expect((await busy.ask(`eval --stories=${file}`, { locale })).summary).toContain(title);
  });
});

describe("eval --stories", () => {
  const stories = join(root, "test", "stories", "judged", "stories.json");
  test("prints B-cubed of clustering, in parts, and what went wrong", async () => {
    const reply = await busy.ask(`eval --stories=${stories}`);
    expect(reply.data).toMatchObject({
      articles: 86,
      stories: 41,
      overall: { f1: expect.any(Number) },
      splits: { dev: { f1: expect.any(Number) }, "held-out": { f1: expect.any(Number) } },
    });
    expect(wordsOf(reply)).toMatch(/overall \| (?:0\.9\d\d|1\.000)/);
  });

  test("judged articles that are not there are named; a file that is no set is refused", async () => {
    expect(wordsOf(await desk.ask(`eval --stories=${stories}`))).toContain(
      "No dated article has this id: n001",
    );
    expect(await desk.ask("eval --stories=nowhere.json")).toMatchObject({ outcome: "bad-input" });
    expect(await desk.ask(`eval --stories=${join(root, "package.json")}`)).toMatchObject({
      outcome: "bad-input",
    });
  });
});
