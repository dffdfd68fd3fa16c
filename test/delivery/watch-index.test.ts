/** Watches that are looked up from the article: none that would match is missed, and few others are looked at. */
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { createWatchIndex } from "../../src/delivery/watch-index.ts";
import { createSearch } from "../../src/search/create.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { article } from "./rig.ts";

const NOW = Date.parse("2025-06-16T08:00:00Z");
const asked = { now: NOW, zone: "UTC" };
const NEWS = [
  article(
    "a1",
    "SCO energy ministers meet in Bishkek",
    "2025-06-15T00:00:00Z",
    "Central Asia's energy ministers agreed on gas.",
  ),
  {
    ...article(
      "a2",
      "上海合作组织能源部长会议在比什凯克举行",
      "2025-06-15T00:00:00Z",
      "中亚各国能源部长就天然气达成一致。",
    ),
    language: "zh" as const,
  },
  {
    ...article(
      "a3",
      "Министры энергетики встретились в Бишкеке",
      "2025-06-15T00:00:00Z",
      "Страны Центральной Азии договорились о газе.",
    ),
    language: "ru" as const,
  },
  article(
    "a4",
    "Railway opens between Kashgar and Osh",
    "2025-06-15T00:00:00Z",
    "The first train carried tea.",
  ),
];
const QUERIES = [
  "energy Bishkek",
  "能源 比什凯克",
  "上海合作组织",
  "上海精神",
  "энергетика Бишкек",
  '"energy ministers"',
  "energy -gas",
  "energy OR railway",
  "title:railway",
  "lang:en",
  "Central Asia energy",
  "中亚能源",
  "газ",
  "zeppelin",
  "tea trains",
  "shanghai jingshen",
  "nengyuan",
  "Kashgar",
  "SCO",
  "上合组织 OR zeppelin",
  "energy ministers of Central Asia agreed on gas supply contracts",
];

test("whatever the search says matches is a candidate, in every language", async () => {
  const search = createSearch({ publishers: [], now: () => NOW });
  await search.add(NEWS);
  const store = memoryStore(systemClock);
  const watches = createWatchIndex({ store, search: () => search, excessive: async () => {} });
  const there = { platform: "slack", workspace: "T1", channel: "C1", zone: "UTC", by: "U1", locale: "en" };
  for (const [n, query] of QUERIES.entries())
    await store.set(`watch:slack/T1/C1:w${n}`, { ...there, id: `w${n}`, query, every: 30 });
  await watches.refresh(NOW);
  expect(watches.size).toBe(QUERIES.length);
  let sure = 0;
  for (const one of NEWS) {
    const candidates = new Map<string, boolean>();
    for await (const { group, sure } of watches.candidates(one)) candidates.set(group.query, sure);
    if (one.id === "a4") expect(candidates.size).toBeLessThan(QUERIES.length / 2);
    for (const query of QUERIES) {
      const isMatch = (await search.matches(query, one, asked)) !== undefined;
      expect([one.id, query, await search.meets(query, one, asked)]).toEqual([one.id, query, isMatch]);
      if (isMatch) expect([one.id, query, candidates.has(query)]).toEqual([one.id, query, true]);
      if (candidates.get(query)) expect([one.id, query, isMatch]).toEqual([one.id, query, true]);
      if (isMatch) sure += candidates.get(query) ? 1 : 0;
    }
  }
  expect(sure).toBeGreaterThan(QUERIES.length);
  watches.remove("watch:slack/T1/C1:w0");
  for await (const { group } of watches.candidates(NEWS[0] ?? article("x", "x", "")))
    expect(group.query).not.toBe("energy Bishkek");
});

test("watches that look for the same are looked for once, and a new one is taken up", async () => {
  const search = createSearch({ publishers: [], now: () => NOW });
  const store = memoryStore({ ...systemClock, now: () => NOW });
  const watches = createWatchIndex({ store, search: () => search, excessive: async () => {} });
  const there = {
    platform: "slack",
    workspace: "T1",
    zone: "UTC",
    by: "U1",
    locale: "en",
    query: "railway",
    every: 30,
  };
  for (const channel of ["C1", "C2"])
    await store.set(`watch:slack/T1/${channel}:w`, { ...there, channel, id: "w" });
  await watches.refresh(NOW);
  const keys = async () => {
    const found: (readonly string[])[] = [];
    for await (const { group } of watches.candidates(NEWS[3] ?? article("x", "x", "")))
      found.push([...group.keys].sort());
    return found;
  };
  expect(await keys()).toEqual([["watch:slack/T1/C1:w", "watch:slack/T1/C2:w"]]);
  await store.set("watch:slack/T1/C3:w", { ...there, channel: "C3", id: "w" });
  await watches.refresh(NOW + 1000);
  expect((await keys())[0]).toHaveLength(3);
});
