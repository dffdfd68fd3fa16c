/** Pairs of like articles → stories: the two nearest groups join until none are near enough. */
import { inSlices } from "../slices.ts";

/** Two articles, as places in a list with a before b, and how alike they are. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** A group of articles on its way to becoming a story. */
interface Group {
  readonly id: number;
  readonly members: number[];
  /** Sum of the likenesses of its own articles to each other. */
  inner: number;
  /** Sum of the likenesses between its articles and another group's. */
  readonly sums: Map<Group, number>;
  nearest: { group: Group; score: number } | undefined;
}

interface Nearest {
  readonly one: Group;
  readonly other: Group;
  readonly score: number;
}

/** Two groups are one story only when they are at least this near to each other, against how near each is to itself. */
export const TOGETHER = 0.5;

/**
 * Average-link clustering: two groups are as near as their articles are on average, so one common word
 * cannot chain stories together; and groups that each hold together far better than they hold to each other
 * stay two. Deterministic: of equal scores the one of the earliest articles joins first.
 * @returns groups of places in the list, each ascending, ordered by their first
 */
export async function clusterOf(
  count: number,
  pairs: readonly Pair[],
  threshold: number,
): Promise<number[][]> {
  const groups = new Set<Group>();
  const all = Array.from(
    { length: count },
    (_, id): Group => ({ id, members: [id], inner: 0, sums: new Map(), nearest: undefined }),
  );
  for (const { a, b, score } of pairs) {
    const [one, other] = [all[a], all[b]];
    if (!one || !other) continue;
    one.sums.set(other, score);
    other.sums.set(one, score);
  }
  for (const group of all) {
    if (group.sums.size === 0) continue;
    groups.add(group);
    group.nearest = nearestOf(group);
  }
  await inSlices(nearestPairs(groups, threshold), ({ one, other }) => join(one, other, groups));
  const joined = all.filter((group) => group.members.length > 0);
  return joined
    .map(({ members }) => members.sort((one, other) => one - other))
    .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
}

/** The two nearest groups, again and again as they join, until none are near enough. */
function* nearestPairs(groups: ReadonlySet<Group>, threshold: number): Iterable<Nearest> {
  for (let best = bestOf(groups); best && best.score >= threshold; best = bestOf(groups)) yield best;
}

function bestOf(groups: ReadonlySet<Group>): Nearest | undefined {
  let best: Nearest | undefined;
  for (const one of groups) {
    const { nearest } = one;
    if (nearest && (!best || nearest.score > best.score))
      best = { one, other: nearest.group, score: nearest.score };
  }
  return best;
}

function nearestOf(group: Group): Group["nearest"] {
  let nearest: Group["nearest"];
  for (const [other, sum] of group.sums) {
    const score = sum / (group.members.length * other.members.length);
    if (score < TOGETHER * Math.sqrt(unity(group) * unity(other))) continue;
    if (!nearest || score > nearest.score || (score === nearest.score && other.id < nearest.group.id)) {
      nearest = { group: other, score };
    }
  }
  return nearest;
}

/** How near the articles of a group are to each other on average; a lone article holds nothing together. */
function unity({ inner, members }: Group): number {
  return members.length < 2 ? 0 : inner / ((members.length * (members.length - 1)) / 2);
}

/** Moves the articles of one group into another; whoever was near to either looks around again. */
function join(into: Group, from: Group, groups: Set<Group>): void {
  into.inner += from.inner + (into.sums.get(from) ?? 0);
  into.members.push(...from.members.splice(0));
  groups.delete(from);
  into.sums.delete(from);
  for (const [other, sum] of from.sums) {
    other.sums.delete(from);
    if (other === into) continue;
    const whole = (into.sums.get(other) ?? 0) + sum;
    into.sums.set(other, whole);
    other.sums.set(into, whole);
  }
  from.sums.clear();
  into.nearest = nearestOf(into);
  for (const other of into.sums.keys()) {
    const near = other.nearest?.group;
    if (near === into || near === from) other.nearest = nearestOf(other);
  }
}
