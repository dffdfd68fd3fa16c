/** The window of the last articles: what one article is held against stays the same, however many tell the same. */
import { expect, test } from "@jest/globals";
import type { Telling } from "../../../src/stories/living/telling.ts";
import { createWindow } from "../../../src/stories/living/window.ts";

const tells = (words: readonly string[]): Telling => ({
  words: new Map(words.map((word) => [word, 1])),
  echoes: new Map(),
  names: new Map(),
  numbers: new Map(),
});

test("of hundreds that tell the same the newest are looked at, each as a whole", () => {
  const window = createWindow();
  const copied = Array.from({ length: 100 }, (_, n) => `w${n}`);
  for (let n = 0; n < 6_000; n++) {
    window.add(`other${n}`, n, tells([`o${n}`]));
    if (n % 15 === 0) window.add(`copy${n}`, n, tells(copied));
  }
  const near = window.near(tells(copied), 6_000, 10_000);
  expect(near.length).toBeGreaterThan(150);
  // 400 copies of 100 words are 40,000 places; half of them are looked at.
  expect(near.length).toBeLessThan(250);
  expect(near.map(({ id }) => id)).toContain("copy5985");
  expect(near.map(({ id }) => id)).not.toContain("copy0");
  const likes = new Set(near.map(({ like }) => like.toFixed(2)));
  expect(likes.size).toBeLessThan(5);
  // Few copies are all looked at.
  const few = createWindow();
  for (let n = 0; n < 30; n++) few.add(`copy${n}`, n, tells(copied));
  expect(few.near(tells(copied), 30, 10_000)).toHaveLength(30);
});
