/** Setting up, changing and ending schedules and watches; each is saved whole or not at all, and once. */
import type { Caller, Context } from "../command.ts";
import { BotError, cannotManage } from "../errors.ts";
import { errors } from "../i18n/delivery.ts";
import { asIs } from "../i18n/words.ts";
import { readRow, readRows } from "../state/rows.ts";
import { channelScope } from "../state/scope.ts";
import type { Change, StateStore } from "../state/store.ts";
import { beginAlerts } from "./alerts.ts";
import {
  type FoundArticle,
  knownKey,
  lastKey,
  NEWS_MS,
  outboxKey,
  type Pause,
  pauseKey,
  type Schedule,
  scheduleKey,
  seenKey,
  silenceKey,
  tallyKey,
  threadKey,
  toldKey,
  type Watch,
  watchKey,
  webhookScope,
} from "./model.ts";
import { plannedKey, withInstant } from "./planned.ts";
import { deliveryRow, pauseRow, scheduleRow, watchRow } from "./schema.ts";
import { nextRun } from "./times.ts";

type Asking = Pick<Context, "store" | "clock" | "caller">;
type Saving = Pick<Context, "store" | "clock">;

/** One channel has at most so many of each. */
const MOST = 20;
/** How often a save is tried again when others save something else in the channel at the same moment. */
const TRIES = 10;
/** Keys that one change removes at most. */
const BATCH = 100;

/** The channel's schedules, by time of day. @throws BotError "unavailable" */
export async function schedulesOf({ store, clock, caller }: Asking): Promise<readonly Schedule[]> {
  const all = await readRows(store, `schedule:${channelScope(caller)}:`, scheduleRow, clock.now());
  return [...all].sort((a, b) => (a.time < b.time ? -1 : 1));
}

/** The channel's watches, by query. @throws BotError "unavailable" */
export async function watchesOf({ store, clock, caller }: Asking): Promise<readonly Watch[]> {
  const all = await readRows(store, `watch:${channelScope(caller)}:`, watchRow, clock.now());
  return [...all].sort((a, b) => (a.query < b.query ? -1 : 1));
}

/** Why nothing is posted in the channel for now, or undefined. */
export async function pauseOf({ store, clock, caller }: Asking): Promise<Pause | undefined> {
  return readRow(store, pauseKey(channelScope(caller)), pauseRow, clock.now());
}

/** Posting in the channel begins again. */
export async function resume(store: StateStore, caller: Caller): Promise<void> {
  await store.delete(pauseKey(channelScope(caller)));
}

/** Saves a schedule in the place of `before`; what was due until now is not posted. @throws BotError */
export async function saveSchedule(
  { store, clock }: Saving,
  schedule: Schedule,
  before?: Schedule,
): Promise<void> {
  const key = scheduleKey(schedule);
  const now = clock.now();
  const planned = withInstant(await store.get(plannedKey(schedule)), now);
  await save(store, "schedule", key, schedule, before, {
    set: { [lastKey(schedule)]: now, [plannedKey(schedule)]: planned },
    at: { [key]: nextRun(schedule, now) },
  });
}

/** Saves a watch in the place of `before`; `known` is what is no news to it. @throws BotError */
export async function saveWatch(
  { store, clock }: Saving,
  watch: Watch,
  known: readonly FoundArticle[],
  before?: Watch,
): Promise<void> {
  const key = watchKey(watch);
  const now = clock.now();
  const alerts = beginAlerts(watch, known, now);
  await save(store, "watch", key, watch, before, {
    set: { ...alerts.set, [knownKey(watch)]: known.map(({ id }) => id) },
    ttl: { ...alerts.ttl, [knownKey(watch)]: NEWS_MS },
    at: { ...alerts.at, [key]: now },
  });
}

/**
 * Saves a row of a channel. Whoever saves the very same at the same moment has saved it too; a channel's limit holds
 * however many save at once, as each new row counts on what the channel has.
 */
async function save(
  store: StateStore,
  room: "schedule" | "watch",
  key: string,
  row: Schedule | Watch,
  before: Schedule | Watch | undefined,
  more: Change,
): Promise<void> {
  const scope = channelScope(row);
  const edition = `edition:${scope}:${room}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [counted, there, rows] = await Promise.all([
      store.get(edition),
      store.get(key),
      store.list(`${room}:${scope}:`),
    ]);
    if (!before && there !== undefined && isSame(there, row)) return;
    if (JSON.stringify(there) !== JSON.stringify(before)) throw changedMeanwhile();
    if (!before) mustFit(rows.length);
    const saved = await store.commit({
      ...more,
      when: { [key]: before, [edition]: counted },
      set: {
        ...more.set,
        [key]: row,
        [edition]: (typeof counted === "number" ? counted : 0) + 1,
        [pauseKey(scope)]: undefined,
      },
    });
    if (saved) return;
  }
  throw changedMeanwhile();
}

/** The same but for who set it up, in which language. */
function isSame(there: unknown, row: Schedule | Watch): boolean {
  const bare = (one: object) => JSON.stringify({ ...one, by: "", locale: "" });
  return typeof there === "object" && there !== null && bare(there) === bare(row);
}

/** Removes a schedule and what it planned but has not begun to post. */
export async function endSchedule(saving: Saving, schedule: Schedule): Promise<void> {
  const told = [channelScope(schedule), webhookScope(schedule)].map((scope) => toldKey(scope, schedule.id));
  await remove(saving.store, [scheduleKey(schedule), lastKey(schedule), plannedKey(schedule), ...told]);
  await dropPending(saving, schedule);
}

/** Removes a watch, what it has seen, and what it gathered but has not begun to post. */
export async function endWatch(saving: Saving, watch: Watch): Promise<void> {
  const { store } = saving;
  await remove(store, [watchKey(watch), lastKey(watch), silenceKey(watch), tallyKey(watch)]);
  for (const mine of [seenKey(watch, ""), threadKey(watch, watch.id, "")])
    for await (const rows of store.pages(mine))
      await remove(
        store,
        rows.map(([key]) => key),
      );
  await dropPending(saving, watch);
}

async function remove(store: StateStore, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += BATCH)
    await store.commit({
      set: Object.fromEntries(keys.slice(at, at + BATCH).map((key) => [key, undefined])),
    });
}

async function dropPending({ store, clock }: Saving, of: Schedule | Watch): Promise<void> {
  for (const scope of [channelScope(of), webhookScope(of)])
    for (const item of await readRows(store, `outbox:${scope}:${of.id}`, deliveryRow, clock.now())) {
      const key = outboxKey(item);
      if (item.source === of.id && item.attempt === 0 && item.state === "pending")
        await store.commit({ when: { [key]: item }, set: { [key]: undefined } });
    }
}

/** @throws BotError "forbidden" when the caller may not change the channel */
export function mustManage({ manages, barred }: Caller): void {
  if (!manages) throw cannotManage(barred);
}

/** @throws BotError "bad-input" when the channel has as many as it may */
export function mustFit(count: number): void {
  if (count < MOST) return;
  throw new BotError("bad-input", errors.full(MOST));
}

/** @throws BotError "forbidden" with what keeps the bot from posting here */
export async function mustReach({ missing, caller }: Pick<Context, "missing" | "caller">): Promise<void> {
  const lacks = await missing(caller);
  if (lacks) throw new BotError("forbidden", asIs(lacks));
}

function changedMeanwhile(): BotError {
  return new BotError("unavailable", errors.changedMeanwhile);
}
