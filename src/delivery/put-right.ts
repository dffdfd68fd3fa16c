/** After the wall clock went back: what it planned, skipped or put off while it was ahead stands where it belongs again. */
import { inParallel, slicer } from "../slices.ts";
import { asRow, orAside, readRow, rowsOf } from "../state/rows.ts";
import { channelSettingsKey, readSettings } from "../state/settings.ts";
import type { Indexed, StateStore } from "../state/store.ts";
import { type Delivery, lastKey, leaseKey, outboxKey, placeOf, scopeOf, waitKey, watchKey } from "./model.ts";
import { messageOf } from "./next-message.ts";
import { isAstray, planAnew } from "./plan.ts";
import { deliveryRow, scheduleRow, silenceRow, spokeRow, watchRow } from "./schema.ts";
import { quietUntil } from "./times.ts";

/** Rows that are worked on side by side. */
const AT_ONCE = 32;

type Where = { readonly store: StateStore; readonly now: number };

/** Schedules that count from where they should not; of each that there is three rows are read. @throws BotError "unavailable" */
export async function schedulesRight({ store, now }: Where): Promise<void> {
  const rest = slicer();
  for await (const rows of rowsOf(store, "schedule")) {
    const of = (room: string) => store.getAll(rows.map(([key]) => key.replace("schedule:", room)));
    const [lasts, planned] = await Promise.all([of("last:"), of("planned:")]);
    const astray = rows.filter((_, at) => isAstray(lasts[at], planned[at], now));
    await inParallel(astray, AT_ONCE, ([key]) =>
      orAside(store, key, now, async () => {
        const schedule = await readRow(store, key, scheduleRow, now);
        if (schedule) await planAnew(store, schedule, now);
      }),
    );
    await rest();
  }
}

/** What waits in the outbox. @throws BotError "unavailable" */
export async function outboxRight({ store, now }: Where, rooms: readonly Indexed[]): Promise<void> {
  const rest = slicer();
  for (const room of rooms)
    for await (const rows of rowsOf(store, room)) {
      await inParallel(rows, AT_ONCE, ([key, value]) =>
        orAside(store, key, now, async () => {
          const item = await asRow(store, key, value, deliveryRow, now);
          if (item) await bringBack(store, item, now);
        }),
      );
      await rest();
    }
}

/** Waits by the clock as it is now; whoever is at it just now knows better. */
async function bringBack(store: StateStore, item: Delivery, now: number): Promise<void> {
  const [key, scope] = [outboxKey(item), scopeOf(item)];
  const after = Math.min(item.after, await earliest(store, item, now));
  const again: Delivery = after < item.after ? { ...item, after } : item;
  await store.commit({
    when: { [key]: item, [leaseKey(scope)]: undefined },
    set: { [key]: again, ...(again !== item && { [waitKey(scope)]: undefined }) },
    at: { [key]: Math.max(now, after) },
  });
}

/** When it would leave if it were made now; what was tried is tried again at once. */
async function earliest(store: StateStore, item: Delivery, now: number): Promise<number> {
  const { attempt, kind, to, due, source, why } = item;
  if (attempt > 0 || to === "webhook" || kind === "notice" || why === "rate-limited" || why === "failed")
    return now;
  if (kind === "summary") return Math.max(now, due);
  const place = placeOf(item);
  const settings = await readSettings(store, channelSettingsKey(place), now);
  if (kind === "alert") return quietUntil(settings.quiet, now, settings.zone ?? item.zone) ?? now;
  const at = { ...place, id: source };
  const watch = await readRow(store, watchKey(at), watchRow, now);
  const spoke = await readRow(store, lastKey(at), spokeRow, now);
  return watch ? messageOf(watch, spoke ?? { n: 1, at: 0 }, settings, now).after : now;
}

/** Watches whose silence is counted from what is still to come. @throws BotError "unavailable" */
export async function silencesRight({ store, now }: Where): Promise<void> {
  const rest = slicer();
  for await (const rows of rowsOf(store, "alert")) {
    await inParallel(rows, AT_ONCE, ([key, value]) =>
      orAside(store, key, now, async () => {
        const silence = await asRow(store, key, value, silenceRow, now);
        if (silence && silence.since > now)
          await store.commit({ when: { [key]: value }, set: { [key]: { ...silence, since: now } } });
      }),
    );
    await rest();
  }
}
