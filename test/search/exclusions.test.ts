/** Searches that leave something out in plain words. */
import { expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { createSearch } from "../../src/search/create.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { printQuery } from "../../src/search/query/print.ts";

const article = (id: string, title: string, body: string, language: Article["language"] = "en"): Article => ({
  ...{ id, title, body, language, source: "Test", published: "2026-05-01T00:00:00Z" },
  ...{ kind: "article", url: null },
});
const search = createSearch({ publishers: [] });
await search.add([
  article("plain", "Kazakhstan sells more wheat", "Wheat went to Egypt, and a little to China."),
  article("china", "Kazakh wheat goes to China", "China bought wheat."),
  article("zh", "哈萨克斯坦小麦出口中国", "中国买了小麦。", "zh"),
  article("ru", "Казахстан продаёт пшеницу", "Китай купил пшеницу. Китай доволен, и в Китае её мелют.", "ru"),
  article("title", "Talks without the Afghans", "Envoys met."),
]);
const found = async (query: string) => {
  const { hits, remarks } = await search.search(query, { now: 0, zone: "UTC" });
  return { ids: hits.map(({ id }) => id), remarks };
};

test.each(["Kazakh wheat but not China", "пшеница Казахстана, кроме Китая", "哈萨克斯坦小麦，不要中国的"])(
  "%s finds no article about it in any language, and one that names it in passing",
  async (query) => {
    const { ids, remarks } = await found(query);
    expect(ids).toContain("plain");
    for (const id of ["china", "zh", "ru"]) expect(ids).not.toContain(id);
    expect(remarks).toContainEqual({ kind: "without", term: expect.stringMatching(/China|Китая|中国/) });
  },
);

test("an operator leaves out what only names it", async () => {
  expect((await found("wheat -China")).ids).toEqual([]);
});

test("a title that is pasted whole is looked for as it stands", async () => {
  const { ids, remarks } = await found("talks without the Afghans");
  expect(ids[0]).toBe("title");
  expect(remarks.some(({ kind }) => kind === "without")).toBe(false);
});

test("quoted phrases are not read, filters stay filters, and what was read is printed as an operator", () => {
  const print = (typed: string) => printQuery(parseQuery(typed).query);
  expect(print('"trade but not aid"')).toBe('"trade but not aid"');
  expect(print("trade but not grain lang:ru")).toBe("trade without:grain lang:ru");
  expect(print("trade except palm oil")).toBe('trade without:"palm oil"');
  expect(print('trade without:"palm oil"')).toBe('trade without:"palm oil"');
  expect(print("except palm oil")).toBe("except palm oil");
});
