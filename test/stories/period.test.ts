import { describe, expect, test } from "@jest/globals";
import { BotError } from "../../src/errors.ts";
import { looksLikePeriod, readPeriod, spanOfPeriod, splitPeriod } from "../../src/stories/period.ts";

const NOW = Date.parse("2025-05-30T20:00:00Z");
const read = (text: string, zone = "Asia/Shanghai") => readPeriod(text, NOW, zone);
const day = (text: string) => ({ first: text, last: text });

describe("the days of a digest", () => {
  test("today and yesterday are the caller's, in three languages", () => {
    for (const today of ["today", "今天", "сегодня", "Today"]) expect(read(today)).toEqual(day("2025-05-31"));
    expect(read("today", "UTC")).toEqual(day("2025-05-30"));
    for (const before of ["yesterday", "昨天", "вчера"]) expect(read(before)).toEqual(day("2025-05-30"));
  });

  test("a week is today and the six days before", () => {
    for (const week of ["week", "本周", "неделя", "7d", "7天"])
      expect(read(week)).toEqual({ first: "2025-05-25", last: "2025-05-31" });
  });

  test("two ends make a span, of a month at most", () => {
    expect(read("2025-05-24..2025-05-26")).toEqual({ first: "2025-05-24", last: "2025-05-26" });
    expect(read("today..26.05.2025")).toEqual({ first: "2025-05-26", last: "2025-05-31" });
    expect(looksLikePeriod("2025-05-24..2025-05-26")).toBe(true);
    for (const wrong of ["2025-05-24..", "..2025-05-24", "wait..what"])
      expect(looksLikePeriod(wrong)).toBe(false);
    expect(() => read("2025-01-01..2025-05-26")).toThrow(BotError);
  });

  test("last week and months are the calendar's, a month reaches 30 days back", () => {
    for (const last of ["last week", "上周", "прошлая неделя", "за прошлую неделю"])
      expect(read(last)).toEqual({ first: "2025-05-19", last: "2025-05-25" });
    for (const month of ["month", "一个月", "месяц"])
      expect(read(month)).toEqual({ first: "2025-05-02", last: "2025-05-31" });
    for (const month of ["this month", "本月", "этот месяц"])
      expect(read(month)).toEqual({ first: "2025-05-01", last: "2025-05-31" });
    for (const month of ["last month", "上个月", "прошлый месяц"])
      expect(read(month)).toEqual({ first: "2025-04-01", last: "2025-04-30" });
    expect(readPeriod("last week", Date.parse("2025-06-01T12:00:00Z"), "UTC").last).toBe("2025-05-25");
    for (const next of ["tomorrow", "明天", "завтра"]) expect(read(next)).toEqual(day("2025-06-01"));
    expect(splitPeriod("last week media forum")).toEqual({ day: "last week", rest: "media forum" });
    expect(splitPeriod("прошлая неделя")).toEqual({ day: "прошлая неделя", rest: "" });
  });

  test("a date may be written as people do", () => {
    for (const date of ["2025-05-26", "2025/5/26", "26.05.2025", "2025年5月26日", "２０２５-05-26"])
      expect(read(date)).toEqual(day("2025-05-26"));
    expect(read("2025-02")).toEqual({ first: "2025-02-01", last: "2025-02-28" });
  });

  test("a day that the calendar lacks, or more than a month, is refused with a way out in every language", () => {
    for (const wrong of [
      "2025-02-30",
      "2025-13-01",
      "31.04.2025",
      "2025",
      "400d",
      "someday",
      `2025-05-${"9".repeat(99)}`,
    ]) {
      const thrown = caught(() => read(wrong));
      expect(thrown).toBeInstanceOf(BotError);
      expect(thrown).toMatchObject({ code: "bad-input" });
      for (const locale of ["en", "zh", "ru"] as const) {
        expect((thrown as BotError).say(locale)).toMatch(/2025-05/);
        expect((thrown as BotError).say(locale).length).toBeLessThan(200);
      }
    }
  });

  test("words that name days are told from topics, wrong dates included", () => {
    for (const days of ["today", "2025-02-30", "2025-99", "week", "本周", "вчера", "7d", "26.05.2025"])
      expect(looksLikePeriod(days)).toBe(true);
    for (const topic of ["media", "2025", "上海精神", "5G", "опрос", "lang:zh"])
      expect(looksLikePeriod(topic)).toBe(false);
  });

  test("a date of several words may open a line; one without a year is the latest such day", () => {
    expect(splitPeriod("26 May 2025 media forum")).toEqual({ day: "26 May 2025", rest: "media forum" });
    expect(splitPeriod("May 26, 2025")).toEqual({ day: "May 26 2025", rest: "" });
    expect(splitPeriod("26 мая опрос")).toEqual({ day: "26 мая", rest: "опрос" });
    for (const topic of ["media forum 2025", "5 years of cooperation", "may", ""])
      expect(splitPeriod(topic)).toEqual({ rest: topic });
    for (const written of ["5月26日", "5月26号", "26 May", "May 26", "26 мая"])
      expect(read(written)).toEqual(day("2025-05-26"));
    expect(read("6月26日")).toEqual(day("2024-06-26"));
    expect(looksLikePeriod("5月26日")).toBe(true);
    expect(caught(() => read("2月30日"))).toMatchObject({ code: "bad-input" });
  });

  test("a day is as long as its zone makes it", () => {
    const hours = ({ from, to }: { from: number; to: number }) => (to - from) / 3_600_000;
    expect(hours(spanOfPeriod(day("2025-03-09"), "America/New_York"))).toBe(23);
    expect(hours(spanOfPeriod(day("2025-03-10"), "America/New_York"))).toBe(24);
  });
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}
