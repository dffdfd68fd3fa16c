/** The numbers that are ablated are those that stand in the text as named constants. */
import { expect, test } from "@jest/globals";
import { numeralsIn } from "./numerals.ts";

const TEXT = `const LIMIT = 10;
/** Not 3. */
const RANKING = {
  /** Not 7 either. */
  coordination: 0.6,
  wording: { title: 1.6, "in-body": 1.4 },
  recency: 1_000,
};
const HALF_MS = 90 * 86_400_000;
const small = 5;
`;

test("each has its path, its value and its place", () => {
  const found = numeralsIn(TEXT);
  expect(found.map(({ name, value }) => [name, value])).toEqual([
    ["LIMIT", 10],
    ["RANKING.coordination", 0.6],
    ["RANKING.wording.title", 1.6],
    ["RANKING.wording.in-body", 1.4],
    ["RANKING.recency", 1000],
  ]);
  expect(found.map(({ start, end }) => TEXT.slice(start, end))).toEqual(["10", "0.6", "1.6", "1.4", "1_000"]);
});
