/** The outbox at work: what is due goes to its platform, each channel at its own pace, and what can never go is ended. */
import type { Adapter } from "../bot.ts";
import { reasonOf } from "../errors.ts";
import { inParallel } from "../slices.ts";
import { bury, isAway, orAside, readRow } from "../state/rows.ts";
import type { DueEntry, Indexed } from "../state/store.ts";
import { type Delivery, leaseKey, scopeOf, waitKey } from "./model.ts";
import { overOf } from "./patience.ts";
import { GRACE_MS } from "./plan.ts";
import { deliveryRow, leaseRow, waitRow } from "./schema.ts";
import { end, type Sending, send } from "./send.ts";

/** Posts that one process is at, each to another channel. */
const AT_ONCE = 8;
/** An item to whose channel another process is posting is looked at again after this. */
const BUSY_MS = 1_000;

export interface Outbox {
  /** The index of a platform's items. */
  readonly indexes: readonly Indexed[];
  /** Begins with as many of these as may begin now. @throws BotError "unavailable" */
  take(entries: readonly DueEntry[]): Promise<void>;
  /** Ends what is due for platforms that this process does not have, once it is too late anyway. */
  expire(entries: readonly DueEntry[]): Promise<void>;
  /** Resolves when all posts that were begun have ended. */
  settled(): Promise<void>;
}

/** Who posts a platform's deliveries. */
export interface Ways {
  readonly indexes: readonly Indexed[];
  /** Undefined for a platform that this process does not have. */
  to(platform: string): Way | undefined;
}

type Way = Pick<Adapter, "connected" | "post">;

/** @param moved called when a post has ended, so that the next of its channel can begin */
export function createOutbox(ways: Ways, sending: Sending, moved: () => void): Outbox {
  const { store, clock, log } = sending;
  const busy = new Map<string, Promise<void>>();

  async function work(key: string, item: Delivery, adapter: Way): Promise<boolean> {
    try {
      return await send(item, adapter, sending);
    } catch (thrown) {
      log.error({ err: thrown, event: "delivery-defect", delivery: item.id }, "a delivery was put aside");
      const value = (await store.get(key)) ?? item;
      await bury(store, { key, value, reason: reasonOf(thrown), at: clock.now() });
      return true;
    }
  }

  async function begin(entry: DueEntry): Promise<void> {
    const now = clock.now();
    const item = await readRow(store, entry.key, deliveryRow, now);
    if (!item) {
      if (now - entry.at >= GRACE_MS) await store.move(entry, undefined);
      return;
    }
    if (item.after > now) {
      await store.move(entry, item.after);
      return;
    }
    if (overOf(item, undefined, now) && sending.doubtful()) {
      await store.move(entry, now + BUSY_MS);
      return;
    }
    const scope = scopeOf(item);
    const adapter = ways.to(item.platform);
    if (!adapter?.connected || busy.size >= AT_ONCE || busy.has(scope)) return;
    const [leased, waits] = await Promise.all([
      readRow(store, leaseKey(scope), leaseRow, now),
      readRow(store, waitKey(scope), waitRow, now),
    ]);
    if (leased !== undefined || waits !== undefined) {
      await store.move(entry, waits !== undefined && waits > now ? waits : now + BUSY_MS);
      return;
    }
    const post = work(entry.key, item, adapter)
      .catch((thrown) => {
        if (!isAway(thrown)) throw thrown;
        return false;
      })
      .then((went) => {
        busy.delete(scope);
        if (went) moved();
      });
    busy.set(scope, post);
  }

  return {
    get indexes() {
      return ways.indexes;
    },
    async take(entries) {
      await inParallel(entries, 1, async (entry) => {
        if (busy.size < AT_ONCE) await orAside(store, entry.key, clock.now(), () => begin(entry));
      });
    },
    async expire(entries) {
      const now = clock.now();
      const expired = async (key: string): Promise<void> => {
        const item = await readRow(store, key, deliveryRow, now);
        if (!item || ways.to(item.platform)) return;
        const over = overOf({ ...item, kind: "summary" }, undefined, now);
        if (over && !sending.doubtful())
          await end(item, item, undefined, sending, { ...over, why: "switched off" });
      };
      await inParallel(entries, 1, ({ key }) => orAside(store, key, now, () => expired(key)));
    },
    settled: async () => {
      await Promise.all(busy.values());
    },
  };
}
