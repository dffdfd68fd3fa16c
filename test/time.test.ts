import { describe, expect, test } from "@jest/globals";
import {
  addDays,
  dateInWords,
  dayInWords,
  dayOf,
  isZone,
  readDay,
  spanInWords,
  spanOf,
} from "../src/time.ts";

test("a zone is asked for once, however it is written, and what only looks like one is none", () => {
  expect(isZone("Asia/Tashkent")).toBe(true);
  const plain = Intl.DateTimeFormat;
  let asked = 0;
  Intl.DateTimeFormat = new Proxy(plain, {
    construct: (target, args) => {
      asked++;
      return Reflect.construct(target, args);
    },
  });
  try {
    const written = ["ASIA/TASHKENT", "asia/tashkent", "aSIA/tASHKENT"];
    expect(written.map(isZone)).toEqual([true, true, true]);
    expect(asked).toBe(0);
  } finally {
    Intl.DateTimeFormat = plain;
  }
  // The sign of kelvin is a small k to whoever makes letters small.
  expect(["Asia/Tash\u212aent", "+05:00", ""].map(isZone)).toEqual([false, false, false]);
});

describe("days", () => {
  test("an instant belongs to the day of the zone it is read in", () => {
    expect(dayOf("2025-05-25T22:13:00Z", "Asia/Shanghai")).toBe("2025-05-26");
    expect(dayOf("2025-05-25T22:13:00Z", "UTC")).toBe("2025-05-25");
    expect(dayOf(0, "America/New_York")).toBe("1969-12-31");
  });

  test("a day is as long as its zone makes it", () => {
    const hours = ({ from, to }: { from: number; to: number }) => (to - from) / 3_600_000;
    expect(hours(spanOf("2025-03-30", "Europe/Berlin"))).toBe(23);
    expect(hours(spanOf("2025-10-26", "Europe/Berlin"))).toBe(25);
    expect(hours(spanOf("2025-05-26", "Asia/Shanghai", "2025-05-28"))).toBe(72);
  });

  test.each([
    ["2025-05-26", "2025-05-26"],
    ["2025/5/6", "2025-05-06"],
    ["2025年5月26日", "2025-05-26"],
    ["２０２５-０５-２６", "2025-05-26"],
    ["2025-02-30", null],
    ["2025-13-01", null],
    ["yesterday", null],
  ])("%s is read as %s", (text, day) => expect(readDay(text)).toBe(day));

  test("days are added across months", () => expect(addDays("2024-02-28", 2)).toBe("2024-03-01"));
});

describe("zones", () => {
  test("are IANA names, not offsets", () => {
    expect(["Asia/Shanghai", "UTC", "Europe/London"].map(isZone)).toEqual([true, true, true]);
    expect(["Mars/Base", "+08:00", "", "Asia/"].map(isZone)).toEqual([false, false, false, false]);
  });
});

describe("dates in words", () => {
  test("follow the reader's language and zone", () => {
    const instant = "2025-05-25T22:13:00Z";
    expect(dateInWords(instant, "day", "Asia/Shanghai", "zh")).toBe("2025年5月26日");
    expect(dateInWords(instant, "day", "UTC", "en")).toBe("25 May 2025");
    expect(dateInWords(instant, "minute", "UTC", "en")).toContain("22:13");
    expect(dayInWords("2025-05-26", "ru")).toContain("26 мая 2025");
  });

  test("days from one to another share what they have in common", () => {
    const week = ["2025-05-25", "2025-05-31"] as const;
    expect(spanInWords(...week, "en")).toBe("25 – 31 May 2025");
    expect(spanInWords(...week, "zh")).toBe("2025年5月25日至31日");
    expect(spanInWords("2025-05-28", "2025-06-03", "zh")).toBe("2025年5月28日至6月3日");
    expect(spanInWords("2025-12-28", "2026-01-03", "zh")).toBe("2025年12月28日至2026年1月3日");
    expect(spanInWords("2025-12-28", "2026-01-03", "ru")).toBe("28 декабря 2025 г. – 3 января 2026 г.");
    expect(spanInWords(week[0], week[0], "ru")).toBe("25 мая 2025 г.");
  });
});
