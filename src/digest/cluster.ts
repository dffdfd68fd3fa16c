/** Pairs of like articles → stories: the two nearest groups join until none are near enough. */
import type { Pair } from "./similarity.ts";

/**
 * Average-link clustering: two groups are as near as their articles are on average, so one common word
 * cannot chain stories together. Deterministic: equal scores join in the order of the articles.
 * @returns groups of places in the list, each ascending, ordered by their first
 */
export function clusterOf(count: number, pairs: readonly Pair[], threshold: number): number[][] {
  const groups = new Map<number, number[]>();
  const sums = new Map<number, Map<number, number>>();
  for (let i = 0; i < count; i++) {
    groups.set(i, [i]);
    sums.set(i, new Map());
  }
  for (const { a, b, score } of pairs) {
    sums.get(a)?.set(b, score);
    sums.get(b)?.set(a, score);
  }
  for (;;) {
    const best = nearest(groups, sums);
    if (!best || best.score < threshold) break;
    join(best.a, best.b, groups, sums);
  }
  return [...groups.values()].map((g) => g.sort((x, y) => x - y)).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}

function nearest(
  groups: ReadonlyMap<number, number[]>,
  sums: ReadonlyMap<number, ReadonlyMap<number, number>>,
): Pair | undefined {
  let best: Pair | undefined;
  for (const [a, row] of sums) {
    for (const [b, sum] of row) {
      if (b < a) continue;
      const score = sum / ((groups.get(a)?.length ?? 1) * (groups.get(b)?.length ?? 1));
      if (!best || score > best.score) best = { a, b, score };
    }
  }
  return best;
}

function join(
  a: number,
  b: number,
  groups: Map<number, number[]>,
  sums: Map<number, Map<number, number>>,
): void {
  groups.get(a)?.push(...(groups.get(b) ?? []));
  groups.delete(b);
  const into = sums.get(a);
  for (const [other, sum] of sums.get(b) ?? []) {
    sums.get(other)?.delete(b);
    if (other === a) continue;
    const whole = (into?.get(other) ?? 0) + sum;
    into?.set(other, whole);
    sums.get(other)?.set(a, whole);
  }
  sums.delete(b);
  into?.delete(b);
}
