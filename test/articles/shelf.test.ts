import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Article, momentOf } from "../../src/article.ts";
import { newestDate } from "../../src/articles/library.ts";
import { createLibrary } from "../../src/articles/shelf.ts";

const instant = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
const article = (id: number, day: number | null, seen: number | null = null): Article => ({
  id: `a${id}`,
  title: `Article ${id}`,
  body: "",
  source: "",
  published: day === null ? null : instant(day),
  ...(seen !== null && { arrived: instant(seen) }),
  language: "en",
  kind: "article",
  url: null,
});

test("newest and between are as if sorted anew, whatever was put, replaced and removed before", () => {
  const one = fc.record({
    id: fc.nat(30),
    day: fc.option(fc.nat(20)),
    seen: fc.option(fc.nat(20)),
    remove: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 30 }), (steps) => {
      const library = createLibrary([], [article(1, 3), article(2, null)]);
      const there = new Map([article(1, 3), article(2, null)].map((each) => [each.id, each]));
      for (const step of steps) {
        library.newest();
        const removed = step.filter(({ remove }) => remove).map(({ id }) => `a${id}`);
        const put = step.filter(({ remove }) => !remove).map(({ id, day, seen }) => article(id, day, seen));
        library.remove(removed);
        library.put(put);
        for (const id of removed) there.delete(id);
        for (const each of put) there.set(each.id, each);
        const sorted = [...there.values()].sort((a, b) =>
          (momentOf(a) ?? "") < (momentOf(b) ?? "")
            ? 1
            : (momentOf(a) ?? "") > (momentOf(b) ?? "")
              ? -1
              : a.id < b.id
                ? -1
                : 1,
        );
        expect(library.newest()).toEqual(sorted);
        const [from, to] = [Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 12)];
        expect(library.between(from, to)).toEqual(
          sorted.filter(
            ({ published }) => published && Date.parse(published) >= from && Date.parse(published) < to,
          ),
        );
      }
    }),
  );
});

test("what nobody dated stands where it was first seen, what nobody saw last; the newest date is one of an article", () => {
  const library = createLibrary([], [article(1, 3), article(2, null, 4), article(3, 2, 9), article(4, null)]);
  expect(library.newest().map(({ id }) => id)).toEqual(["a2", "a1", "a3", "a4"]);
  expect(newestDate(library)).toBe(instant(3));
  expect(newestDate(createLibrary([], [article(2, null, 4)]))).toBeUndefined();
});

test("an article among 100,000 is put and found in the time of moving it, not of sorting all", () => {
  const many = Array.from({ length: 100_000 }, (_, at) => article(at, at % 700));
  const library = createLibrary([], many);
  library.newest();
  const before = process.cpuUsage();
  for (let i = 0; i < 100; i++) {
    library.put([article(200_000 + i, i)]);
    library.between(Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 6));
  }
  const { user, system } = process.cpuUsage(before);
  // Sorting anew takes some 50 ms each time.
  expect((user + system) / 1000).toBeLessThan(500);
});
