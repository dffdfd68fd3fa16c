/** A store that tells the bot's health when its backend stops answering and when it is back. */
import { errors } from "../i18n/state.ts";
import type { Words } from "../i18n/words.ts";
import type { Health } from "../ops/health.ts";
import type { StateStore } from "./store.ts";

/** Wraps `inner`; after every call the part "state" of `health` is as the backend is. */
export function noticingStore(inner: StateStore, health: Health): StateStore {
  const note = (): void => {
    const { backend, fault } = inner.health;
    if (fault === null) health.well("state");
    else health.worse("state", backend === "redis" ? troubleOf(fault) : brokenJournal(fault));
  };
  const noted = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      note();
    }
  };
  async function* pages<T>(of: AsyncIterable<T>): AsyncIterable<T> {
    try {
      yield* of;
    } finally {
      note();
    }
  }
  return {
    get: (key) => noted(inner.get(key)),
    getAll: (keys) => noted(inner.getAll(keys)),
    set: (key, value, ttlMs) => noted(inner.set(key, value, ttlMs)),
    claim: (key, ttlMs) => noted(inner.claim(key, ttlMs)),
    count: (key, windowMs) => noted(inner.count(key, windowMs)),
    delete: (key) => noted(inner.delete(key)),
    commit: (change) => noted(inner.commit(change)),
    commitAll: (steps) => noted(inner.commitAll(steps)),
    list: (prefix) => noted(inner.list(prefix)),
    last: (prefix, n) => noted(inner.last(prefix, n)),
    pages: (prefix) => pages(inner.pages(prefix)),
    ofScope: (scope) => pages(inner.ofScope(scope)),
    ofRoom: (room) => pages(inner.ofRoom(room)),
    due: (rooms, now, n, since) => noted(inner.due(rooms, now, n, since)),
    move: (entry, to) => noted(inner.move(entry, to)),
    sweep: (from) => noted(inner.sweep(from)),
    size: (room) => noted(inner.size(room)),
    get health() {
      return inner.health;
    },
    close: () => inner.close(),
  };
}

/** A server that answers with a code of its own (OOM, READONLY, NOAUTH) is not away, it refuses. */
function troubleOf(fault: string): Words {
  const [, code] = /^Redis: ([A-Z]+) /.exec(fault) ?? [];
  if (code === undefined) return errors.redisAway;
  return errors.redisRefuses(code);
}

function brokenJournal(fault: string): Words {
  return errors.brokenJournal(fault);
}
