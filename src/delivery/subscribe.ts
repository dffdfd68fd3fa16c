/** Setting up, changing and ending schedules and watches; each is saved whole or not at all. */
import type { Caller, Context } from "../command.ts";
import { BotError, cannotManage } from "../errors.ts";
import { channelScope } from "../state/scope.ts";
import type { StateStore } from "../state/store.ts";
import {
  type Delivery,
  type Found,
  lastKey,
  outboxKey,
  type Pause,
  pauseKey,
  type Schedule,
  SEEN_MS,
  scheduleKey,
  seenKey,
  toldKey,
  type Watch,
  watchKey,
} from "./model.ts";

/** One channel has at most so many of each. */
const MOST = 20;

/** The channel's schedules, by time of day. @throws BotError "unavailable" */
export async function schedulesOf(store: StateStore, caller: Caller): Promise<readonly Schedule[]> {
  const entries = await store.entries(`schedule:${channelScope(caller)}:`);
  return entries.map(([, value]) => value as Schedule).sort((a, b) => (a.time < b.time ? -1 : 1));
}

/** The channel's watches, by query. @throws BotError "unavailable" */
export async function watchesOf(store: StateStore, caller: Caller): Promise<readonly Watch[]> {
  const entries = await store.entries(`watch:${channelScope(caller)}:`);
  return entries.map(([, value]) => value as Watch).sort((a, b) => (a.query < b.query ? -1 : 1));
}

/** Why nothing is posted in the channel for now, or undefined. */
export async function pauseOf(store: StateStore, caller: Caller): Promise<Pause | undefined> {
  return (await store.get(pauseKey(channelScope(caller)))) as Pause | undefined;
}

/** Posting in the channel begins again. */
export async function resume(store: StateStore, caller: Caller): Promise<void> {
  await store.delete(pauseKey(channelScope(caller)));
}

/** Saves a schedule in the place of `before`; what was due until now is not posted. @throws BotError "unavailable" */
export async function saveSchedule(
  { store, clock }: Pick<Context, "store" | "clock">,
  schedule: Schedule,
  before?: Schedule,
): Promise<void> {
  const saved = await store.commit({
    when: { [scheduleKey(schedule)]: before },
    set: {
      [scheduleKey(schedule)]: schedule,
      [lastKey(schedule)]: clock.now(),
      [pauseKey(channelScope(schedule))]: undefined,
    },
  });
  if (!saved) throw changedMeanwhile();
}

/** Removes a schedule and what it planned but has not begun to post. */
export async function endSchedule(store: StateStore, schedule: Schedule): Promise<void> {
  const told = toldKey(channelScope(schedule), schedule.id);
  const keys = [scheduleKey(schedule), lastKey(schedule), told];
  await store.commit({ set: Object.fromEntries(keys.map((key) => [key, undefined])) });
  await dropPending(store, schedule);
}

/** Saves a watch in the place of `before`; `known` is what it counts as seen. @throws BotError "unavailable" */
export async function saveWatch(
  store: StateStore,
  watch: Watch,
  known: readonly Found[],
  before?: Watch,
): Promise<void> {
  const seen = known.map(({ id }) => seenKey(watch, id));
  const saved = await store.commit({
    when: { [watchKey(watch)]: before },
    set: {
      [watchKey(watch)]: watch,
      [pauseKey(channelScope(watch))]: undefined,
      ...Object.fromEntries(seen.map((key) => [key, 1])),
    },
    ttl: Object.fromEntries(seen.map((key) => [key, SEEN_MS])),
  });
  if (!saved) throw changedMeanwhile();
}

/** Removes a watch, what it has seen, and what it gathered but has not begun to post. */
export async function endWatch(store: StateStore, watch: Watch): Promise<void> {
  await store.commit({ set: { [watchKey(watch)]: undefined, [lastKey(watch)]: undefined } });
  const seen = await store.keys(seenKey(watch, ""));
  await store.commit({ set: Object.fromEntries(seen.map((key) => [key, undefined])) });
  await dropPending(store, watch);
}

async function dropPending(store: StateStore, of: Schedule | Watch): Promise<void> {
  for (const [key, value] of await store.entries(`outbox:${channelScope(of)}:${of.id}`)) {
    const item = value as Delivery;
    if (item.source === of.id && item.attempt === 0 && item.state === "pending")
      await store.commit({ when: { [key]: value }, set: { [outboxKey(item)]: undefined } });
  }
}

/** @throws BotError "forbidden" when the caller may not change the channel */
export function mustManage({ manages, barred }: Caller): void {
  if (!manages) throw cannotManage(barred);
}

/** @throws BotError "bad-input" when the channel has as many as it may */
export function mustFit(count: number): void {
  if (count < MOST) return;
  throw new BotError("bad-input", {
    en: `This channel already has ${MOST}; stop one first.`,
    zh: `本频道已有 ${MOST} 个，请先停止一个。`,
    ru: `В этом канале уже ${MOST}; сначала остановите один.`,
  });
}

/** @throws BotError "forbidden" with what keeps the bot from posting here */
export async function mustReach({ missing, caller }: Pick<Context, "missing" | "caller">): Promise<void> {
  const lacks = await missing(caller);
  if (lacks) throw new BotError("forbidden", { en: lacks, zh: lacks, ru: lacks });
}

function changedMeanwhile(): BotError {
  return new BotError("unavailable", {
    en: "Somebody changed this at the same moment, so nothing was saved. Look at it again and try once more.",
    zh: "刚才有人同时修改了它，因此没有保存。请查看后再试。",
    ru: "Кто-то изменил это в тот же момент, поэтому ничего не сохранено. Посмотрите ещё раз и повторите.",
  });
}
