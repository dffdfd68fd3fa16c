/** When somebody last looked at the news of a place, so that only what came since is new to them. */
import * as z from "zod";
import type { Caller } from "../command.ts";
import { isAway, readRow } from "../state/rows.ts";
import { personScope } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";

const lookedRow = z.object({
  /** Epoch milliseconds. */
  at: z.number(),
  /** The time before, for whom an answer did not reach. */
  before: z.number().optional(),
});
export type Looked = z.infer<typeof lookedRow>;

/** Who does not come back for so long looks for the first time again. */
const KEPT_MS = 90 * 86_400_000;

/** Undefined for the first time; null while the state cannot be asked. */
export async function lastLook(
  caller: Caller,
  store: StateStore,
  now: number,
): Promise<Looked | undefined | null> {
  try {
    return await readRow(store, keyOf(caller), lookedRow, now);
  } catch (thrown) {
    if (isAway(thrown)) return null;
    throw thrown;
  }
}

/** Notes that somebody has looked; without state the next look begins where this one did. */
export async function noteLook(
  caller: Caller,
  store: StateStore,
  now: number,
  last: Looked | undefined,
): Promise<void> {
  const row: Looked = { at: now, ...(last && { before: last.at }) };
  await store.set(keyOf(caller), row, KEPT_MS).catch((thrown: unknown) => {
    if (!isAway(thrown)) throw thrown;
  });
}

function keyOf(caller: Caller): string {
  return `looked:${personScope(caller)}:${encodeURIComponent(caller.channel)}`;
}
