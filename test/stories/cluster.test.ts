import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Pair } from "../../src/stories/cluster.ts";
import { clusterOf, TOGETHER } from "../../src/stories/cluster.ts";

const pair = (a: number, b: number, score: number): Pair => ({ a, b, score });

/** The same rule written plainly: try all pairs of groups, join the best, again. */
function plainly(count: number, pairs: readonly Pair[], threshold: number): number[][] {
  const score = new Map(pairs.map((one) => [`${one.a} ${one.b}`, one.score]));
  const between = (x: number, y: number) => score.get(x < y ? `${x} ${y}` : `${y} ${x}`) ?? 0;
  const unity = (group: readonly number[]) => {
    const near = group.flatMap((x, at) => group.slice(at + 1).map((y) => between(x, y)));
    return near.length === 0 ? 0 : near.reduce((a, b) => a + b, 0) / near.length;
  };
  let groups = Array.from({ length: count }, (_, i) => [i]);
  for (;;) {
    let best: { i: number; j: number; mean: number } | undefined;
    for (let i = 0; i < groups.length; i++) {
      for (let j = i + 1; j < groups.length; j++) {
        const [one = [], other = []] = [groups[i], groups[j]];
        const sum = one.flatMap((x) => other.map((y) => between(x, y))).reduce((a, b) => a + b, 0);
        const mean = sum / (one.length * other.length);
        if (mean < TOGETHER * Math.sqrt(unity(one) * unity(other))) continue;
        if (mean >= threshold && (!best || mean > best.mean + 1e-12)) best = { i, j, mean };
      }
    }
    if (!best)
      return groups.map((group) => group.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    const { i, j } = best;
    groups = [
      ...groups.filter((_, at) => at !== i && at !== j),
      [...(groups[i] ?? []), ...(groups[j] ?? [])],
    ];
  }
}

describe("average-link clustering", () => {
  test("what is alike joins, what is not stays alone", async () => {
    expect(await clusterOf(4, [pair(0, 2, 0.9), pair(1, 3, 0.1)], 0.2)).toEqual([[0, 2], [1], [3]]);
    expect(await clusterOf(0, [], 0.2)).toEqual([]);
  });

  test("a chain of neighbours does not become one story", async () => {
    const chain = Array.from({ length: 9 }, (_, i) => pair(i, i + 1, 0.3));
    const groups = await clusterOf(10, chain, 0.2);
    expect(Math.max(...groups.map((group) => group.length))).toBeLessThanOrEqual(2);
  });

  test("two stories that each hold together far better than to each other stay two", async () => {
    const across = [pair(0, 2, 0.4), pair(0, 3, 0.4), pair(1, 2, 0.4), pair(1, 3, 0.4)];
    expect(await clusterOf(4, [pair(0, 1, 0.9), pair(2, 3, 0.8), ...across], 0.2)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(await clusterOf(4, [pair(0, 1, 0.6), pair(2, 3, 0.5), ...across], 0.2)).toEqual([[0, 1, 2, 3]]);
  });

  test("it does what the rule says, written plainly", async () => {
    // Scores all different, so that no tie leaves the outcome open.
    const graphs = fc.integer({ min: 2, max: 9 }).chain((count) =>
      fc
        .uniqueArray(fc.integer({ min: 1, max: 10_000 }), {
          minLength: (count * (count - 1)) / 2,
          maxLength: (count * (count - 1)) / 2,
        })
        .map((scores) => {
          const pairs: Pair[] = [];
          let at = 0;
          for (let b = 0; b < count; b++)
            for (let a = 0; a < b; a++) pairs.push(pair(a, b, (scores[at++] ?? 0) / 10_007));
          return { count, pairs };
        }),
    );
    await fc.assert(
      fc.asyncProperty(graphs, async ({ count, pairs }) => {
        expect(await clusterOf(count, pairs, 0.3)).toEqual(plainly(count, pairs, 0.3));
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
