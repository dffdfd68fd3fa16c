/** What every implementation of Index must do; run by each with an empty index of its own. */
import { expect, test } from "@jest/globals";
import { createAnalyzer } from "../../src/search/analyze.ts";
import type { Filters, Index, Plan } from "../../src/search/index/index.ts";
import { planOf } from "../../src/search/plan.ts";
import { NO_FILTERS } from "../../src/search/query/fits.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { article } from "../search/engine/articles.ts";

const ARTICLES = [
  article("a", "Railway ministers met in Tashkent. The railway opens in May.", {
    title: "Railway opens",
    source: "TASS",
    published: "2026-05-01T10:00:00Z",
  }),
  article("b", "Ports and a railway.", { source: "Xinhua", published: "2026-05-02T23:30:00Z" }),
  article("c", "铁路部长在塔什干会晤。", {
    language: "zh",
    source: "Xinhua",
    published: "2026-05-03T10:00:00Z",
  }),
  article("d", "Moscow spoke of fish.", { source: "TASS", published: null }),
];
const PAGE = { limit: 10, offset: 0 };

/**
 * @param open an empty index, whose publishers' keys are their names
 * @param counted how long terms of an article that is gone may still be counted: an engine's postings keep it until
 *   they are merged, which costs a look-up and finds nothing
 */
