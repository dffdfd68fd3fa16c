/** Russian: every form of a word meets its dictionary form. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { casesOf } from "../../src/language/russian/cases.ts";
import { analyze } from "../../src/language/tokens.ts";
import { root } from "../../src/root.ts";

const stemOf = (word: string) => analyze(word)[0]?.term;

describe("stems", () => {
  const rows = readFileSync(join(root, "test", "language", "russian-forms.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" "));

  test("each of more than 800 words has one stem in all its forms", () => {
    expect(rows.length).toBeGreaterThan(800);
    const apart = rows.flatMap(([word = "", ...forms]) =>
      forms.filter((form) => stemOf(form) !== stemOf(word)).map((form) => `${word}: ${form}`),
    );
    expect(apart).toEqual([]);
  });

  test.each([
    "безопасность безопасности безопасностью",
    "человек люди людей",
    "год лет годы",
    "день дней дню",
    "принять примет приняли принятый",
    "открыть откроют открыл",
    "участвовать участвует участвовали",
    "хлопок хлопка",
    "торговля торговли торговлей",
  ])("%s", (forms) => {
    expect(new Set(forms.split(" ").map(stemOf)).size).toBe(1);
  });

  test("a name stays a name where a common word looks like it", () => {
    expect(stemOf("Путина")).toBe(stemOf("Путин"));
    expect(stemOf("Лавровым")).toBe(stemOf("Лавров"));
    expect(stemOf("Даром")).not.toBe(stemOf("дорога"));
  });

  test("question words are empty in every form", () => {
    expect(analyze("какого какому какими каком чему объёма").map(({ term }) => term)).toEqual([
      stemOf("объём"),
    ]);
  });
});

test("names take the cases of their adjectives and first noun", () => {
  const all = (name: string) =>
    casesOf(name).reduce<string[]>(
      (rows, forms) => rows.flatMap((row) => forms.map((form) => `${row} ${form}`.trim())),
      [""],
    );
  expect(all("Саудовская Аравия")).toEqual(
    expect.arrayContaining(["саудовской аравии", "саудовскую аравию"]),
  );
  expect(all("Соединённые Штаты Америки")).toContain("соединенных штатов америки");
  expect(all("Шри-Ланка")).toContain("шри ланке");
  expect(all("США")).toEqual(["сша"]);
  expect(all("китаец")).toEqual(expect.arrayContaining(["китайца", "китайцев"]));
  expect(all("россиянин")).toContain("россиян");
});
