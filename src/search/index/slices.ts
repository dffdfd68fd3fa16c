/** Long work in slices that leave the event loop free. */
import { setImmediate as turn } from "node:timers/promises";

/** How long a slice may take; an item that takes longer alone still ends its slice. */
const SLICE_MS = 8;

/** Works through items one by one, giving way to everything else between slices. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < SLICE_MS) continue;
    await turn();
    began = performance.now();
  }
}
