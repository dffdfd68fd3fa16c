/** Each row of the tables says by an example what it is for, and finds it there. */
import { describe, expect, test } from "@jest/globals";
import { TIME_ROWS } from "../../src/language/when/clock-times.ts";
import { DAY_ROWS } from "../../src/language/when/days.ts";
import { lowered } from "../../src/language/when/pattern.ts";
import { WEEKDAY_ROWS } from "../../src/language/when/weekdays.ts";
import { asks } from "../../src/understand/asks.ts";
import { EMPTY } from "../../src/understand/empty-rows.ts";
import { FORMS, RUSHES, SILENCES } from "../../src/understand/form-rows.ts";
import { has, readMarks } from "../../src/understand/marks.ts";
import { meantBy } from "../../src/understand/meant.ts";
import { CHINESE_MISTAKES, ENGLISH_MISTAKES, RUSSIAN_MISTAKES } from "../../src/understand/mistake-rows.ts";
import { LANGUAGE_ROWS } from "../../src/understand/named-languages.ts";
import { NO_MORE_ROWS } from "../../src/understand/no-more-rows.ts";
import { BEFORE_A_QUESTION, QUESTION_WORDS } from "../../src/understand/question-rows.ts";
import { PLACE_ROWS } from "../../src/understand/references.ts";
import { REFUSALS, refusalOf } from "../../src/understand/refusals.ts";
import { plainText } from "../../src/understand/sentence.ts";
import {
  BARE_COUNTS,
  COUNTS,
  EVERY,
  NEWEST,
  PAGES,
  TITLES,
  WITHOUT,
} from "../../src/understand/slot-rows.ts";
import { MOOD_ROWS, moodOf } from "../../src/understand/small-talk.ts";

const TABLES = {
  times: TIME_ROWS,
  days: DAY_ROWS,
  weekdays: WEEKDAY_ROWS,
  languages: LANGUAGE_ROWS,
  places: PLACE_ROWS,
  counts: COUNTS,
  every: EVERY,
  empty: EMPTY,
  newest: NEWEST,
  without: WITHOUT,
  titles: TITLES,
  pages: PAGES,
  bareCounts: BARE_COUNTS,
  forms: FORMS,
  silences: SILENCES,
  rushes: RUSHES,
};

describe.each(Object.entries(TABLES))("%s", (_, rows) => {
  test.each(rows.map(({ example, is }) => [example, is] as const))("%s", (example, is) => {
    expect(lowered(plainText(example)).search(is)).toBeGreaterThanOrEqual(0);
  });
});

test.each([...ENGLISH_MISTAKES, ...RUSSIAN_MISTAKES, ...CHINESE_MISTAKES])(
  "$example speaks of a mistake",
  ({ example, words }) => {
    expect(new RegExp(`^(?:${words})$`, "iu").test(example)).toBe(true);
    expect(meantBy(example)).toEqual({ meant: "", denied: [] });
  },
);

test.each([...BEFORE_A_QUESTION, ...QUESTION_WORDS])("$example is a question", ({ example, words }) => {
  expect(new RegExp(`^(?:${words})`, "u").test(example)).toBe(true);
  expect(asks({ low: example, question: false })).toBe(true);
});

test.each(NO_MORE_ROWS)("“$example” wants no more of it", ({ example, words }) => {
  expect(new RegExp(words, "u").test(lowered(example))).toBe(true);
});

test("the words of every mark stand in its example", () => {
  const missing = readMarks().filter(({ mark, example }) => !has(lowered(plainText(example)), mark));
  expect(missing).toEqual([]);
});

test("every refusal refuses its example", () => {
  for (const { example, says } of REFUSALS)
    expect([example, refusalOf(lowered(example))]).toEqual([example, says]);
});

test("every example of small talk is small talk of its mood", () => {
  for (const [mood, , , example] of MOOD_ROWS)
    expect([example, moodOf(lowered(example))]).toEqual([example, mood]);
});
