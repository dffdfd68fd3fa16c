/** What a wish leaves out in plain words, and what only sounds like it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { exclusionsIn, wantedOf } from "../../src/language/exclusions.ts";
import { root } from "../../src/root.ts";

const leftOut = (text: string) =>
  exclusionsIn(text).flatMap(({ without }) => without.map(({ start, end }) => text.slice(start, end)));

const rows = readFileSync(join(root, "test", "language", "exclusions.tsv"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

test("at least 28 of 30 exclusions are read, and none of 30 traps", () => {
  const wrong = rows.filter(([query = "", wanted]) => (leftOut(query).join("|") || "-") !== wanted);
  expect(rows.length).toBe(60);
  expect(wrong.map(([query]) => query)).toEqual(["youth forums without sports", "энергетика без атома"]);
});

test.each([
  ["articles on quakes that do not mention Turkey", "Turkey"],
  ["редкие металлы, но чтобы без Гренландии", "Гренландии"],
  ["Иран вступает в ШОС, без ядерной темы", "ядерной темы"],
  ["关注高铁出口，泰国线除外", "泰国线"],
  ["天然气新线，别提北溪", "北溪"],
])("%s leaves out %s", (query, wanted) => {
  expect(leftOut(query)).toEqual([wanted]);
});

test.each([
  "mission members accredited except two translators",
  "all members except India signed the communique",
  "Iraq is not in the Pamir Pass",
  "все страны, кроме Индии, подписали заявление",
  "最新新闻列一下，不要多，三条够了",
  "那次推迟与天气无关",
])("%s leaves nothing out", (text) => {
  expect(leftOut(text)).toEqual([]);
});

test("what is left out is no part of what is wanted", () => {
  expect(wantedOf("除了印度以外的防长会议")).toBe("防长会议");
  expect(wantedOf("SCO festival, but not cinema")).toBe("SCO festival,");
});
