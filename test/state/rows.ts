/** What a store holds of a workspace, for tests that want to see all of it. */
import type { StateStore } from "../../src/state/store.ts";

/** Keys of all rows of `slack/T1/`, sorted. */
export async function keysIn(store: StateStore, scope: string): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const keys of store.ofScope(scope)) all.push(...keys);
  return all.sort();
}

/** All rows of a workspace with their values, sorted. */
export async function rowsIn(
  store: StateStore,
  scope: string,
): Promise<readonly (readonly [string, unknown])[]> {
  const keys = await keysIn(store, scope);
  return Promise.all(keys.map(async (key) => [key, await store.get(key)] as const));
}
