import { describe, expect, test } from "@jest/globals";
import type { FeedHealth } from "../../src/feeds/feeds.ts";
import { ageInWords, feedsInWords, freshnessOf, isCutOff } from "../../src/feeds/freshness.ts";

const reader = { locale: "en", zone: "UTC" } as const;
const feed = (host: string, own: Partial<FeedHealth>): FeedHealth => ({
  spec: { url: `https://${host}/rss`, source: host, pages: true },
  ...{ title: "", reason: null, newest: null, polled: null, read: null, next: null, failures: 0 },
  condition: "fresh",
  ...own,
});
const unknown = (host: string) => {
  const en = `No server is known by the name ${host}; check the spelling`;
  return feed(host, { condition: "failing", failures: 3, reason: { en, zh: en, ru: en } });
};

describe("how fresh the news is", () => {
  test("ten names that nobody knows are one cause: no network", () => {
    const all = ["a.example", "b.example", "c.example"].map(unknown);
    const freshness = freshnessOf(all.map((one) => ({ ...one, read: "2026-11-29T06:00:00Z" })));
    expect(freshness.causes).toHaveLength(1);
    expect(isCutOff(freshness)).toBe(true);
    expect(feedsInWords(freshness, reader)).toEqual([
      "No feed could be read since 29 Nov 2026, 06:00: no server's name is known here, so there seems to be no network.",
    ]);
  });

  test("some of them failing is said with how many and each cause once", () => {
    const reason = { en: "It answered with 404.", zh: "404", ru: "404" };
    const well = feed("d.example", { read: "2026-11-29T06:00:00Z" });
    const broken = ["e.example", "f.example"].map((host) => feed(host, { condition: "failing", reason }));
    const freshness = freshnessOf([well, ...broken, unknown("g.example")]);
    expect(isCutOff(freshness)).toBe(false);
    expect(feedsInWords(freshness, reader)).toEqual([
      "3 of 4 feeds cannot be read: It answered with 404 (2 feeds); No server is known by the name g.example; check the spelling.",
    ]);
  });

  test("nothing is said where all is well, and an old archive says how old it is", () => {
    const well = freshnessOf([feed("h.example", { read: "2026-11-29T06:00:00Z" })]);
    expect(feedsInWords(well, reader)).toEqual([]);
    const now = Date.parse("2026-11-30T06:00:00Z");
    expect(ageInWords("2026-11-29T06:00:00Z", now, "en")).toEqual([]);
    expect(ageInWords("2025-06-15T06:00:00Z", now, "en")).toEqual(["The newest article is 533 days old."]);
  });
});
