/** "Without TASS": alone it is a setting, beside a subject a filter; in three languages, and taken back. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Shown } from "../../src/understand/scene.ts";
import { createReader, type Interpreter } from "../../src/understand/understand.ts";
import { type Desk, openDesk } from "../desk.ts";

let desk: Desk;
let reader: Interpreter;
beforeAll(async () => {
  desk = await openDesk();
  reader = createReader(desk.doors);
});
afterAll(() => desk.close());
const understand = (said: string, before?: Shown) =>
  reader(said, {
    caller: { zone: "Asia/Shanghai", platform: "slack" },
    now: Date.parse("2026-06-10T02:00:00Z"),
    before,
  });

describe("publishers that nothing is wanted of", () => {
  test.each([
    ["without TASS", "settings sources -tass"],
    ["please never show Xinhua here", "settings sources -xinhua"],
    ["don't show me anything from RIA Novosti any more", "settings sources -ria"],
    ["leave out TASS, Xinhua and Dawn from now on", "settings sources -tass -xinhua -dawn"],
    ["hide Kommersant", "settings sources -kommersant"],
    ["不看塔斯社", "settings sources -tass"],
    ["以后不要新华网的新闻了", "settings sources -xinhua"],
    ["屏蔽塔斯社和新华网", "settings sources -tass -xinhua"],
    ["без ТАСС", "settings sources -tass"],
    ["больше не показывай Коммерсантъ", "settings sources -kommersant"],
    ["убери ТАСС и Синьхуа", "settings sources -tass -xinhua"],
    ["bring Xinhua back", "settings sources +xinhua"],
    ["please put TASS back", "settings sources +tass"],
    ["恢复新华网", "settings sources +xinhua"],
    ["重新显示塔斯社", "settings sources +tass"],
    ["верните Синьхуа", "settings sources +xinhua"],
    ["снова показывай ТАСС", "settings sources +tass"],
  ])("%s", async (said, line) => {
    expect((await understand(said)).line).toBe(line);
  });

  test.each([
    ["news without TASS", "latest -source:TASS"],
    ["gas pipelines without TASS", "search gas pipelines -source:TASS"],
    ["find the railway but nothing from Xinhua", "search railway -source:Xinhua"],
    ["天然气，不要塔斯社", "search 天然气 -source:TASS"],
    ["новости без ТАСС", "latest -source:TASS"],
    ["газопровод, кроме ТАСС", "search газопровод -source:TASS"],
  ])("beside a subject it is a filter: %s", async (said, line) => {
    expect((await understand(said)).line).toBe(line);
  });

  test("after a list it narrows the list", async () => {
    const before = { line: "search railway", ids: ["a", "b"] };
    expect((await understand("without TASS", before)).line).toBe("search railway -source:TASS");
  });

  test.each([
    "what does TASS say about gas",
    "что пишет ТАСС о газе",
    "塔斯社怎么说天然气",
    "latest from TASS",
    "watch TASS for railways",
  ])("%s leaves nothing out", async (said) => {
    expect((await understand(said)).line).not.toMatch(/-source|sources/);
  });
});

test.each([
  ["watch energy but not oil", "watch energy without:oil"],
  ["关注能源新闻，不要石油", "watch 能源 without:石油"],
  ["every Monday at 9 send energy news but not oil", 'daily 09:00 days:mon topic:"energy without:oil"'],
  ["每周一9点发能源新闻，不要石油", 'daily 09:00 days:mon topic:"能源 without:石油"'],
])(
  "what is left out in plain words is part of what is set up, and of what was understood: %s",
  async (said, line) => {
    expect(await understand(said)).toMatchObject({ line, certain: true });
  },
);
