/** What one article causes among many watches, counted: it must grow with what it is news to, not with the watches. */
import { expect, test } from "@jest/globals";
import { createLibrary } from "../../src/articles/shelf.ts";
import { systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { createCounts } from "../../src/delivery/counts.ts";
import { createMatching } from "../../src/delivery/matching.ts";
import { createLog } from "../../src/log.ts";
import { createSearch } from "../../src/search/create.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { article } from "./rig.ts";

const WORDS = [..."bdfgklmn"].flatMap((one) => ["ako", "umi"].map((rest) => `z${one}${rest}lur`));
const START = Date.parse("2025-06-16T08:00:00Z");

test("an article is held against the watches that it may be news to, and rows are read of those it is", async () => {
  let now = START;
  const clock = { ...systemClock, now: () => now, monotonic: () => now };
  const store = memoryStore(clock);
  // Every pair of words, as two words and as a phrase: 240 watches, of which two have two words of the article.
  let watches = 0;
  for (const [at, one] of WORDS.entries())
    for (const other of WORDS.slice(at + 1))
      for (const query of [`${one} ${other}`, `"${one} ${other}"`]) {
        const id = `w${watches++}`;
        const place = { platform: "slack", workspace: `T${watches % 20}`, channel: "C1" };
        const row = { ...place, id, zone: "UTC", by: "U1", locale: "en", query, every: 30 };
        await store.set(`watch:slack/${place.workspace}/C1:${id}`, row);
      }
  const read: string[] = [];
  const counting = {
    ...store,
    get: (key: string) => {
      read.push(key);
      return store.get(key);
    },
    getAll: (keys: readonly string[]) => {
      read.push(...keys);
      return store.getAll(keys);
    },
  };
  const search = createSearch({ publishers: [] });
  const tried: string[] = [];
  const matching = createMatching({
    ...{ store: counting, clock, counts: createCounts(), library: createLibrary([]) },
    log: createLog(readConfig({ SCO_LOG_LEVEL: "silent" })),
    keeper: { catchUp: async () => {}, since: () => [], cameAt: () => undefined },
    search: () => ({
      ...search,
      meets: (query, ...rest) => {
        tried.push(query);
        return search.meets(query, ...rest);
      },
    }),
  });
  const arrive = async (id: string, title: string) => {
    read.length = 0;
    tried.length = 0;
    matching.arrived([article(id, title, new Date(now).toISOString(), "")]);
    await matching.step();
  };
  await arrive("a", "nothing of them");
  expect(read.filter((key) => key.startsWith("watch:"))).toHaveLength(watches);
  expect(tried).toEqual([]);
  // Rows that changed while all were read, or were half written when they were seen, are looked at once more.
  for (const [turned, again] of [
    [1_000, true],
    [1_000, false],
    [6_000, true],
    [1_000, false],
    [1_000, false],
  ] as const) {
    now += turned;
    const [one, other] = WORDS;
    await arrive(`b${now}`, `${one} stands before ${other}`);
    const rows = read.filter((key) => key.startsWith("watch:"));
    expect(rows.length > watches).toBe(again);
    if (!again) expect(rows).toHaveLength(1);
    // Only the phrase, whose words are there, has to be looked for in the text.
    expect(tried).toEqual([`"${one} ${other}"`]);
  }
});
