/** Names in a query find their people in every script, and nobody and nothing else. */
import { expect, test } from "@jest/globals";
import { createSearch } from "../../src/search/create.ts";
import { article, asked } from "./engine/articles.ts";

const search = createSearch();
await search.add([
  article("zh", "总工程师林志远介绍，隧道提前贯通。", { title: "隧道贯通", language: "zh" }),
  article("en", "Project manager Lin Zhiyuan said the tunnel was ready.", { title: "Tunnel ready" }),
  article("ru", "Руководитель Линь Чжиюань рассказал о тоннеле. Слова Линя Чжиюаня повторили.", {
    title: "Тоннель готов",
    language: "ru",
  }),
  article("gas", "Добыча газа выросла, экспорт газа тоже.", { title: "Рекорд добычи газа", language: "ru" }),
  article("gaza", "加沙地带停火协议生效。", { title: "加沙停火", language: "zh" }),
  article("survey", "共回收有效样本七千份，问卷由专家设计。", { title: "问卷调查", language: "zh" }),
  article("osce", "欧安组织代表出席会议。", { title: "欧安组织", language: "zh" }),
]);
const found = async (query: string) => (await search.search(query, asked)).hits.map(({ id }) => id);

test.each(["林志远", "Lin Zhiyuan", "Zhiyuan Lin", "Линь Чжиюань"])(
  "%s is one person in all scripts",
  async (query) => {
    expect((await found(query)).slice(0, 3).sort()).toEqual(["en", "ru", "zh"]);
  },
);

test("gas is not Gaza, whatever the case", async () => {
  expect(await found("добыча газа")).toEqual(["gas"]);
  expect(await found("Gaza ceasefire")).toEqual(["gaza"]);
});

test("the OSCE is known by its names", async () => {
  expect(await found("OSCE")).toEqual(["osce"]);
  expect(await found("ОБСЕ")).toEqual(["osce"]);
});

test("a space between Han words divides them: what was not found are words", async () => {
  const { hits, remarks } = await search.search("问卷 有效样本", asked);
  expect(hits[0]?.id).toBe("survey");
  expect(JSON.stringify(remarks)).not.toContain("卷 有");
});

test("a name with a hyphen is one in Chinese, and its parts count no more than another name", async () => {
  const own = createSearch();
  await own.add([
    article("tunnel", "科克塔什隧道造价上升。", { title: "科克塔什隧道造价", language: "zh" }),
    article("drill", "Drilling of the Kok-Tash tunnel goes on. The Kok-Tash crew rests.", {
      title: "Kok-Tash",
    }),
  ]);
  const { hits } = await own.search("Kok-Tash tunnel cost", asked);
  expect(hits.map(({ id }) => id)).toContain("tunnel");
  expect(hits.find(({ id }) => id === "tunnel")?.matched).toContain("Kok-Tash");
});

test("Armenia is no army", async () => {
  const own = createSearch();
  await own.add([
    article("army", "Армия провела учения.", { title: "Учения армии", language: "ru" }),
    article("state", "Армения примет форум.", { title: "Форум в Армении", language: "ru" }),
  ]);
  const ids = async (query: string) => (await own.search(query, asked)).hits.map(({ id }) => id);
  expect(await ids("Армения")).toEqual(["state"]);
  expect(await ids("army")).toEqual(["army"]);
});
