/** How long a delivery is tried, and how often. */
import { DAY_MS, type Delivery, type Done, type Pause } from "./model.ts";

/** A summary that is so late, and a post that nobody answers for so long, is given up. */
const GIVE_UP_MS = 6 * 3_600_000;
/** Waits between tries whose outcome is unknown: within the minutes that a Discord nonce is remembered. */
const BACKOFF_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
/** Of a webhook, whose receiver may be away for a night; then its deliveries are given up. */
const WEBHOOK_BACKOFF_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000];
const WEBHOOK_GIVE_UP_MS = DAY_MS;

/** Why it is not posted any more. News of a watch that was never tried is still news. */
export function overOf(
  { attempt, made, due, kind, reason, to }: Delivery,
  pause: Pause | undefined,
  now: number,
): Pick<Done, "state" | "why" | "reason"> | undefined {
  if (pause) return { state: "skipped", why: "paused", reason: pause.reason };
  if (to === "webhook")
    return now - due > WEBHOOK_GIVE_UP_MS
      ? { state: "failed", why: "no answer", ...(reason && { reason }) }
      : undefined;
  if (attempt > 0 && now - (made ?? due) > GIVE_UP_MS)
    return { state: "failed", why: "no answer", ...(reason && { reason }) };
  if (attempt === 0 && kind !== "watch" && now - due > GIVE_UP_MS)
    return { state: "skipped", why: "too late" };
  return undefined;
}

/** How long to wait after a try whose outcome is unknown, in milliseconds. */
export function backoff({ attempt, to }: Delivery): number {
  const waits = to === "webhook" ? WEBHOOK_BACKOFF_MS : BACKOFF_MS;
  return waits[Math.min(attempt, waits.length) - 1] ?? 1000;
}

/** Whether `deliveries` tells of it: of a webhook's first message only that nobody answered it for a day. */
export const isTold = ({ kind, to }: Delivery, { why }: Pick<Done, "why">): boolean =>
  kind !== "notice" || to !== "webhook" || why === "no answer";
