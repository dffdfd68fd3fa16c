/** What a question names and an article must have: numbers, numbered names and countries, in any language. */
import { expect, test } from "@jest/globals";
import { lacksCode, lacksCountry, lacksNumber } from "../../src/answers/particulars.ts";

test.each<[string, string, boolean]>([
  ["the ninth meeting", "第八次卫生部长会议", true],
  ["the eighth meeting", "第八次卫生部长会议", false],
  ["восьмая встреча", "the 8th meeting", false],
  ["2019年贸易额", "2024年贸易额达8900亿美元", true],
  ["8000 people", "8 thousand people", false],
  ["the first forum", "a forum", false],
  ["in 2025 and in May", "published then", false],
])("%s against “%s” lacks a number: %s", (words, text, lacks) => {
  expect(lacksNumber(words, text, "2025-05-26T00:00:00Z")).toBe(lacks);
});

test("an article without a date has only the numbers it says", () => {
  expect(lacksNumber("in 2025", "nothing", null)).toBe(true);
});

test.each<[string, string, boolean]>([
  ["How heavy is SCO-2?", "上合一号遥感卫星重420公斤,分辨率2米", true],
  ["How heavy is SCO-1?", "上合一号遥感卫星", false],
  ["上合二号什么时候发射？", "Спутник «ШОС-1» весит 2 тонны", true],
  ["上合二号什么时候发射？", "Спутник «ШОС-2»", false],
  ["Учения «Степной щит — 2028»", "«Степной щит — 2026» прошли", true],
  ["草原之盾演习", "anything", false],
])("%s against “%s” lacks a numbered name: %s", (asked, text, lacks) => {
  expect(lacksCode(asked, text)).toBe(lacks);
});

test.each<[string, string, boolean]>([
  ["How many surgeries did India promise?", "中方承诺免费实施2000例手术", true],
  ["印度承诺多少例？", "Indian doctors promised", false],
  ["граждане Узбекистана", "Tajik and Chinese citizens", true],
  ["таджикские граждане", "China and Tajikistan signed", false],
  ["китайские инвестиции", "中方投资", false],
  ["how many cubes", "nothing", false],
  ["US sanctions", "美国制裁", false],
])("%s against “%s” lacks a country: %s", (words, text, lacks) => {
  expect(lacksCountry(words, text)).toBe(lacks);
});
