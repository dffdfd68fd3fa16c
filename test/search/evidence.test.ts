/** Something is found when an article is about what was asked, by whatever names; a word that all share is no ground. */
import { expect, test } from "@jest/globals";
import { createSearch } from "../../src/search/create.ts";
import { article, asked } from "./engine/articles.ts";

const search = createSearch();
await search.add([
  article("borrower", "The SCO bank lends to a customer at a low rate.", { title: "SCO bank lends money" }),
  article("palm", "印度尼西亚公布棕榈油新标准。", { title: "印尼棕榈油", language: "zh" }),
  article("sudan", "South Sudan appeals for doctors.", { title: "South Sudan: cholera" }),
  article("web", "Joint operation Web-2026 took four tonnes of drugs.", { title: "Operation Web ends" }),
  article("month", "7月，上合组织联合演习结束。", { title: "上合组织联合演习", language: "zh" }),
  article("festival", "Фестиваль искусств государств ШОС прошёл в июле.", {
    title: "Фестиваль ШОС",
    language: "ru",
  }),
]);
const found = async (query: string) => (await search.search(query, asked)).hits.map(({ id }) => id);

test.each([
  ["client loan", "borrower"],
  ["пальмовое масло", "palm"],
  ["Южный Судан", "sudan"],
  ["южный судан холера", "sudan"],
  ["операция «Паутина»", "web"],
])("%s finds %s first", async (query, id) => {
  expect((await found(query))[0]).toBe(id);
});

test.each(["上合组织货币联盟", "SCO moon crew", "ШОС и лотерея", "SCO whale treaty"])(
  "%s finds nothing",
  async (query) => {
    expect(await found(query)).toEqual([]);
  },
);

test("the organisation's name alone finds what is of it", async () => {
  expect(await found("上合组织")).toEqual(expect.arrayContaining(["month", "festival", "borrower"]));
});

test.each(["Kenya appeals doctors", "肯尼亚 医生 呼吁"])(
  "%s: what is said of another country is not found",
  async (query) => {
    expect(await found(query)).toEqual([]);
  },
);

test.each(["Almaty joint operation", "операция Алматы наркотики", "Самарканд фестиваль искусств"])(
  "%s: what is said of another place is not found where no article names this one",
  async (query) => {
    expect(await found(query)).toEqual([]);
  },
);

test("what a title says of the query counts, and the weightiest word that is missing counts against", async () => {
  const own = createSearch();
  await own.add([
    article("cup", "上合组织青年足球赛落幕，中国队获得冠军。", { title: "足球赛落幕", language: "zh" }),
    article("chess", "上合组织国际象棋赛闭幕。", { title: "国际象棋赛冠军揭晓", language: "zh" }),
    article("curling", "市民体验冰壶运动。", { title: "冬季运动", language: "zh" }),
    article("match", "Матч в Астане завершился вничью.", { title: "Ничья", language: "ru" }),
  ]);
  const ids = async (query: string) => (await own.search(query, asked)).hits.map(({ id }) => id);
  expect(await ids("国际象棋 冠军")).toContain("chess");
  expect(await ids("хоккей матч Минск Астана")).toEqual([]);
});
