/** Random draws that are the same for the same seed. */

export interface Draw {
  /** In [0, 1). */
  number(): number;
  below(limit: number): number;
  one<T>(items: readonly T[]): T;
  /** One of a list ordered by frequency; the n-th is drawn about 1/n as often as the first (Zipf's law). */
  zipf<T>(items: readonly T[]): T;
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const at = <T>(items: readonly T[], i: number): T => {
    const item = items[i];
    if (item === undefined) throw new RangeError("nothing to draw from");
    return item;
  };
  const below = (limit: number) => Math.floor(number() * limit);
  return {
    number,
    below,
    one: (items) => at(items, below(items.length)),
    // The inverse of the harmonic sum, which grows as the logarithm does.
    zipf: (items) =>
      at(items, Math.min(items.length - 1, Math.floor(Math.exp(number() * Math.log(items.length + 1))) - 1)),
  };
}
