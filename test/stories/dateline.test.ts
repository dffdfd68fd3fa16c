import { describe, expect, test } from "@jest/globals";
import { newsOf } from "../../src/stories/dateline.ts";

describe("a dateline", () => {
  test.each([
    ["JHANG: Floodwaters entered the town.", "Floodwaters entered the town."],
    ["ASTANA - Kazakhstan exports wheat.", "Kazakhstan exports wheat."],
    ["KABUL, Sept. 6 (Xinhua) -- At least 12 died.", "At least 12 died."],
    ["DUSHANBE, October 12. /TASS/. Ministers met.", "Ministers met."],
    ["Shimla, Sep 3 (PTI) A cloudburst hit Kullu.", "A cloudburst hit Kullu."],
    ["МОСКВА, 6 сентября. /ТАСС/. Министры встретились.", "Министры встретились."],
    ["Москва. 5 сентября. ИНТЕРФАКС - Министр выступил.", "Министр выступил."],
    ["АСТАНА. КАЗИНФОРМ — Урожай убран.", "Урожай убран."],
    ["新华社乔蓬阿塔9月2日电（记者关建武）会议举行。", "会议举行。"],
    ["本报讯 双方签署协议。", "双方签署协议。"],
  ])("%s is left out", (body, news) => {
    expect(newsOf(body).replace(/^[\s-]+/, "")).toBe(news);
  });

  test.each([
    "The dam of the plant has risen: it is tall now.",
    "Узбекистан — страна хлопка и дынь.",
    "该线路运送汽车零配件和家电共55个集装箱,电力也已接通。",
    "The forum of the Shanghai Cooperation Organization (SCO) was held.",
    "Opinion: what is the organization for?",
    "",
  ])("%s has none", (body) => {
    expect(newsOf(body)).toBe(body);
  });

  test("dates go, other numbers stay", () => {
    expect(newsOf("会议12日举行，2026年3月5日闭幕，1号机组和12号楼。").replace(/\s+/g, "")).toBe(
      "会议举行，闭幕，1号机组和12号楼。",
    );
    expect(newsOf("It met on March 5, 2027, and 7 October; 12 died.").match(/\d+/g)).toEqual(["2027", "12"]);
    expect(newsOf("Встреча 12 октября собрала 300 участников.").match(/\d+/g)).toEqual(["300"]);
  });
});
