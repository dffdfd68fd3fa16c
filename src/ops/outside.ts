/** What operation shows of state: the outbox and the feeds, asked for seldom, and null while state is away. */
import type { Doors } from "../command.ts";
import type { Delivery } from "../delivery/model.ts";
import type { FeedHealth } from "../feeds/feeds.ts";

export interface Outbox {
  readonly length: number;
  /** Seconds for which the oldest that may be posted has been due; 0 when none is. */
  readonly oldestS: number;
}

export interface Outside {
  outbox(): Promise<Outbox | null>;
  feeds(): Promise<readonly FeedHealth[] | null>;
}

/** Several probes and scrapes within this time share one look. */
const GOOD_FOR_MS = 5_000;

export function createOutside({ store, feeds, clock }: Pick<Doors, "store" | "feeds" | "clock">): Outside {
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
    outbox: look(async () => {
      const items = (await store.entries("outbox:")).map(([, value]) => value as Delivery);
      const now = clock.now();
      const late = items.filter(({ why }) => why !== "quiet hours").map(({ due }) => (now - due) / 1_000);
      return { length: items.length, oldestS: Math.max(0, ...late) };
    }),
    feeds: look(() => feeds.list()),
  };
}
