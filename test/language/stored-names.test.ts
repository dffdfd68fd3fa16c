/** Names as the build stored them find what names that are read anew find, a team's own first. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { countries } from "../../src/language/countries.ts";
import { readNameText } from "../../src/language/entities/name-index.ts";
import { indexNames } from "../../src/language/entities/names.ts";
import { openNames } from "../../src/language/entities/stored-names.ts";
import { GLOSSARY_PATH, type GlossaryEntry, parseGlossary } from "../../src/language/glossary.ts";

const glossary = parseGlossary(readFileSync(GLOSSARY_PATH, "utf8"));
const articles = readFileSync("test/judged/ordinary/articles.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { readonly title: string; readonly body: string });

test("stored names find the same in every text", () => {
  const stored = openNames(countries(), [], () => []);
  const fresh = indexNames(countries(), glossary);
  for (const { title, body } of articles) {
    const text = readNameText(`${title}\n${body}`);
    expect(stored.find(text)).toEqual(fresh.find(text));
  }
});

test("a team's own name goes before the project's", () => {
  const own: GlossaryEntry = { kind: "person", zh: [], en: ["Our Astana"], ru: ["Астана"], pinyin: "" };
  const names = openNames(countries(), [own], () => []);
  expect(names.find(readNameText("Форум прошёл в Астане"))[0]?.value.id).toBe("person:Our Astana");
});

test("without the build's file the entries are read", () => {
  const names = openNames(countries(), [], () => glossary, "/nowhere/names.tsv");
  expect(names.find(readNameText("白俄罗斯总统"))[0]?.value.id).toBe("country:BY");
});
