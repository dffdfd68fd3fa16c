/** Features of articles as numbers: an id and a weight each, so that thousands of articles compare quickly. */

/** What one article has of one kind; ids and weights stand side by side. */
export interface Features {
  readonly ids: Int32Array;
  readonly weights: Float64Array;
}

/** Gives every feature a number, the same for as long as it lives. */
export interface Numbering {
  readonly size: number;
  idOf(feature: string): number;
  /** The number of a feature that has one. */
  known(feature: string): number | undefined;
}

export function createNumbering(): Numbering {
  const ids = new Map<string, number>();
  return {
    get size() {
      return ids.size;
    },
    idOf(feature) {
      const known = ids.get(feature);
      if (known !== undefined) return known;
      ids.set(feature, ids.size);
      return ids.size - 1;
    },
    known: (feature) => ids.get(feature),
  };
}

/** A number of a list, 0 beyond its end. */
export function at(list: { readonly [place: number]: number }, place: number): number {
  return list[place] ?? 0;
}

export function featuresOf(weights: ReadonlyMap<string, number>, numbering: Numbering): Features {
  return {
    ids: Int32Array.from(weights.keys(), (feature) => numbering.idOf(feature)),
    weights: Float64Array.from(weights.values()),
  };
}

/** Inverse document frequency by feature id; common features count as if 14 of 20 more articles had them. */
export function rarityOf(list: readonly Features[], common: ReadonlySet<number>, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const { ids } of list) for (const id of ids) counts[id] = at(counts, id) + 1;
  for (const id of common) if (at(counts, id) > 0) counts[id] = at(counts, id) + PRIOR * PRIOR_SHARE;
  return counts.map((count) => Math.log((list.length + PRIOR) / Math.max(1, count)));
}

/** A library of ten articles cannot tell which words are common; these articles that nobody wrote can. */
const PRIOR = 20;
const PRIOR_SHARE = 0.7;

/** One kind of feature over all articles: weighted, with the size of each vector and who has what. */
export interface Axis {
  readonly list: readonly Features[];
  readonly rarity: Float64Array;
  /** Sum of squared weights of each article. */
  readonly sizes: Float64Array;
  /** Where the holders of a feature begin in `holders`; those of the next feature begin where they end. */
  readonly starts: Int32Array;
  /** Places of the articles that have a feature, ascending, and their weights. */
  readonly holders: Int32Array;
  readonly held: Float64Array;
}

/** Features that more articles have than this are left out: they would cost most and tell least. */
const cutoff = (count: number) => Math.max(40, count * 0.08);

export function axisOf(list: readonly Features[], rarity: Float64Array): Axis {
  const counts = new Int32Array(rarity.length);
  for (const { ids } of list) for (const id of ids) counts[id] = at(counts, id) + 1;
  const most = cutoff(list.length);
  const starts = new Int32Array(rarity.length + 1);
  for (let id = 0; id < counts.length; id++) {
    const count = at(counts, id);
    starts[id + 1] = at(starts, id) + (count > most ? 0 : count);
  }
  const total = at(starts, rarity.length);
  const holders = new Int32Array(total);
  const held = new Float64Array(total);
  const next = starts.slice();
  const sizes = new Float64Array(list.length);
  list.forEach(({ ids, weights }, row) => {
    let size = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = at(ids, i);
      const weight = at(weights, i) * at(rarity, id);
      size += weight * weight;
      if (at(counts, id) > most) continue;
      const place = at(next, id);
      holders[place] = row;
      held[place] = weight;
      next[id] = place + 1;
    }
    sizes[row] = size;
  });
  return { list, rarity, sizes, starts, holders, held };
}

/** What an article shares with each earlier one: the sum over shared features, and the sum of their squares. */
export interface Shared {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** Adds what article `b` shares, on axis `own`, with each earlier article on axis `other`. */
export function gather(own: Axis, other: Axis, b: number, { sums, squares }: Shared): void {
  const { ids, weights } = own.list[b] ?? { ids: [], weights: [] };
  for (let i = 0; i < ids.length; i++) {
    const id = at(ids, i);
    const weight = at(weights, i) * at(own.rarity, id);
    const end = at(other.starts, id + 1);
    for (let place = at(other.starts, id); place < end; place++) {
      const a = at(other.holders, place);
      if (a >= b) break;
      const both = weight * at(other.held, place);
      sums[a] = at(sums, a) + both;
      squares[a] = at(squares, a) + both * both;
    }
  }
}
