/** One delivery from the outbox to the platform: lease, write "sending", post, write what became of it. */

import type { Library } from "../articles/library.ts";
import type { Adapter, Posted } from "../bot.ts";
import type { Clock } from "../clock.ts";
import { BotError, reasonOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Reply } from "../reply.ts";
import type { Change, StateStore } from "../state/store.ts";
import { compose, type Run } from "./compose.ts";
import {
  DAY_MS,
  type Delivery,
  DONE_MS,
  type Done,
  doneKey,
  doneOf,
  leaseKey,
  newId,
  outboxKey,
  type Pause,
  pauseKey,
  replyKey,
  type Spoke,
  scopeOf,
  toldKey,
  waitKey,
} from "./model.ts";
import { say } from "./words.ts";

export interface Sending {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly library: Library;
  readonly run: Run;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** How long one process may be at a post; longer than any HTTP timeout. */
  readonly leaseMs: number;
  /** Whether the state may have lost that a message was posted, so that even a first try looks. */
  readonly unsure: () => boolean;
}

/** A summary that is so late, and a post that nobody answers for so long, is given up. */
const GIVE_UP_MS = 6 * 3_600_000;
/** A message that could not be made is tried again after this. */
const COMPOSE_AGAIN_MS = 10_000;
/** Waits between tries whose outcome is unknown: within the minutes that a Discord nonce is remembered. */
const BACKOFF_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * Takes one item as far as it goes now; answers whether it got anywhere. Never rejects; what it could not write,
 * another process finishes.
 */
export async function send(item: Delivery, adapter: Adapter, rooms: Sending): Promise<boolean> {
  try {
    return await deliver(item, adapter, rooms);
  } catch (thrown) {
    const away = thrown instanceof BotError && thrown.code === "unavailable";
    if (!away) rooms.log.error({ err: thrown, delivery: item.id }, "a delivery failed");
    return false;
  }
}

async function deliver(item: Delivery, adapter: Adapter, rooms: Sending): Promise<boolean> {
  const { store, clock } = rooms;
  const scope = scopeOf(item);
  const now = clock.now();
  const [kept, told, pause] = await Promise.all(
    [replyKey(item), toldKey(scope, item.source), pauseKey(scope)].map((key) => store.get(key)),
  );
  const over = overOf(item, pause as Pause | undefined, now);
  if (over) {
    await end(item, item, undefined, rooms, over);
    return true;
  }
  const since = typeof told === "number" && told <= now ? told : item.due - DAY_MS;
  const composed =
    (kept as Reply | undefined) ?? (await compose(item, rooms.run, rooms.library, { now, since }));
  if ("not" in composed && composed.not === "now") {
    const again: Delivery = {
      ...item,
      after: clock.now() + COMPOSE_AGAIN_MS,
      why: "failed",
      reason: composed.reason,
    };
    await store.commit({ when: { [outboxKey(item)]: item }, set: { [outboxKey(item)]: again } });
    return false;
  }
  if ("not" in composed) {
    const why = composed.not === "empty" ? "empty" : "failed";
    await end(item, item, undefined, rooms, { state: "skipped", why, reason: composed.reason });
    return true;
  }
  const owner = newId();
  const until = clock.now() + (rooms.leaseMs * 2) / 3;
  const { why: _, reason: __, ...bare } = item;
  const mine: Delivery = {
    ...bare,
    state: "sending",
    attempt: item.attempt + 1,
    made: kept && item.made ? item.made : now,
  };
  const lease = leaseKey(scope);
  const turn = await turnOver(item, scope, rooms);
  const taken = await store.commit({
    when: { [outboxKey(item)]: item, [lease]: undefined, ...turn.when },
    set: {
      ...turn.set,
      [outboxKey(item)]: mine,
      [lease]: owner,
      // A second try must say the very same, or it would not be recognised.
      [replyKey(item)]: composed,
    },
    ttl: { [lease]: rooms.leaseMs, [replyKey(item)]: DAY_MS },
  });
  if (!taken || clock.now() >= until) return false;
  const posted = await adapter
    .post(item.target, composed, item.id, rooms.unsure() ? mine.attempt + 1 : mine.attempt, until)
    .catch((thrown): Posted => ({ state: "unknown", reason: reasonOf(thrown) }));
  await record(item, mine, owner, posted, rooms);
  return true;
}

/** Why it is not posted any more. News of a watch that was never tried is still news. */
function overOf(
  { attempt, made, due, kind, reason }: Delivery,
  pause: Pause | undefined,
  now: number,
): Pick<Done, "state" | "why" | "reason"> | undefined {
  if (pause) return { state: "skipped", why: "paused", reason: pause.reason };
  if (attempt > 0 && now - (made ?? due) > GIVE_UP_MS)
    return { state: "failed", why: "no answer", ...(reason && { reason }) };
  if (attempt === 0 && kind !== "watch" && now - due > GIVE_UP_MS)
    return { state: "skipped", why: "too late" };
  return undefined;
}

