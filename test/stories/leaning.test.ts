/** Each row of openings says by an example how a sentence leans on the one before it. */
import { describe, expect, test } from "@jest/globals";
import { leans } from "../../src/stories/leaning.ts";
import { CHINESE_OPENINGS, ENGLISH_OPENINGS, RUSSIAN_OPENINGS } from "../../src/stories/leaning-rows.ts";

describe.each([
  ["zh", CHINESE_OPENINGS],
  ["en", ENGLISH_OPENINGS],
  ["ru", RUSSIAN_OPENINGS],
] as const)("%s", (language, rows) => {
  test.each(rows)("“$example” leans", ({ example, words }) => {
    expect(new RegExp(`^(?:${words})`, "iu").test(example)).toBe(true);
    expect(leans(example, language, false)).toBe(true);
  });
});

test.each([
  ["zh", "哈萨克斯坦总统访问北京"],
  ["zh", "会议室里坐满了人"],
  ["en", "Kazakhstan opened a port"],
  ["en", "Itinerant traders came back"],
  ["ru", "Казахстан открыл порт"],
] as const)("%s: “%s” stands alone", (language, text) => {
  expect(leans(text, language, false)).toBe(false);
});
