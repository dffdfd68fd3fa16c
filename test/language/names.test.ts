/** Names across scripts: what sounds alike is near, what does not is not, and both have a key in common or none. */
import { describe, expect, test } from "@jest/globals";
import { soundDistance, soundKeys } from "../../src/language/names/distance.ts";
import { isTransliterated, transliteratedRuns } from "../../src/language/names/han-sounds.ts";
import { analyze } from "../../src/language/tokens.ts";
import { foldWord } from "../../src/language/words.ts";

const shareKey = (one: string, other: string) => soundKeys(one).some((key) => soundKeys(other).includes(key));

test.each([
  ["阿西夫", "Asif", "Асиф"],
  ["诺瓦克", "Novak", "Новак"],
  ["库鲁巴耶夫", "Kulubaev", "Кулубаев"],
  ["热恩别克", "Jeenbek", "Жээнбек"],
  ["卡布洛夫", "Kabulov", "Кабулов"],
  ["扎帕罗夫", "Japarov", "Жапаров"],
  ["拉赫蒙", "Rahmon", "Рахмон"],
  ["特朗普", "Trump", "Трамп"],
  ["托克托穆舍夫", "Toktomushev", "Токтомушев"],
  ["佩泽希齐扬", "Pezeshkian", "Пезешкиан"],
  ["沙里夫", "Sharif", "Шариф"],
  ["卡齐米拉", "Kazimira", "Казимира"],
])("%s, %s and %s sound alike", (...names) => {
  const [han = "", latin = "", cyrillic = ""] = names.map(foldWord);
  for (const [one, other] of [
    [han, latin],
    [han, cyrillic],
    [latin, cyrillic],
  ] as const) {
    expect([one, other, soundDistance(one, other) <= 0.13]).toEqual([one, other, true]);
    expect([one, other, shareKey(one, other)]).toEqual([one, other, true]);
  }
});

test.each([
  ["Tokaev", "Tokayev"],
  ["Rahmon", "Rakhmon"],
  ["Khursheed", "Khurshid"],
  ["Farruh", "Farrukh"],
])("%s is %s", (one, other) => {
  expect(soundDistance(foldWord(one), foldWord(other))).toBeLessThanOrEqual(0.04);
  expect(shareKey(foldWord(one), foldWord(other))).toBe(true);
});

test.each([
  ["拉夫罗夫", "Rahmonov"],
  ["阿利耶夫", "Saidov"],
  ["Новиков", "Novak"],
  ["库鲁巴耶夫", "Kulov"],
  ["卡兹米", "Kazimira"],
])("%s is not %s", (one, other) => {
  expect(soundDistance(foldWord(one), foldWord(other))).toBeGreaterThan(0.12);
});

describe("foreign names in Chinese", () => {
  test("are terms of their own, parted at dots, and not swallowed by words beside them", () => {
    const terms = (text: string) => analyze(text).map(({ term }) => term);
    expect(terms("外长热恩别克·库鲁巴耶夫表示")).toEqual(expect.arrayContaining(["热恩别克", "库鲁巴耶夫"]));
    expect(terms("在上海拉夫罗夫表示")).toContain("拉夫罗夫");
    expect(terms("与巴基斯坦阿西夫会谈")).toEqual(expect.arrayContaining(["巴基斯坦", "阿西夫"]));
  });

  test("are told from other words by their characters", () => {
    expect(isTransliterated("拉夫罗夫")).toBe(true);
    expect(isTransliterated("铁路合作")).toBe(false);
    expect(transliteratedRuns("铁路合作会议", 3)).toEqual([]);
  });
});
