/** The measure of search: its formulas, its file format, and the floors that the project's own queries hold. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  type Judgement,
  judgeSearch,
  percentile,
  qualityOf,
  readJudged,
} from "../../src/eval/judge-search.ts";
import { shippedBot } from "../commands/shipped.ts";

/** What each kind reaches today, less a little; a change of search that loses more than that is a drop. */
const FLOORS: Readonly<Record<string, number>> = {
  "mono-zh": 0.97,
  "mono-en": 0.97,
  "cross-en-zh": 0.95,
  "cross-zh-en": 0.7,
  "cross-ru": 0.85,
  name: 0.97,
  number: 0.97,
  filter: 0.97,
  phrase: 0.97,
  pinyin: 0.97,
  traditional: 0.97,
  typo: 0.97,
};
const OVERALL = 0.95;

describe("the formulas", () => {
  const grades = new Map([
    ["a", 2],
    ["b", 1],
  ]);
  test.each<[string[], number, number, number, number]>([
    [["a", "b"], 1, 1, 0.5, 1],
    [["b", "a"], (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3)), 1, 0.5, 1],
    [["x", "a"], 2 / Math.log2(3) / (2 + 1 / Math.log2(3)), 0.5, 0, 0.5],
    [["1", "2", "3", "4", "5", "a"], 0, 1 / 6, 0, 0.5],
    [[..."0123456789", "a"], 0, 0, 0, 0],
    [[], 0, 0, 0, 0],
  ])("%j", (got, ndcg5, mrr10, r1, r10) => {
    const quality = qualityOf(got, grades);
    expect(quality.ndcg5).toBeCloseTo(ndcg5);
    expect([quality.mrr10, quality.r1, quality.r10]).toEqual([mrr10, r1, r10]);
  });

  test("a percentile is the nearest rank", () => {
    expect([percentile([3, 1, 2], 0.5), percentile([3, 1, 2], 0.99), percentile([], 0.5)]).toEqual([2, 3, 0]);
  });
});

describe("the file", () => {
  test.each([
    ["{", "the query file is not JSON"],
    ["3", 'the query file has no list "queries"'],
    ["{}", 'the query file has no list "queries"'],
    ['[{"id":1}]', 'query 1 has no text "query"'],
    ['{"queries":[{"query":"a","relevant":{"b":"c"}}]}', 'query 1 has no "relevant"'],
  ])("%s is refused: %s", (text, reason) => {
    expect(() => readJudged(text)).toThrow(reason);
  });

  test("ids and kinds may be left out, a list may stand alone, a byte order mark is skipped", () => {
    expect(readJudged('\uFEFF[{"query":"a","relevant":{}}]')).toEqual([
      { id: "1", kind: "all", query: "a", relevant: {} },
    ]);
  });
});

describe("the project's own judged queries", () => {
  let judgement: Judgement;
  let bot: Awaited<ReturnType<typeof shippedBot>>;
  beforeAll(async () => {
    bot = await shippedBot();
    const queries = readJudged(
      await readFile(join(import.meta.dirname, "..", "search", "judged.json"), "utf8"),
    );
    const asked = { now: Date.parse("2025-06-16T08:00:00Z"), zone: "UTC" };
    judgement = await judgeSearch(bot.search, bot.library.newest(), queries, asked);
  });

  test("name articles that exist", () => {
    expect(judgement.unknown).toEqual([]);
    expect(judgement.queries).toBeGreaterThanOrEqual(80);
  });

  test("are answered no worse than before", () => {
    expect(judgement.overall.ndcg5).toBeGreaterThanOrEqual(OVERALL);
    const dropped = Object.entries(FLOORS).filter(
      ([kind, floor]) => !((judgement.kinds[kind]?.ndcg5 ?? 0) >= floor),
    );
    expect(dropped.map(([kind]) => [kind, judgement.kinds[kind]?.ndcg5])).toEqual([]);
  });

  test("eval prints the same numbers, with latency, build time and memory", async () => {
    const reply = await bot.say("eval");
    const data = reply.data as Record<string, unknown>;
    expect(Object.keys(data)).toEqual([
      "articles",
      "queries",
      "overall",
      "kinds",
      "latencyMs",
      "buildMs",
      "rssMB",
    ]);
    expect(data.overall).toEqual({
      ndcg5: expect.closeTo(judgement.overall.ndcg5, 3),
      mrr10: expect.closeTo(judgement.overall.mrr10, 3),
      r1: expect.closeTo(judgement.overall.r1, 3),
      r10: expect.closeTo(judgement.overall.r10, 3),
    });
    expect(data).toMatchObject({
      latencyMs: { p50: expect.any(Number), p99: expect.any(Number) },
      buildMs: expect.any(Number),
      rssMB: expect.any(Number),
    });
  });

  test("a query file that cannot be used is refused with its reason", async () => {
    const missing = await bot.say("eval --queries=no/such/file.json");
    expect([missing.outcome, missing.summary]).toEqual([
      "bad-input",
      expect.stringContaining("no/such/file.json"),
    ]);
  });
});
