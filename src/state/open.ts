/** Which backend this process uses; opened when it is first needed, so that a one-shot answer starts at once. */
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { StateStore, StoreHealth } from "./store.ts";

/** Redis when REDIS_URL is set, else the journal in SCO_DATA_DIR. Reads survive a backend that is away. */
export function openStore(config: Pick<Config, "REDIS_URL" | "SCO_DATA_DIR">, clock: Clock): StateStore {
  const { REDIS_URL: url, SCO_DATA_DIR: folder } = config;
  return lazyStore(url === undefined ? "journal" : "redis", async () => {
    if (url === undefined) return (await import("./journal.ts")).journalStore(folder, clock);
    const { redisStore } = await import("./redis.ts");
    const { rememberingStore } = await import("./remembering.ts");
    return rememberingStore(redisStore(url));
  });
}

/** A store that is made by the first call that needs it. */
function lazyStore(backend: StoreHealth["backend"], make: () => Promise<StateStore>): StateStore {
  let made: StateStore | undefined;
  let making: Promise<StateStore> | undefined;
  const store = async (): Promise<StateStore> => {
    making ??= make();
    made = await making;
    return made;
  };
  return {
    // Asked by the thousand: one promise less.
    get: (key) => made?.get(key) ?? store().then((it) => it.get(key)),
    getAll: async (keys) => (await store()).getAll(keys),
    set: async (key, value, ttlMs) => (await store()).set(key, value, ttlMs),
    claim: async (key, ttlMs) => (await store()).claim(key, ttlMs),
    count: async (key, windowMs) => (await store()).count(key, windowMs),
    delete: async (key) => (await store()).delete(key),
    commit: async (change) => (await store()).commit(change),
    commitAll: async (steps) => (await store()).commitAll(steps),
    list: async (prefix) => (await store()).list(prefix),
    last: async (prefix, n) => (await store()).last(prefix, n),
    async *pages(prefix) {
      yield* (await store()).pages(prefix);
    },
    async *ofScope(scope) {
      yield* (await store()).ofScope(scope);
    },
    async *ofRoom(room) {
      yield* (await store()).ofRoom(room);
    },
    due: async (rooms, now, n, since) => (await store()).due(rooms, now, n, since),
    move: async (entry, to) => (await store()).move(entry, to),
    sweep: async (from) => (await store()).sweep(from),
    size: async (room) => (await store()).size(room),
    get health() {
      return made?.health ?? { backend, fault: null };
    },
    close: async () => {
      await (await making?.catch(() => undefined))?.close();
    },
  };
}
