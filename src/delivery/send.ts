/** One delivery from the outbox to the platform: lease, write "sending", post, write what became of it. */
import type { Library } from "../articles/library.ts";
import type { Adapter, Posted } from "../bot.ts";
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import { delivery as say } from "../i18n/delivery.ts";
import type { Log } from "../log.ts";
import type { Search } from "../search/search.ts";
import { isAway, readRow } from "../state/rows.ts";
import type { Change, StateStore } from "../state/store.ts";
import { compose, type Summarising } from "./compose.ts";
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
  pauseKey,
  placeOf,
  replyKey,
  type Spoke,
  scopeOf,
  toldKey,
  waitKey,
  webhookKey,
} from "./model.ts";
import { withNews } from "./news.ts";
import { backoff, isTold, overOf } from "./patience.ts";
import { pauseRow, replyRow } from "./schema.ts";
import { intoChannel, threadsBegun } from "./threads/threads.ts";
import { plannedSince } from "./words.ts";

export interface Sending {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly library: Library;
  /** Asked for when a watch's message is made. */
  readonly search: () => Pick<Search, "matches">;
  readonly summarise: Summarising;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** How long one process may be at a post; longer than any HTTP timeout. */
  readonly leaseMs: number;
  /** Whether the state may have lost that a message was posted, so that even a first try looks. */
  readonly unsure: () => boolean;
  /** Whether the clock may be ahead, so that nothing is too late. */
  readonly doubtful: () => boolean;
  /** Told how a delivery ended. */
  readonly ended: (how: Pick<Done, "state" | "why"> & Pick<Delivery, "to">) => void;
}

/** A message that could not be made is tried again after this. */
const COMPOSE_AGAIN_MS = 10_000;
/**
 * Takes one item as far as it goes now; answers whether it got anywhere. What it could not write, another process
 * finishes. @throws what is wrong with the item, but for the state being away
 */
export async function send(
  item: Delivery,
  adapter: Pick<Adapter, "post">,
  sending: Sending,
): Promise<boolean> {
  try {
    return await deliver(item, adapter, sending);
  } catch (thrown) {
    if (isAway(thrown) || sending.signal.aborted) return false;
    throw thrown;
  }
}

async function deliver(item: Delivery, adapter: Pick<Adapter, "post">, sending: Sending): Promise<boolean> {
  const { store, clock, leaseMs } = sending;
  const scope = scopeOf(item);
  const now = clock.now();
  const [kept, told, pause] = await Promise.all([
    readRow(store, replyKey(item), replyRow, now),
    store.get(toldKey(scope, item.source)),
    readRow(store, pauseKey(scope), pauseRow, now),
  ]);
  const over = overOf(item, pause, now);
  if (over) {
    await end(item, item, undefined, sending, over);
    return true;
  }
  const owner = newId();
  const lease = leaseKey(scope);
  const began = clock.monotonic();
  const mayPostMs = (leaseMs * 2) / 3;
  // Whoever has the lease makes the message; nobody else spends time on it.
  const taken = await store.commit({
    when: { [outboxKey(item)]: item, [lease]: undefined },
    set: { [lease]: owner },
    ttl: { [lease]: leaseMs },
  });
  if (!taken) return false;
  const since = typeof told === "number" && told <= now ? told : plannedSince(item);
  const composed =
    kept ??
    (await compose(await withNews(item, sending, now), sending.summarise, sending.library, { now, since }));
  if ("not" in composed) {
    if (composed.not !== "now") {
      const why = composed.not === "empty" ? "empty" : "failed";
      await end(item, item, owner, sending, { state: "skipped", why, reason: composed.reason });
      return true;
    }
    const after = clock.now() + COMPOSE_AGAIN_MS;
    const again: Delivery = { ...item, after, why: "failed", reason: composed.reason };
    await release(item, item, owner, sending, {
      set: { [outboxKey(item)]: again },
      at: { [outboxKey(item)]: after },
    });
    return false;
  }
  const { why: _, reason: __, ...bare } = item;
  const mine: Delivery = {
    ...bare,
    state: "sending",
    attempt: item.attempt + 1,
    made: kept && item.made ? item.made : now,
  };
  const turn = await turnOver(item, scope, sending);
  const takenOver = clock.now() + leaseMs;
  const begun = await store.commit({
    when: { [outboxKey(item)]: item, [lease]: owner, ...turn.when },
    set: {
      ...turn.set,
      [outboxKey(item)]: mine,
      // A second try must say the very same, or it would not be recognised.
      [replyKey(item)]: composed,
    },
    ttl: { [replyKey(item)]: DAY_MS },
    // Whoever finds it after the lease is over takes it on.
    at: { [outboxKey(item)]: takenOver },
  });
  const leftMs = mayPostMs - (clock.monotonic() - began);
  if (!begun) {
    // A new article went into a watch's message meanwhile: it is made again.
    await store.move({ key: outboxKey(item), at: takenOver }, item.after);
    await store.commit({ when: { [lease]: owner }, set: { [lease]: undefined } });
  }
  if (!begun || leftMs <= 0) return false;
  const attempt = sending.unsure() ? mine.attempt + 1 : mine.attempt;
  const posted = await adapter
    .post(item.target, composed, item.id, attempt, clock.now() + leftMs, mine.made)
    .catch((thrown): Posted => ({ state: "unknown", reason: reasonOf(thrown) }));
  await record(item, mine, owner, posted, sending);
  return true;
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
  sending: Sending,
): Promise<void> {
  const now = sending.clock.now();
  if (posted.state === "sent") {
    const link = posted.link === undefined ? {} : { link: posted.link };
    const begun = await threadsBegun(item, posted, { ...sending, now });
    return end(item, mine, owner, sending, { state: "sent", ...link }, begun);
  }
  const below = "channel" in item.target && item.target.thread !== undefined;
  if (posted.state === "refused" && below && item.kind === "watch") {
    const { item: again, set } = intoChannel(item);
    return release(item, mine, owner, sending, {
      set: { ...set, [outboxKey(again)]: again },
      at: { [outboxKey(again)]: now },
    });
  }
  if (posted.state === "refused") return refuse(item, mine, owner, posted.reason, sending);
  const again: Delivery =
    posted.state === "later"
      ? // Nothing was posted, so this try does not count.
        { ...mine, state: "pending", attempt: item.attempt, after: now + posted.afterMs, why: "rate-limited" }
      : { ...mine, after: now + backoff(mine), why: "no answer", reason: posted.reason };
  // Of a receiver that does not answer each delivery would only hear the same.
  const waits = item.to === "webhook" || posted.state === "later";
  const wait = waits && again.after > now ? { [waitKey(scopeOf(item))]: again.after } : {};
  const ttl = Object.fromEntries(Object.keys(wait).map((key) => [key, again.after - now]));
  const at = { [outboxKey(item)]: again.after };
  await release(item, mine, owner, sending, { set: { [outboxKey(item)]: again, ...wait }, ttl, at });
}

