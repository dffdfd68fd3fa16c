/** Token buckets by name, refilled by time that never jumps; full ones are forgotten. */
import type { Clock } from "../clock.ts";

/** A bucket that holds `burst` and refills by `perSecond`. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Buckets {
  /** Milliseconds until `amount` can be taken; 0 when it can be now. Nothing is taken. */
  wait(name: string, amount: number): number;
  /** Takes so much, also what is not there; a debt is never greater than a full bucket. */
  take(name: string, amount: number): void;
}

/** From so many names on, full buckets are looked for and forgotten. */
const MANY = 10_000;

export function createBuckets(
  { burst, perSecond }: Allowance,
  { monotonic }: Pick<Clock, "monotonic">,
): Buckets {
  const buckets = new Map<string, { readonly held: number; readonly at: number }>();
  let many = MANY;

  const held = (name: string, now: number): number => {
    const bucket = buckets.get(name);
    return bucket ? Math.min(burst, bucket.held + ((now - bucket.at) / 1_000) * perSecond) : burst;
  };

  return {
    wait(name, amount) {
      const lacking = amount - held(name, monotonic());
      return lacking <= 0 ? 0 : Math.ceil((lacking / perSecond) * 1_000);
    },
    take(name, amount) {
      const now = monotonic();
      if (buckets.size > many) {
        for (const known of buckets.keys()) if (held(known, now) >= burst) buckets.delete(known);
        // Not again before as many more have come: looking through all of them costs time.
        many = Math.max(MANY, 2 * buckets.size);
      }
      buckets.set(name, { held: Math.max(-burst, held(name, now) - amount), at: now });
    },
  };
}
