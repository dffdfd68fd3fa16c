/** A stand-in until the real state lands. */
import type { StateStore } from "./state/store.ts";

export function standInStore(): StateStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    claim: async (key) => !values.has(`claim:${key}`) && !!values.set(`claim:${key}`, 1),
    count: async () => 1,
    delete: async (key) => void values.delete(key),
    keys: async (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    entries: async (prefix) => [...values].filter(([key]) => key.startsWith(prefix)),
    commit: async () => true,
    health: { backend: "memory", fault: null },
    close: async () => {},
  };
}