/** It will never be taken: everything that goes there pauses (a webhook ends), and whoever set this up is told. */
async function refuse(
  item: Delivery,
  mine: Delivery,
  owner: string,
  reason: string,
  sending: Sending,
): Promise<void> {
  const failed = { state: "failed", why: "permission", reason } as const;
  if (item.kind === "notice" && item.to === undefined) return end(item, mine, owner, sending, failed);
  const now = sending.clock.now();
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
    text: refusedText(item, reason),
  };
  const told = item.by === "" || item.platform === "terminal" ? {} : { [outboxKey(notice)]: notice };
  const pause = { [pauseKey(scopeOf(item))]: { since: now, reason } };
  const ended = item.to === "webhook" ? { [webhookKey(placeOf(item))]: undefined } : {};
  await end(item, mine, owner, sending, failed, { set: { ...told, ...pause, ...ended } });
}

function refusedText({ to, locale, title }: Delivery, reason: string): string {
  return to === "webhook" ? say(locale).webhookRefused(reason) : say(locale).refused(title, reason);
}

/** Takes it out of the outbox and writes what became of it. */
export async function end(
  item: Delivery,
  mine: Delivery,
  owner: string | undefined,
  sending: Sending,
  how: Pick<Done, "state" | "why" | "reason" | "link">,
  more: Pick<Change, "set" | "ttl"> = { set: {} },
): Promise<void> {
  const scope = scopeOf(item);
  const done = doneOf(item, sending.clock.now(), how);
  const key = doneKey(scope, done);
  const told =
    item.kind === "summary" && how.state === "sent" ? { [toldKey(scope, item.source)]: mine.made } : {};
  const kept = isTold(item, how) ? { [key]: done } : {};
  await release(item, mine, owner, sending, {
    set: { [outboxKey(item)]: undefined, [replyKey(item)]: undefined, ...kept, ...told, ...more.set },
    ttl: { ...more.ttl, ...(isTold(item, how) && { [key]: DONE_MS }) },
  });
  sending.ended({ ...how, ...(item.to && { to: item.to }) });
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
  const patience = clock.monotonic() + leaseMs * 4;
  for (;;) {
    try {
      const freed =
        owner !== undefined &&
        (await store.commit({
          ...change,
          when: { ...ours, [lease]: owner },
          set: { ...change.set, [lease]: undefined },
        }));
      if (freed || (await store.commit({ ...change, when: ours })) || owner === undefined) return;
      // Somebody took the item out meanwhile: nobody waits for a lease on nothing.
      await store.commit({ when: { [lease]: owner }, set: { [lease]: undefined } });
      return;
    } catch (thrown) {
      if (clock.monotonic() > patience) throw thrown;
      await clock.sleep(250, signal);
    }
  }
}
