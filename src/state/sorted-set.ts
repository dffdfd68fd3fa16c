/** Names in the order of a number, and of the names where that is the same: what a sorted set is in Redis. */

export interface SortedSet {
  readonly size: number;
  scoreOf(name: string): number | undefined;
  set(name: string, score: number): void;
  delete(name: string): void;
  /** Names with a score in (above, upTo], lowest first, `n` at most. */
  range(above: number, upTo: number, n: number): readonly (readonly [name: string, score: number])[];
  /** The lowest score above this one, or undefined. */
  above(score: number): number | undefined;
  /** Names that start with `prefix` and come after `after`, in order, `n` at most; every score must be the same. */
  startingWith(prefix: string, after: string, n: number): readonly string[];
  /** The last of those that start with `prefix`, the very last first, `n` at most. */
  endOf(prefix: string, n: number): readonly string[];
  names(): Iterable<string>;
}

interface Place {
  readonly name: string;
  readonly score: number;
}

/** So many new places are put where they belong one by one; more are sorted in together. */
const FEW = 32;
/** So many are sorted in though nobody asks, so that the first who does finds little to do. */
const MANY = 4096;

export function createSortedSet(): SortedSet {
  const scores = new Map<string, number>();
  /** In order. Some may be out of date: what `scores` says counts. */
  let places: Place[] = [];
  let added: Place[] = [];

  function settle(): void {
    if (places.length + added.length > 2 * scores.size + FEW) {
      places = [...scores].map(([name, score]) => ({ name, score })).sort(inOrder);
      added = [];
    } else if (added.length > FEW) {
      places = merged(places, added.sort(inOrder));
      added = [];
    } else {
      for (const place of added)
        places.splice(
          firstAt(places, (one) => inOrder(one, place) >= 0),
          0,
          place,
        );
      added = [];
    }
  }

  const holds = (place: Place, before: Place | undefined): boolean =>
    scores.get(place.name) === place.score && (before === undefined || inOrder(before, place) !== 0);

  return {
    get size() {
      return scores.size;
    },
    scoreOf: (name) => scores.get(name),
    set(name, score) {
      if (scores.get(name) === score) return;
      scores.set(name, score);
      added.push({ name, score });
      if (added.length >= MANY) settle();
    },
    delete: (name) => void scores.delete(name),
    range(above, upTo, n) {
      settle();
      const found: [string, number][] = [];
      const from = firstAt(places, ({ score }) => score > above);
      for (let at = from; at < places.length && found.length < n; at++) {
        const place = places[at];
        if (!place || place.score > upTo) break;
        if (holds(place, places[at - 1])) found.push([place.name, place.score]);
      }
      return found;
    },
    above(score) {
      settle();
      for (let at = firstAt(places, (one) => one.score > score); at < places.length; at++) {
        const place = places[at];
        if (place && holds(place, places[at - 1])) return place.score;
      }
      return undefined;
    },
    startingWith(prefix, after, n) {
      settle();
      const found: string[] = [];
      const from = firstAt(places, ({ name }) => name >= prefix && name > after);
      for (let at = from; at < places.length && found.length < n; at++) {
        const place = places[at];
        if (!place?.name.startsWith(prefix)) break;
        if (holds(place, places[at - 1])) found.push(place.name);
      }
      return found;
    },
    endOf(prefix, n) {
      settle();
      const found: string[] = [];
      const end = firstAt(places, ({ name }) => name >= prefix && !name.startsWith(prefix));
      for (let at = end - 1; at >= 0 && found.length < n; at--) {
        const place = places[at];
        if (!place?.name.startsWith(prefix)) break;
        if (holds(place, places[at - 1])) found.push(place.name);
      }
      return found;
    },
    names: () => scores.keys(),
  };
}

function inOrder(a: Place, b: Place): number {
  return a.score - b.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** The first place of which something is true that is then true of all behind it. */
function firstAt(places: readonly Place[], is: (place: Place) => boolean): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle];
    if (place && is(place)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function merged(one: readonly Place[], other: readonly Place[]): Place[] {
  const all: Place[] = [];
  let at = 0;
  for (const place of one) {
    for (let next = other[at]; next && inOrder(next, place) < 0; next = other[at]) {
      all.push(next);
      at++;
    }
    all.push(place);
  }
  for (; at < other.length; at++) all.push(other[at] as Place);
  return all;
}
