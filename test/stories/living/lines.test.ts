import { expect, test } from "@jest/globals";
import type { Article } from "../../../src/article.ts";
import { createLibrary } from "../../../src/articles/shelf.ts";
import { createStories } from "../../../src/stories/stories.ts";
import { createTongue } from "../../../src/stories/tongue.ts";

const tongue = createTongue();
let made = 0;
const article = (
  day: string,
  title: string,
  body: string,
  language: Article["language"] = "en",
): Article => ({
  id: `n${String(++made).padStart(4, "0")}`,
  title,
  body,
  source: "Desk",
  published: `${day}T0${made % 9}:30:00Z`,
  language,
  kind: "article",
  url: null,
});

const tunnel = (day: string, what: string) =>
  article(
    day,
    `Narynkol tunnel: ${what}`,
    `Engineers of the Narynkol railway tunnel said that ${what}. Chief engineer Temirlan Abdykadyrov showed the drilling shield.`,
  );
const museum = (day: string) =>
  article(
    day,
    "Museum of carpets lends forty pieces to Tashkent",
    "The carpet museum sent forty pieces woven in the nineteenth century. Curator Gulnara Ataeva packed them herself.",
  );

const open = (articles: readonly Article[] = []) => {
  const library = createLibrary([], articles);
  const stories = createStories({ library, tongue });
  const keep = async (...fresh: readonly Article[]) => {
    const placed = await stories.place(fresh);
    library.put(placed);
    return placed.map(({ story }) => story?.id);
  };
  return { library, stories, keep };
};

test("a story goes on over weeks, keeps its id, and does not take what is about something else", async () => {
  const { keep, stories } = open();
  const [first] = await keep(tunnel("2026-05-01", "the drilling has begun at the northern portal"));
  const [other] = await keep(museum("2026-05-02"));
  const [second] = await keep(tunnel("2026-05-06", "half of the northern portal is lined with concrete"));
  const [third] = await keep(tunnel("2026-05-12", "water broke into the northern portal"));
  expect([second, third]).toEqual([first, first]);
  expect(other).not.toBe(first);
  expect((await stories.get(first ?? ""))?.articles.map(({ published }) => published?.slice(0, 10))).toEqual([
    "2026-05-01",
    "2026-05-06",
    "2026-05-12",
  ]);
});

test("after a week without news the same matter is a new story", async () => {
  const { keep } = open();
  const [first] = await keep(tunnel("2026-05-01", "the drilling has begun at the northern portal"));
  const [later] = await keep(tunnel("2026-05-20", "the drilling has reached the middle"));
  expect(later).not.toBe(first);
});

test("a late article joins the story that it belongs to", async () => {
  const { keep } = open();
  const [first] = await keep(
    tunnel("2026-05-01", "the drilling has begun at the northern portal"),
    tunnel("2026-05-06", "half of the northern portal is lined with concrete"),
  );
  const [late] = await keep(tunnel("2026-05-03", "the first ring of the northern portal stands"));
  expect(late).toBe(first);
});

test("a start knows the stories from the articles and compares nothing again", async () => {
  const before = open();
  await before.keep(
    tunnel("2026-05-01", "the drilling has begun at the northern portal"),
    museum("2026-05-02"),
    tunnel("2026-05-06", "half of the northern portal is lined with concrete"),
  );
  const kept = before.library.newest();
  const after = open(kept);
  const whole = await after.stories.get(kept[0]?.id ?? "");
  expect(whole?.articles).toHaveLength(2);
  const span = { from: Date.parse("2026-05-01"), to: Date.parse("2026-05-08") };
  const [told] = await after.stories.within(span);
  expect(told?.id).toBe(whole?.id);
});

test("in an archive that has no stories yet, a story does not depend on which article is asked for first", async () => {
  const archive = Array.from({ length: 2_100 }, (_, at) => {
    const day = new Date(Date.parse("2016-01-01") + at * 86_400_000).toISOString().slice(0, 10);
    return article(day, `Report ${at} of a region`, `Text number ${at} about place ${at * 7}.`);
  });
  const told = [
    tunnel("2026-05-01", "the drilling has begun at the northern portal"),
    tunnel("2026-05-06", "half of the northern portal is lined with concrete"),
    tunnel("2026-05-08", "water broke into the northern portal"),
  ] as const;
  for (const first of told) {
    const { stories } = open([...archive, ...told]);
    const { id, articles } = (await stories.get(first.id)) ?? {};
    expect([id, articles?.length]).toEqual([`s${told[0].id}`, 3]);
  }
});

test("what an article of a removed story leaves behind is nothing", async () => {
  const { keep, stories, library } = open();
  const one = museum("2026-05-02");
  const [story] = await keep(one);
  library.remove([one.id]);
  expect(await stories.get(story ?? "")).toBeUndefined();
});

test("5,000 articles that have their stories are told in less than a second", async () => {
  const many = Array.from({ length: 5_000 }, (_, at) => {
    const made = article(
      "2026-06-01",
      `Report ${at % 700} of the region`,
      `Text of report ${at % 700}. `.repeat(20),
    );
    return { ...made, story: { id: `s${at % 700}`, like: {} } };
  });
  const { stories } = open(many);
  const before = process.cpuUsage();
  const told = await stories.within({ from: Date.parse("2026-06-01"), to: Date.parse("2026-06-02") });
  for (const story of told.slice(0, 10)) story.told();
  const { user, system } = process.cpuUsage(before);
  expect(told.length).toBeGreaterThanOrEqual(700);
  expect((user + system) / 1000).toBeLessThan(1_000);
});
