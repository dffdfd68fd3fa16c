/** What a process keeps in memory of an archive that is elsewhere: the newest articles. */
import type { Library } from "../articles/library.ts";

/** Articles that stay. */
const NEWEST = 20_000;

/** Takes the oldest out whenever a quarter more have come: putting them in order costs some milliseconds. */
export function keepNewest(library: Library, newest = NEWEST): void {
  let come = newest;
  library.onChange(({ put }) => {
    come += put.length;
    if (come < newest * 1.25) return;
    const all = library.newest();
    come = Math.min(all.length, newest);
    if (all.length > newest) library.remove(all.slice(newest).map(({ id }) => id));
  });
}