/** When a watch's message leaves, new articles go into its next one; only the first time that it is tried. */
async function turnOver(
  item: Delivery,
  scope: string,
  { store, clock }: Sending,
): Promise<Required<Pick<Change, "when" | "set">>> {
  if (item.n === undefined) return { when: {}, set: {} };
  const key = `last:${scope}:${item.source}`;
  const spoke = (await store.get(key)) as Spoke | undefined;
  if (spoke !== undefined && spoke.n !== item.n) return { when: {}, set: {} };
  return { when: { [key]: spoke }, set: { [key]: { n: item.n + 1, at: clock.now() } satisfies Spoke } };
}

async function record(
  item: Delivery,
  mine: Delivery,
  owner: string,
  posted: Posted,
  rooms: Sending,
): Promise<void> {
  const now = rooms.clock.now();
  if (posted.state === "sent") {
    const link = posted.link === undefined ? {} : { link: posted.link };
    return end(item, mine, owner, rooms, { state: "sent", ...link });
  }
  if (posted.state === "refused") return refuse(item, mine, owner, posted.reason, rooms);
  const again: Delivery =
    posted.state === "later"
      ? // Nothing was posted, so this try does not count.
        { ...mine, state: "pending", attempt: item.attempt, after: now + posted.afterMs, why: "rate-limited" }
      : { ...mine, after: now + backoff(mine.attempt), why: "no answer", reason: posted.reason };
  const wait =
    posted.state === "later" && posted.afterMs > 0 ? { [waitKey(scopeOf(item))]: now + posted.afterMs } : {};
  const ttl = Object.fromEntries(Object.keys(wait).map((key) => [key, again.after - now]));
  await release(item, mine, owner, rooms, { set: { [outboxKey(item)]: again, ...wait }, ttl });
}

const backoff = (attempt: number): number => BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length) - 1] ?? 1000;

/** The platform will never take it: everything of the channel pauses, and whoever set this up is told. */
async function refuse(
  item: Delivery,
  mine: Delivery,
  owner: string,
  reason: string,
  rooms: Sending,
): Promise<void> {
  const failed = { state: "failed", why: "permission", reason } as const;
  if (item.kind === "notice") return end(item, mine, owner, rooms, failed);
  const now = rooms.clock.now();
  const notice: Delivery = {
    id: `${newId()}!`,
    kind: "notice",
    source: item.source,
    platform: item.platform,
    target: { workspace: item.target.workspace, user: item.by },
    title: item.title,
    due: now,
    by: item.by,
    locale: item.locale,
    zone: item.zone,
    state: "pending",
    attempt: 0,
    after: now,
    text: say(item.locale).refused(item.title, reason),
  };
  const told = item.by === "" || item.platform === "terminal" ? {} : { [outboxKey(notice)]: notice };
  const pause = { [pauseKey(scopeOf(item))]: { since: now, reason } };
  await end(item, mine, owner, rooms, failed, { ...told, ...pause });
}

/** Takes it out of the outbox and writes what became of it. */
async function end(
  item: Delivery,
  mine: Delivery,
  owner: string | undefined,
  rooms: Sending,
  how: Pick<Done, "state" | "why" | "reason" | "link">,
  more: Change["set"] = {},
): Promise<void> {
  const scope = scopeOf(item);
  const done = doneOf(item, rooms.clock.now(), how);
  const key = doneKey(scope, done);
  const told =
    item.kind === "summary" && how.state === "sent" ? { [toldKey(scope, item.source)]: mine.made } : {};
  await release(item, mine, owner, rooms, {
    set: { [outboxKey(item)]: undefined, [replyKey(item)]: undefined, [key]: done, ...told, ...more },
    ttl: { [key]: DONE_MS },
  });
}

/**
 * Writes a change and gives the lease back, when the item is still ours. Goes on trying while the state is away:
 * only this process knows what the platform said. When it gives up, the next one looks before it posts.
 */
async function release(
  item: Delivery,
  mine: Delivery,
  owner: string | undefined,
  { store, clock, signal, leaseMs }: Sending,
  change: Change,
): Promise<void> {
  const lease = leaseKey(scopeOf(item));
  const ours = { [outboxKey(item)]: mine };
  const patience = clock.now() + leaseMs * 4;
  for (;;) {
    try {
      const freed =
        owner !== undefined &&
        (await store.commit({
          ...change,
          when: { ...ours, [lease]: owner },
          set: { ...change.set, [lease]: undefined },
        }));
      if (!freed) await store.commit({ ...change, when: ours });
      return;
    } catch (thrown) {
      if (clock.now() > patience) throw thrown;
      await clock.sleep(250, signal);
    }
  }
}
