/** Wishes that a model tells, and what it must not decide; forms, silence and rushes; parts of years and months. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { daysIn } from "../../src/language/when/days.ts";
import { type Choose, chooseBy } from "../../src/understand/likely.ts";
import { likelihoods } from "../../src/understand/linear-model.ts";
import { createReader } from "../../src/understand/understand.ts";
import type { Wish } from "../../src/understand/wish.ts";
import { type Desk, openDesk } from "../desk.ts";
import { fit } from "./train/fit.ts";

/** A Wednesday, as the judged sayings have it. */
const NOW = Date.parse("2026-06-10T02:00:00Z");
const TODAY = "2026-06-10";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const read = (said: string, choose?: Choose) =>
  createReader(desk.doors, choose)(said, { caller: { zone: "Asia/Shanghai", platform: "slack" }, now: NOW });

/** Takes whatever is said for one wish. */
const taking =
  (wish: Wish): Choose =>
  () => ({ wish, likely: 1 });

const never: Choose = () => {
  throw new Error("the model was asked");
};

test.each([
  "latest 5",
  "search media forum",
  "daily 09:00",
  "thanks",
  "don't stop the daily",
  "сводку не останавливать",
])("%s needs no model", async (said) => {
  await expect(read(said, never)).resolves.toBeDefined();
});

test.each([
  ["please call off the weekly summary", "digest"],
  ["a summary once a month", "digest"],
  ["сводку раз в месяц", "digest"],
  ["每月发一次摘要", "brief"],
  ["put the summary on hold", "digest"],
] as const)("whoever says “%s” is asked before a summary is posted", async (said, wish) => {
  expect(await read(said, taking(wish))).toMatchObject({ line: null, ask: expect.anything() });
});

test("a summary is not given at once where a wish about sending is a little likely", async () => {
  const said = "what became of the summary of last week";
  const by = (sending: number) => {
    const likely = { digest: 1 - sending, daily: sending };
    const weights = Object.values(likely).flatMap((share, at) => [at, 20 * Math.log(share)]);
    return chooseBy(() => ({ classes: Object.keys(likely), weights: { "w what": weights } }));
  };
  expect((await read(said, by(0.01))).line).toMatch(/^digest/);
  expect(await read(said, by(0.2))).toMatchObject({ line: null, ask: expect.anything() });
});

test.each([
  ["add this feed: https://news.example/rss", "feeds add https://news.example/rss", true],
  ["перестань читать ленту https://news.example/rss", "feeds remove https://news.example/rss", true],
  ["https://news.example/feed.xml 能读吗", "feeds test https://news.example/feed.xml", undefined],
])("%s → %s", async (said, line, confirm) => {
  const got = await read(said);
  expect([got.line, got.confirm]).toEqual([line, confirm]);
});

test.each([
  ["all articles on hydropower as a spreadsheet", "search", "search hydropower as:csv"],
  ["выгрузи в эксель статьи про хлопок", "search", "search хлопок as:csv"],
  ["press brief of last week as a word file", "brief", "brief 2026-06-01..2026-06-07 as:docx"],
  ["用我收藏的文章做简报", "brief", "brief saved"],
  ["warn us if nothing on cotton comes for five days", "watch", "watch silence:5 cotton"],
  ["предупреди, если о хлопке напишут втрое больше обычного", "watch", "watch rush:3 хлопке"],
  ["棉花要是三天没动静就吱一声", "watch", "watch silence:3 棉花"],
] as const)("%s, taken for a %s → %s", async (said, wish, line) => {
  expect((await read(said, taking(wish))).line).toBe(line);
});

test.each([
  ["remove 62hrk from our channel's saved list", "saved remove 62hrk for:channel", true],
  ["please put 62hrk on our channel's saved list", "saved add 62hrk for:channel", true],
  ["remove 62hrk from my saved list", "saved remove 62hrk", undefined],
])("%s → %s: a list of many changes after a press", async (said, line, confirm) => {
  const got = await read(said, taking("saved"));
  expect([got.line, got.confirm]).toEqual([line, confirm]);
});

test.each([
  ["给前男友订一百个摘要,哈哈开玩笑的", "digest"],
  ["send my ex a hundred digests, just kidding", "digest"],
  ["сводку тёще, шучу", "digest"],
  ["set my clock to Kabul, jk", "settings"],
  ["quiet diplomacy of Kabul", "settings"],
  ["переговоры по Кабулу", "settings"],
  ["喀布尔的会谈", "settings"],
] as const)("“%s” asks plainly for no %s: nothing is posted or changed", async (said, wish) => {
  expect(await read(said, taking(wish))).toMatchObject({ line: null, ask: expect.anything() });
});

