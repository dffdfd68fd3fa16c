/** Whose turn it is: after a resume, and with several replicas, the same event can arrive more than once. */
import type { Clock } from "../../src/clock.ts";
import type { StateStore } from "../../src/state/store.ts";

/** Discord replays what a session has missed, and forgets a session after a few minutes. */
const KEPT_MS = 300_000;
const KEPT_HERE = 5_000;
/** The store is asked this long; then this process goes on alone rather than let a person wait. */
const PATIENCE_MS = 150;

/** @returns a function that answers true to the first who asks for an id, here and in the store's other processes */
export function createSeen({ store, clock }: { store: Pick<StateStore, "claim">; clock: Clock }) {
  const here = new Set<string>();
  return async (id: string): Promise<boolean> => {
    if (here.has(id)) return false;
    here.add(id);
    const oldest = here.values().next().value;
    if (here.size > KEPT_HERE && oldest !== undefined) here.delete(oldest);
    return Promise.race([
      store.claim(`discord:seen:${id}`, KEPT_MS).catch(() => true),
      clock.sleep(PATIENCE_MS).then(() => true),
    ]);
  };
}
