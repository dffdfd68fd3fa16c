/** A queue with lanes, so that a long one holds nobody else up: of the lanes that wait, the one served longest ago is next. */
import { createRecent } from "./recent.ts";

export interface FairQueue<T> {
  /** Puts it at the end of its lane. */
  add(lane: string, item: T): void;
  /** Takes out whose turn it is, among the lanes that `may` go; undefined when nobody's is. */
  next(may?: (lane: string) => boolean): T | undefined;
  /** How many wait in that lane; in all of them when none is named. */
  waiting(lane?: string): number;
}

/** For how many lanes it is remembered when they were served. */
const REMEMBERED = 1_000;

export function createFairQueue<T>(): FairQueue<T> {
  const lanes = new Map<string, T[]>();
  const served = createRecent<number>(REMEMBERED);
  let waiting = 0;
  let turns = 0;
  return {
    add(lane, item) {
      const items = lanes.get(lane);
      if (items) items.push(item);
      else lanes.set(lane, [item]);
      waiting += 1;
    },
    next(may = () => true) {
      let first: string | undefined;
      for (const lane of lanes.keys())
        if ((first === undefined || (served.get(lane) ?? 0) < (served.get(first) ?? 0)) && may(lane))
          first = lane;
      if (first === undefined) return undefined;
      const items = lanes.get(first) ?? [];
      const item = items.shift();
      if (items.length === 0) lanes.delete(first);
      turns += 1;
      served.set(first, turns);
      waiting -= 1;
      return item;
    },
    waiting: (lane) => (lane === undefined ? waiting : (lanes.get(lane)?.length ?? 0)),
  };
}
