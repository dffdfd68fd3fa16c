/** The index under change: what was added and removed again leaves no trace. */
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Article } from "../../../src/article.ts";
import { createSearch } from "../../../src/search/create.ts";
import { archives, article, asked, queries } from "./articles.ts";

async function answers(articles: readonly Article[], query: string) {
  const search = createSearch();
  await search.add(articles);
  return withoutTime(await search.search(query, asked));
}

function withoutTime<T extends { readonly tookMs: number }>({ tookMs, ...rest }: T): Omit<T, "tookMs"> {
  expect(tookMs).toBeGreaterThanOrEqual(0);
  return rest;
}

test("adding articles and removing them again leaves every result as it was", async () => {
  await fc.assert(
    fc.asyncProperty(archives, archives, queries, async (kept, guests, query) => {
      const search = createSearch();
      await search.add(kept);
      const before = withoutTime(await search.search(query, asked));
      const strangers = guests.map((guest) => ({ ...guest, id: `guest-${guest.id}` }));
      await search.add(strangers);
      search.remove(strangers.map(({ id }) => id));
      // They are gone at once, and their words when the index has come to it.
      const { hits } = await search.search(query, asked);
      expect(JSON.stringify(hits)).not.toContain("guest-");
      await search.ready();
      expect(withoutTime(await search.search(query, asked))).toEqual(before);
      expect(search.size).toBe(kept.length);
    }),
    { numRuns: 60 },
  );
});

test("an index that was changed answers as one that was made anew", async () => {
  await fc.assert(
    fc.asyncProperty(archives, archives, queries, async (old, fresh, query) => {
      const search = createSearch();
      await search.add(old);
      await search.add(fresh);
      const ids = new Set(fresh.map(({ id }) => id));
      const now = [...old.filter(({ id }) => !ids.has(id)), ...fresh];
      const changed = await search.search(query, asked);
      const anew = await answers(now, query);
      expect([changed.total, changed.hits]).toEqual([anew.total, anew.hits]);
    }),
    { numRuns: 60 },
  );
});

test("the order in which articles came does not change an answer", async () => {
  await fc.assert(
    fc.asyncProperty(archives, queries, async (articles, query) => {
      const there = await answers(articles, query);
      const back = await answers([...articles].reverse(), query);
      expect([back.total, back.hits]).toEqual([there.total, there.hits]);
    }),
    { numRuns: 40 },
  );
});

test("an article that is removed while it still waits to be added does not come back", async () => {
  const search = createSearch();
  const adding = search.add([article("a", "summit in Tianjin")]);
  search.remove(["a"]);
  await adding;
  await search.ready();
  expect(search.size).toBe(0);
  expect((await search.search("Tianjin", asked)).total).toBe(0);
});

test("removing what is not there changes nothing", async () => {
  const search = createSearch();
  await search.add([article("a", "summit")]);
  search.remove(["b"]);
  expect(search.size).toBe(1);
});

test("other work gets its turn while many articles are added, and they are found as they come in", async () => {
  const search = createSearch();
  const many = Array.from({ length: 1500 }, (_, i) =>
    article(`a${i}`, `summit number ${i} ${"cooperation and trade ".repeat(40)}`),
  );
  const adding = search.add(many);
  const seen: number[] = [];
  let done = false;
  void adding.then(() => {
    done = true;
  });
  while (!done) {
    seen.push((await search.search("summit", asked)).total);
    await new Promise(setImmediate);
  }
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.some((total) => total > 0 && total < many.length)).toBe(true);
  expect((await search.search("summit", asked)).total).toBe(many.length);
});
