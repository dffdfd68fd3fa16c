/** What is said of words that no article has. */
import { expect, test } from "@jest/globals";
import { readArticles } from "../../src/articles/read.ts";
import { createSearch } from "../../src/search/create.ts";

const search = createSearch();
await search.add((await readArticles("corpus/articles")).articles);
const droppedFrom = async (query: string) => {
  const { remarks } = await search.search(query, { now: 0, zone: "UTC" });
  return remarks.flatMap((remark) => (remark.kind === "dropped" ? [remark.term] : []));
};

test("a word that the segmenter leaves as characters is named as a word", async () => {
  expect(await droppedFrom("上合纠缠")).toEqual(["纠缠"]);
});

test("a word of letters is named as it was written", async () => {
  expect(await droppedFrom("forum Zzyzxian")).toEqual(["Zzyzxian"]);
});

test("a phrase is missing when no article has it, not when something else keeps its articles out", async () => {
  for (const beside of ["-合作", "lang:ru", "source:塔斯社", "after:2026", '"白内障手术 不存在"'])
    expect(await droppedFrom(`"上海精神" ${beside}`)).not.toContain("上海精神");
  expect(await droppedFrom('"上海钢琴" lang:ru')).toEqual(["上海钢琴"]);
});

test("characters that were looked for as words and as pairs are named once", async () => {
  expect(await droppedFrom("论坛 量子纠缠")).toEqual(["量子纠缠"]);
});
