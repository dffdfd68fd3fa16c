import { describe, expect, test } from "@jest/globals";
import { hanNames, soundOf } from "../../src/stories/names.ts";

describe("the sound of a name", () => {
  test.each([
    ["卡里姆佐达", "Karimzoda", "Каримзода"],
    ["鲁斯塔姆", "Rustam", "Рустам"],
    ["纳扎罗夫", "Nazarov", "Назаров"],
    ["塔兰特", "Talant", "Талант"],
    ["克利缅科", "Klimenko", "Клименко"],
    ["布哈拉", "Bukhara", "Бухара"],
  ])("%s, %s and %s sound alike", (han, latin, cyrillic) => {
    expect(hanNames(`会见${han}一行`)).toEqual([soundOf(latin)]);
    expect(soundOf(cyrillic)).toBe(soundOf(latin));
  });

  test("everyday Chinese holds no names, and short ones tell too little", () => {
    expect(hanNames("会议决定加强合作，双方商定下一步工作。")).toEqual([]);
    expect(hanNames("奥什")).toEqual([]);
  });
});
