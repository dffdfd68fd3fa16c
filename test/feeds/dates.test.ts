/** Dates in the forms that feeds and pages really use. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readDate } from "../../src/feeds/dates.ts";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const BEIJING = "Asia/Shanghai";
const read = (text: string, zone = BEIJING) => readDate(text, zone, NOW).instant;
const AT = "2026-03-17T02:15:00Z";

describe("one instant, written in many ways, is read by a publisher in Beijing as 2026-03-17T02:15Z", () => {
  test.each([
    "Tue, 17 Mar 2026 02:15:00 GMT",
    "Tue, 17 Mar 2026 10:15:00 +0800",
    "Tue, 17 Mar 2026 10:15:00 +08:00",
    "Tue,17 Mar 2026 10:15:00 +0800",
    "17 Mar 2026 10:15 +0800",
    "Tue, 17 Mar 26 02:15:00 UT",
    "17 Mar 2026 02:15:00 Z",
    "Mon, 16 Mar 2026 21:15:00 EST",
    "Mon, 16 Mar 2026 22:15:00 EDT",
    "Mon, 16 Mar 2026 18:15:00 PST",
    "Tue, 17 Mar 2026 05:15:00 MSK",
    "Tue, 17 Mar 2026 10:15:00 CST",
    "Tue, 17 Mar 2026 10:15:00 GMT+8",
    "Tue, 17 Mar 2026 10:15:00 GMT+0800",
    "Tue, 17 Mar 2026 10:15:00 UTC+08:00",
    "Tues, 17 March 2026 10:15:00",
    "Вт, 17 мар 2026 05:15:00 +0300",
    "周二, 17 Mar 2026 10:15:00 +0800",
    "Tue, 17-Mar-2026 02:15:00 GMT",
    "2026-03-17T02:15:00Z",
    "2026-03-17T02:15:00.000Z",
    "2026-03-17T10:15:00+08:00",
    "2026-03-17T10:15:00+0800",
    "2026-03-17T10:15:00+08",
    "2026-03-17 10:15:00",
    "2026-03-17 10:15",
    "2026-03-17T10:15",
    "20260317T021500Z",
    "20260317T101500",
    "20260317101500",
    "2026/03/17 10:15:00",
    "2026/3/17 10:15",
    "2026.03.17 10:15",
    "2026-03-17 02:15:00 UTC",
    "2026-03-17 10:15:00 +0800",
    "2026-3-17 10:15:00",
    "2026-03-17t02:15:00z",
    "2026年3月17日 10:15",
    "2026年03月17日 10:15:00",
    "2026年3月17日10时15分",
    "2026年3月17日10时15分00秒",
    "2026年3月17日 上午10:15",
    "2026年3月17日 上午10点15分",
    "二〇二六年三月十七日 10:15",
    "２０２６年３月１７日　１０：１５",
    "2026年3月17日 星期二 10:15",
    "2026年3月17日（星期二）10:15",
    "来源：新华网 2026年03月17日10:15",
    "3月17日 10:15",
    "发布时间：2026-03-17 10:15",
    "2026-03-17 10:15 来源：人民网",
    "2026年3月17日 10:15 (北京时间)",
    "17 марта 2026 г., 10:15",
    "17 марта 2026, 05:15 МСК",
    "17.03.2026 10:15",
    "17.03.26 10:15",
    "10:15, 17.03.2026",
    "10:15 17.03.2026",
    "March 17, 2026 10:15 AM",
    "Mar 17, 2026, 10:15 a.m.",
    "Mar. 17, 2026 10:15",
    "17th March 2026 10:15",
    "17/03/2026 10:15",
    "03/17/2026 10:15",
    "Tue Mar 17 02:15:00 UTC 2026",
    "Tue Mar 17 10:15:00 2026",
    "Tue Mar 17 10:15:00 CST 2026",
    "Tue Mar 17 2026 10:15:00 GMT+0800 (China Standard Time)",
    "1773713700",
    "1773713700000",
    "  2026-03-17\n10:15 ",
    "Tue, 17 Mar 2026 10:15:00 +0800 (CST)",
  ])("%s", (text) => {
    expect(read(text)).toBe(AT);
  });
});

describe("the rest", () => {
  test.each([
    ["2026-03-17", "2026-03-16T16:00:00Z"],
    ["2026年3月17日", "2026-03-16T16:00:00Z"],
    ["17 Mar 2026", "2026-03-16T16:00:00Z"],
    ["2026年3月17日 下午3点20分", "2026-03-17T07:20:00Z"],
    ["2026年3月17日 晚上8点半", "2026-03-17T12:30:00Z"],
    ["2026年3月17日 凌晨12:30", "2026-03-16T16:30:00Z"],
    ["March 17, 2026 3:20 PM", "2026-03-17T07:20:00Z"],
    ["Tue, 17 Mar 2026 24:00:00 +0800", "2026-03-17T16:00:00Z"],
    ["Tue, 17 Mar 2026 23:59:60 GMT", "2026-03-17T23:59:59Z"],
    ["12月30日", "2025-12-29T16:00:00Z"],
    ["30 декабря, 15:20", "2025-12-30T07:20:00Z"],
    ["Dec. 30, 10:15", "2025-12-30T02:15:00Z"],
    ["[05-30]", "2026-05-29T16:00:00Z"],
    ["05-30 15:20", "2026-05-30T07:20:00Z"],
    ["30.05", "2026-05-29T16:00:00Z"],
    ["3小时前", "2026-05-31T21:00:00Z"],
    ["20 分钟前", "2026-05-31T23:40:00Z"],
    ["2 hours ago", "2026-05-31T22:00:00Z"],
    ["5 дней назад", "2026-05-27T00:00:00Z"],
    ["昨天 10:15", "2026-05-31T02:15:00Z"],
    ["вчера, 10:15", "2026-05-31T02:15:00Z"],
    ["前天", "2026-05-29T16:00:00Z"],
    ["刚刚", "2026-06-01T00:00:00Z"],
  ])("%s is %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  test("a date without a zone is in the publisher's, through changes of summer time; CST is American elsewhere", () => {
    expect(read("2026-03-17 10:15", "Europe/London")).toBe("2026-03-17T10:15:00Z");
    expect(read("2026-04-17 10:15", "Europe/London")).toBe("2026-04-17T09:15:00Z");
    expect(read("Tue, 17 Mar 2026 10:15:00 CST", "America/Chicago")).toBe("2026-03-17T16:15:00Z");
  });

  test.each([
    "2026-02-30",
    "2026-13-01",
    "31 Apr 2026",
    "2026-03-17 25:00",
    "2026年3月17日 10:75",
    "0000-00-00 00:00:00",
    "1970-01-01T00:00:00Z",
    "-1",
    "yesterdayish",
    "Invalid Date",
    "NaN",
    "null",
    "2026",
    "Tue",
    "12:30",
    "上海精神",
  ])("%s is no date", (text) => {
    expect(readDate(text, BEIJING, NOW)).toEqual({ instant: null, fault: "unreadable" });
  });

  test("a little ahead is now, far ahead is not believed, nothing is nothing", () => {
    expect(readDate("2026-06-01T08:00:00Z", BEIJING, NOW)).toEqual({
      instant: "2026-06-01T00:00:00Z",
      fault: null,
    });
    expect(readDate("2099-01-01", BEIJING, NOW)).toEqual({ instant: null, fault: "future" });
    for (const empty of ["", "  ", undefined, null])
      expect(readDate(empty, BEIJING, NOW)).toEqual({ instant: null, fault: null });
  });

  test("whatever is written, the answer is an instant that is not in the future, or null, at once", () => {
    const piece = fc.constantFrom(
      "2026",
      "3",
      "17",
      "年",
      "月",
      "日",
      "-",
      "/",
      ":",
      " ",
      "T",
      "Z",
      "+08",
      "10:15",
      "pm",
      "мар",
      "Mar",
      "99",
      "星期",
      "ago",
      "天前",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join("")),
        ),
        (text) => {
          const { instant } = readDate(text, BEIJING, NOW);
          return (
            instant === null ||
            (Date.parse(instant) <= NOW && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(instant))
          );
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
