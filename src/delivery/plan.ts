/** Planning: what is due goes into the outbox, exactly once, whoever looks. */

import { channelScope } from "../state/scope.ts";
import { channelSettingsKey, readSettings, type Settings } from "../state/settings.ts";
import type { StateStore } from "../state/store.ts";
import {
  DAY_MS,
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
import { latestRun, nextRun, quietUntil } from "./times.ts";
import { digestLine, titleOf } from "./words.ts";

/** A tick that was missed for longer is not caught up. */
const CATCH_UP_MS = 6 * 3_600_000;

/** Plans what is due of every schedule. Answers when the next one is due (epoch ms), at most an hour ahead. */
export async function planSchedules(store: StateStore, now: number): Promise<number> {
  const [schedules, lasts] = await Promise.all([store.entries("schedule:"), store.entries("last:")]);
  const last = new Map(lasts);
  let next = now + 3_600_000;
  for (const [, value] of schedules) {
    const schedule = value as Schedule;
    const before = last.get(lastKey(schedule));
    const due = latestRun(schedule, now);
    // A schedule is saved together with its `last`; without one it is being removed.
    if (typeof before === "number" && due > before) await planTick(store, schedule, due, before, now);
    else if (typeof before === "number" && before > now + DAY_MS)
      await startAnew(store, schedule, before, now);
    next = Math.min(next, nextRun(schedule, now));
  }
  return next;
}

/** One step: the tick is marked as planned and is in the outbox, or is recorded as skipped with its reason. */
async function planTick(
  store: StateStore,
  schedule: Schedule,
  due: number,
  before: number,
  now: number,
): Promise<void> {
  const scope = channelScope(schedule);
  const [paused, told, settings] = await Promise.all([
    store.get(pauseKey(scope)),
    store.get(toldKey(scope, schedule.id)),
    readSettings(store, channelSettingsKey(schedule)),
  ]);
  const item = itemOf(schedule, settings, due, told);
  const zone = settings.zone ?? schedule.zone;
  const why: Why | undefined =
    paused !== undefined
      ? "paused"
      : quietUntil(settings.quiet, due, zone) !== undefined
        ? "quiet hours"
        : now - due > CATCH_UP_MS
          ? "too late"
          : undefined;
  const when = { [scheduleKey(schedule)]: schedule, [lastKey(schedule)]: before };
  const set = { [lastKey(schedule)]: due };
  if (why === undefined) {
    await store.commit({ when, set: { ...set, [outboxKey(item)]: item } });
    return;
  }
  const done = doneOf(item, now, { state: "skipped", why });
  const key = doneKey(scope, done);
  await store.commit({ when, set: { ...set, [key]: done }, ttl: { [key]: DONE_MS } });
}

/** A clock that was far ahead has planned what is still to come: it counts from now again. */
async function startAnew(store: StateStore, schedule: Schedule, before: number, now: number): Promise<void> {
  const key = lastKey(schedule);
  await store.commit({ when: { [scheduleKey(schedule)]: schedule, [key]: before }, set: { [key]: now } });
}

function itemOf(schedule: Schedule, settings: Settings, due: number, told: unknown): Delivery {
  const { id, platform, workspace, channel, by, zone, lang, empty } = schedule;
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
    line: digestLine(schedule, due, typeof told === "number" ? told : due - DAY_MS),
    empty,
  };
}
