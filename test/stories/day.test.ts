/** The stories of a day among ten thousand articles: told in no long turn and in no long time, also the first time. */
import { expect, test } from "@jest/globals";
import { createLibrary } from "../../src/articles/shelf.ts";
import { createStories } from "../../src/stories/stories.ts";
import { createTongue } from "../../src/stories/tongue.ts";
import { generate } from "../bench/generate.ts";
import { tooLong } from "../bench/turns.ts";
import { wordLists } from "../bench/words.ts";

const ARTICLES = 10_000;
const DAYS = 30;
const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-05-01T00:00:00Z");
/** Stories of a brief. */
const TOLD = 12;

const articles = generate(ARTICLES, await wordLists()).articles.map((article, at) => ({
  ...article,
  published: new Date(FIRST + Math.floor(((at % 9973) / 9973) * DAYS * DAY_MS)).toISOString(),
  story: { id: `s${article.id}`, like: {} },
}));

function counting() {
  const tongue = createTongue();
  let letters = 0;
  return {
    tongue: {
      common: tongue.common,
      translate: tongue.translate,
      analyze: (text: string) => {
        letters += text.length;
        return tongue.analyze(text);
      },
    },
    letters: () => letters,
  };
}

async function tellDay(stories: ReturnType<typeof createStories>, day: number): Promise<void> {
  const from = FIRST + day * DAY_MS;
  const told = await stories.within({ from, to: from + DAY_MS }, { language: "en" });
  for (const story of told.slice(0, TOLD)) await story.tell();
}

test("a day is told after reading a small part of the days around it", async () => {
  const { tongue, letters } = counting();
  const stories = createStories({ library: createLibrary([], articles, []), tongue });
  await tellDay(stories, 10);
  const whole = articles
    .slice(0, 5 * Math.ceil(ARTICLES / DAYS))
    .reduce((sum, { body }) => sum + body.length, 0);
  expect(letters()).toBeLessThan(0.12 * whole);
});

test("each day is told in 300 ms of work, and nobody waits 75 ms for a turn", async () => {
  const stories = createStories({ library: createLibrary([], articles, []), tongue: createTongue() });
  let day = 2;
  await tellDay(stories, day);
  expect(await tooLong(() => tellDay(stories, ++day), { turnMs: 75, wholeMs: 300 })).toBeUndefined();
});
