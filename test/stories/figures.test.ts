import { describe, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { atOnce } from "../../src/slices.ts";
import { disagreements as steps } from "../../src/stories/figures.ts";
import { readingOf } from "../../src/stories/profile.ts";
import { createTongue } from "../../src/stories/tongue.ts";

const tongue = createTongue();
const article = (id: string, body: string, language: Article["language"] = "en"): Article => ({
  ...{ id, body, language, title: "", source: "", published: null, kind: "article", url: null },
});
const disagreements = (...all: Parameters<typeof steps>) => atOnce(steps(...all));
const differing = (...bodies: string[]) =>
  disagreements(
    bodies.map((body, at) => article(`a${at}`, body)),
    (text) => readingOf(text, tongue),
    () => 3,
  ).map(({ sides }) => sides.map(({ figure }) => figure));

describe("figures that differ", () => {
  test("stand side by side, letter for letter, with their articles", () => {
    const bodies = [
      "The earthquake injured 38 people in Osh.",
      "Officials said the earthquake injured 41 people.",
    ];
    const [found] = disagreements(
      bodies.map((body, at) => article(`a${at}`, body)),
      (text) => readingOf(text, tongue),
      () => 3,
    );
    expect(found?.sides).toEqual([
      { figure: "38", text: "The earthquake injured 38 people in Osh.", article: "a0" },
      { figure: "41", text: "Officials said the earthquake injured 41 people.", article: "a1" },
    ]);
  });

  test("are seen in Chinese, in Russian and across languages", () => {
    expect(differing("地震造成38人受伤。", "此次地震已造成41人受伤。")).toEqual([["38人", "41人"]]);
    expect(
      differing("При землетрясении пострадали 38 жителей Оша.", "Пострадали 41 жителей после землетрясения."),
    ).toEqual([["38", "41"]]);
    expect(
      differing(
        "The survey found that 66 percent of young people want to study abroad.",
        "调查显示，71%的青年希望留学。",
      ),
    ).toEqual([["66 percent", "71%"]]);
  });

  test("one figure written in several ways is no difference", () => {
    expect(differing("Customs cleared 3.12 million parcels.", "Customs cleared 3,120,000 parcels.")).toEqual(
      [],
    );
    expect(differing("Trade reached 435.11 billion yuan.", "Trade reached 435,11 млрд yuan.")).toEqual([]);
  });

  test("other things, dates, far numbers and shares beside counts are not compared", () => {
    expect(differing("Police arrested 317 suspects.", "The museum sold 320 tickets.")).toEqual([]);
    expect(differing("The earthquake hit Osh on 13 March.", "The earthquake hit Osh on 14 March.")).toEqual(
      [],
    );
    expect(differing("地震发生在2025年。", "地震发生在2026年。")).toEqual([]);
    expect(differing("The earthquake damaged 420 houses.", "The earthquake damaged 42 houses.")).toEqual([]);
    expect(differing("The flood hit 40 percent of houses.", "The flood hit 42 houses.")).toEqual([]);
  });

  test("a figure that the other article gives as well for the same thing is not against it", () => {
    expect(
      differing(
        "The earthquake injured 38 people.",
        "The earthquake injured 41 people by evening. In the morning the earthquake had injured 38 people.",
      ),
    ).toEqual([]);
  });

  test.each([
    [
      "At least 64 people died in the landslide near Osh.",
      "截至18日，奥什附近山体滑坡至少71人遇难。",
      "64",
      "71人",
    ],
    [
      "The drill involved 1,200 troops from five states.",
      "В учениях приняли участие 1500 военных из пяти государств.",
      "1,200",
      "1500",
    ],
    ["Trade between the two reached $4.7 billion.", "两国贸易额达到80亿美元。", "$4.7 billion", "80亿美元"],
    ["Trade turnover reached $48.2 billion.", "贸易额为438亿美元。", "$48.2 billion", "438亿美元"],
    [
      "The oil price fell by 18.7 percent.",
      "Цена нефти снизилась на 17,8 процента.",
      "18.7 percent",
      "17,8 процента",
    ],
    ["The forum gathered 400 delegates.", "论坛汇聚380名代表。", "400", "380名"],
    ["Nine founders signed the charter of the bank.", "八个创始国签署银行章程。", "Nine", "八"],
    [
      "The plant will have a capacity of 60 gigawatts.",
      "电站装机容量为5000万千瓦。",
      "60 gigawatts",
      "5000万千瓦",
    ],
  ])("planted: %s | %s", (one, two, first, second) => {
    expect(differing(one, two)).toEqual([[first, second]]);
  });

  test.each([
    ["The plant will have a capacity of 60 gigawatts.", "电站装机容量为6000万千瓦。"],
    ["The bank will lend $350 million for water pipes.", "The bank lent $400 million for a road."],
    ["In the first two days 300 people were detained.", "In all 400 people were detained."],
    ["The forum on 12 May gathered 400 delegates.", "The forum on 14 May gathered 400 delegates."],
    ["38 people were injured.", "41 houses were damaged."],
    ["China holds 三成.", "中方持股30%。"],
  ])("no difference: %s | %s", (one, two) => {
    expect(differing(one, two)).toEqual([]);
  });
});
