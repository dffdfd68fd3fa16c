/** Waiting in lanes, so that a long queue holds nobody else up: of the lanes that wait, the one served longest ago is next. */

export interface Lanes<T> {
  /** Puts it at the end of its lane. */
  add(lane: string, item: T): void;
  /** Takes out whose turn it is, among the lanes that `may` go; undefined when nobody's is. */
  next(may?: (lane: string) => boolean): T | undefined;
  /** How many wait in that lane; in all of them when none is named. */
  waiting(lane?: string): number;
}

/** For how many lanes it is remembered when they were served, while nothing waits. */
const REMEMBERED = 1_000;

export function createLanes<T>(): Lanes<T> {
  const lanes = new Map<string, { readonly items: T[]; served: number }>();
  let waiting = 0;
  let turns = 0;
  return {
    add(name, item) {
      const lane = lanes.get(name) ?? { items: [], served: 0 };
      lanes.set(name, lane);
      lane.items.push(item);
      waiting += 1;
    },
    next(may = () => true) {
      let first: { readonly items: T[]; served: number } | undefined;
      for (const [name, lane] of lanes)
        if (lane.items.length > 0 && (!first || lane.served < first.served) && may(name)) first = lane;
      if (!first) return undefined;
      turns += 1;
      first.served = turns;
      waiting -= 1;
      const item = first.items.shift();
      if (waiting === 0 && lanes.size > REMEMBERED) lanes.clear();
      return item;
    },
    waiting: (name) => (name === undefined ? waiting : (lanes.get(name)?.items.length ?? 0)),
  };
}
