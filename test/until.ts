/** Waits for a condition instead of a time. */
import { setTimeout as wait } from "node:timers/promises";

/** Resolves once `holds` answers true; rejects when it has not within `ms`. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${holds}`);
    await wait(5);
  }
}
