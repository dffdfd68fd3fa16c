/** What operation shows of state: the outbox and the feeds, asked for seldom, and null while state is away. */
import type { Doors } from "../command.ts";
import { deliveryRow } from "../delivery/schema.ts";
import type { FeedHealth } from "../feeds/feeds.ts";
import { readRow } from "../state/rows.ts";

export interface OutboxBacklog {
  readonly length: number;
  /** Seconds for which the oldest that may be posted has been due; 0 when none is. */
  readonly oldestS: number;
}

export interface Outside {
  outbox(): Promise<OutboxBacklog | null>;
  /** The same of what waits for webhooks. */
  webhooks(): Promise<OutboxBacklog | null>;
  deadLetters(): Promise<number | null>;
  feeds(): Promise<readonly FeedHealth[] | null>;
}

/** The oldest is looked for among so many that come next; one that is tried again waits for less than this. */
const LOOKED = 256;
const SOON_MS = 60_000;
/** Several probes and scrapes within this time share one look. */
const GOOD_FOR_MS = 5_000;

export function createOutside(
  { store, feeds, clock }: Pick<Doors, "store" | "feeds" | "clock">,
  platforms: readonly string[],
): Outside {
  const outboxes = platforms.map((name) => `outbox/${name}` as const);
  const waitingIn = (indexes: typeof outboxes) => async (): Promise<OutboxBacklog> => {
    const now = clock.now();
    let length = 0;
    for (const index of indexes) length += await store.size(index);
    const { entries } = await store.due(indexes, now + SOON_MS, LOOKED);
    const items = await Promise.all(entries.map(({ key }) => readRow(store, key, deliveryRow, now)));
    const waiting = items.filter((item) => item !== undefined && item.why !== "quiet hours");
    return { length, oldestS: Math.max(0, ...waiting.map((item) => (now - (item?.due ?? now)) / 1_000)) };
  };
  const look = <T>(work: () => Promise<T>): (() => Promise<T | null>) => {
    let last: { readonly at: number; readonly found: Promise<T | null> } | undefined;
    return () => {
      const now = clock.now();
      if (last && now - last.at < GOOD_FOR_MS) return last.found;
      last = { at: now, found: work().catch(() => null) };
      return last.found;
    };
  };
  return {
    outbox: look(waitingIn(outboxes)),
    webhooks: look(waitingIn(["outbox/webhook"])),
    deadLetters: look(async () => store.size("dead-letter")),
    feeds: look(() => feeds.list()),
  };
}
