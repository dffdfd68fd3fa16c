import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Article } from "../../src/article.ts";
import { createLibrary } from "../../src/articles/shelf.ts";

const article = (id: number, day: number | null): Article => ({
  id: `a${id}`,
  title: `Article ${id}`,
  body: "",
  source: "",
  published: day === null ? null : new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
  language: "en",
  kind: "article",
  url: null,
});

test("newest and between are as if sorted anew, whatever was put, replaced and removed before", () => {
  const one = fc.record({ id: fc.nat(30), day: fc.option(fc.nat(20)), remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 30 }), (steps) => {
      const library = createLibrary([], [article(1, 3), article(2, null)]);
      const there = new Map([article(1, 3), article(2, null)].map((each) => [each.id, each]));
      for (const step of steps) {
        library.newest();
        const removed = step.filter(({ remove }) => remove).map(({ id }) => `a${id}`);
        const put = step.filter(({ remove }) => !remove).map(({ id, day }) => article(id, day));
        library.remove(removed);
        library.put(put);
        for (const id of removed) there.delete(id);
        for (const each of put) there.set(each.id, each);
        const sorted = [...there.values()].sort((a, b) =>
          (a.published ?? "") < (b.published ?? "")
            ? 1
            : (a.published ?? "") > (b.published ?? "")
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
