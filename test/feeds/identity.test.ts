/** One article for each item of a feed, day after day: what is told apart, what is one, what a move keeps. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { root } from "../../src/root.ts";
import { type BareRoom as Box, openBare } from "./bare.ts";
import { startServer, type TestServer } from "./server.ts";

const DAY = 86_400_000;
let server: TestServer;
const boxes: Box[] = [];
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await Promise.all(boxes.splice(0).map((each) => each.close()));
  await server.close();
});
async function box(more: object = {}): Promise<Box> {
  const made = await openBare(
    [{ url: `${server.url}/feed`, publisher: "Desk", pages: false, ...more }],
    [server.host],
  );
  boxes.push(made);
  return made;
}

interface Story {
  readonly title: string;
  readonly text: string;
  readonly day: number;
}
const HEALTH: Story = {
  title: "Health ministers of the SCO meet in Almaty",
  text: "Ministers of ten states agreed to share vaccine data and to open a joint laboratory in the spring of next year, said the host.",
  day: 10,
};
const CUSTOMS: Story = {
  title: "Customs chiefs of the SCO sign accord",
  text: "Heads of customs agreed on green corridors for fruit and vegetables and on one electronic form for all carriers.",
  day: 11,
};
const RAIL: Story = {
  title: "Railway forum opens in Tashkent",
  text: "Business people and ministers discuss tariffs on the corridor between the Caspian Sea and western China this week.",
  day: 12,
};
const stamp = (day: number) => new Date(Date.UTC(2025, 5, day, 6)).toUTCString();
type Shape = (story: Story, at: number) => string;
const rss = (shape: Shape) => (stories: readonly Story[]) =>
  `<rss version="2.0"><channel><title>Desk</title>${stories.map((story, at) => `<item><title>${story.title}</title><description>${story.text}</description><pubDate>${stamp(story.day)}</pubDate>${shape(story, at)}</item>`).join("")}</channel></rss>`;
const atom = (shape: Shape) => (stories: readonly Story[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>${stories.map((story, at) => `<entry><title>${story.title}</title><summary>${story.text}</summary><updated>2025-06-${story.day}T06:00:00Z</updated>${shape(story, at)}</entry>`).join("")}</feed>`;
const json = (shape: (story: Story, at: number) => object) => (stories: readonly Story[]) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Desk",
    items: stories.map((story, at) => ({
      title: story.title,
      content_text: story.text,
      date_published: `2025-06-${story.day}T06:00:00Z`,
      ...shape(story, at),
    })),
  });
const at = (path: string) => `<link>https://desk.example${path}</link>`;

/** Ways in which feeds fail to name their items. */
const FORMS: readonly (readonly [string, (stories: readonly Story[]) => string])[] = [
  ["front page links, no guid", rss(() => at("/"))],
  ["front page links, guid is the front page", rss(() => `${at("/")}<guid>https://desk.example/</guid>`)],
  ["links to index.html", rss(() => at("/index.html"))],
  ["links to one list page, no guid", rss(() => at("/press/list.html"))],
  ["links to one list page with a query", rss(() => at("/press?section=3"))],
  ["links to a page that is replaced daily", rss(() => at("/today.html"))],
  ["a numbered list page", rss(() => at("/node_1234567.html"))],
  ["one guid N/A, front page links", rss(() => `${at("/")}<guid isPermaLink="false">N/A</guid>`)],
  [
    "one guid for all, links of their own",
    rss(({ day }) => `${at(`/a/${day}`)}<guid isPermaLink="false">desk</guid>`),
  ],
  ["one guid for all, no links", rss(() => '<guid isPermaLink="false">desk-feed-2025</guid>')],
  ["guids count from 1 each day", rss((_story, n) => `${at("/")}<guid isPermaLink="false">${n + 1}</guid>`)],
  [
    "guids and links count from 1 each day",
    rss((_story, n) => `${at(`/item/${n + 1}`)}<guid isPermaLink="false">${n + 1}</guid>`),
  ],
  ["neither link nor guid", rss(() => "")],
  ["empty guid and link", rss(() => "<link></link><guid></guid>")],
  ["anchors on one page", rss(({ day }) => at(`/press.html#p${day}`))],
  ["anchors that count from the top", rss((_story, n) => at(`/press.html#item${n}`))],
  [
    "one Atom id for all, one link",
    atom(() => '<id>tag:desk.example,2025:feed</id><link href="https://desk.example/"/>'),
  ],
  [
    "one Atom id for all, links of their own",
    atom(({ day }) => `<id>urn:desk</id><link href="https://desk.example/a/${day}"/>`),
  ],
  ["Atom without ids, one list", atom(() => '<link href="https://desk.example/news/"/>')],
  ["JSON without ids and links", json(() => ({}))],
  ["JSON without ids, one link", json(() => ({ url: "https://desk.example/news" }))],
  ["JSON with one id", json(() => ({ id: 0, url: "https://desk.example/" }))],
  ["links differ in tracking alone", rss(({ day }) => at(`/press?utm_source=rss${day}`))],
];

/** What a feed gives day after day; the last gives the three at once, then in another order. */
const COURSES: readonly (readonly [string, readonly (readonly Story[])[]])[] = [
  ["beside the first day's", [[HEALTH], [CUSTOMS, HEALTH], [RAIL, CUSTOMS, HEALTH]]],
  ["instead of the first day's", [[HEALTH], [CUSTOMS], [RAIL]]],
  ["and the first day's again later", [[HEALTH], [CUSTOMS], [RAIL, HEALTH]]],
  [
    "all at once",
    [
      [HEALTH, CUSTOMS, RAIL],
      [RAIL, HEALTH, CUSTOMS],
    ],
  ],
];
const CASES = FORMS.flatMap(([form, write], f) =>
  COURSES.map(([course, days], c) => ({ form, course, write, days, name: `f${f}c${c}` })),
);

