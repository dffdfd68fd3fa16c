/** What a process keeps in memory of an archive that is elsewhere: the newest articles. */
import type { Library } from "../articles/library.ts";

/** Articles that stay. */
const NEWEST = 20_000;
/** How many times as many may be there: putting them in order, to take the oldest out, costs some milliseconds. */
const SLACK = 1.1;

/** Takes the oldest out whenever a tenth more have come. */
export function keepNewest(library: Library, newest = NEWEST): void {
  let come = newest;
  library.onChange(({ put }) => {
    come += put.length;
    if (come < newest * SLACK) return;
    const all = library.newest();
    come = Math.min(all.length, newest);
    if (all.length > newest) library.remove(all.slice(newest).map(({ id }) => id));
  });
}
