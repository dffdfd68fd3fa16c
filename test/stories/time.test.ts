/** Whatever a feed's articles say, no turn of what a story tells is long. */
import { expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { createLibrary } from "../../src/articles/shelf.ts";
import { inTurns } from "../../src/slices.ts";
import { figuresIn } from "../../src/stories/added.ts";
import { compareSides } from "../../src/stories/compare.ts";
import { createStories } from "../../src/stories/stories.ts";
import { daysOf } from "../../src/stories/timeline.ts";
import { createTongue } from "../../src/stories/tongue.ts";
import { tooLong } from "../bench/turns.ts";

const limits = { turnMs: 50, wholeMs: 10_000 };
const tongue = createTongue();
const LENGTH = 8_000;
const long = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
const BODIES: Readonly<Record<string, string>> = {
  "people without a full stop": long("5人，"),
  "people, all different": Array.from({ length: 1_500 }, (_, i) => `${100 + (i % 60)}人受伤，`)
    .join("")
    .slice(0, LENGTH),
  "a number again and again": long("7 "),
  "a count again and again": long("8个"),
  "English people": long("5 people, "),
  "one sentence again and again": long("努尔兰·叶尔梅克巴耶夫说。"),
  names: Array.from({ length: 1_000 }, (_, i) => `Aa${i} Bb${i} `)
    .join("")
    .slice(0, LENGTH),
};
const story = (body: string, count: number) =>
  Array.from(
    { length: count },
    (_, i): Article => ({
      id: `a${i}`,
      title: "上合组织媒体合作论坛在乌鲁木齐举行",
      // No two are quite the same: what is read is remembered by its text.
      body: `${i}。${body}`,
      ...{ source: `Source ${i % 7}`, language: "zh", kind: "article", url: null },
      published: `2026-05-${String(1 + (i % 20)).padStart(2, "0")}T08:00:00Z`,
    }),
  ) as unknown as readonly [Article, ...Article[]];

test.each(Object.keys(BODIES))(
  "%s",
  async (name) => {
    const body = BODIES[name] ?? "";
    const slow: string[] = [];
    for (const count of [2, 30]) {
      const articles = story(body, count);
      const library = createLibrary([], articles);
      const acts: Readonly<Record<string, () => Promise<unknown>>> = {
        // A story that was told is remembered until an article comes.
        tell: () => createStories({ library, tongue }).tell(articles, "en"),
        days: () => inTurns(daysOf({ id: "s", articles }, library, "UTC")),
      };
      for (const [what, act] of Object.entries(acts)) {
        await act();
        const fault = await tooLong(act, limits);
        if (fault) slow.push(`${what} ${count}: ${fault}`);
      }
    }
    expect(slow).toEqual([]);
  },
  120_000,
);

test("articles as long as feeds bring them are compared in turns", async () => {
  const LONGEST = 100_000;
  const whole = (text: string) => text.repeat(Math.ceil(LONGEST / text.length)).slice(0, LONGEST);
  const slow: string[] = [];
  for (const [name, text] of Object.entries({ ...BODIES, figures: "2025年5月26日 12 million 3.5% " })) {
    const [one, other, third] = story(whole(text), 3);
    const en = { ...(other as Article), language: "en" as const };
    const library = createLibrary([], [one, en]);
    const sides = new Map([
      ["zh", [one, third as Article] as const],
      ["en", [en] as const],
    ]) as unknown as Parameters<typeof compareSides>[0];
    const act = () => compareSides(sides, createStories({ library, tongue }));
    await act();
    const fault = await tooLong(act, limits);
    if (fault) slow.push(`${name}: ${fault}`);
  }
  expect(slow).toEqual([]);
}, 240_000);

test("a month before a number is seen however far in it stands, and nothing that only begins like one far before", () => {
  const far = "x".repeat(400);
  expect(figuresIn(`${far} on September 5 and in May 12`)).toEqual([]);
  expect(figuresIn(`${far} 15 stations`).map(({ value }) => value)).toEqual(["15"]);
});