/** The story in words of its own, so that no feed's article is a copy of another's. */
function own({ title, text, day }: Story, name: string): Story {
  const reworded = (words: string) => words.replace(/\p{L}{3,}/gu, (word) => `${word}${name}`);
  return { title: reworded(title), text: reworded(text), day };
}

describe("each item is an article of its own, under its own headline", () => {
  let made: Box;
  beforeAll(async () => {
    const one = await startServer();
    made = await openBare(
      CASES.map(({ name }) => ({ url: `${one.url}/${name}`, publisher: name, pages: false })),
      [one.host],
    );
    for (const day of [0, 1, 2]) {
      for (const { name, write, days } of CASES) {
        const stories = days[day] ?? days.at(-1) ?? [];
        const body = write(stories.map((story) => own(story, name)));
        one.set(`/${name}`, { body: body.replaceAll("//desk.example", `//${name}.example`) });
      }
      await made.poll();
      await made.poll();
      made.pass(DAY);
    }
    await made.close();
    await one.close();
  }, 120_000);

  test.each(CASES)("$form, $course", ({ name }) => {
    const mine = made.library.newest().filter(({ source }) => source === name);
    const shown = mine.map(({ title, body }) => `${title}: ${body}`).sort();
    const wanted = [HEALTH, CUSTOMS, RAIL].map((story) => own(story, name));
    expect(shown).toEqual(wanted.map(({ title, text }) => `${title}: ${text}`).sort());
  });
});

test("the shipped case: two days of a press office whose items all link to its front page", async () => {
  const one = await readFile(join(root, "test/feeds/pages/front-page-day1.xml"), "utf8");
  const two = await readFile(join(root, "test/feeds/pages/front-page-day2.xml"), "utf8");
  const made = await box();
  made.pass(Date.parse("2026-10-21T08:00:00Z") - made.clock.now());
  for (const body of [one, two]) {
    server.set("/feed", { body });
    await made.poll();
  }
  expect(made.article("Customs chiefs of the SCO sign accord")?.body).toBe(
    "Heads of customs agreed on green corridors.",
  );
  expect(made.article(HEALTH.title)).toMatchObject({ body: HEALTH.text, published: "2026-10-20T06:00:00Z" });
});

describe("one article stays one", () => {
  const named = (path: string, guid: string) => `${at(path)}<guid isPermaLink="false">${guid}</guid>`;
  const again = async (first: string, second: string) => {
    server.set("/feed", { body: first });
    const made = await box();
    await made.poll();
    server.set("/feed", { body: second });
    made.pass(3_600_000);
    await made.poll();
    return made.library.newest().filter(({ source }) => source === "Desk");
  };
  const EDITED = { ...HEALTH, text: `${HEALTH.text} The next meeting is in Dushanbe.` };

  test.each([
    ["its headline is edited", { ...HEALTH, title: "SCO health ministers meet in Almaty" }],
    ["its headline is quite another", { ...HEALTH, title: "Vaccines: ten states to open a laboratory" }],
    ["its text is edited", EDITED],
    ["its date is bumped", { ...HEALTH, day: 12 }],
    ["headline and text are rewritten under the same date", { ...CUSTOMS, day: 10 }],
  ])("when %s", async (_what, story) => {
    const write = rss(() => named("/a/4711", "4711"));
    const [article, ...others] = await again(write([HEALTH]), write([story]));
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      title: story.title,
      body: story.text,
      published: "2025-06-10T06:00:00Z",
    });
  });

  test.each([
    ["another path", "https://desk.example/b/4711"],
    ["another slug", "https://desk.example/a/4711-health-ministers"],
    ["https", "https://desk.example/a/4711?x=1"],
    ["another domain", "https://new-desk.example/a/4711"],
    ["a slug instead of a number", "https://desk.example/health-ministers-meet-in-almaty"],
  ])("when it moves to %s: the new link is shown, the old one is kept", async (_what, link) => {
    const old = "http://desk.example/a/4711";
    const write = (to: string) =>
      rss(() => `<link>${to}</link><guid isPermaLink="false">n4711</guid>`)([HEALTH]);
    const [article, ...others] = await again(write(old), write(link));
    expect(others).toEqual([]);
    expect(article?.url).toBe(link);
    expect(article?.copies).toEqual([{ source: "Desk", url: old }]);
  });

  test.each([
    ["before it has a date", (feed: string) => feed.replace(/<pubDate>.*?<\/pubDate>/, "")],
    ["cut off before its date", (feed: string) => feed.slice(0, feed.indexOf("<pubDate>") + 12)],
  ])("when its feed comes %s: the date is taken later", async (_what, breaks) => {
    const whole = `<rss version="2.0"><channel><title>Desk</title><item><title>${HEALTH.title}</title>${named("/a/1", "1")}<description>${HEALTH.text}</description><pubDate>${stamp(10)}</pubDate></item></channel></rss>`;
    const [article, ...others] = await again(breaks(whole), whole);
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      title: HEALTH.title,
      body: HEALTH.text,
      published: "2025-06-10T06:00:00Z",
    });
  });

  test("listed twice under one headline is one", async () => {
    const write = rss((_story, n) => at(`/a/4711?utm_source=${n}`));
    expect(await again(write([HEALTH, HEALTH]), write([HEALTH, HEALTH]))).toHaveLength(1);
  });
});
