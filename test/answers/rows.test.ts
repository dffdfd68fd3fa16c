/** Each row says by an example what its words are for. */
import { expect, test } from "@jest/globals";
import {
  CHINESE_DENIALS,
  ENGLISH_DENIALS,
  RUSSIAN_DENIALS,
} from "../../src/answers/constraints/denial-rows.ts";
import { CHINESE_OFFICES, ENGLISH_OFFICES, RUSSIAN_OFFICES } from "../../src/answers/office-rows.ts";
import { offers } from "../../src/answers/question.ts";

test.each([...ENGLISH_OFFICES, ...CHINESE_OFFICES, ...RUSSIAN_OFFICES])(
  "$example is an office",
  ({ example, words }) => {
    expect(new RegExp(words, "iu").test(example)).toBe(true);
    expect(offers(example, "office")).toBe(1);
  },
);

test.each([...ENGLISH_DENIALS, ...CHINESE_DENIALS, ...RUSSIAN_DENIALS])(
  "“$example” denies",
  ({ example, words }) => {
    expect(new RegExp(words, "iu").test(example)).toBe(true);
  },
);
