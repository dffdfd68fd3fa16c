/** Planted disagreements over three languages, and near misses that only look like one. */
import { expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { languageOf } from "../../src/language/detect.ts";
import { atOnce } from "../../src/slices.ts";
import { disagreements } from "../../src/stories/figures.ts";
import { readingOf } from "../../src/stories/profile.ts";
import { createTongue } from "../../src/stories/tongue.ts";

const tongue = createTongue();
const article = (body: string, at: number): Article => ({
  ...{ id: `a${at}`, body, language: languageOf(body), title: "", source: "", published: null },
  ...{ kind: "article", url: null },
});
const shown = (bodies: readonly string[]) =>
  atOnce(
    disagreements(
      bodies.map(article),
      (text) => readingOf(text, tongue),
      () => 3,
    ),
  ).length > 0;

const PLANTED: readonly (readonly [string, string])[] = [
  ["Rescuers said the landslide killed 64 people in Naryn.", "截至18日，纳伦山体滑坡已造成至少71人遇难。"],
  ["The loan for the Karachi railway comes to $4.7 billion.", "卡拉奇铁路贷款总额为80亿美元。"],
  ["В учениях участвуют 1200 военнослужащих.", "The exercise brings together 1,500 troops."],
  ["Товарооборот Китая и Казахстана достиг 48,2 млрд долларов.", "中国与哈萨克斯坦贸易额达438亿美元。"],
  [
    "Nine founding states signed the charter of the bank.",
    "The charter of the bank was signed by eight founding states.",
  ],
  ["Электростанция мощностью 2 ГВт построена в Кашгаре.", "喀什电站装机容量为300万千瓦。"],
  ["Turnout in the Kazakh election was 63.4 percent.", "Явка на выборах в Казахстане составила 67,1 %."],
  ["青年营共有二百名营员参加。", "The youth camp was attended by 180 campers."],
];

const NEAR: readonly (readonly [string, string])[] = [
  [
    "Kazakhstan's referendum on water law passed with 81 percent of the vote.",
    "哈萨克斯坦水法公投投票率为67.4%。",
  ],
  ["The solar plant has a capacity of 2 GW.", "光伏电站装机容量为200万千瓦。"],
  ["The loan comes to $8 billion.", "贷款总额为80亿美元。"],
  [
    "Trade reached 48.2 billion dollars in the first half.",
    "Trade reached 96 billion dollars in the whole of last year.",
  ],
  ["The landslide killed 64 people.", "В результате оползня погибли 64 человека."],
  ["Turnout was 63.4 percent at closing.", "Явка составила более 63 %."],
  ["The camp in Qingdao hosted 200 campers.", "The camp in Osh hosted 180 campers."],
  ["Nine ministers attended the meeting.", "Девять министров приняли участие во встрече."],
  ["Exports of grain rose by 12 percent.", "Imports of grain rose by 15 percent."],
  ["The tunnel is 12.1 km long.", "隧道全长12100米。"],
  ["The bridge cost 5 billion rubles.", "На мост потрачено 5 миллиардов рублей."],
  ["Police seized 4.3 tonnes of drugs.", "缴获毒品4300公斤。"],
  ["The quake injured 38 people on Monday.", "The quake injured 41 people by Friday, up from 38."],
  ["Some 1,200 Russian troops take part in the drill.", "Some 300 Kazakh troops take part in the drill."],
  ["The first stage of the line is 120 km long.", "The second stage of the line is 150 km long."],
  ["In 2025 tourists numbered 270,000.", "In 2024 tourists numbered 190,000."],
  ["超过1200名代表出席论坛。", "На форум прибыли 1250 делегатов."],
  ["The summit drew leaders of ten member states.", "The summit drew guests from fourteen partner states."],
  ["The wheat harvest was 18.7 million tonnes.", "The cotton harvest was 17.8 million tonnes."],
  ["The fund will lend 500 million yuan.", "Фонд выдаст 70 млн долларов."],
  ["The minister is 58 years old.", "The minister has served for 6 years."],
];

test("at least six of eight planted disagreements are shown", () => {
  const missed = PLANTED.filter((pair) => !shown(pair));
  expect(missed.length).toBeLessThanOrEqual(2);
});

test("none of 21 near misses is shown", () => {
  expect(NEAR.length).toBe(21);
  expect(NEAR.filter((pair) => shown(pair))).toEqual([]);
});
