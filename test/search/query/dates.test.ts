/** Dates in a query: every way of writing one, and the span it means in a zone. */
import { describe, expect, test } from "@jest/globals";
import { readDate, spanOfDate, spanOfQuery, type When, writeDate } from "../../../src/search/query/dates.ts";

const NOW = Date.parse("2025-05-26T20:00:00Z");
const span = (when: When, zone: string) => {
  const { from, to } = spanOfDate(when, NOW, zone);
  return [new Date(from).toISOString().slice(0, 16), new Date(to).toISOString().slice(0, 16)];
};
const read = (text: string) => {
  const date = readDate(text);
  return date && `${writeDate(date.when)}${date.impossible ? "!" : ""}`;
};

test.each([
  ["2025-05-26", "2025-05-26"],
  ["2025/5/6", "2025-05-06"],
  ["2025年5月26日", "2025-05-26"],
  ["２０２５－０５－２６", "2025-05-26"],
  ["26.05.2025", "2025-05-26"],
  ["26 мая 2025 г.", "2025-05-26"],
  ["26 May, 2025", "2025-05-26"],
  ["May 26, 2025", "2025-05-26"],
  ["March 2025", "2025-03"],
  ["2025-05", "2025-05"],
  ["2025年5月", "2025-05"],
  ["2025", "2025"],
  ["2025年", "2025"],
  ["Today", "today"],
  ["今日", "today"],
  ["сегодня", "today"],
  ["昨天", "yesterday"],
  ["前天", "2-days-ago"],
  ["позавчера", "2-days-ago"],
  ["3-days-ago", "3-days-ago"],
  ["last week", "last-week"],
  ["на прошлой неделе", "last-week"],
  ["上个月", "last-month"],
  ["7d", "7d"],
  ["7天", "7d"],
  ["7дней", "7d"],
  ["2w", "14d"],
  ["2周", "14d"],
  ["3mo", "90d"],
  ["1y", "365d"],
  ["999999d", "36500d"],
  ["2025-02-30", "2025-02-28!"],
  ["2024-02-30", "2024-02-29!"],
  ["2025-13-05", "2025-05-13!"],
  ["2025-05-00", "2025-05-01!"],
  ["31.04.2025", "2025-04-30!"],
  ["2025-13-45", null],
  ["2025-13", null],
  ["26 foo 2025", null],
  ["0025-01-01", null],
  ["soon", null],
  ["5x", null],
  ["", null],
])("%s reads as %s", (text, expected) => {
  expect(read(text)).toBe(expected);
  const date = readDate(text);
  if (date) expect(readDate(writeDate(date.when))).toEqual({ when: date.when });
});

describe("the span of a date depends on the reader's zone", () => {
  test.each<[string, string, string, string]>([
    ["2025-05-26", "UTC", "2025-05-26T00:00", "2025-05-27T00:00"],
    ["2025-05-26", "Asia/Shanghai", "2025-05-25T16:00", "2025-05-26T16:00"],
    ["2025-03-09", "America/New_York", "2025-03-09T05:00", "2025-03-10T04:00"],
    ["2024-02", "UTC", "2024-02-01T00:00", "2024-03-01T00:00"],
    ["2025", "Europe/Moscow", "2024-12-31T21:00", "2025-12-31T21:00"],
    ["today", "UTC", "2025-05-26T00:00", "2025-05-27T00:00"],
    ["today", "Asia/Shanghai", "2025-05-26T16:00", "2025-05-27T16:00"],
    ["yesterday", "UTC", "2025-05-25T00:00", "2025-05-26T00:00"],
    ["7d", "UTC", "2025-05-19T00:00", "2025-05-27T00:00"],
    ["last week", "UTC", "2025-05-19T00:00", "2025-05-26T00:00"],
    ["last month", "Asia/Shanghai", "2025-03-31T16:00", "2025-04-30T16:00"],
  ])("%s in %s", (text, zone, from, to) => {
    expect(span(readDate(text)?.when ?? { kind: "year", year: "1000" }, zone)).toEqual([from, to]);
  });
});

test("after begins with its day, before ends with it, on is within; together they narrow", () => {
  const may = { kind: "month", month: "2025-05" } as const;
  const day = { kind: "day", day: "2025-05-26" } as const;
  const { from, to } = spanOfDate(day, NOW, "UTC");
  expect(spanOfQuery({ after: day }, NOW, "UTC")).toEqual({ from, to: Infinity });
  expect(spanOfQuery({ before: day }, NOW, "UTC")).toEqual({ from: -Infinity, to: from });
  expect(spanOfQuery({ on: day }, NOW, "UTC")).toEqual({ from, to });
  expect(spanOfQuery({ on: may, after: day }, NOW, "UTC")).toEqual({ from, to: Date.UTC(2025, 5, 1) });
});
