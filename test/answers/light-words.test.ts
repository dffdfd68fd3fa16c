/** Words that say little in a question. */
import { expect, test } from "@jest/globals";
import { isLight, LIGHT_ROWS } from "../../src/answers/light-words.ts";

test.each(LIGHT_ROWS.map(({ example }) => example))("%s says little", (example) => {
  expect([example, example.toUpperCase()].map(isLight)).toEqual([true, true]);
});

test.each(["tariff", "newspaper", "关税", "目前关税", "пошлина", "странноприимный"])(
  "%s says much",
  (word) => {
    expect(isLight(word)).toBe(false);
  },
);
