import { describe, expect, test } from "@jest/globals";
import type { Article } from "../../src/article.ts";
import { disagreements } from "../../src/stories/figures.ts";
import { readingOf } from "../../src/stories/profile.ts";
import { createTongue } from "../../src/stories/tongue.ts";

const tongue = createTongue();
const article = (id: string, body: string, language: Article["language"] = "en"): Article => ({
  ...{ id, body, language, title: "", source: "", published: null, kind: "article", url: null },
});
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
});
