/** Chinese names as Russian writes them, there and back. */
import { expect, test } from "@jest/globals";
import { fromPalladius, palladius } from "../../src/language/names/palladius.ts";

test.each([
  ["zhi", "чжи"],
  ["yuan", "юань"],
  ["xi", "си"],
  ["jin", "цзинь"],
  ["ping", "пин"],
  ["wang", "ван"],
  ["wan", "вань"],
  ["liu", "лю"],
  ["guo", "го"],
  ["hui", "хуэй"],
  ["xue", "сюэ"],
  ["zi", "цзы"],
  ["jun", "цзюнь"],
  ["zhang", "чжан"],
])("%s is %s", (pinyin, russian) => {
  expect(palladius(pinyin)).toBe(russian);
  expect(fromPalladius(russian)).toContainEqual([pinyin]);
});

test("a name of several syllables is read in every way, and what is none in none", () => {
  expect(fromPalladius("чжиюань")).toContainEqual(["zhi", "yuan"]);
  expect(fromPalladius("цзиньпин")).toContainEqual(["jin", "ping"]);
  expect(fromPalladius("саидов")).toEqual([]);
  expect(palladius("str")).toBeUndefined();
});