export function indexContract(open: () => Promise<Index>, counted: "never" | "until merged" = "never"): void {
  const filled = async () => {
    const index = await open();
    await index.put(ARTICLES);
    await index.ready();
    return index;
  };
  const plan = async (index: Index, query: string, filters: Partial<Filters> = {}): Promise<Plan> =>
    planOf(parseQuery(query).query, {
      vocabulary: index.vocabulary,
      statistics: await index.statistics(),
      filters: { ...NO_FILTERS, ...filters },
      expand: createAnalyzer().expand,
      enough: 0,
      strict: false,
    });
  const ids = async (index: Index, query: string, filters: Partial<Filters> = {}) => {
    const { total, candidates } = await index.retrieve(await plan(index, query, filters), PAGE);
    expect(candidates).toHaveLength(total);
    return candidates.map(({ article }) => article.id).sort();
  };

  test("what was put is counted, found and read; what was removed is not", async () => {
    const index = await filled();
    expect(await index.ready()).toMatchObject({ articles: 4 });
    expect((await index.statistics()).articles).toBe(4);
    expect(await ids(index, "fish")).toEqual(["d"]);
    expect((await index.get(["d", "nobody", "a"])).map(({ id }) => id)).toEqual(["d", "a"]);
    await index.remove(["d", "nobody"]);
    expect((await index.ready()).articles).toBe(3);
    expect(await ids(index, "fish")).toEqual([]);
    if (counted === "never") expect((await index.vocabulary.counts(["fish"])).get("fish") ?? 0).toBe(0);
  });

  test("an article that is put again is replaced", async () => {
    const index = await filled();
    await index.put([article("d", "Moscow spoke of grain.")]);
    expect((await index.ready()).articles).toBe(4);
    expect([await ids(index, "fish"), await ids(index, "grain")]).toEqual([[], ["d"]]);
  });

  test("the vocabulary counts articles, and knows near words", async () => {
    const { vocabulary } = await filled();
    const counts = await vocabulary.counts(["railwai", "铁路", "nothing"]);
    expect([counts.get("railwai"), counts.get("铁路"), counts.get("nothing") ?? 0]).toEqual([2, 1, 0]);
    expect((await vocabulary.near("railwey", 1)).map(({ word }) => word)).toEqual(["railway"]);
  });

  test("candidates say what met each term, how often, and what it gives; the values are the sum", async () => {
    const index = await filled();
    const { candidates } = await index.retrieve(await plan(index, "railway"), PAGE);
    const [first] = candidates.filter(({ article }) => article.id === "a");
    const [met] = first?.met ?? [];
    expect(met).toMatchObject({ run: 0, titleTimes: 1, bodyTimes: 2, variant: { via: "written" } });
    for (const { met, sum } of candidates)
      expect(met.reduce((total, { value }) => total + value, 0)).toBeCloseTo(sum);
    expect(candidates.find(({ article }) => article.id === "c")?.met[0]?.variant.via).toBe("translation");
  });

  test("phrases stand as whole words, words left out leave out translations, conditions hold", async () => {
    const index = await filled();
    expect(await ids(index, '"the railway"')).toEqual(["a"]);
    expect(await ids(index, '"cow spoke"')).toEqual([]);
    expect(await ids(index, "Tashkent -railway")).toEqual([]);
    expect(await ids(index, "title:railway")).toEqual(["a"]);
    expect(await ids(index, "fish OR ports")).toEqual(["b", "d"]);
  });

  test("filters are data: publisher, language, date, ids", async () => {
    const index = await filled();
    expect(await ids(index, "railway", { publishers: ["TASS"] })).toEqual(["a"]);
    expect(await ids(index, "railway", { notPublishers: ["TASS"] })).toEqual(["b", "c"]);
    expect(await ids(index, "railway", { languages: ["zh"] })).toEqual(["c"]);
    expect(await ids(index, "railway", { notLanguages: ["zh"] })).toEqual(["a", "b"]);
    expect(await ids(index, "railway", { from: Date.parse("2026-05-02T00:00:00Z") })).toEqual(["b", "c"]);
    expect(await ids(index, "railway fish", { to: Date.parse("2026-05-02T00:00:00Z") })).toEqual(["a"]);
    expect(await ids(index, "railway", { ids: ["b"] })).toEqual(["b"]);
  });

  test("scores are the sums of retrieval, best first", async () => {
    const index = await filled();
    const made = await plan(index, "railway");
    const { candidates } = await index.retrieve(made, PAGE);
    const scores = await index.scores(made, 2);
    expect(scores.map(({ id }) => id)).toEqual(["a", "b"]);
    for (const { id, score } of scores)
      expect(score).toBeCloseTo(candidates.find(({ article }) => article.id === id)?.sum ?? 0);
  });

  test("newest and oldest come by time, undated ones last of the newest", async () => {
    const index = await filled();
    const newest = await index.newest(NO_FILTERS, PAGE);
    expect([newest.total, newest.articles.map(({ id }) => id)]).toEqual([4, ["c", "b", "a", "d"]]);
    const dated = { ...NO_FILTERS, from: 0, to: 8e15 };
    const oldest = await index.newest(dated, { limit: 1, offset: 1, order: "oldest" });
    expect(oldest.articles.map(({ id }) => id)).toEqual(["b"]);
  });

  test("what nobody dated stands where it was first seen", async () => {
    const index = await filled();
    await index.put([article("e", "A late railway.", { arrived: "2026-05-02T12:00:00Z" })]);
    await index.ready();
    const ordered = async (order: "newest" | "oldest") =>
      (await index.newest(NO_FILTERS, { ...PAGE, order })).articles.map(({ id }) => id);
    expect(await ordered("newest")).toEqual(["c", "b", "e", "a", "d"]);
    expect(await ordered("oldest")).toEqual(["d", "a", "e", "b", "c"]);
    const dated = { ...NO_FILTERS, from: 0, to: 8e15 };
    expect((await index.newest(dated, PAGE)).articles.map(({ id }) => id)).toEqual(["c", "b", "a"]);
  });

  test("a single Han character is found wherever in a word it stands", async () => {
    const index = await open();
    await index.put([
      article("z", "修铁路。", { language: "zh" }),
      article("y", "港口。", { language: "zh" }),
    ]);
    await index.ready();
    for (const character of "修铁路")
      expect([character, await ids(index, `"${character}"`)]).toEqual([character, ["z"]]);
  });

  test("days are counted in the zone that is asked for", async () => {
    const index = await filled();
    const days = async (zone: string) =>
      (await index.days(await plan(index, "railway"), zone)).map(({ day, source, articles }) => [
        day,
        source,
        articles,
      ]);
    expect(await days("UTC")).toEqual([
      ["2026-05-01", "TASS", 1],
      ["2026-05-02", "Xinhua", 1],
      ["2026-05-03", "Xinhua", 1],
    ]);
    expect((await days("Asia/Shanghai"))[1]).toEqual(["2026-05-03", "Xinhua", 1]);
  });

  test("what is put while others search is never seen by half", async () => {
    const index = await open();
    const many = Array.from({ length: 300 }, (_, i) => article(`m${i}`, "summit in Astana"));
    const adding = index.put(many);
    for (let i = 0; i < 5; i++) {
      const { candidates } = await index.retrieve(await plan(index, "summit Astana"), PAGE);
      for (const { met } of candidates) expect(met.length).toBeGreaterThanOrEqual(2);
    }
    await adding;
    expect((await index.ready()).articles).toBe(300);
  });
}
