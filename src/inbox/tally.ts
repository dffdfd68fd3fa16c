/** Counting by name: how many there are of each right now; names at nothing are forgotten. */

export interface Tally {
  /** Adds `more` and answers how many there are now. */
  add(name: string, more: 1 | -1): number;
  of(name: string): number;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const of = (name: string): number => counts.get(name) ?? 0;
  return {
    add(name, more) {
      const now = of(name) + more;
      if (now === 0) counts.delete(name);
      else counts.set(name, now);
      return now;
    },
    of,
  };
}
