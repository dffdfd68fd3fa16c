/** Planning: what is due goes into the outbox, exactly once, whoever looks. Only what is due is looked at. */
import { orAside, readRow } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";
import { channelSettingsKey, readSettings, type Settings } from "../state/settings.ts";
import type { DueEntry, StateStore } from "../state/store.ts";
import { isHeld } from "./hold.ts";
import {
  type Delivery,
  DONE_MS,
  doneKey,
  doneOf,
  lastKey,
  outboxKey,
  pauseKey,
  type Schedule,
  scheduleKey,
  toldKey,
  type Why,
} from "./model.ts";
import { instantsIn, plannedKey, withInstant } from "./planned.ts";
import { pauseRow, scheduleRow } from "./schema.ts";
import { latestRun, nextRun, quietUntil } from "./times.ts";
import { alsoToWebhook } from "./webhook/also.ts";
import { digestLine, titleOf } from "./words.ts";

/** A tick that was missed for longer is not caught up. */
const CATCH_UP_MS = 6 * 3_600_000;
/**
 * An entry that is due, but not by its row, is believed wrong only after so long: its row may be about to be written.
 * A write takes half a second at most, clocks of replicas differ by less than two.
 */
export const GRACE_MS = 10_000;

/** Told of what ended without a post, and of rows that were put aside. */
export interface DeliveryPlanning {
  readonly store: StateStore;
  readonly now: number;
  readonly skipped: (why: Why) => void;
}

/** Looks at one schedule whose entry is due. Never rejects for what is wrong with its row. @throws BotError "unavailable" */
export function planSchedule(entry: DueEntry, planning: DeliveryPlanning): Promise<void> {
  const { store, now } = planning;
  return orAside(store, entry.key, now, async () => {
    const schedule = await readRow(store, entry.key, scheduleRow, now);
    const settled = now - entry.at >= GRACE_MS;
    if (!schedule) {
      if (settled) await store.move(entry, undefined);
      return;
    }
    const last = await store.get(lastKey(schedule));
    if (typeof last !== "number" || last > now) return planAnew(store, schedule, now);
    const due = latestRun(schedule, now);
    if (due > last) await planTick(schedule, due, last, planning);
    if (settled || entry.at === due) await store.move(entry, nextRun(schedule, now));
  });
}

/** One step: the tick is marked as planned and is in the outbox, or is recorded as skipped with its reason. */
async function planTick(
  schedule: Schedule,
  due: number,
  before: number,
  { store, now, skipped }: DeliveryPlanning,
): Promise<void> {
  const scope = channelScope(schedule);
  const [paused, told, settings, row] = await Promise.all([
    readRow(store, pauseKey(scope), pauseRow, now),
    store.get(toldKey(scope, schedule.id)),
    readSettings(store, channelSettingsKey(schedule), now),
    store.get(plannedKey(schedule)),
  ]);
  const planned = instantsIn(row);
  const when = {
    [scheduleKey(schedule)]: schedule,
    [lastKey(schedule)]: before,
    [plannedKey(schedule)]: row,
  };
  const set: Record<string, unknown> = { [lastKey(schedule)]: due };
  // A clock that was ahead, or is back, comes to the same tick twice.
  if (planned.includes(due)) {
    await store.commit({ when, set });
    return;
  }
  const item = itemOf(schedule, settings, due, told);
  const zone = settings.zone ?? schedule.zone;
  const why: Why | undefined =
    paused !== undefined
      ? "paused"
      : isHeld(schedule, due)
        ? "held"
        : quietUntil(settings.quiet, due, zone) !== undefined
          ? "quiet hours"
          : now - due > CATCH_UP_MS
            ? "too late"
            : undefined;
  // A channel that is quiet, or takes nothing, holds nobody else back.
  const also =
    why === undefined || why === "quiet hours" || why === "paused"
      ? await alsoToWebhook(store, item, now)
      : { set: {}, at: {} };
  Object.assign(set, also.set);
  // What is too late may be so by a clock that is ahead.
  if (why !== "too late") set[plannedKey(schedule)] = withInstant(planned, due);
  if (why === undefined) {
    const at = { ...also.at, [outboxKey(item)]: due };
    await store.commit({ when, set: { ...set, [outboxKey(item)]: item }, at });
    return;
  }
  const done = doneOf(item, now, { state: "skipped", why });
  const key = doneKey(scope, done);
  const ttl = { [key]: DONE_MS };
  if (await store.commit({ when, set: { ...set, [key]: done }, ttl, at: also.at })) skipped(why);
}

/**
 * Whether a clock that was ahead has planned what is still to come, or given up as too late what is not.
 * @param last what stands under `lastKey`, and @param row under `plannedKey`
 */
export function isAstray(last: unknown, row: unknown, now: number): boolean {
  if (typeof last !== "number" || last > now) return true;
  return Array.isArray(row) && !row.includes(last) && now - last <= CATCH_UP_MS;
}

/** Counts from what was planned last before now. @throws BotError "unavailable" */
export async function planAnew(store: StateStore, schedule: Schedule, now: number): Promise<void> {
  const [key, last] = [scheduleKey(schedule), lastKey(schedule)];
  const [before, row] = await Promise.all([store.get(last), store.get(plannedKey(schedule))]);
  if (!isAstray(before, row, now)) return;
  const from = Math.max(...instantsIn(row).filter((instant) => instant <= now));
  const since = Number.isFinite(from) ? from : now;
  const due = latestRun(schedule, now);
  await store.commit({
    when: { [key]: schedule, [last]: before },
    set: { [key]: schedule, [last]: since },
    at: { [key]: due > since ? due : nextRun(schedule, now) },
  });
}

function itemOf(schedule: Schedule, settings: Settings, due: number, told: unknown): Delivery {
  const { id, platform, workspace, channel, by, zone, lang, empty, topic, setUp } = schedule;
  return {
    id: `${id}@${Math.round(due / 60_000).toString(36)}`,
    kind: "summary",
    source: id,
    platform,
    target: { workspace, channel },
    title: titleOf(schedule),
    due,
    by,
    locale: lang ?? settings.language ?? schedule.locale,
    zone,
    state: "pending",
    attempt: 0,
    after: due,
    ...(topic && { topic }),
    time: schedule.time,
    line: digestLine(
      schedule,
      due,
      typeof told === "number" && told < due ? told : latestRun(schedule, due - 1),
    ),
    empty,
    ...(setUp !== undefined && { setUp }),
  };
}