test.each([
  ["每天9点发摘要，周末除外", "daily 09:00 days:mon-fri"],
  ["每天9点发摘要，周日休息", "daily 09:00 days:mon-sat"],
  ["post a digest every day at 9, weekends excluded", "daily 09:00 days:mon-fri"],
  ["a digest every day at 9 apart from Sundays", "daily 09:00 days:mon-sat"],
  ["сводку каждый день в 9, за исключением выходных", "daily 09:00 days:mon-fri"],
])("%s → %s: the days that are left out", async (said, line) => {
  expect((await read(said, taking("daily"))).line).toBe(line);
});

test.each([
  ["alert us about uranium, twice a day at most", "watch every:720 uranium"],
  ["следи за ураном, не чаще двух раз в день", "watch every:720 ураном"],
  ["关注铀矿，至多半天来一次", "watch every:720 铀矿"],
  ["关注铀矿，间隔别短于四十五分钟", "watch every:45 铀矿"],
  ["关注铀矿，一小时顶多发一回", "watch every:60 铀矿"],
])("%s → %s: how often at most", async (said, line) => {
  expect((await read(said, taking("watch"))).line).toBe(line);
});

test.each([
  ["半夜12点到6点半别响", "settings quiet 00:00-06:30 for:channel"],
  ["после 23 и до 6 утра не пиликай", "settings quiet 23:00-06:00 for:channel"],
  ["don't buzz after 23 and before 6", "settings quiet 23:00-06:00 for:channel"],
])("%s → %s: hours of quiet", async (said, line) => {
  expect(await read(said, taking("settings"))).toMatchObject({ line, confirm: true });
});

test.each(["everything on vocational training for the talk tomorrow", "下周要开会，查一下职业教育"])(
  "%s: nothing was written on a day to come",
  async (said) => {
    expect((await read(said, taking("search"))).line).not.toMatch(/on:|after:/);
  },
);

test.each([
  ["whatever there is on overflight rights", "forget", 0.99, "search"],
  ["whatever there is on overflight rights", "feeds", 0.6, "search"],
  ["飞越权的条款", "settings", 0.6, "search"],
  ["права пролета над страной", "feeds", 0.6, "search"],
])("%s is no %s, for which it has no word", async (said, wish, share, instead) => {
  const classes = [wish, "search"];
  const weights = { "q false": [0, 20 * Math.log(share), 1, 20 * Math.log(1 - share)] };
  const got = await read(
    said,
    chooseBy(() => ({ classes, weights })),
  );
  expect(got.line).toMatch(new RegExp(`^${instead} `));
});

describe("days", () => {
  test.each([
    ["news of q1", "2026-01-01", "2026-03-31"],
    ["за первый квартал 2025 года", "2025-01-01", "2025-03-31"],
    ["去年下半年的报道", "2025-07-01", "2025-12-31"],
    ["in the first half of april", "2026-04-01", "2026-04-15"],
    ["六月上旬", "2026-06-01", "2026-06-10"],
    ["в середине мая", "2026-05-11", "2026-05-20"],
    ["с марта по май", "2026-03-01", "2026-05-31"],
    ["last autumn", "2025-09-01", "2025-11-30"],
    ["прошлой осенью", "2025-09-01", "2025-11-30"],
    ["春节以来", "2026-02-17", undefined],
    ["before 2025", undefined, "2024-12-31"],
    ["older than 2024", undefined, "2023-12-31"],
    ["24.05 to 30.05.2025", "2025-05-24", "2025-05-30"],
    ["начиная с первого марта", "2026-03-01", undefined],
    ["between the 23rd and the 27th of may last year", "2025-05-23", "2025-05-27"],
    ["over the past weekend", "2026-06-06", "2026-06-07"],
    ["最近半个月", "2026-05-26", "2026-06-10"],
  ])("%s", (low, first, last) => {
    const [found] = daysIn(low, TODAY);
    expect([found?.value.first, found?.value.last]).toEqual([first, last]);
  });
});

test("a model that is fitted twice is the same, and tells what it was shown", () => {
  const examples = [
    ...["stop", "cancel", "end"].map((word) => ({ features: [word, "the", "digest"], is: "stop" })),
    ...["send", "post", "give"].map((word) => ({ features: [word, "the", "digest"], is: "send" })),
  ];
  const model = fit([...examples, ...examples]);
  expect(fit([...examples, ...examples])).toEqual(model);
  const [send = 0, stop = 0] = likelihoods(model, ["cancel", "the", "digest"]);
  expect(model.classes).toEqual(["send", "stop"]);
  expect(stop).toBeGreaterThan(send);
});
